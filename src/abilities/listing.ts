import { endOfDay, startOfDay } from '../calendar.js';
import type { Seal } from '../sealed.js';
import type { Query } from '../stripe/account.js';
import { audienceOf } from '../visit.js';
import type { Ask } from './ask.js';
import { cardRows, type Gathered } from './gather.js';

/** What a card of a list is drawn from: its ten rows, all that was counted, and how it goes on. */
export interface Listing<T> {
  rows: T[];
  counted: T[];
  shownBefore: number;
  more: Gathered<T>['more'];
  /** Sealed: the question and the last row shown, for the Next button. */
  next?: string;
}

const mostLimit = 100;

/** Cuts one card's rows out of what was gathered and seals the way to the next ones. */
export async function listing<T extends { id: string }>(
  step: { do: string; limit?: number | undefined },
  found: Gathered<T>,
  ask: Ask,
  seal: Seal,
): Promise<Listing<T>> {
  const { rows: counted, more } = found;
  const shownBefore = ask.after === undefined ? 0 : counted.findIndex(({ id }) => id === ask.after) + 1;
  const rows = counted.slice(shownBefore, shownBefore + cardRows);
  const last = rows.at(-1);
  const shown = shownBefore + rows.length;
  const list = { rows, counted, shownBefore, more };
  if (last === undefined || (shown === counted.length && more !== 'yes')) return list;
  const further = { ...step, ...(step.limit === undefined ? {} : widened(step.limit, shown)) };
  return { ...list, next: await seal.close({ step: further, after: last.id }, audienceOf(ask.visit)) };
}

/** Next asks beyond the number that was said; past 100, the question is all of them. */
function widened(limit: number, shown: number): { limit: number | undefined } {
  const wanted = Math.max(limit, shown + cardRows);
  return { limit: wanted > mostLimit ? undefined : wanted };
}

/** A step's days as Stripe's range of creation, in the asker's time zone. */
export function range(
  { from, to }: { from?: string | undefined; to?: string | undefined },
  zone: string,
): Pick<Query, 'from' | 'to'> {
  return {
    ...(from === undefined ? {} : { from: startOfDay(from, zone) }),
    ...(to === undefined ? {} : { to: endOfDay(to, zone) }),
  };
}
