import type { Span } from '../../audit/reader.js';
import { newestIn } from '../../audit/reader.js';
import { roleName } from '../../sentences.js';
import type { CommandNeeds } from '../commandError.js';
import { textTable } from '../textTable.js';
import type { Office } from './office.js';

/** Rows shown when no number is asked for. */
export const usualRows = 50;

/** Prints the newest rows of a time as a table, newest first. */
export async function list(
  { database }: Office,
  { span, limit = usualRows }: { span: Span; limit?: number | undefined },
  { print, note }: Pick<CommandNeeds, 'print' | 'note'>,
): Promise<void> {
  const { rows, all } = await newestIn(database, span, limit);
  if (rows.length === 0) return print('Nothing is on record for this time.');
  const lines = rows.map((row) => [
    String(row.seq),
    new Date(Number(row.at)).toISOString().slice(0, 19).replace('T', ' '),
    `${row.actor}${row.about ? ` → ${row.about}` : ''}`,
    String(row.role ?? '')
      .split(',')
      .filter(Boolean)
      .map(roleName)
      .join(', ') || '-',
    String(row.account || '-'),
    String(row.event),
    String(row.ability),
    [row.outcome, row.reason].filter(Boolean).join(': '),
  ]);
  const head = ['row', 'time (UTC)', 'who', 'role', 'account', 'event', 'what', 'outcome'];
  print(leftTable([head, ...lines]));
  if (all > rows.length)
    note(
      `These are the newest ${rows.length} of ${all}. --limit ${all} shows them all, --since and --until a time.`,
    );
}

/** Every column left: texts, not numbers. */
function leftTable(rows: readonly string[][]): string {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => (row[at] ?? '').length)));
  return textTable(rows.map((row) => row.map((cell, at) => cell.padEnd(widths[at] ?? 0))));
}
