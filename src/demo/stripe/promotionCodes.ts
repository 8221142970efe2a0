import { z } from 'zod';
import type { Call, Route } from './call.js';
import { presentCoupon } from './coupons.js';
import { customerOrDeleted } from './customers.js';
import { type Expandable, readExpand } from './expand.js';
import { expand, flag, text } from './fields.js';
import { checkCursors, listFields, listPage } from './lists.js';
import { missing } from './missing.js';
import type { PromotionCode } from './objects.js';
import { readParameters } from './parameters.js';
import { addPromotionCode, isCodeActive } from './promotionCodeRules.js';
import { checkPromotionCodeTerms, promotionCodeFields } from './promotionCodeTerms.js';
import { byId } from './store.js';

const expandable: Expandable = { 'promotion.coupon': 'rak_coupon_read', customer: 'rak_customer_read' };
const listed = z.strictObject({
  ...listFields,
  active: flag.optional(),
  code: text.optional(),
  coupon: text.optional(),
  customer: text.optional(),
  customer_account: text.optional(),
});

/** GET `/v1/promotion_codes`, `/v1/promotion_codes/:id`; POST `/v1/promotion_codes`. */
export const promotionCodeRoutes: readonly Route[] = [
  { method: 'GET', path: '/v1/promotion_codes', needs: 'rak_promotion_code_read', prepare: list },
  { method: 'GET', path: '/v1/promotion_codes/:id', needs: 'rak_promotion_code_read', prepare: retrieve },
  { method: 'POST', path: '/v1/promotion_codes', needs: 'rak_promotion_code_write', prepare: create },
];

function presenter({ account: { data }, now }: Call, wanted: ReadonlySet<string>) {
  return (one: PromotionCode): object => {
    const coupon = byId(data.coupons, one.promotion.coupon);
    const holder = one.customer !== null && wanted.has('customer') && customerOrDeleted(data, one.customer);
    return {
      ...one,
      active: isCodeActive(one, data, now),
      ...(holder && { customer: holder }),
      ...(coupon &&
        wanted.has('promotion.coupon') && {
          promotion: { ...one.promotion, coupon: presentCoupon(coupon, now) },
        }),
    };
  };
}

function list(call: Call) {
  const asked = readParameters(listed, call.form);
  checkCursors(asked);
  const present = presenter(call, readExpand(call, { expand: asked.expand, expandable, prefix: 'data.' }));
  const { data } = call.account;
  const where = (one: PromotionCode) =>
    (asked.active === undefined || isCodeActive(one, data, call.now) === asked.active) &&
    (asked.code === undefined || one.code.toLowerCase() === asked.code.toLowerCase()) &&
    (asked.coupon === undefined || one.promotion.coupon === asked.coupon) &&
    (asked.customer === undefined || one.customer === asked.customer) &&
    (asked.customer_account === undefined || one.customer_account === asked.customer_account);
  return () => listPage(call, { asked, objects: data.promotionCodes, where, present });
}

function retrieve(call: Call) {
  const asked = readParameters(z.strictObject({ expand }), call.form);
  const present = presenter(call, readExpand(call, { expand: asked.expand, expandable }));
  return () => {
    const found = byId(call.account.data.promotionCodes, call.id);
    if (found) return present(found);
    return missing(call, 'promotion code', (data, id) => byId(data.promotionCodes, id));
  };
}

function create(call: Call) {
  const terms = readParameters(promotionCodeFields, call.form);
  checkPromotionCodeTerms(terms, call.now);
  const present = presenter(call, readExpand(call, { expand: terms.expand, expandable }));
  return () => present(addPromotionCode(call, terms));
}
