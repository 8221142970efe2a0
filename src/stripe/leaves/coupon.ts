import { z } from 'zod';
import type { CouponFacts } from '../facts.js';
import { flag, number, text } from './plain.js';

/** A coupon, without its promotion codes: Stripe lists those by themselves. */
export const coupon = z
  .object({
    object: z.literal('coupon'),
    livemode: z.boolean(),
    id: z.string(),
    created: z.number(),
    name: text,
    percent_off: number,
    amount_off: number,
    currency: text,
    duration: text,
    duration_in_months: number,
    redeem_by: number,
    max_redemptions: number,
    times_redeemed: number,
    valid: flag,
  })
  .transform(
    (raw): CouponFacts => ({
      id: raw.id,
      created: raw.created,
      name: raw.name,
      percentOff: raw.percent_off,
      amountOff: raw.amount_off,
      currency: raw.currency,
      duration: raw.duration ?? 'unknown',
      durationInMonths: raw.duration_in_months,
      redeemBy: raw.redeem_by,
      maxRedemptions: raw.max_redemptions,
      timesRedeemed: raw.times_redeemed ?? 0,
      valid: raw.valid,
      codes: [],
      moreCodes: false,
    }),
  );
