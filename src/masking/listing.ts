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
  page: Counted,
  reading: Reading,
): ListView<C, R> {
  const answer = withBound(said.answer, page, reading.locale);
  const told = answer.replaceAll(' · ', ', ');
  return {
    card,
    summary: /\.$/.test(told) ? told : `${inert(said.headline, 200)}: ${told}.`,
    headline: inertMarkdown(said.headline, 200),
    answer,
    rows: said.rows,
    buttons: [...nextButton(page), ...switchButton(reading), ...takeBackButton(reading)],
    footer: [...position(page, reading.locale), asOf(reading)],
  };
}

/** "Main store · Test"; '' of no account. */
export function placeLine({ id, label, mode }: Place): string {
  if (id === '') return '';
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
  const left = more !== 'yes' && counted ? counted.length - shownBefore - rows.length : 10;
  const title = left > 0 && left < 10 ? `Next ${left}` : 'Next 10';
  return [{ title, data: { tillkeeper: { act: 'list.next', cursor: next } } }];
}

/** Says that a bound cut the question: the answer is then true of so many rows only. */
function withBound(answer: string, { more, read, counted, rows }: Counted, locale: string): string {
  if (more !== 'cut') return answer;
  const looked = formatNumber(read ?? counted?.length ?? rows.length, locale);
  if ((counted ?? rows).length > 0) return `${answer} · newest ${looked} only`;
  return `${answer} I looked through the newest ${looked} only; ask with a period to look further back.`;
}

/** "10 of 37", "11–20 of more than 20"; nothing when all is on the card. */
function position({ rows, counted, shownBefore, more }: Counted, locale: string): string[] {
  const number = (value: number) => formatNumber(value, locale);
  const last = shownBefore + rows.length;
  if (rows.length === 0) return shownBefore > 0 ? ['That was all of them'] : [];
  const all = Math.max(counted?.length ?? 0, last);
  if (more === 'no' && shownBefore === 0 && all === last) return [];
  const here =
    shownBefore + 1 < last && shownBefore > 0 ? `${number(shownBefore + 1)}–${number(last)}` : number(last);
  return [`${here} of ${{ no: '', yes: 'more than ', cut: 'at least ' }[more]}${number(all)}`];
}
