import type { Page } from '../stripe/speaker.js';

/** Rows read from Stripe for one question at the most. */
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

/** The matching rows of a question, newest first. `more`: `yes` there are further ones, `cut` a bound ended the reading. */
export interface Gathered<T> {
  rows: T[];
  more: 'no' | 'yes' | 'cut';
}

/** Reads pages until the question is answered, or the bound is met. */
export async function gather<T>(question: Question<T>): Promise<Gathered<T>> {
  const { keep = () => true, limit = readingBound } = question;
  const size = question.keep ? pageSize : Math.min(limit, pageSize);
  const rows: T[] = [];
  let read = 0;
  let after: string | undefined;
  for (;;) {
    const page = await question.page(after, size);
    read += page.rows.length;
    rows.push(...page.rows.filter(keep));
    const last = page.rows.at(-1);
    if (rows.length > limit || (rows.length === limit && page.more))
      return { rows: rows.slice(0, limit), more: limit < readingBound ? 'yes' : 'cut' };
    if (!page.more || last === undefined) return { rows, more: 'no' };
    if (read >= readingBound || question.signal.aborted) return { rows, more: 'cut' };
    after = question.idOf(last);
  }
}
