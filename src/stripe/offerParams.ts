import type Stripe from 'stripe';
import type { OfferTerms } from '../offerTerms.js';
import type { Confirmed } from '../store/confirmations.js';
import type { CouponFacts, PromotionCodeFacts } from './facts.js';

/** The coupon of an offer: its discount, how long it lasts, when it ends. Who may use it stands on the code. */
export function couponParams({ terms, coupon }: Confirmed<OfferTerms>): Stripe.CouponCreateParams {
  return {
    id: coupon,
    duration: terms.duration,
    ...(terms.percentOff === undefined ? {} : { percent_off: terms.percentOff }),
    ...(terms.amountOff === undefined ? {} : { amount_off: terms.amountOff, currency: terms.currency ?? '' }),
    ...(terms.durationInMonths === undefined ? {} : { duration_in_months: terms.durationInMonths }),
    ...(terms.name === undefined ? {} : { name: terms.name }),
    ...(terms.redeemBy === undefined ? {} : { redeem_by: terms.redeemBy }),
    ...(terms.maxRedemptions === undefined ? {} : { max_redemptions: terms.maxRedemptions }),
  };
}

/** The promotion code of an offer: what customers type, and every restriction on who and what for. */
export function codeParams({ terms, coupon }: Confirmed<OfferTerms>): Stripe.PromotionCodeCreateParams {
  const restrictions = {
    ...(terms.firstTimeOnly ? { first_time_transaction: true } : {}),
    ...(terms.minPurchase === undefined
      ? {}
      : { minimum_amount: terms.minPurchase, minimum_amount_currency: terms.currency ?? '' }),
  };
  return {
    promotion: { type: 'coupon', coupon },
    ...(terms.code === undefined ? {} : { code: terms.code }),
    ...(terms.customer === undefined ? {} : { customer: terms.customer }),
    ...(terms.redeemBy === undefined ? {} : { expires_at: terms.redeemBy }),
    ...(terms.maxRedemptions === undefined ? {} : { max_redemptions: terms.maxRedemptions }),
    ...(Object.keys(restrictions).length === 0 ? {} : { restrictions }),
  };
}

/** Whether a coupon that is there already has an offer's terms. */
export function isCouponOf(there: CouponFacts, terms: OfferTerms): boolean {
  return (
    there.percentOff === (terms.percentOff ?? null) &&
    there.amountOff === (terms.amountOff ?? null) &&
    there.currency === (terms.amountOff === undefined ? null : (terms.currency ?? null)) &&
    there.duration === terms.duration &&
    there.durationInMonths === (terms.durationInMonths ?? null) &&
    there.redeemBy === (terms.redeemBy ?? null) &&
    there.maxRedemptions === (terms.maxRedemptions ?? null)
  );
}

/** Whether a code that is there already is what an offer would make. Without a wish for one, any code will do. */
export function isCodeOf(there: PromotionCodeFacts, terms: OfferTerms): boolean {
  return (
    (terms.code === undefined || there.code.toLowerCase() === terms.code.toLowerCase()) &&
    there.customer === (terms.customer ?? null) &&
    there.expiresAt === (terms.redeemBy ?? null) &&
    there.maxRedemptions === (terms.maxRedemptions ?? null) &&
    there.firstTimeOnly === terms.firstTimeOnly &&
    there.minimumAmount === (terms.minPurchase ?? null) &&
    there.minimumAmountCurrency === (terms.minPurchase === undefined ? null : (terms.currency ?? null))
  );
}
