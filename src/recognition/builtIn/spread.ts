import { type Frame, isList, isTime } from './frame.js';
import { headNoun } from './nouns.js';

const OWN_VERB =
  /^(?:(?:please|then|now|also) )*(?:show|list|get|give|display|find|tell|what|which|who|how|any|did|is|are|can|could)(?: |$)/;

/** A period or count said once for several things: before the first noun for all, after the last for those before it. */
export function spread(frames: Frame[]): void {
  frames.forEach((frame, at) => {
    const before = frames[at - 1];
    if (!before || !isList(frame) || !isList(before)) return;
    const clause = frame.clauses[0];
    const counted = [before, frame].every((one) => one.clauses[0]?.text.startsWith('how many'));
    if (!clause || !/^(?:and|,)$/.test(clause.joint) || (OWN_VERB.test(clause.text) && !counted)) return;
    if (isTime(before) && !isTime(frame) && leads(before))
      frame.slots = { ...frame.slots, whens: [...before.slots.whens], lengths: [...before.slots.lengths] };
    if (before.slots.limit !== undefined && frame.slots.limit === undefined && isBareNoun(clause.text))
      frame.slots.limit = before.slots.limit;
    if (isTime(frame) && !isTime(before)) backwards(frames, at);
  });
}

function backwards(frames: Frame[], at: number): void {
  const from = frames[at];
  for (let i = at - 1; from && i >= 0; i--) {
    const frame = frames[i];
    if (!frame || !isList(frame) || isTime(frame) || frame.slots.limit !== undefined) return;
    frame.slots = { ...frame.slots, whens: [...from.slots.whens], lengths: [...from.slots.lengths] };
    const joint = frame.clauses[0]?.joint ?? '';
    if (!/^(?:and|,|start)$/.test(joint)) return;
  }
}

/** The time stands before the noun: "last week's charges and customers". */
function leads(frame: Frame): boolean {
  const text = frame.clauses[0]?.text ?? '';
  const time = text.search(/~(?:when|date|range|since|from|for|in)/);
  const noun = headNoun(text)?.at ?? -1;
  return time >= 0 && noun > time;
}

const isBareNoun = (text: string): boolean => /^(?:(?:the|our|new) )?\S+$/.test(text);
