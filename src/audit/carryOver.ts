import { z } from 'zod';
import type { Database, Row } from '../store/database.js';
import { type Content, contentColumns } from './content.js';
import { addRow, type Head } from './link.js';

const kept = z.union([z.string(), z.number(), z.null()]);

/** Takes the rows that were written before there was a chain into it, under their own numbers. Two processes that do
 * it at once make the same rows; one that was interrupted goes on where it ended. */
export async function carryOver(run: Database['run'], head: () => Promise<Head>): Promise<void> {
  for (;;) {
    let last: Head | null = await head();
    const rows = await run('select * from trail_before where seq > $1 order by seq limit 500', [last.seq]);
    if (rows.length === 0) break;
    for (const row of rows) {
      last = await addRow(run, contentOfOld(row), last);
      if (last === null) break;
    }
  }
  await run('delete from trail_before');
}

function contentOfOld(row: Row): Content {
  return Object.fromEntries(contentColumns.map((name) => [name, kept.parse(row[name] ?? null)]));
}
