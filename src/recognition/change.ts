import { asksAnew } from './builtIn/couponChange.js';
import type { Plan } from './plan.js';

const changing =
  /\b(?:instead|rather|make (?:it|that|this)|change|switch|actually|should be|set (?:it|that|the)|raise|lower|add|remove|drop|without|extend|only for|limit)\b/i;

/** Whether a plan's coupon changes the coupon of the plan before, rather than being one more.
 * @param alone the plan of the same sentence read without the one before */
export function changesCoupon(
  text: string,
  { plan, alone, previous }: { plan: Plan; alone: Plan; previous: Plan },
): boolean {
  const coupons = ({ steps }: Plan) => steps.filter((step) => step.do === 'create_coupon');
  if (coupons(plan).length === 0 || coupons(previous).length === 0 || asksAnew(words(text))) return false;
  const leans = JSON.stringify(coupons(plan)) !== JSON.stringify(coupons(alone));
  return leans || changing.test(text);
}

/** As the phrases want a text: small letters, one blank between words. */
function words(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%.]+/gu, ' ')
    .trim();
}
