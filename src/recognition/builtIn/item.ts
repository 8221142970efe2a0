import type { Day } from './calendar.js';

/** A time as it was said: read towards the past in a list, towards the future as a coupon's end. */
export interface When {
  kind: 'when';
  /** How it was bound: "since X", "until X", or the span itself. */
  bound: 'span' | 'since' | 'until' | 'between';
  from?: Day;
  to?: Day;
  /** Last day of it, read as a coupon's end. */
  end?: Day;
  /** First day of it, read as a coupon's start. */
  start?: Day;
}

/** A length of time that is no date yet: "for 3 months", "in 10 days". */
export interface Length {
  kind: 'length';
  said: 'for' | 'in';
  n: number;
  unit: 'day' | 'week' | 'month' | 'year';
}

/** Money in major units; a bound when the words around it say so. */
export interface Money {
  kind: 'money';
  min?: number;
  max?: number;
  amount?: number;
  currency?: string;
}

/** A step from the period that was talked about before. */
export interface Shift {
  kind: 'shift';
  unit: string;
  by: number;
}

/** What a tagged item stands for. */
export type Value =
  | When
  | Length
  | Money
  | Shift
  | { kind: 'number'; n: number }
  | { kind: 'percent'; n: number }
  | { kind: 'currency'; code: string };

/** One word of the sentence: `word` is what rules read (lower case, mended), `raw` what was typed. */
export interface Item {
  word: string;
  raw: string;
  value?: Value;
  /** The raw text touched the item before it: no blank between. */
  glued?: boolean;
}

/** What the rules read: the words with one blank between. */
export const textOf = (items: readonly Item[]): string => items.map((item) => item.word).join(' ');

/** What was typed, as nearly as the items can give it back. */
export const rawOf = (items: readonly Item[]): string =>
  items.map((item, at) => (at === 0 || item.glued ? item.raw : ` ${item.raw}`)).join('');
