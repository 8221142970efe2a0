import { z } from 'zod';
import { permissions } from './access/permission.js';

const permission = z.enum(permissions);
const detail = z.enum(['minimal', 'standard', 'detailed']);
const reference = z.string().regex(/^(env|file):.+/, 'write env:NAME_OF_A_VARIABLE, never the secret itself');

const account = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,32}$/, 'use lower-case letters, digits and dashes'),
  label: z.string().min(1).max(40),
  mode: z.enum(['test', 'live']),
  key: reference,
  couponKey: reference.optional(),
  via: z.literal('direct', 'this version reaches Stripe directly only: write direct').default('direct'),
  stripeAccount: z.string().startsWith('acct_').nullable().default(null),
});

const role = z.union([
  z.array(permission).transform((may) => ({ may, detail: undefined })),
  z.strictObject({ may: z.array(permission), detail: detail.optional() }),
]);

const id = z.string().min(1).toLowerCase();
const grant = { roles: z.array(z.string()).min(1), accounts: z.array(z.string()).min(1) };
const person = z.union([
  z.strictObject({ tenant: id, user: id, ...grant }),
  z.strictObject({ tenant: id, group: id, ...grant }),
  z.strictObject({ portal: z.string().min(1), user: z.string().min(1), ...grant }),
  z.strictObject({ trigger: z.string().min(1), ...grant }),
]);

const portal = z.strictObject({ id: z.string(), secret: reference, origins: z.array(z.url()).default([]) });

const trigger = z.strictObject({ name: z.string(), secret: reference, tasks: z.array(z.string()) });

const coupons = z.strictObject({
  maxPercentOff: z.number().positive().max(100).default(100),
  maxAmountOff: z.record(z.string().regex(/^[a-z]{3}$/), z.number().positive()).default({}),
  mustExpireWithinDays: z.int().positive().optional(),
  maxRedemptions: z.int().positive().optional(),
  durations: z.array(z.enum(['once', 'repeating', 'forever'])).default(['once', 'repeating', 'forever']),
  enabled: z.boolean().default(true),
  approval: z.strictObject({ abovePercentOff: z.number().positive() }).optional(),
});

const timeZone = z.string().refine((zone) => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
}, 'write an IANA time zone such as Europe/Berlin');

const limits = z.strictObject({
  messagesPerMinute: z.int().positive().default(30),
  modelCallsPerMinute: z.int().positive().default(10),
  modelCallsPerTenantPerMinute: z.int().positive().default(60),
  modelTokensPerDay: z.int().positive().default(2_000_000),
});

/** Keys of the contract that are checked and kept, but that nothing acts on in this version. */
export const notUsedYet = ['triggers', 'conversations', 'trail'] as const;

/** `settings.json`: who may do what in which account. Unknown keys are refused. */
export const settingsFile = z
  .strictObject({
    accounts: z.array(account).min(1),
    roles: z.record(z.string(), role),
    people: z.array(person),
    portals: z.array(portal).default([]),
    tenants: z.array(id).default([]),
    timeZone: timeZone.default('UTC'),
    coupons: coupons.prefault({}),
    cards: z
      .strictObject({
        detail: detail.default('standard'),
        takeBackAfterMinutes: z.int().min(1).default(10),
        targetedMessages: z.boolean().optional(),
      })
      .prefault({}),
    confirmation: z.strictObject({ lapseAfterMinutes: z.int().min(1).max(60).default(10) }).prefault({}),
    triggers: z.array(trigger).optional(),
    conversations: z.record(z.string(), z.string()).optional(),
    limits: limits.prefault({}),
    trail: z.strictObject({ keepDays: z.int().positive() }).optional(),
  })
  .superRefine((file, context) => {
    const accounts = new Set(file.accounts.map(({ id }) => id));
    if (accounts.size < file.accounts.length)
      context.addIssue({ code: 'custom', path: ['accounts'], message: 'two accounts have the same id' });
    for (const [at, one] of file.people.entries()) {
      for (const name of one.accounts.filter((name) => !accounts.has(name)))
        context.addIssue({
          code: 'custom',
          path: ['people', at, 'accounts'],
          message: `no account is called ${name}`,
        });
      for (const name of one.roles.filter((name) => !Object.hasOwn(file.roles, name)))
        context.addIssue({
          code: 'custom',
          path: ['people', at, 'roles'],
          message: `no role is called ${name}`,
        });
    }
  });

export type SettingsFile = z.infer<typeof settingsFile>;
export type CouponPolicy = SettingsFile['coupons'];
