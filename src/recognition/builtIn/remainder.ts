import type { Frame } from './frame.js';
import * as kinds from './kinds.js';
import * as vague from './vague.js';

/** Decides what is left over: fragments that no request has taken, and a sentence that asks for nothing. */
export function remainder(frames: readonly Frame[]): Frame[] {
  const asked = frames.filter((frame) => frame.asks);
  if (asked.length > 0) return asked;
  const rest = frames.filter((frame) => frame.rule !== 'pressure');
  const alone = rest.map(standAlone).find((frame) => frame !== undefined);
  if (alone) return [alone];
  const [first] = frames;
  if (!first) return [];
  const text = frames.map((frame) => frame.clauses[0]?.text ?? '').join(' ');
  if (rest.every((frame) => kinds.isGreeting(frame.clauses[0]?.text ?? '')))
    return frames.length > rest.length && rest.length === 0
      ? [refused(first)]
      : [{ ...first, asks: 'help', rule: 'greeting' }];
  return /[a-z]/.test(text) ? [refused(first)] : [{ ...first, asks: 'help', rule: 'nothing said' }];
}

const refused = (frame: Frame): Frame => ({
  ...frame,
  asks: 'refuse',
  reason: 'off_topic',
  rule: 'off topic',
});

function standAlone(frame: Frame): Frame | undefined {
  const text = frame.clauses[0]?.text ?? '';
  const { slots } = frame;
  if (kinds.isGreeting(text) && slots.whens.length === 0 && text.split(' ').length < 5) return undefined;
  if (vague.pointsElsewhere(text)) return { ...frame, asks: 'clarify', about: 'other', rule: 'pointer' };
  if (slots.customers.length > 0 && text.split(' ').length <= 3)
    return { ...frame, asks: 'list_customers', rule: 'customer alone' };
  if (slots.code && text.split(' ').length <= 2)
    return { ...frame, asks: 'list_coupons', rule: 'code alone' };
  if (slots.statuses.length > 0) return { ...frame, asks: 'list_charges', rule: 'status alone' };
  if (vague.isEmptyRequest(text))
    return { ...frame, asks: 'clarify', about: 'which_data', rule: 'no kind of data' };
  if (vague.namesNobody(text))
    return { ...frame, asks: 'clarify', about: 'which_customer', rule: 'nobody named' };
  return vague.asksData(text) && text.split(' ').length <= 8
    ? { ...frame, asks: 'clarify', about: 'which_data', rule: 'no kind of data' }
    : undefined;
}
