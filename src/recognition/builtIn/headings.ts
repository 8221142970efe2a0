import type { Clause } from './clauses.js';
import type { Draft } from './draft.js';
import { isEmptyRequest } from './emptyRequests.js';
import { type Frame, isList, isTime } from './frame.js';

/** Whether a clause heads what follows: "last week:", "two lists for yesterday:", "Rosa Marin:". */
export function isLabel(frame: Frame, clause: Clause, { clauses }: Draft): boolean {
  if (headsWithPerson(frame)) return true;
  const counts =
    /^(?:\d+|two|three) /.test(clause.text) && frame.slots.percents.length === 0 && !isTime(frame);
  if (clause.next === ':' && counts) return true;
  if (frame.asks || !isTime(frame) || !isEmptyRequest(clause.text)) return false;
  return clause.next === ':' || (clause === clauses[0] && /^[,\n]$/.test(clause.next));
}

const headsWithPerson = ({ rule, clauses: [clause] }: Frame): boolean =>
  rule === 'customer looked up' && clause?.next === ':';

/** Keeps what a heading says for what follows, with the periods that were said just before it. */
export function readLabel(frame: Frame, draft: Draft): void {
  if (headsWithPerson(frame)) {
    draft.customers = frame.slots.customers;
    draft.person = frame.clauses;
    return;
  }
  const before = draft.waiting.filter((piece) => isTime(piece) && piece.clauses[0]?.next === 'and');
  const whens = [...before.flatMap(({ slots }) => slots.whens), ...frame.slots.whens];
  draft.label = { slots: { ...frame.slots, whens }, clauses: frame.clauses };
  draft.waiting = draft.waiting.filter((piece) => !before.includes(piece));
}

/** Gives a request what its heading says. */
export function labelled(frame: Frame, draft: Draft): void {
  const { label, customers } = draft;
  if (frame.asks === 'create_coupon') frame.clauses.unshift(...(draft.person ?? []));
  if (frame.asks === 'create_coupon' && label) {
    frame.clauses.unshift(...label.clauses);
    delete draft.label;
  } else if (label && isList(frame) && frame.slots.whens.length === 0) {
    frame.slots.whens = [...label.slots.whens];
    frame.slots.lengths = frame.slots.lengths.length ? frame.slots.lengths : [...label.slots.lengths];
  }
  if (customers && frame.asks === 'list_charges' && frame.slots.customers.length === 0)
    frame.slots.customers = customers;
}
