import type { Step } from '../plan.js';
import { attach } from './attach.js';
import { classify } from './classify.js';
import type { Clause } from './clauses.js';
import { joined } from './echoes.js';
import { isEmptyRequest } from './emptyRequests.js';
import { type Frame, isList, isTime } from './frame.js';
import { filled, noSlots } from './merging.js';
import { phrases } from './phrases.js';
import { COUNT_ONLY, fitsBefore, labelsNext, opensCoupon, taken } from './pieces.js';
import type { Slots } from './slots.js';
import { spread } from './spread.js';
import { addTerm, asksBack } from './terms.js';

/** A label ("last week:", "two lists for yesterday:") whose period holds for what follows. */
interface Shared {
  slots?: Slots;
  /** "Rosa Marin: …" */
  customers?: string[];
}

/** Reads the clauses in order and joins what belongs together. Fragments that fit nowhere come out with no `asks`. */
export function compose(clauses: readonly Clause[], previous?: Step): Frame[] {
  const frames: Frame[] = [];
  const shared: Shared = {};
  let waiting: Frame[] = [];
  for (const clause of clauses) {
    const last = frames.at(-1);
    if (last?.asks === 'explain' && addTerm(last, clause)) continue;
    if (last && asksBack(last, clause)) continue;
    const frame = classify(clause, last ?? explainedBefore(previous));
    if (signsOff(clause, clauses)) continue;
    if (frame.rule === 'customer looked up' && clause.next === ':') {
      shared.customers = frame.slots.customers;
      continue;
    }
    if (isLabel(frame, clauses)) {
      const before = waiting.filter((piece) => isTime(piece) && piece.clauses[0]?.next === 'and');
      shared.slots = {
        ...frame.slots,
        whens: [...before.flatMap((piece) => piece.slots.whens), ...frame.slots.whens],
      };
      waiting = waiting.filter((piece) => !before.includes(piece));
      continue;
    }
    if (frame.asks) {
      if (retracts(clause, clauses) && last?.asks !== 'refuse' && last?.asks !== frame.asks) frames.pop();
      if (frame.asks === 'create_coupon' && labelsNext(last, clause))
        frame.clauses.unshift(...(frames.pop()?.clauses ?? []));
      frames.push(...taken(waiting, frame), frame);
      gather(waiting, frame);
      waiting = waiting.filter((piece) => !fitsBefore(piece, frame) && frame.asks !== 'create_coupon');
      share(shared, frame);
    } else if (!attach(frame, frames)) waiting.push(frame);
  }
  spread(frames);
  return joined([...frames, ...waiting]);
}

const takesBack = phrases(
  '^ i_mean|i_meant|no_wait|scratch_that|correction|no_sorry|sorry_i_meant|sorry_no|no_i_mean|wait_no|actually_no|make_that|forget_that|or_rather|no_rather|nope|oops|wait',
);
const takesBackAlone = phrases(
  '^ i_mean|i_meant|no_wait|no|sorry|scratch_that|correction|wait_no|oops|wait|actually|rather|forget_that|nope $',
);

/** "…, no wait, customers of today": what was asked before is taken back. */
function retracts(clause: Clause, clauses: readonly Clause[]): boolean {
  const before = clauses[clauses.indexOf(clause) - 1];
  return (
    takesBack(clause.text) ||
    (before !== undefined && clauses.length > 2 && takesBackAlone(before.text) && before !== clauses[0])
  );
}

/** Gives a request what was said before it and waits: "last 6, payments", "between 30 and 60 EUR, charges". */
function gather(waiting: readonly Frame[], frame: Frame): void {
  if (frame.asks === 'create_coupon') frame.clauses.unshift(...waiting.flatMap(opensCoupon));
  const count = waiting.find((piece) => COUNT_ONLY.test(piece.clauses[0]?.text ?? ''));
  if (count && isList(frame)) frame.slots.limit ??= count.slots.limit;
  const bound = waiting.find((piece) => piece.slots.bound && piece.slots.statuses.length === 0);
  if (bound && frame.asks === 'list_charges') frame.slots = filled(frame.slots, bound.slots);
}

function share({ slots, customers }: Shared, frame: Frame): void {
  if (slots && isList(frame) && frame.slots.whens.length === 0) {
    frame.slots.whens = [...slots.whens];
    frame.slots.lengths = frame.slots.lengths.length ? frame.slots.lengths : [...slots.lengths];
  }
  if (customers && frame.asks === 'list_charges' && frame.slots.customers.length === 0)
    frame.slots.customers = customers;
}

const SIGN_OFF = /(?:^| )(?:regards|sincerely|cheers|best|greetings|yours|thanks|thank you|rgds|br|love)$/;

/** "Regards, Tom": whose name it is asks for nothing. */
function signsOff(clause: Clause, clauses: readonly Clause[]): boolean {
  const before = clauses[clauses.indexOf(clause) - 1];
  return before !== undefined && /^~name$/.test(clause.text) && SIGN_OFF.test(before.text);
}

const explainedBefore = (previous: Step | undefined): Frame | undefined =>
  previous?.do === 'explain'
    ? { asks: 'explain', rule: 'before', clauses: [], slots: noSlots(), terms: [previous.term] }
    : undefined;

function isLabel(frame: Frame, clauses: readonly Clause[]): boolean {
  const [clause] = frame.clauses;
  if (!clause) return false;
  const first = clause === clauses[0];
  if (
    clause.next === ':' &&
    /^(?:\d+|two|three) /.test(clause.text) &&
    !frame.slots.percents.length &&
    !isTime(frame)
  )
    return true;
  if (frame.asks) return false;
  return (
    isTime(frame) &&
    isEmptyRequest(clause.text) &&
    (clause.next === ':' || (first && /^[,\n]$/.test(clause.next)))
  );
}
