import type { Clause } from './clauses.js';
import { opensWithWhom } from './coupon.js';
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
  /^[,:]$/.test(clause.joint) &&
  /^(?:(?:promo|discount|coupon|voucher|promotion) )*(?:code )?~code$/.test(last.clauses[0]?.text ?? '');

/** A piece before a coupon that belongs to it: its code, its end, the first of two values ("10 or 15%"). */
export function opensCoupon(piece: Frame): Clause[] {
  const [clause] = piece.clauses;
  if (!clause) return [];
  if (clause.next === 'or') return [{ ...clause, items: [...clause.items, { word: 'or', raw: 'or' }] }];
  return clause.items.some((item) => item.word === '~called') ||
    piece.slots.code ||
    opensWithWhom(clause.text) ||
    isTime(piece) ||
    piece.slots.percents.length + piece.slots.money.length > 0
    ? [clause]
    : [];
}

/** "the last 6", a count that waits for its noun. */
export const COUNT_ONLY = /^(?:the )?(?:last|latest|newest|first|top|most recent)? ?\d+$/;
