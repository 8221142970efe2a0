import type { Plan } from './plan.js';
import { isWholeRequest } from './wholeRequest.js';

const changing =
  /\b(?:instead|rather|make (?:it|that|this)|change|switch|actually|should be|set (?:it|that|the)|raise|lower|add|remove|drop|without|extend|only for|limit)\b/i;
const anew =
  /\b(?:(?:a |an )?(?:new|another|second|separate|additional|extra) (?:one|coupon|voucher|discount|code)|another|anew|also (?:make|create|add)|one more)\b/i;

/** Whether a plan's coupon changes the coupon of the plan before, rather than being one more.
 * @param alone the plan of the same sentence read without the one before */
export function changesCoupon(
  text: string,
  { plan, alone, previous }: { plan: Plan; alone: Plan; previous: Plan },
): boolean {
  const coupons = ({ steps }: Plan) => steps.filter((step) => step.do === 'create_coupon');
  if (coupons(plan).length === 0 || coupons(previous).length === 0 || anew.test(text)) return false;
  if (isWholeRequest(text)) return false;
  const leans = JSON.stringify(coupons(plan)) !== JSON.stringify(coupons(alone));
  return leans || changing.test(text);
}
