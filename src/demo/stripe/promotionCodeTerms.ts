import { z } from 'zod';
import { currency, expand, flag, integer, metadata, text } from './fields.js';
import type { Coupon, PromotionCode } from './objects.js';
import { badParameter } from './refusal.js';

const restrictions = z.strictObject({
  currency_options: z.record(z.string(), z.strictObject({ minimum_amount: integer(1) })).optional(),
  first_time_transaction: flag.optional(),
  minimum_amount: integer(1).optional(),
  minimum_amount_currency: currency.optional(),
});

/** The parameters of `POST /v1/promotion_codes`; the `coupon` of older versions is gone. */
export const promotionCodeFields = z.strictObject({
  promotion: z.strictObject({ type: z.literal('coupon'), coupon: text }),
  active: flag.optional(),
  code: text
    .max(500)
    .regex(/^[A-Za-z0-9-]+$/, 'A code takes letters, digits and dashes only.')
    .optional(),
  customer: text.optional(),
  expand,
  expires_at: integer(1).optional(),
  max_redemptions: integer(1).optional(),
  metadata: metadata.optional(),
  restrictions: restrictions.optional(),
});

export type PromotionCodeTerms = z.infer<typeof promotionCodeFields>;

/** What the parameters alone can get wrong; `now` in unix seconds. Throws a `Refusal`. */
export function checkPromotionCodeTerms(
  { expires_at, restrictions: limits }: PromotionCodeTerms,
  now: number,
): void {
  if (expires_at !== undefined && expires_at <= now)
    throw badParameter('expires_at', 'expires_at must be in the future.');
  const { minimum_amount: least, minimum_amount_currency: unit } = limits ?? {};
  if ((least === undefined) === (unit === undefined)) return;
  const absent = least === undefined ? 'minimum_amount' : 'minimum_amount_currency';
  const param = `restrictions[${absent}]`;
  throw badParameter(param, `Missing required param: ${param}.`, 'parameter_missing');
}

/** A code may not outlast its coupon, nor be used more often. */
export function checkAgainstCoupon(terms: PromotionCodeTerms, coupon: Coupon): void {
  const { redeem_by: end, max_redemptions: most } = coupon;
  if (end !== null && terms.expires_at !== undefined && terms.expires_at > end)
    throw badParameter('expires_at', "expires_at cannot be after the coupon's redeem_by.");
  if (most !== null && terms.max_redemptions !== undefined && terms.max_redemptions > most)
    throw badParameter('max_redemptions', "max_redemptions cannot be above the coupon's max_redemptions.");
}

/** Whether an active code of this spelling, in any case, is there already for this customer (or for everybody). */
export function checkFree(code: string, customer: string | null, active: readonly PromotionCode[]): void {
  const same = (one: PromotionCode) =>
    one.code.toLowerCase() === code.toLowerCase() && one.customer === customer;
  if (active.some(same))
    throw badParameter('code', `An active promotion code with code ${code} already exists.`);
}
