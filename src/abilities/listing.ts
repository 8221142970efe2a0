import { z } from 'zod';
import { endOfDay, startOfDay } from '../calendar.js';
import type { Seal } from '../sealed.js';
import { audienceOf } from '../visit.js';
import type { Ask } from './ask.js';
import { cardRows, type Gathered } from './gather.js';

/** What a card of a list is drawn from: its ten rows, all that was counted, and how it goes on. */
export interface Listing<T> extends Omit<Gathered<T>, 'rows'> {
  rows: T[];
  counted: T[];
  shownBefore: number;
  /** Sealed: the question and the last row shown, for the Next button. */
  next?: string;
}

/** A row of a list: newest first by `created`, in whatever unit. */
interface Listed {
  id: string;
  created: number | null;
}

/**
 * Where a list goes on: behind this row, the `nth` of its second, among what was there when the first card was drawn.
 */
const place = z.object({ id: z.string(), created: z.number(), nth: z.number(), newest: z.number() });

const mostLimit = 100;

/** Cuts one card's rows out of what was gathered and seals the way to the next ones. */
export async function listing<T extends Listed>(
  step: { do: string; limit?: number | undefined },
  found: Gathered<T>,
  ask: Ask,
  seal: Seal,
): Promise<Listing<T>> {
  const { rows: counted, ...told } = found;
  const before = placeOf(ask);
  const shownBefore = before === null ? 0 : behind(counted, before);
  const rows = counted.slice(shownBefore, shownBefore + cardRows);
  const last = rows.at(-1);
  const shown = shownBefore + rows.length;
  const list = { ...told, rows, counted, shownBefore };
  if (last === undefined || (shown === counted.length && told.more !== 'yes')) return list;
  const further = { ...step, ...(step.limit === undefined ? {} : widened(step.limit, shown)) };
  const newest = before?.newest ?? Math.max(...counted.map(momentOf));
  const created = momentOf(last);
  const nth = counted.slice(0, shown).filter((row) => momentOf(row) === created).length;
  const after = JSON.stringify({ id: last.id, created, nth, newest });
  return { ...list, next: await seal.close({ step: further, after }, audienceOf(ask.visit)) };
}

/** The days of a step as a range of creation in the asker's time zone, unix seconds. What came since the first card is left out. */
export function range(
  { from, to }: { from?: string | undefined; to?: string | undefined },
  ask: Ask,
): { from?: number; to?: number } {
  const { zone } = ask.reading;
  const newest = placeOf(ask)?.newest;
  const ends = [...(to === undefined ? [] : [endOfDay(to, zone)]), ...(newest === undefined ? [] : [newest])];
  return {
    ...(from === undefined ? {} : { from: startOfDay(from, zone) }),
    ...(ends.length === 0 ? {} : { to: Math.min(...ends) }),
  };
}

function placeOf({ after }: Ask): z.infer<typeof place> | null {
  try {
    return place.safeParse(JSON.parse(after ?? 'null')).data ?? null;
  } catch {
    return null;
  }
}

/** How many rows stand before the next one. The row itself may have been deleted since. */
function behind(rows: readonly Listed[], { id, created, nth }: z.infer<typeof place>): number {
  const at = rows.findIndex((row) => row.id === id);
  if (at >= 0) return at + 1;
  const newer = rows.filter((row) => momentOf(row) > created).length;
  const ofItsSecond = rows.filter((row) => momentOf(row) === created).length;
  return newer + Math.min(nth - 1, ofItsSecond);
}

function momentOf({ created }: Listed): number {
  return created ?? 0;
}

/** Next asks beyond the number that was said; past 100, the question is all of them. */
function widened(limit: number, shown: number): { limit: number | undefined } {
  const wanted = Math.max(limit, shown + cardRows);
  return { limit: wanted > mostLimit ? undefined : wanted };
}
