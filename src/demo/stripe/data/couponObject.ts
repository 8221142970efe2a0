import type { Coupon, PromotionCode } from '../objects.js';
import { daysBefore } from './moments.js';

/** A demo coupon in short. Days are counted from now: `made` before it, `ends` after it (negative: over). */
export interface CouponRow {
  id: string;
  name: string;
  made: number;
  ends?: number;
  percent?: number;
  amount?: number;
  currency?: string;
  months?: number;
  duration?: 'once' | 'forever';
  most?: number;
  used: number;
  codes: readonly CodeRow[];
}

/** A code of the coupon above it. */
export interface CodeRow {
  id: string;
  code: string;
  used: number;
  most?: number;
  customer?: string;
  firstTime?: boolean;
  minimum?: number;
  off?: boolean;
}

/** The coupon object; `now` in unix seconds. */
export function couponObject(row: CouponRow, now: number): Coupon {
  return {
    id: row.id,
    object: 'coupon',
    amount_off: row.amount ?? null,
    created: daysBefore(now, row.made),
    currency: row.currency ?? null,
    duration: row.months ? 'repeating' : (row.duration ?? 'once'),
    duration_in_months: row.months ?? null,
    livemode: false,
    max_redemptions: row.most ?? null,
    metadata: { campaign_note: `private campaign note ${row.id}` },
    name: row.name,
    percent_off: row.percent ?? null,
    redeem_by: row.ends === undefined ? null : daysBefore(now, -row.ends),
    times_redeemed: row.used,
  };
}

/** The codes of a coupon, made a minute after it. */
export function codeObjects(row: CouponRow, now: number): PromotionCode[] {
  const coupon = couponObject(row, now);
  return row.codes.map((code) => ({
    id: `promo_1${code.id}`,
    object: 'promotion_code',
    active: !code.off,
    code: code.code,
    created: coupon.created + 60,
    customer: code.customer ?? null,
    customer_account: null,
    expires_at: coupon.redeem_by,
    livemode: false,
    max_redemptions: code.most ?? null,
    metadata: { printed_on: `private flyer ${code.id}` },
    promotion: { coupon: row.id, type: 'coupon' },
    restrictions: {
      first_time_transaction: code.firstTime ?? false,
      minimum_amount: code.minimum ?? null,
      minimum_amount_currency: code.minimum === undefined ? null : 'usd',
    },
    times_redeemed: code.used,
  }));
}
