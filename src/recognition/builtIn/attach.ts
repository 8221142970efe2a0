import type { Clause } from './clauses.js';
import { isGreeting } from './closings.js';
import { isNextCode } from './couponPieces.js';
import { type Frame, isList, isTime } from './frame.js';
import { clashes, filled, statesList } from './merging.js';
import { headNoun } from './nouns.js';
import type { Slots } from './slots.js';

/** Gives a fragment to the request before it; false when it fits none. */
export function attach(piece: Frame, frames: Frame[]): boolean {
  const last = frames.at(-1);
  const [clause] = piece.clauses;
  if (!last || !clause) return false;
  if (last.asks === 'create_coupon') return addToCoupon(piece, clause, frames);
  if (last.asks === 'refuse') return addOwn(piece, last, clause, frames);
  if (last.asks === 'show_balance') return addCurrency(piece, last, frames);
  if (isList(last)) return addToList(piece, clause, frames);
  return last.asks === 'clarify' && last.waiting === undefined;
}

function addToCoupon(piece: Frame, clause: Clause, frames: Frame[]): boolean {
  const { text } = clause;
  const coupon = frames.at(-1);
  if (!coupon) return false;
  const coded = coupon.clauses.some(({ items }) => items.some((item) => item.word === '~code'));
  if (isNextCode(clause, coupon)) {
    frames.push({ ...coupon, clauses: [...piece.clauses], slots: piece.slots });
    return true;
  }
  if (piece.slots.code && (clause.next === ':' || coded)) return false;
  if (text === '~data' || (clause.joint === ';' && isGreeting(text))) return false;
  const all = /^(?:both|each|all)(?: |$)/.test(text)
    ? frames.filter((frame) => frame.asks === 'create_coupon')
    : [coupon];
  for (const one of all) one.clauses.push(...piece.clauses);
  return true;
}

function addCurrency(piece: Frame, last: Frame, frames: Frame[]): boolean {
  if (piece.slots.currencies.length === 0)
    return /(?:^| )(?:available|pending)(?: |$)/.test(piece.clauses[0]?.text ?? '');
  if (last.slots.currencies.length === 0) last.slots.currencies = piece.slots.currencies;
  else frames.push({ ...last, slots: { ...last.slots, currencies: piece.slots.currencies } });
  return true;
}

/** "customers of acct_… and our own ones": the same kind, of the own account. */
function addOwn(piece: Frame, last: Frame, clause: Clause, frames: Frame[]): boolean {
  const kind = headNoun(last.clauses[0]?.text ?? '')?.asks;
  if (
    !kind ||
    last.reason !== 'other_account' ||
    /(?:^| )not(?: |$)/.test(clause.text) ||
    !/(?:^| )(?:ours?|own|ones)(?: |$)/.test(clause.text)
  )
    return false;
  frames.push({ ...piece, asks: kind, rule: 'our own' });
  return true;
}

const ONES = /(?:^| )(?:ones?|same|those|too|as well|each|apiece)(?: |$)/;

function addToList(piece: Frame, clause: Clause, frames: Frame[]): boolean {
  const last = frames.at(-1);
  if (!last) return false;
  const { slots } = piece;
  if (!statesList(slots)) return false;
  if (clause.text.match(/(?:^| )each(?: |$)/) && slots.limit !== undefined) {
    for (const frame of frames.filter(isList)) frame.slots.limit ??= slots.limit;
    return true;
  }
  if (clashes(last.slots, slots) || (ONES.test(clause.text) && !/(?:^| )only(?: |$)/.test(clause.text))) {
    frames.push({
      ...last,
      clauses: piece.clauses,
      slots: filled(slots, withoutClash(last.slots, slots)),
      rule: 'said again',
    });
    return true;
  }
  const timeOnly =
    isTime(piece) && slots.statuses.length === 0 && slots.limit === undefined && slots.customers.length === 0;
  const run = timeOnly ? frames.filter((frame) => isList(frame) && !isTime(frame)) : [last];
  if (
    clause.joint === ';' &&
    !timeOnly &&
    slots.statuses.length === 0 &&
    !slots.bound &&
    slots.limit === undefined &&
    slots.customers.length === 0 &&
    slots.valid === undefined
  )
    return false;
  for (const frame of run.length > 0 ? run : [last]) frame.slots = filled(frame.slots, slots);
  last.clauses.push(...piece.clauses);
  return true;
}

/** What a second value replaces does not come along from the first. */
const withoutClash = (a: Slots, b: Slots): Slots => ({
  ...a,
  ...(b.customers.length ? { customers: [] } : {}),
});
