import type { Clause } from './clauses.js';
import { isCouponDetail, opensWithWhom } from './coupon.js';
import { type Frame, isList, isTime } from './frame.js';
import { filled } from './merging.js';

/** "pending and failed charges": the piece before the noun is a request of its own of that kind. */
export function fitsBefore(piece: Frame, frame: Frame): boolean {
  const [clause] = piece.clauses;
  if (!clause || !/^(?:and|or|,)$/.test(clause.next)) return false;
  if (
    isList(frame) &&
    isTime(piece) &&
    isTime(frame) &&
    /^(?:and )?(?:the )?~(?:when|date|range)(?: 's)?$/.test(clause.text)
  )
    return true;
  if (frame.asks === 'list_charges')
    return piece.slots.statuses.length > 0 || piece.slots.currencies.length > 0;
  return frame.asks === 'show_balance' && piece.slots.currencies.length > 0;
}

/** The pieces that a request makes requests of their own. */
export function taken(waiting: readonly Frame[], frame: Frame): Frame[] {
  const pieces = waiting.filter((piece) => fitsBefore(piece, frame));
  if (frame.asks === 'show_balance' && pieces.every((piece) => piece.slots.currencies.length === 0))
    return [];
  return pieces.map((piece) => ({
    ...piece,
    asks: frame.asks ?? 'list_charges',
    rule: frame.rule,
    slots: filled(piece.slots, frame.slots),
    bare: true,
  }));
}

/** "code GIFT, 50 euros off": the code alone is no question. */
export const labelsNext = (last: Frame | undefined, clause: Clause): boolean =>
  last?.asks === 'list_coupons' &&
  /^(?:,|:|and|;|\n)$/.test(clause.joint) &&
  LABEL.test(last.clauses[0]?.text ?? '');

const LABEL =
  /^(?:(?:the|its|use|with|let|have|make|promo|discount|coupon|voucher|promotion) )*(?:codes? )?(?:(?:is|be|should be|shall be|will be) )?~code(?: as (?:(?:the|a) )?(?:(?:promo|discount) )?code)?$/;

/** A piece before a coupon that belongs to it: its code, its end, the first of two values ("10 or 15%"). */
export function opensCoupon(piece: Frame): Clause[] {
  const [clause] = piece.clauses;
  if (!clause) return [];
  if (clause.next === 'or') return [{ ...clause, items: [...clause.items, { word: 'or', raw: 'or' }] }];
  return opens(piece, clause) ? [clause] : [];
}

const opens = ({ slots }: Frame, { items, text }: Clause): boolean =>
  items.some((item) => item.word === '~called') ||
  slots.code !== undefined ||
  slots.customers.length +
    slots.whens.length +
    slots.lengths.length +
    slots.percents.length +
    slots.money.length >
    0 ||
  opensWithWhom(text) ||
  isCouponDetail(text);

/** "the last 6", a count that waits for its noun. */
export const COUNT_ONLY = /^(?:the )?(?:last|latest|newest|first|top|most recent)? ?\d+$/;
