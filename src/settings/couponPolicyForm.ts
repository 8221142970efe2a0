import { z } from 'zod';
import { codePatternFault } from '../access/codePattern.js';
import { minorOf } from '../masking/format.js';

const currency = z
  .string()
  .regex(/^[a-z]{3}$/, 'write the currency as three lower-case letters, such as usd');

/** Amounts in major units by currency. One that its currency cannot express would be no limit at all, so it is a fault. */
const amounts = z.record(currency, z.number().positive()).superRefine((most, context) => {
  for (const [name, amount] of Object.entries(most))
    if (minorOf(amount, name) === null)
      context.addIssue({
        code: 'custom',
        path: [name],
        message: `write an amount with no more decimals than ${name.toUpperCase()} has`,
      });
});

const codePattern = z
  .string()
  .max(100)
  .superRefine((pattern, context) => {
    const fault = codePatternFault(pattern);
    if (fault !== null) context.addIssue({ code: 'custom', message: fault });
  });

/** Above these a second person approves. Where amounts are named, a currency without one is always above.
 * `conversation` is a name of the settings' `conversations`; `lapseAfterMinutes` counts from Submit. */
const approval = z.strictObject({
  abovePercentOff: z.number().min(0).max(100),
  aboveAmountOff: amounts.optional(),
  conversation: z.string().min(1).optional(),
  lapseAfterMinutes: z.int().min(1).max(10_080).optional(),
});

/** `coupons` of the settings: what a coupon may be at most. Left out, nothing is limited. */
export const couponPolicy = z.strictObject({
  maxPercentOff: z.number().positive().max(100).default(100),
  maxAmountOff: amounts.default({}),
  mustExpireWithinDays: z.int().positive().max(36_500).optional(),
  maxRedemptions: z.int().positive().optional(),
  durations: z
    .array(z.enum(['once', 'repeating', 'forever']))
    .min(1)
    .default(['once', 'repeating', 'forever']),
  enabled: z.boolean().default(true),
  codePattern: codePattern.optional(),
  approval: approval.optional(),
});
