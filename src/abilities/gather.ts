import type { Page } from '../stripe/speaker.js';

/** Rows read for one question at the most. */
export const readingBound = 1000;
/** Rows on one card. */
export const cardRows = 10;
const pageSize = 100;

export interface Question<T> {
  /** Reads one page behind the row `after`. */
  page: (after: string | undefined, size: number) => Promise<Page<T>>;
  idOf: (row: T) => string;
  /** What Stripe cannot filter by itself. */
  keep?: (row: T) => boolean;
  /** Matching rows that were asked for; all of them when absent. */
  limit?: number | undefined;
  /** Ends the reading early when the turn's time runs out. */
  signal: AbortSignal;
}

/** The matching rows of a question, newest first. */
export interface Gathered<T> {
  rows: T[];
  /** `yes`: there are further ones; `cut`: a bound ended the reading, nobody knows. */
  more: 'no' | 'yes' | 'cut';
  /** Rows that were looked at, matching or not. */
  read: number;
}

/** Rows that are all there is. */
export function whole<T>(rows: T[]): Gathered<T> {
  return { rows, more: 'no', read: rows.length };
}

/** Reads pages until the question is answered, or the bound is met. */
export async function gather<T>(question: Question<T>): Promise<Gathered<T>> {
  const { keep, limit = readingBound } = question;
  const size = keep ? pageSize : Math.min(limit, pageSize);
  const rows: T[] = [];
  let read = 0;
  let after: string | undefined;
  for (;;) {
    const page = await question.page(after, size);
    read += page.rows.length;
    rows.push(...(keep ? page.rows.filter(keep) : page.rows));
    const last = page.more ? page.rows.at(-1) : undefined;
    // Behind a filter a further page need not hold a further match.
    const further = rows.length > limit || (rows.length === limit && last !== undefined && !keep);
    if (further && limit < readingBound) return { rows: rows.slice(0, limit), more: 'yes', read };
    if (last === undefined) return { rows, more: 'no', read };
    if (read >= readingBound || question.signal.aborted) return { rows, more: 'cut', read };
    after = question.idOf(last);
  }
}
