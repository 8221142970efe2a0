import { z } from 'zod';
import type { Database, Row } from '../store/database.js';
import { contentColumns } from './content.js';

/** Columns of a row as they are handed out: all but the salt, which only hides contents behind their digests. */
export const shownColumns = [
  'seq',
  ...contentColumns.filter((name) => name !== 'salt'),
  'prev',
  'digest',
  'hash',
] as const;

/** A row as it is handed out. */
export type ShownRow = Row;

/** A time in epoch milliseconds: `since` inclusive, `until` exclusive. */
export interface Span {
  since: number;
  until: number;
}

const page = 1000;
const shown = shownColumns.join(', ');
const numbered = z.object({ seq: z.number() });

/** Rows of a time, oldest first, a thousand at once. */
export async function* rowsIn({ run }: Database, { since, until }: Span): AsyncGenerator<ShownRow[]> {
  let last = 0;
  for (;;) {
    const rows = await run(
      `select ${shown} from trail where seq > $1 and at >= $2 and at < $3 order by seq limit ${page}`,
      [last, since, until],
    );
    if (rows.length > 0) yield rows;
    if (rows.length < page) return;
    last = numbered.parse(rows.at(-1)).seq;
  }
}

/** The newest rows of a time, newest first, and how many there are in all. */
export async function newestIn({ run }: Database, { since, until }: Span, limit: number) {
  const within = 'from trail where at >= $1 and at < $2';
  const [counted] = await run(`select count(*) as n ${within}`, [since, until]);
  const rows = await run(`select ${shown} ${within} order by seq desc limit $3`, [since, until, limit]);
  return { rows, all: z.object({ n: z.number() }).parse(counted).n };
}

/** How many rows there are of a time. */
export async function countIn({ run }: Database, { since, until }: Span): Promise<number> {
  const [counted] = await run('select count(*) as n from trail where at >= $1 and at < $2', [since, until]);
  return z.object({ n: z.number() }).parse(counted).n;
}
