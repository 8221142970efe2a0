import { z } from 'zod';
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
  approval: z.strictObject({ abovePercentOff: z.number().positive() }).optional(),
});
