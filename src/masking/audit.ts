import { inert } from './escape.js';
import { formatMoment } from './format.js';
import { listView } from './listing.js';
import { plainWords } from './methods.js';
import { periodWords } from './period.js';
import type { CountedQuestion } from './questions.js';
import type { Reading } from './reading.js';
import type { ListView, Row, Status } from './views.js';

/** One line of the trail as the card shows it: `who` is a pseudonym. */
export interface AuditRow {
  at: Date;
  who: string;
  role: string;
  what: string;
  outcome: string;
}

/** Rows of the trail. */
export interface FoundAudit {
  rows: readonly AuditRow[];
  question: CountedQuestion;
  shownBefore?: number;
  more: 'no' | 'yes' | 'cut';
  next?: string;
}

/** The audit card before it is minted. */
export function auditView(found: FoundAudit, reading: Reading): ListView<'audit'> {
  const { rows, question, shownBefore = 0 } = found;
  const period = periodWords(question, reading);
  const said = {
    headline: `Trail${period}`,
    answer: rows.length > 0 ? countLine(rows) : `Nothing is on record${period}.`,
    rows: rows.map((row) => auditRow(row, reading)),
  };
  return listView('audit', said, { ...found, shownBefore }, reading);
}

function countLine(rows: readonly AuditRow[]): string {
  const refused = rows.filter(({ outcome }) => colorOf(outcome) === 'warning').length;
  const failed = rows.filter(({ outcome }) => colorOf(outcome) === 'attention').length;
  const all = rows.length === 1 ? '1 entry' : `${rows.length} entries`;
  return [all, refused > 0 ? `${refused} refused` : '', failed > 0 ? `${failed} failed` : '']
    .filter(Boolean)
    .join(' · ');
}

function auditRow({ at, who, role, what, outcome }: AuditRow, reading: Reading): Row {
  const line = [formatMoment(at, reading), inert(who), inert(role)].filter(Boolean).join(' · ');
  const word = plainWords(outcome) || inert(outcome, 40);
  return {
    title: inert(what.replaceAll(/[_.]/g, ' ')),
    lines: [line],
    status: [{ word, color: colorOf(outcome) }],
  };
}

function colorOf(outcome: string): Status['color'] {
  if (/refused|denied/.test(outcome)) return 'warning';
  if (/failed|error/.test(outcome)) return 'attention';
  return /^(ok|done|answered|created|shown|read)$/.test(outcome) ? 'good' : 'default';
}
