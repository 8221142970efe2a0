import { doing } from '../sentences.js';
import { inert } from './escape.js';
import { formatMoment, formatNumber } from './format.js';
import { listView } from './listing.js';
import { plainWords } from './methods.js';
import { periodWords } from './period.js';
import type { CountedQuestion } from './questions.js';
import type { Reading } from './reading.js';
import type { ListView, Row, Status } from './views.js';

/** One line of the trail as the card shows it: `who` and `about` are pseudonyms, `why` a reason or a fault's code. */
export interface AuditRow {
  at: Date;
  who: string;
  /** A second person: whose offer was approved, who was looked up. */
  about?: string;
  role: string;
  what: string;
  outcome: string;
  why?: string;
}

/** Rows of the trail. */
export interface FoundAudit {
  rows: readonly AuditRow[];
  /** All of the question; the rows alone when absent. */
  counted?: readonly AuditRow[];
  question: CountedQuestion;
  shownBefore?: number;
  more: 'no' | 'yes' | 'cut';
  read?: number;
  next?: string;
}

/** The audit card before it is minted. */
export function auditView(found: FoundAudit, reading: Reading): ListView<'audit'> {
  const { rows, counted = rows, question, shownBefore = 0 } = found;
  const period = periodWords(question, reading);
  const said = {
    headline: `Trail${period}`,
    answer: counted.length > 0 ? countLine(counted, reading.locale) : `Nothing is on record${period}.`,
    rows: rows.map((row) => auditRow(row, reading)),
  };
  return listView('audit', said, { ...found, shownBefore }, reading);
}

function countLine(rows: readonly AuditRow[], locale: string): string {
  const refused = rows.filter(({ outcome }) => colorOf(outcome) === 'warning').length;
  const failed = rows.filter(({ outcome }) => colorOf(outcome) === 'attention').length;
  const counts = [
    [rows.length, rows.length === 1 ? 'entry' : 'entries'],
    [refused, 'refused'],
    [failed, 'failed'],
  ] as const;
  return counts
    .flatMap(([count, word]) => (count > 0 ? `${formatNumber(count, locale)} ${word}` : []))
    .join(' · ');
}

function auditRow({ at, who, about, role, what, outcome, why }: AuditRow, reading: Reading): Row {
  const second = about === undefined ? '' : `about ${inert(about)}`;
  const line = [formatMoment(at, reading), whoWords(who), inert(role), second, whyWords(why ?? '')];
  const word = plainWords(outcome) || inert(outcome, 40);
  return {
    title: whatWords(what),
    lines: [line.filter(Boolean).join(' · ')],
    status: [{ word, color: colorOf(outcome) }],
  };
}

/** What was done to the trail or the settings, from outside of a conversation. */
const deeds: ReadonlyMap<string, string> = new Map([
  ['audit.exported', 'Trail exported'],
  ['audit.pruned', 'Old entries removed'],
  ['audit.erased', 'Person or entry erased'],
  ['audit.resolved', 'Pseudonym resolved'],
  ['audit.held', 'Entries put on hold'],
  ['audit.released', 'Hold lifted'],
  ['settings.reloaded', 'Settings reloaded'],
]);

/** "asked: list_charges+create_coupon" → "Asked: list charges, create coupon" */
function whatWords(what: string): string {
  const [event = ''] = what.split(':');
  const deed = deeds.get(event);
  if (deed !== undefined) return deed;
  const words = inert(
    what
      .replace(/: none$/, '')
      .replaceAll(/[_.]/g, ' ')
      .replaceAll('+', ', '),
  );
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A pseudonym stays one; the machine's own are named. */
function whoWords(who: string): string {
  if (who === 'operator') return 'who runs this bot';
  if (who === 'tillkeeper') return 'this bot itself';
  return who === 'p-unknown' ? 'a stranger' : inert(who);
}

const reasons: ReadonlyMap<string, string> = new Map([
  ['refused_unsupported_action', 'nothing this bot can do'],
  ['refused_unmasked_data', 'asked for unmasked data'],
  ['refused_bypass_confirmation', 'asked to skip the button'],
  ['refused_other_account', 'asked about another account'],
  ['refused_off_topic', 'not about Stripe'],
  ['refused_switched_off', 'coupons are switched off'],
  ['card', 'card number'],
  ['cvc', 'security code'],
  ['iban', 'bank account number'],
  ['phone', 'phone number'],
  ['key', 'secret key'],
]);

/** "role:charges.read" → "no role to see charges"; "card,cvc" → "card number, security code" */
function whyWords(why: string): string {
  const [kind = '', permission] = why.split(':');
  const done = Object.entries(doing).find(([name]) => name === permission)?.[1];
  if (kind === 'role') return done ? `no role to ${done}` : 'no role for it';
  if (kind === 'account') return 'not in this account';
  if (kind === 'unknown') return 'not known here';
  if (kind === 'unsure') return 'groups could not be looked up';
  const words = why.split(',').map((each) => reasons.get(each) ?? plainWords(each.replace(/^refused_/, '')));
  return words.filter(Boolean).join(', ');
}

function colorOf(outcome: string): Status['color'] {
  if (/refused|denied/.test(outcome)) return 'warning';
  if (/failed|error/.test(outcome)) return 'attention';
  return /^(ok|done|answered|created|shown|read)$/.test(outcome) ? 'good' : 'default';
}
