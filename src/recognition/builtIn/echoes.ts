import type { Frame } from './frame.js';
import { clashes, filled } from './merging.js';
import { headNoun } from './nouns.js';
import { phrases } from './phrases.js';

/** Two neighbours that ask the same thing are one request when the later states nothing of its own. */
export function joined(frames: Frame[]): Frame[] {
  return frames.filter((frame, at) => {
    const before = frames[at - 1];
    if (onlyPointedAt(frame, frames[at + 1])) return false;
    if (onlyMentioned(frame, frames[at + 1]) || onlyCounted(frame, frames[at + 1])) return false;
    if (!before || before.asks !== frame.asks || !frame.asks) return true;

    if (frame.asks === 'refuse')
      return (
        before.reason !== frame.reason ||
        (frame.reason === 'unsupported_action' && frame.rule !== 'echo' && !sameAct(before, frame))
      );
    if (frame.asks === 'help' || frame.asks === 'show_permissions') return false;
    if (frame.asks === 'clarify') return before.about !== frame.about;
    if (frame.asks === 'create_coupon') return joinCoupons(before, frame);
    if (frame.asks === 'explain') return asksMoreTerms(before, frame);
    return !isEcho(before, frame);
  });
}

/** Words that were asked about just before are not explained twice. */
function asksMoreTerms(before: Frame, frame: Frame): boolean {
  frame.terms = (frame.terms ?? []).filter((term) => !before.terms?.includes(term));
  return frame.terms.length > 0;
}

/** Words with which a customer is asked for, rather than mentioned. */
const asksFor = phrases(
  'show|list|find|is|are|who|look|lookup|search|do_we|does|did|how_many|get|give|tell|new|newest|latest|last|all|any|display|check|know|registered|joined|signed_up|which|what',
);

/** "a customer, Helga Brandt, says her payment bounced": the name belongs to what follows. */
const onlyMentioned = (frame: Frame, next: Frame | undefined): boolean =>
  frame.asks === 'list_customers' &&
  next?.rule === 'pronoun' &&
  !frame.clauses.some(({ text }) => asksFor(text)) &&
  frame.clauses[0]?.asked !== true;

const THING =
  /^(?:the |this |that |about )?(?:charge|payment|chargeback|dispute|transaction|order)?(?: of| for| by)? ?~(?:charge|name|cus|mail)$/;

/** "the chargeback of ch_…: please contest it": the thing belongs to what is asked for it. */
const onlyPointedAt = (frame: Frame, next: Frame | undefined): boolean =>
  frame.asks === 'list_charges' &&
  next?.asks === 'refuse' &&
  frame.clauses.every(({ text }) => THING.test(text)) &&
  /(?:^| )(?:it|him|her|them|this|that)(?: |$)/.test(next.clauses[0]?.text ?? '');

/** "two coupons, one for 10%, …": the count is a heading. */
const onlyCounted = (frame: Frame, next: Frame | undefined): boolean =>
  frame.asks === 'list_coupons' &&
  next?.asks === 'create_coupon' &&
  frame.clauses.every(({ text }) => /^\d+ (?:\w+ )?(?:coupons|codes|vouchers|discounts|promos)$/.test(text));

const sameAct = (before: Frame, frame: Frame): boolean =>
  (before.clauses[0]?.text ?? '').split(' ').length <= 2 ||
  (frame.clauses[0]?.text ?? '').split(' ').length <= 1;

/** False (and joined) when the second is a part of the first: one of them states no discount. */
function joinCoupons(before: Frame, frame: Frame): boolean {
  const value = (f: Frame) =>
    f.clauses.some(({ items }) => items.some((item) => item.word === '~pct' || item.word === '~money'));
  const has = (f: Frame, word: string) =>
    f.clauses.some(({ items }) => items.some((item) => item.word === word));
  const both = (word: string) => has(before, word) && has(frame, word);
  if (value(before) && value(frame))
    return !/^or$/.test(frame.clauses[0]?.joint ?? '') ? true : !append(before, frame);
  if ((both('~code') || both('~called')) && value(before)) return true;
  return !append(before, frame);
}

function append(before: Frame, frame: Frame): true {
  const [first] = frame.clauses;
  if (first?.joint === 'or')
    before.clauses.push(
      { ...first, items: [{ word: 'or', raw: 'or' }, ...first.items] },
      ...frame.clauses.slice(1),
    );
  else before.clauses.push(...frame.clauses);
  return true;
}

function isEcho(before: Frame, frame: Frame): boolean {
  const a = before.slots;
  const b = frame.slots;
  if (clashes(a, b) || frame.rule === 'said again' || before.bare) return false;
  const own = headNoun(frame.clauses[0]?.text ?? '');
  const short = (before.clauses[0]?.text ?? '').split(' ').length <= 2 && a.statuses.length > 0;
  if (
    short &&
    b.statuses.length > 0 &&
    b.statuses.every((status) => a.statuses.includes(status)) &&
    a.whens.length === 0 &&
    frame.clauses[0]?.joint === ';'
  ) {
    before.slots = filled(a, b);
    return true;
  }
  const sameState = b.statuses.every((status) => a.statuses.includes(status));
  const states =
    b.whens.length + b.currencies.length + b.customers.length + b.lengths.length > 0 ||
    b.limit !== undefined ||
    b.bound !== undefined;
  if (own && (states || !sameState) && a.statuses.length + a.whens.length + a.customers.length > 0)
    return false;
  if (!sameState && a.statuses.length > 0) return false;
  before.slots = filled(a, b);
  return true;
}
