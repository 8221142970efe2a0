import { z } from 'zod';
import type { Call, Route } from './call.js';
import { type CouponTerms, checkCouponTerms, couponFields } from './couponTerms.js';
import { type Expandable, readExpand } from './expand.js';
import { expand } from './fields.js';
import { checkCursors, listFields, listPage } from './lists.js';
import { missing } from './missing.js';
import type { Coupon } from './objects.js';
import { readParameters } from './parameters.js';
import { randomCode } from './random.js';
import { Refusal } from './refusal.js';
import { byId } from './store.js';

const expandable: Expandable = { applies_to: undefined, currency_options: undefined };

/** GET `/v1/coupons`, `/v1/coupons/:id`; POST `/v1/coupons`. */
export const couponRoutes: readonly Route[] = [
  { method: 'GET', path: '/v1/coupons', needs: 'rak_coupon_read', prepare: list },
  { method: 'GET', path: '/v1/coupons/:id', needs: 'rak_coupon_read', prepare: retrieve },
  { method: 'POST', path: '/v1/coupons', needs: 'rak_coupon_write', prepare: create },
];

/** Whether a coupon can still be redeemed at `now` (unix seconds). */
export function isCouponValid(coupon: Coupon, now: number): boolean {
  const { redeem_by: end, max_redemptions: most, times_redeemed: used } = coupon;
  return (end === null || end > now) && (most === null || used < most);
}

/** The coupon as Stripe tells it: `valid` as of now, the two large leaves only when expanded. */
export function presentCoupon(coupon: Coupon, now: number, wanted: ReadonlySet<string> = new Set()): object {
  const { applies_to, currency_options, ...rest } = coupon;
  return {
    ...rest,
    valid: isCouponValid(coupon, now),
    ...(wanted.has('applies_to') && { applies_to }),
    ...(wanted.has('currency_options') && { currency_options }),
  };
}

function list(call: Call) {
  const asked = readParameters(z.strictObject(listFields), call.form);
  checkCursors(asked);
  const wanted = readExpand(call, { expand: asked.expand, expandable, prefix: 'data.' });
  const present = (coupon: Coupon) => presentCoupon(coupon, call.now, wanted);
  return () => listPage(call, { asked, objects: call.account.data.coupons, where: () => true, present });
}

function retrieve(call: Call) {
  const asked = readParameters(z.strictObject({ expand }), call.form);
  const wanted = readExpand(call, { expand: asked.expand, expandable });
  return () => {
    const coupon = byId(call.account.data.coupons, call.id);
    if (coupon) return presentCoupon(coupon, call.now, wanted);
    return missing(call, 'coupon', (data, id) => byId(data.coupons, id));
  };
}

function create(call: Call) {
  const terms = readParameters(couponFields, call.form);
  checkCouponTerms(terms, call.now);
  const wanted = readExpand(call, { expand: terms.expand, expandable });
  return () => {
    const { coupons } = call.account.data;
    const id = terms.id ?? randomCode(call.random);
    if (byId(coupons, id))
      throw new Refusal({
        status: 400,
        code: 'resource_already_exists',
        param: 'id',
        message: 'Coupon already exists.',
      });
    const coupon = couponOf(call, { ...terms, id });
    coupons.push(coupon);
    return presentCoupon(coupon, call.now, wanted);
  };
}

function couponOf({ account, now }: Call, terms: CouponTerms & { id: string }): Coupon {
  return {
    id: terms.id,
    object: 'coupon',
    amount_off: terms.amount_off ?? null,
    created: now,
    currency: terms.amount_off === undefined ? null : (terms.currency ?? null),
    duration: terms.duration ?? 'once',
    duration_in_months: terms.duration_in_months ?? null,
    livemode: account.mode === 'live',
    max_redemptions: terms.max_redemptions ?? null,
    metadata: terms.metadata ?? {},
    name: terms.name ?? null,
    percent_off: terms.percent_off ?? null,
    redeem_by: terms.redeem_by ?? null,
    times_redeemed: 0,
    ...(terms.applies_to && { applies_to: terms.applies_to }),
    ...(terms.currency_options && { currency_options: terms.currency_options }),
  };
}
