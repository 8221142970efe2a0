import type { Call } from './call.js';
import { isCouponValid } from './coupons.js';
import type { Coupon, PromotionCode } from './objects.js';
import { checkAgainstCoupon, checkFree, type PromotionCodeTerms } from './promotionCodeTerms.js';
import { randomCode, randomId } from './random.js';
import { badParameter, noSuch } from './refusal.js';
import { type AccountData, byId } from './store.js';

/** Whether customers can use the code at `now` (unix seconds): it and its coupon must both stand. */
export function isCodeActive(one: PromotionCode, data: AccountData, now: number): boolean {
  const coupon = byId(data.coupons, one.promotion.coupon);
  const runs = one.expires_at === null || one.expires_at > now;
  const left = one.max_redemptions === null || one.times_redeemed < one.max_redemptions;
  return one.active && runs && left && coupon !== undefined && isCouponValid(coupon, now);
}

/** Makes the code and keeps it, or throws a `Refusal` for what the account's other objects forbid. */
export function addPromotionCode(call: Call, terms: PromotionCodeTerms): PromotionCode {
  const { data } = call.account;
  const coupon = standingCoupon(call, terms.promotion.coupon);
  checkAgainstCoupon(terms, coupon);
  const customer = terms.customer ?? null;
  if (customer !== null && (!byId(data.customers, customer) || data.deletedCustomers.includes(customer)))
    throw noSuch('customer', customer, 'customer');
  const code = terms.code ?? randomCode(call.random);
  const active = data.promotionCodes.filter((one) => isCodeActive(one, data, call.now));
  if (terms.active !== false) checkFree(code, customer, active);
  const made = promotionCodeOf(call, { ...terms, code });
  data.promotionCodes.push(made);
  return made;
}

function standingCoupon({ account, now }: Call, id: string): Coupon {
  const coupon = byId(account.data.coupons, id);
  if (!coupon) throw noSuch('coupon', id, 'promotion[coupon]');
  if (isCouponValid(coupon, now)) return coupon;
  throw badParameter('promotion[coupon]', 'This coupon can no longer be redeemed.', 'coupon_expired');
}

function promotionCodeOf(call: Call, terms: PromotionCodeTerms & { code: string }): PromotionCode {
  const { restrictions = {} } = terms;
  return {
    id: randomId(call.random, 'promo_'),
    object: 'promotion_code',
    active: terms.active ?? true,
    code: terms.code,
    created: call.now,
    customer: terms.customer ?? null,
    customer_account: null,
    expires_at: terms.expires_at ?? null,
    livemode: call.account.mode === 'live',
    max_redemptions: terms.max_redemptions ?? null,
    metadata: terms.metadata ?? {},
    promotion: { coupon: terms.promotion.coupon, type: 'coupon' },
    restrictions: {
      ...(restrictions.currency_options && { currency_options: restrictions.currency_options }),
      first_time_transaction: restrictions.first_time_transaction ?? false,
      minimum_amount: restrictions.minimum_amount ?? null,
      minimum_amount_currency: restrictions.minimum_amount_currency ?? null,
    },
    times_redeemed: 0,
  };
}
