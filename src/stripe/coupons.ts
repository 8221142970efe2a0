import type Stripe from 'stripe';
import type { CouponFacts, PromotionCodeFacts } from './facts.js';
import { coupon } from './leaves/coupon.js';
import { promotionCode } from './leaves/promotionCode.js';
import { orNone } from './orNone.js';
import { paged, type Query } from './query.js';
import type { Leave, Page, Speaker } from './speaker.js';

/** The coupons of an account. Every verb needs leave for `coupons.read`. */
export interface Coupons {
  /** Coupons without their codes. */
  page: (query: Query, leave: Leave) => Promise<Page<CouponFacts>>;
  /** The same coupons, each with its codes; a hundred of each at most. */
  withCodes: (coupons: CouponFacts[], leave: Leave) => Promise<CouponFacts[]>;
  /** The coupons that a promotion code stands for, each with that code only; else the coupon with this id. */
  byCode: (code: string, leave: Leave) => Promise<CouponFacts[]>;
}

/** A code is active on one coupon only; of the older ones that bore it, the newest are enough. */
const mostCoupons = 10;

/** The coupons behind a speaker. */
export function couponsOf(speaker: Speaker): Coupons {
  const codes = (params: Stripe.PromotionCodeListParams, leave: Leave) =>
    speaker.page(leave, 'coupons.read', promotionCode, (sdk) =>
      sdk.promotionCodes.list({ limit: 100, ...params }),
    );
  const those = async (ids: string[], leave: Leave) => {
    const one = (id: string) =>
      orNone(() => speaker.one(leave, 'coupons.read', coupon, (sdk) => sdk.coupons.retrieve(id)));
    return (await Promise.all(ids.map(one))).filter((each) => each !== null);
  };
  const withCodes: Coupons['withCodes'] = async (coupons, leave) => {
    if (coupons.length === 0) return [];
    const all = await codes({}, leave);
    const its = (id: string) => (all.more ? codes({ coupon: id }, leave) : all);
    return await Promise.all(coupons.map(async (each) => joined(each, await its(each.id))));
  };
  return {
    page: (query, leave) =>
      speaker.page(leave, 'coupons.read', coupon, (sdk) => sdk.coupons.list(paged(query))),
    withCodes,
    byCode: async (code, leave) => {
      const found = await codes({ code }, leave);
      if (found.rows.length === 0) return await withCodes(await those([code], leave), leave);
      const ids = new Set(found.rows.map((each) => each.coupon));
      const coupons = await those([...ids].slice(0, mostCoupons), leave);
      return coupons.map((each) => joined(each, found));
    },
  };
}

function joined(coupon: CouponFacts, { rows, more }: Page<PromotionCodeFacts>): CouponFacts {
  return { ...coupon, codes: rows.filter((code) => code.coupon === coupon.id), moreCodes: more };
}
