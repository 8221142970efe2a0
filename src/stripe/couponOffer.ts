import type Stripe from 'stripe';
import { StripeFault } from '../errors.js';
import type { OfferTerms } from '../offerTerms.js';
import type { Confirmed } from '../store/confirmations.js';
import type { CouponFacts } from './facts.js';
import { coupon, promotionCode } from './leaves.js';
import type { Leave, Speaker } from './speaker.js';

/** What became of an offer: `created` with the code customers type; `half`: the coupon exists, its code does not. */
export type Offered =
  | { kind: 'created'; coupon: string; code: string }
  | { kind: 'half'; coupon: string; why: 'code_taken' | 'fault'; fault: StripeFault };

/** The writes. Without a coupon key both throw StripeFault no_coupon_key. */
export interface Offers {
  codeIsTaken: (code: string, leave: Leave) => Promise<boolean>;
  make: (offer: Confirmed<OfferTerms>, leave: Leave) => Promise<Offered>;
}

/** The two writes of the house. They take nothing but a claimed offer, and repeat without making a second coupon. */
export function createOffers(speaker: Speaker): Offers {
  return {
    codeIsTaken: async (code, leave) => {
      const found = await speaker.page(leave, 'coupons.create', promotionCode, (sdk) =>
        sdk.promotionCodes.list({ code, active: true, limit: 10 }),
      );
      return found.rows.some((row) => row.customer === null && row.active);
    },
    make: async (offer, leave) => {
      await ensureCoupon(speaker, offer, leave);
      try {
        const made = await speaker.one(leave, 'coupons.create', promotionCode, (sdk) =>
          sdk.promotionCodes.create(codeParams(offer), { idempotencyKey: offer.key('code') }),
        );
        return { kind: 'created', coupon: offer.coupon, code: made.code };
      } catch (fault) {
        if (!(fault instanceof StripeFault)) throw fault;
        const taken = fault.param === 'code' || fault.code === 'taken';
        return { kind: 'half', coupon: offer.coupon, why: taken ? 'code_taken' : 'fault', fault };
      }
    },
  };
}

/** Creates the coupon under its derived id. Found there already: it is ours when its terms are the same. */
async function ensureCoupon(speaker: Speaker, offer: Confirmed<OfferTerms>, leave: Leave): Promise<void> {
  try {
    await speaker.one(leave, 'coupons.create', coupon, (sdk) =>
      sdk.coupons.create(couponParams(offer), { idempotencyKey: offer.key('coupon') }),
    );
  } catch (fault) {
    if (!(fault instanceof StripeFault) || fault.code !== 'taken') throw fault;
    const there = await speaker.one(leave, 'coupons.create', coupon, (sdk) =>
      sdk.coupons.retrieve(offer.coupon),
    );
    if (!isSame(there, offer.terms)) throw new StripeFault('taken');
  }
}

function isSame(there: CouponFacts, terms: OfferTerms): boolean {
  return (
    there.percentOff === (terms.percentOff ?? null) &&
    there.amountOff === (terms.amountOff ?? null) &&
    there.duration === terms.duration &&
    there.redeemBy === (terms.redeemBy ?? null) &&
    there.maxRedemptions === (terms.maxRedemptions ?? null)
  );
}

function couponParams({ terms, coupon }: Confirmed<OfferTerms>): Stripe.CouponCreateParams {
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

function codeParams({ terms, coupon }: Confirmed<OfferTerms>): Stripe.PromotionCodeCreateParams {
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
