import type { Clause } from './clauses.js';
import type { Draft } from './draft.js';
import type { Frame } from './frame.js';

const hasValue = ({ items }: Clause): boolean =>
  items.some((item) => /^~(?:pct|money|either|free)$/.test(item.word));
const hasCode = ({ items }: Clause): boolean => items.some((item) => item.word === '~code');

/** "TEN10 (10%) and TEN20 (20%)": where the codes stand first, a code goes with the value that follows. */
export function opensNext(clause: Clause, { clauses, frames }: Draft): boolean {
  const last = frames.at(-1);
  if (last?.asks !== 'create_coupon' || !hasCode(clause) || hasValue(clause)) return false;
  if (!last.clauses.some(hasValue)) return false;
  const codeFirst = clauses.findIndex(hasCode) < clauses.findIndex(hasValue);
  return codeFirst && clauses.slice(clauses.indexOf(clause) + 1).some(hasValue);
}

/** "…, both 10%": a value that is said for several coupons goes to each that has none. */
export function addsToAll(frame: Frame, { frames }: Draft): boolean {
  const coupons = frames.filter(({ asks }) => asks === 'create_coupon');
  const text = frame.clauses[0]?.text ?? '';
  if (frame.asks !== 'create_coupon' || coupons.length < 2 || !/^(?:both|each|all)(?: |$)/.test(text))
    return false;
  const open = coupons.filter(({ clauses }) => !clauses.some(hasValue));
  for (const coupon of open) coupon.clauses.push(...frame.clauses);
  return open.length > 0;
}

const ONE_CODE = /^(?:(?:code|the code|one|another) )?~code$/;

/** "create MOON and SUN": a code beside a code, neither with a value yet, is one more coupon. */
export const isNextCode = (clause: Clause, coupon: Frame): boolean =>
  /^(?:and|,)$/.test(clause.joint) &&
  ONE_CODE.test(clause.text) &&
  coupon.clauses.some(hasCode) &&
  !coupon.clauses.some(hasValue);
