import type { Span } from './calendar.js';
import type { Item, When } from './item.js';

/** A time with its two readings: the latest one that has begun, and the next one that has not ended. */
export interface Reading {
  past: Span;
  next?: Span;
}

/** Puts a reading into an item's word and value. */
export const tagged = (
  word: string,
  reading: Reading | undefined,
): Pick<Item, 'word' | 'value'> | undefined => reading && { word, value: whenOf(reading) };

const whenOf = ({ past, next = past }: Reading): When => ({
  kind: 'when',
  bound: 'span',
  from: past.from,
  to: past.to,
  start: next.from,
  end: next.to,
});
