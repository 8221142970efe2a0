import { z } from 'zod';
import type { Leave } from '../stripe/speaker.js';
import { type Ability, guarded } from './ability.js';
import type { AccountAsk, Answer } from './ask.js';
import { currency, customer, day, majorUnits } from './fields.js';

export const createCouponStep = z.strictObject({
  do: z.literal('create_coupon'),
  percent_off: z.number().positive().max(100).optional(),
  amount_off: majorUnits.optional(),
  currency: currency.optional(),
  duration: z.enum(['once', 'repeating', 'forever']).optional(),
  duration_in_months: z.int().min(1).max(36).optional(),
  name: z.string().max(40).optional(),
  code: z
    .string()
    .regex(/^[A-Za-z0-9_-]{3,40}$/)
    .optional(),
  max_redemptions: z.int().min(1).optional(),
  first_time_only: z.boolean().optional(),
  min_purchase: majorUnits.optional(),
  expires_on: day.optional(),
  customer: customer.optional(),
});

export type CreateCoupon = z.infer<typeof createCouponStep>;

/** What puts a coupon card on the table for a step; the road of offers does. */
export type Propose = (step: CreateCoupon, ask: AccountAsk, leave: Leave) => Promise<Answer>;

/** "A 15 % coupon for first-time customers": shows a form or a review card. It creates nothing. */
export function createCreateCoupon({ propose }: { propose: Propose }): Ability {
  return guarded({
    does: 'create_coupon',
    step: createCouponStep,
    permission: 'coupons.create',
    title: 'create coupons',
    examples: [
      'create a 15% off coupon for first-time customers, expiring in 30 days',
      'make a 10 euro voucher with code WELCOME10',
    ],
    answer: propose,
  });
}
