import { csvLine } from '../../audit/csv.js';
import { countIn, rowsIn, type ShownRow, type Span, shownColumns } from '../../audit/reader.js';
import type { Office } from './office.js';

/** Prints every row of a time, oldest first, as CSV or JSON lines. On record before the first line is printed. */
export async function exportRows(
  { database, record }: Office,
  { span, format = 'json' }: { span: Span; format?: 'csv' | 'json' | undefined },
  print: (line: string) => void,
): Promise<void> {
  const count = await countIn(database, span);
  await record({ event: 'audit.exported', count, ...boundsOf(span) });
  if (format === 'csv') print(csvLine(['time', ...shownColumns]));
  let left = count;
  for await (const rows of rowsIn(database, span)) {
    for (const row of rows.slice(0, left)) print(format === 'csv' ? csvOf(row) : jsonOf(row));
    left -= rows.length;
    if (left <= 0) return;
  }
}

/** The ends of a time that were asked for. */
export function boundsOf({ since, until }: Span): { since?: number; until?: number } {
  return {
    ...(since === 0 ? {} : { since }),
    ...(until === Number.MAX_SAFE_INTEGER ? {} : { until }),
  };
}

function csvOf(row: ShownRow): string {
  return csvLine([timeOf(row), ...shownColumns.map((name) => row[name])]);
}

/** Columns that say nothing are left out. */
function jsonOf(row: ShownRow): string {
  const said = Object.entries(row).filter(([, value]) => value !== null);
  return JSON.stringify({ time: timeOf(row), ...Object.fromEntries(said) });
}

function timeOf({ at }: ShownRow): string {
  return new Date(Number(at)).toISOString();
}
