import { z } from 'zod';
import { permissions } from './access/permission.js';
import { isZone } from './calendar.js';
import { couponPolicy } from './settings/couponPolicyForm.js';
import { entraId, person } from './settings/personForm.js';
import { portal } from './settings/portalForm.js';
import { secretName } from './settings/secretName.js';
import { trigger } from './settings/triggerForm.js';

const permission = z.enum(permissions);
const detail = z.enum(['minimal', 'standard', 'detailed']);

const account = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,32}$/, 'use lower-case letters, digits and dashes'),
  label: z.string().min(1).max(40),
  mode: z.enum(['test', 'live']),
  key: secretName.optional(),
  couponKey: secretName.optional(),
  via: z.enum(['direct', 'n8n'], 'write direct, or n8n where n8n has the keys').default('direct'),
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

/** `trail` of the settings: how long rows are kept, after how many one is signed, and in which file the signatures stand
 * (`checkpoints.jsonl` in DATA_DIR when none is named). */
const trail = z.strictObject({
  keepDays: z.int().positive().max(36_500).default(365),
  checkpointEvery: z.int().positive().max(10_000).default(100),
  checkpoints: z.string().min(1).optional(),
});

/** Keys of the contract that are checked and kept, but that nothing acts on in this version. */
export const notUsedYet = ['cards.targetedMessages'] as const;

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
    triggers: z.array(trigger).default([]),
    conversations: z.record(conversationName, z.string()).default({}),
    limits: limits.prefault({}),
    trail: trail.prefault({}),
  })
  .superRefine((file, context) => {
    const fault = (path: PropertyKey[], message: string) =>
      context.addIssue({ code: 'custom', path, message });
    const accounts = namesOf(file.accounts.map(({ id }) => id));
    for (const [at, one] of file.accounts.entries())
      for (const [key, message] of misplacedKeys(one)) fault(['accounts', at, key], message);
    for (const each of accounts.doubled) fault(['accounts'], `two accounts are called ${each}; rename one`);
    for (const each of namesOf(file.portals.map(({ id }) => id)).doubled)
      fault(['portals'], `two portals are called ${each}; rename one`);
    for (const each of namesOf(file.triggers.map((one) => one.name)).doubled)
      fault(['triggers'], `two triggers are called ${each}; rename one`);
    const room = file.coupons.approval?.conversation;
    if (room !== undefined && !Object.hasOwn(file.conversations, room))
      fault(
        ['coupons', 'approval', 'conversation'],
        `no conversation is called ${room}; name one that stands under conversations`,
      );
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

/** What of an account's keys is missing or does not belong there. */
function misplacedKeys({ via, key, couponKey }: z.infer<typeof account>): [string, string][] {
  if (via === 'direct')
    return key === undefined ? [['key', 'it is missing; write env:NAME_OF_A_VARIABLE']] : [];
  const extra = Object.entries({ key, couponKey }).filter(([, value]) => value !== undefined);
  return extra.map(([name]) => [name, 'remove it; n8n has the keys of this account']);
}

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
export type TrailSettings = SettingsFile['trail'];
export type CouponPolicy = SettingsFile['coupons'];
