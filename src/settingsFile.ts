import { z } from 'zod';
import { permissions } from './access/permission.js';
import { isZone } from './calendar.js';
import { couponPolicy } from './settings/couponPolicyForm.js';
import { entraId, person } from './settings/personForm.js';
import { portal } from './settings/portalForm.js';
import { secretName } from './settings/secretName.js';

const permission = z.enum(permissions);
const detail = z.enum(['minimal', 'standard', 'detailed']);
const name = z.string().min(1);

const account = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,32}$/, 'use lower-case letters, digits and dashes'),
  label: z.string().min(1).max(40),
  mode: z.enum(['test', 'live']),
  key: secretName,
  couponKey: secretName.optional(),
  via: z.literal('direct', 'this version reaches Stripe directly only: write direct').default('direct'),
  stripeAccount: z
    .string()
    .startsWith('acct_', 'write an account id that begins with acct_, or null')
    .nullable()
    .default(null),
});

const role = z.union(
  [
    z.array(permission).transform((may) => ({ may, detail: undefined })),
    z.strictObject({ may: z.array(permission), detail: detail.optional() }),
  ],
  `write a list of permissions, or {"may": such a list, "detail": minimal, standard or detailed}; permissions are ${permissions.join(', ')}`,
);

const trigger = z.strictObject({ name, secret: secretName, tasks: z.array(name) });

const conversationName = z
  .string()
  .regex(/^[a-z0-9-]{1,40}$/, 'use lower-case letters, digits and dashes, 40 at most');

const timeZone = z.string().refine(isZone, 'write an IANA time zone such as Europe/Berlin');

const limits = z.strictObject({
  messagesPerMinute: z.int().positive().default(30),
  modelCallsPerMinute: z.int().positive().default(10),
  modelCallsPerTenantPerMinute: z.int().positive().default(60),
  modelTokensPerDay: z.int().positive().default(2_000_000),
});

/** Keys of the contract that are checked and kept, but that nothing acts on in this version. */
export const notUsedYet = ['triggers', 'trail', 'cards.targetedMessages'] as const;

/** `settings.json`: who may do what in which account. Unknown keys are refused. */
export const settingsFile = z
  .strictObject({
    accounts: z.array(account).min(1),
    roles: z.record(z.string(), role),
    people: z.array(person),
    portals: z.array(portal).default([]),
    tenants: z.array(entraId).default([]),
    timeZone: timeZone.default('UTC'),
    coupons: couponPolicy.prefault({}),
    cards: z
      .strictObject({
        detail: detail.default('standard'),
        takeBackAfterMinutes: z.int().min(1).default(10),
        targetedMessages: z.boolean().optional(),
      })
      .prefault({}),
    confirmation: z.strictObject({ lapseAfterMinutes: z.int().min(1).max(60).default(10) }).prefault({}),
    triggers: z.array(trigger).optional(),
    conversations: z.record(conversationName, z.string()).default({}),
    limits: limits.prefault({}),
    trail: z.strictObject({ keepDays: z.int().positive() }).optional(),
  })
  .superRefine((file, context) => {
    const fault = (path: PropertyKey[], message: string) =>
      context.addIssue({ code: 'custom', path, message });
    const accounts = namesOf(file.accounts.map(({ id }) => id));
    for (const each of accounts.doubled) fault(['accounts'], `two accounts are called ${each}; rename one`);
    for (const each of namesOf(file.portals.map(({ id }) => id)).doubled)
      fault(['portals'], `two portals are called ${each}; rename one`);
    for (const [at, one] of file.people.entries()) {
      for (const each of one.accounts.filter((each) => !accounts.all.has(each)))
        fault(
          ['people', at, 'accounts'],
          `no account is called ${each}; name one that stands under accounts`,
        );
      for (const each of one.roles.filter((each) => !Object.hasOwn(file.roles, each)))
        fault(['people', at, 'roles'], `no role is called ${each}; name one that stands under roles`);
    }
  });

function namesOf(names: readonly string[]) {
  return { all: new Set(names), doubled: new Set(names.filter((each, at) => names.indexOf(each) < at)) };
}

/** Those of `notUsedYet` that a file sets. */
export function notUsedIn(file: SettingsFile): string[] {
  return notUsedYet.filter((key) => key.split('.').reduce(part, file) !== undefined);
}

function part(whole: unknown, key: string): unknown {
  if (typeof whole !== 'object' || whole === null) return undefined;
  return Object.entries(whole).find(([each]) => each === key)?.[1];
}

export type SettingsFile = z.infer<typeof settingsFile>;
export type CouponPolicy = SettingsFile['coupons'];
