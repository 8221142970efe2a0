import { z } from 'zod';
import type { PromotionCodeFacts } from '../facts.js';
import { flag, idOf, number, text } from './plain.js';

const restrictions = z
  .object({ first_time_transaction: flag, minimum_amount: number, minimum_amount_currency: text })
  .nullish()
  .catch(null);

/** A promotion code, with the id of its coupon. */
export const promotionCode = z
  .object({
    object: z.literal('promotion_code'),
    livemode: z.boolean(),
    id: z.string(),
    code: z.string(),
    promotion: z.object({ coupon: idOf }).nullish().catch(null),
    active: flag,
    created: z.number(),
    customer: idOf,
    expires_at: number,
    max_redemptions: number,
    times_redeemed: number,
    restrictions,
  })
  .transform(
    (raw): PromotionCodeFacts => ({
      id: raw.id,
      code: raw.code,
      coupon: raw.promotion?.coupon ?? '',
      active: raw.active,
      created: raw.created,
      customer: raw.customer,
      expiresAt: raw.expires_at,
      maxRedemptions: raw.max_redemptions,
      timesRedeemed: raw.times_redeemed ?? 0,
      firstTimeOnly: raw.restrictions?.first_time_transaction ?? false,
      minimumAmount: raw.restrictions?.minimum_amount ?? null,
      minimumAmountCurrency: raw.restrictions?.minimum_amount_currency ?? null,
    }),
  );
