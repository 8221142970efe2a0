import { isClosing, isGreeting } from './closings.js';
import { likely } from './cues.js';
import { asksData, isEmptyRequest } from './emptyRequests.js';
import { isTerm, termOf } from './explaining.js';
import type { Frame } from './frame.js';
import { headNoun } from './nouns.js';
import { phrases } from './phrases.js';
import { pointsElsewhere } from './pointers.js';
import { namesNobody } from './vaguePeople.js';

/** Decides what is left over: fragments that no request has taken, and a sentence that asks for nothing. */
export function remainder(frames: readonly Frame[]): Frame[] {
  const asked = frames.filter((frame) => frame.asks);
  if (asked.length > 0) return asked;
  const [opening] = frames;
  if (opening && isClosing(saidIn(frames))) return [{ ...opening, asks: 'help', rule: 'thanks' }];
  const rest = frames.filter((frame) => frame.rule !== 'pressure');
  const alone = rest.flatMap((frame) => standAlone(frame) ?? []);
  const codes = alone.filter(({ rule }) => rule === 'code alone');
  if (codes.length > 1) return codes;
  const clearest = alone.find(({ rule }) => rule !== 'no kind of data') ?? alone[0];
  if (clearest) return [clearest];
  const [first] = frames;
  if (!first) return [];
  const text = frames.map((frame) => frame.clauses[0]?.text ?? '').join(' ');
  if (rest.every((frame) => isGreeting(frame.clauses[0]?.text ?? '')))
    return frames.length > rest.length && rest.length === 0
      ? [refused(first)]
      : [{ ...first, asks: 'help', rule: 'greeting' }];
  const guess = rest.map(likely).find((frame) => frame !== undefined);
  if (guess) return [guess];
  if (/[a-z]/.test(text)) return [refused(first)];
  return /\p{L}/u.test(text)
    ? [{ ...first, asks: 'clarify', about: 'other', rule: 'other script' }]
    : [{ ...first, asks: 'help', rule: 'nothing said' }];
}

const saidIn = (frames: readonly Frame[]): string =>
  frames.map((frame) => frame.clauses[0]?.text ?? '').join(' ');

const refused = (frame: Frame): Frame => ({
  ...frame,
  asks: 'refuse',
  reason: 'off_topic',
  rule: 'nothing of ours',
});

const doIt = phrases('do it|that|so\nthat|this one\ngo on');

function standAlone(frame: Frame): Frame | undefined {
  const text = frame.clauses[0]?.text ?? '';
  const { slots } = frame;
  const greets = isGreeting(text) && slots.whens.length === 0 && text.split(' ').length < 5;
  if (greets && !doIt(text)) return undefined;
  if (
    frame.clauses[0]?.asked &&
    slots.statuses.length === 0 &&
    isTerm(text) &&
    !headNoun(text) &&
    text.split(' ').length <= 3
  )
    return { ...frame, asks: 'explain', terms: [termOf(text, frame.clauses[0].items)], rule: 'term alone' };
  if (pointsElsewhere(text)) return { ...frame, asks: 'clarify', about: 'other', rule: 'pointer' };
  if (slots.customers.length > 0 && text.split(' ').length <= 3)
    return { ...frame, asks: 'list_customers', rule: 'customer alone' };
  if (slots.code && text.split(' ').length <= 2)
    return { ...frame, asks: 'list_coupons', rule: 'code alone' };
  if (slots.statuses.length > 0) return { ...frame, asks: 'list_charges', rule: 'status alone' };
  if (isEmptyRequest(text))
    return { ...frame, asks: 'clarify', about: 'which_data', rule: 'no kind of data' };
  if (namesNobody(text)) return { ...frame, asks: 'clarify', about: 'which_customer', rule: 'nobody named' };
  return asksData(text) && text.split(' ').length <= 8
    ? { ...frame, asks: 'clarify', about: 'which_data', rule: 'no kind of data' }
    : undefined;
}
