import type { Step } from '../plan.js';
import { attach } from './attach.js';
import { classify } from './classify.js';
import type { Clause } from './clauses.js';
import { joined } from './echoes.js';
import { type Frame, isList, isTime } from './frame.js';
import { filled, noSlots } from './merging.js';
import { COUNT_ONLY, fitsBefore, labelsNext, opensCoupon, taken } from './pieces.js';
import type { Slots } from './slots.js';
import { spread } from './spread.js';
import { addTerm, asksBack } from './terms.js';
import * as vague from './vague.js';

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
      shared.slots = frame.slots;
      continue;
    }
    if (frame.asks) {
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
    vague.isEmptyRequest(clause.text) &&
    (clause.next === ':' || (first && /^[,\n]$/.test(clause.next)))
  );
}
