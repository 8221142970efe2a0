import type { RecognitionCode } from '../errors.js';

/** What to make of a request that gave no plan. */
export interface Verdict {
  code: RecognitionCode;
  /** Whether a second try is worth it: `soon` after a short wait, `mend` with the fault told to the model. */
  again: 'never' | 'soon' | 'mend';
  /** How long the other side wants us to wait, in ms, where it said so. */
  wait?: number;
  /** Whether to rest from asking: after several such in a row, or at once where the next would be the same or as slow. */
  rest: 'never' | 'in_a_row' | 'at_once';
}

/** The other side is there, but this text gave no plan: worth telling the model. */
export const noPlan: Verdict = { code: 'unreadable', again: 'mend', rest: 'never' };
/** Cut off at the longest answer: a second one would be too. */
export const cutOff: Verdict = { code: 'unreadable', again: 'never', rest: 'never' };
/** The model or a guard before it declines this sentence: it would again. */
export const declined: Verdict = { code: 'refused', again: 'never', rest: 'never' };
/** An answer without content: OpenRouter's page on errors advises to try again. */
export const noContent: Verdict = { code: 'unreadable', again: 'soon', rest: 'in_a_row' };
/** Not OpenRouter's form at all: a proxy's page, or far too long. */
export const foreign: Verdict = { code: 'unreadable', again: 'never', rest: 'in_a_row' };
/** No connection, or one that broke. */
export const broken: Verdict = { code: 'unreachable', again: 'soon', rest: 'in_a_row' };
/** Our own time is over. */
export const tooSlow: Verdict = { code: 'timeout', again: 'never', rest: 'at_once' };

const byStatus: ReadonlyMap<number, Verdict> = new Map([
  [401, { code: 'refused', again: 'never', rest: 'at_once' }],
  [402, { code: 'no_credit', again: 'never', rest: 'at_once' }],
  [403, declined],
  [404, { code: 'no_provider', again: 'never', rest: 'at_once' }],
  [408, { code: 'timeout', again: 'never', rest: 'in_a_row' }],
  [413, declined],
]);

/** Reads a status, be it HTTP's or that of an `error` in a body of 200, by OpenRouter's page on errors.
 * @param wait what `Retry-After` said, in ms */
export function verdictOfStatus(status: number, wait?: number): Verdict {
  const waits = wait === undefined ? {} : { wait };
  const known = byStatus.get(status);
  if (known) return known;
  // 503 is "no provider meets the routing": ours are the privacy fields, so only a stated wait makes it a busy one.
  if (status === 503)
    return { code: 'no_provider', again: wait === undefined ? 'never' : 'soon', rest: 'in_a_row', ...waits };
  if (status === 429 || status >= 500) return { ...broken, ...waits };
  return { code: 'refused', again: 'never', rest: 'in_a_row' };
}

/** What `Retry-After` asks for, in ms: seconds, or a date, which is measured by the answer's own `Date`. */
export function retryAfter(headers: Headers): number | undefined {
  const said = headers.get('retry-after')?.trim() ?? '';
  const wait = /^\d+$/.test(said)
    ? Number(said) * 1000
    : Date.parse(said) - Date.parse(headers.get('date') ?? '');
  return Number.isFinite(wait) ? Math.max(0, wait) : undefined;
}
