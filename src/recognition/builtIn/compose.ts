import type { Step } from '../plan.js';
import { attach } from './attach.js';
import { classify } from './classify.js';
import type { Clause } from './clauses.js';
import { addsToAll, opensNext } from './couponPieces.js';
import type { Draft } from './draft.js';
import { joined } from './echoes.js';
import { type Frame, isList } from './frame.js';
import { isLabel, labelled, readLabel } from './headings.js';
import { filled, noSlots } from './merging.js';
import { COUNT_ONLY, fitsBefore, labelsNext, opensCoupon, taken } from './pieces.js';
import { resolvePronoun } from './pronouns.js';
import { retracts } from './retractions.js';
import { signsOff } from './signOffs.js';
import { spread } from './spread.js';
import { addTerm, asksAhead, asksBack } from './terms.js';

/** Reads the clauses in order and joins what belongs together. Fragments that fit nowhere come out with no `asks`. */
export function compose(clauses: readonly Clause[], previous?: Step): Frame[] {
  const draft: Draft = { clauses, frames: [], waiting: [] };
  for (const clause of clauses) place(clause, draft, previous);
  spread(draft.frames);
  return ownRequests(joined([...draft.frames, ...draft.waiting]));
}

/** What others are reported to have asked counts only where the user asks nothing. */
function ownRequests(frames: Frame[]): Frame[] {
  const own = frames.some(({ asks, reported }) => asks && !reported);
  return own ? frames.filter(({ reported }) => !reported) : frames;
}

function place(clause: Clause, draft: Draft, previous: Step | undefined): void {
  if (asksMeaning(clause, draft)) return;
  const last = draft.frames.at(-1);
  const frame = classify(clause, last ?? explainedBefore(previous));
  if (signsOff(clause, draft.clauses)) return;
  resolvePronoun(frame, draft);
  if (draft.reported) frame.reported = true;
  if (frame.rule === 'reported') draft.reported = clause.next === ':';
  else if (/^(?:;|\n|end)$/.test(clause.next)) draft.reported = false;
  if (isLabel(frame, clause, draft)) readLabel(frame, draft);
  else if (frame.asks && !addsToAll(frame, draft)) addRequest(frame, clause, draft);
  else if (!frame.asks && (opensNext(clause, draft) || !attach(frame, draft.frames)))
    draft.waiting.push(frame);
}

/** One more word to explain, or "what is that?" of the words just said. */
function asksMeaning(clause: Clause, { frames, waiting }: Draft): boolean {
  const last = frames.at(-1);
  if (last && ((last.asks === 'explain' && addTerm(last, clause)) || asksBack(last, clause))) return true;
  const piece = waiting.at(-1);
  if (!piece || !(asksBack(piece, clause) || asksAhead(piece, clause))) return false;
  frames.push(...waiting.splice(-1));
  return true;
}

function addRequest(frame: Frame, clause: Clause, draft: Draft): void {
  const { frames } = draft;
  const last = frames.at(-1);
  if (last && last.asks !== 'refuse' && last.asks !== frame.asks && retracts(clause, draft.clauses))
    frames.pop();
  if (frame.asks === 'create_coupon' && labelsNext(last, clause)) takeLabel(frame, clause, frames);
  frames.push(...taken(draft.waiting, frame), frame);
  gather(draft.waiting, frame);
  draft.waiting = draft.waiting.filter(
    (piece) => !fitsBefore(piece, frame) && frame.asks !== 'create_coupon',
  );
  labelled(frame, draft);
}

/** "code GIFT, 50 euros off": the code before belongs to the coupon; with a code of its own, both are coupons of that value. */
function takeLabel(frame: Frame, clause: Clause, frames: Frame[]): void {
  const label = frames.pop()?.clauses ?? [];
  const own = clause.items.some(({ word }) => word === '~code');
  const value = { ...clause, items: clause.items.filter(({ word }) => word !== '~code') };
  if (own) frames.push({ ...frame, clauses: [...label, value] });
  else frame.clauses.unshift(...label);
}

/** Gives a request what was said before it and waits: "last 6, payments", "between 30 and 60 EUR, charges". */
function gather(waiting: readonly Frame[], frame: Frame): void {
  if (frame.asks === 'create_coupon') frame.clauses.unshift(...waiting.flatMap(opensCoupon));
  const count = waiting.find((piece) => COUNT_ONLY.test(piece.clauses[0]?.text ?? ''));
  if (count && isList(frame)) frame.slots.limit ??= count.slots.limit;
  const bound = waiting.find((piece) => piece.slots.bound && piece.slots.statuses.length === 0);
  if (bound && frame.asks === 'list_charges') frame.slots = filled(frame.slots, bound.slots);
}

const explainedBefore = (previous: Step | undefined): Frame | undefined =>
  previous?.do === 'explain'
    ? { asks: 'explain', rule: 'before', clauses: [], slots: noSlots(), terms: [previous.term] }
    : undefined;
