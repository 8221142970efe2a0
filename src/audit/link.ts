import { hash } from 'node:crypto';
import type { Database } from '../store/database.js';
import { type Content, contentColumns, digestOf, saidBy } from './content.js';

/** The newest row of a chain; of an empty one, row 0. */
export interface Head {
  seq: number;
  hash: string;
}

/** What the first row follows. */
export const beginning: Head = { seq: 0, hash: '0'.repeat(64) };

const columns = ['seq', ...contentColumns, 'prev', 'digest', 'hash'];
const insert = `insert into trail (${columns.join(', ')}) values (${columns.map((_, at) => `$${at + 1}`).join(', ')})
  on conflict (seq) do nothing returning seq`;

/** Puts a row behind this one; `null` when another is there already. */
export async function addRow(run: Database['run'], content: Content, before: Head): Promise<Head | null> {
  const seq = before.seq + 1;
  const digest = digestOf(saidBy(content));
  const own = hashOf(seq, before.hash, digest);
  const told = contentColumns.map((name) => content[name] ?? null);
  const taken = await run(insert, [seq, ...told, before.hash, digest, own]);
  return taken.length > 0 ? { seq, hash: own } : null;
}

/** The hash of a row: of its number, the row before and the digest of what it says. */
export function hashOf(seq: number, prev: string, digest: string): string {
  return hash('sha256', `${seq}:${prev}:${digest}`);
}
