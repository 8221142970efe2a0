import { inert, inertMarkdown } from './escape.js';
import { formatNumber, formatTime } from './format.js';
import type { Place, Reading } from './reading.js';
import { goneLine, takeBackButton } from './takenBack.js';
import type { Button, ListView } from './views.js';

/** A page of rows, and what they are a page of. */
export interface Page<T> {
  /** At most 10, this page's. */
  rows: readonly T[];
  /** All of the whole question, at most 1,000: the summary is over these. */
  counted: readonly T[];
  shownBefore: number;
  /** Whether there is more than was counted: Stripe has more, or our own bound of rows or time cut it. */
  more: 'no' | 'yes' | 'cut';
  /** How many rows were looked at, where a bound cut the question. */
  read?: number;
  /** Opaque cursor of the next page; absent when this is the last. */
  next?: string;
}

interface Said<R> {
  headline: string;
  /** The line that answers; of no rows: what was searched. */
  answer: string;
  rows: R[];
}

/** A list card's view from its own words and the page they are of. */
export function listView<C extends 'charges' | 'customers' | 'coupons' | 'audit', R>(
  card: C,
  said: Said<R>,
  page: Omit<Page<unknown>, 'counted'> & { counted?: Page<unknown>['counted'] },
  reading: Reading,
): ListView<C, R> {
  const told = said.answer.replaceAll(' · ', ', ');
  return {
    card,
    summary: said.rows.length > 0 ? `${inert(said.headline, 200)}: ${told}.` : told,
    headline: inertMarkdown(said.headline, 200),
    answer: said.answer,
    rows: said.rows,
    buttons: [...nextButton(page), ...switchButton(reading), ...takeBackButton(reading)],
    footer: [...position(page, reading.locale), asOf(reading)],
  };
}

/** "Main store · Test" */
export function placeLine({ label, mode }: Place): string {
  return `${inert(label)} · ${modeWord(mode)}`;
}

/** "Test" or "Live" */
export function modeWord(mode: Place['mode']): string {
  return mode === 'live' ? 'Live' : 'Test';
}

/** "Main store · Test · as of 14:05 · gone in 10 min" */
export function asOf(reading: Reading): string {
  const parts = [placeLine(reading.place), `as of ${formatTime(reading.now, reading)}`, goneLine(reading)];
  return parts.filter(Boolean).join(' · ');
}

/** The offer to ask the other account: by its name when there is one, else the choice. */
export function switchButton({ others }: Reading): Button[] {
  const [first, ...rest] = others;
  if (!first) return [];
  if (rest.length > 0) return [{ title: 'Switch account', data: { tillkeeper: { act: 'account.use' } } }];
  return [useButton(first)];
}

export function useButton(place: Place): Button {
  const title = `Switch to ${inert(place.label, 40)}`;
  return { title, data: { tillkeeper: { act: 'account.use', account: place.id } } };
}

type Counted = Omit<Page<unknown>, 'counted'> & { counted?: readonly unknown[] };

function nextButton({ rows, counted, shownBefore, more, next }: Counted): Button[] {
  if (!next) return [];
  const left = more === 'no' && counted ? counted.length - shownBefore - rows.length : 10;
  const title = left > 0 && left < 10 ? `Next ${left}` : 'Next 10';
  return [{ title, data: { tillkeeper: { act: 'list.next', cursor: next } } }];
}

/** "10 of 37", "11–20 of more than 20"; nothing when all is on the card. */
function position({ rows, counted, shownBefore, more }: Counted, locale: string): string[] {
  const last = shownBefore + rows.length;
  const all = Math.max(counted?.length ?? 0, last);
  if (rows.length === 0 || (more === 'no' && shownBefore === 0 && all === last)) return [];
  const here = shownBefore > 0 ? `${shownBefore + 1}–${last}` : `${last}`;
  const total = formatNumber(all, locale);
  if (more === 'no') return [`${here} of ${total}`];
  return [`${here} of more than ${total}${more === 'cut' ? `; the first ${total} were counted` : ''}`];
}
