import {
  addDays,
  type Day,
  monthOf,
  monthSpan,
  quarterOf,
  quarterSpan,
  type Span,
  weekdayOf,
  weekOf,
  yearOf,
  yearSpan,
} from './calendar.js';
import { MONTH, MONTHS, WEEKDAYS } from './dateWords.js';
import type { Reading } from './reading.js';
import { around, one } from './spans.js';

/** Week 1 is the week of 4 January (ISO 8601). */
export function numberedWeek(number: number, today: Day): Reading | undefined {
  if (number < 1 || number > 53) return undefined;
  const inYear = (year: number) => weekOf(addDays(weekOf(`${year}-01-04`).from, 7 * (number - 1)));
  const year = yearOf(today);
  const own = inYear(year);
  return own.from <= today ? { past: own } : { past: inYear(year - 1), next: own };
}

/** "first week of March": its days 1 to 7; "last half of February": from the 15th on. */
export function partOfMonth(phrase: string, today: Day): Reading | undefined {
  const [, side, unit, named = ''] = /^(first|last) (week|half) of (?:the )?(\w+)$/.exec(phrase) ?? [];
  const whole = side && (named === 'month' ? { past: around('month', today, 0) } : month(named, today));
  if (!whole) return undefined;
  const days = unit === 'week' ? 6 : 13;
  const cut = ({ from, to }: Span): Span =>
    side === 'first'
      ? { from, to: addDays(from, days) }
      : { from: unit === 'week' ? addDays(to, -days) : addDays(from, days + 1), to };
  return { past: cut(whole.past), ...(whole.next ? { next: cut(whole.next) } : {}) };
}

const SHORT_END: Record<string, string> = { eom: 'month', eoy: 'year', eow: 'week' };
const EDGE =
  /^(end|rest|remainder|last day|start|beginning|first day|first) of (?:the )?(?:(this|next|last|coming) )?(?:(week|month|quarter|year)|(.+))$/;

/** The first or last day of a period: "end of next month". */
export function edge(phrase: string, today: Day): Reading | undefined {
  const short = SHORT_END[phrase] ?? /^(month|year|quarter|week) (?:- )?end$/.exec(phrase)?.[1];
  if (short) return { past: one(around(short, today, 0).to) };
  const [, side = '', which = '', unit, named = ''] = EDGE.exec(phrase) ?? [];
  if (!side) return undefined;
  const pick = (span: Span) => one(/start|beginning|first/.test(side) ? span.from : span.to);
  if (unit)
    return { past: pick(around(unit, today, /next|coming/.test(which) ? 1 : which === 'last' ? -1 : 0)) };
  const within = weekend(named, today) ?? quarter(named, today) ?? month(named, today);
  return within && { past: pick(within.past), next: pick(within.next ?? within.past) };
}

/** Saturday and Sunday. */
export function weekend(phrase: string, today: Day): Reading | undefined {
  if (!phrase.endsWith('weekend')) return undefined;
  const saturday = addDays(weekOf(today).from, 5);
  const begun = saturday <= today ? saturday : addDays(saturday, -7);
  return { past: { from: begun, to: addDays(begun, 1) }, next: { from: saturday, to: addDays(saturday, 1) } };
}

/** A day of the week: in a list the latest before today, ahead the coming one. */
export function weekday(phrase: string, today: Day): Reading | undefined {
  const index = WEEKDAYS.findIndex((name) => phrase.includes(name)) + 1;
  if (index === 0) return undefined;
  if (phrase.includes('last week')) return { past: one(addDays(weekOf(addDays(today, -7)).from, index - 1)) };
  if (phrase.includes('this week')) return { past: one(addDays(weekOf(today).from, index - 1)) };
  const gap = (weekdayOf(today) - index + 7) % 7 || 7;
  const next = /^next|next week$/.test(phrase)
    ? addDays(weekOf(addDays(today, 7)).from, index - 1)
    : addDays(today, 7 - (gap % 7));
  const past = one(addDays(today, -gap));
  return /^(?:last|past|previous|this past)/.test(phrase) ? { past } : { past, next: one(next) };
}

const NAMED_MONTH = new RegExp(`\\b${MONTH}\\b`);

/** A month, or a year alone. */
export function month(phrase: string, today: Day): Reading | undefined {
  const index = MONTHS.indexOf(NAMED_MONTH.exec(phrase)?.[0] ?? '') + 1;
  const year = yearOf(today);
  const said = Number(/20\d\d/.exec(phrase)?.[0]) || (/last year/.test(phrase) ? year - 1 : 0);
  if (index === 0) return said && /^20\d\d$/.test(phrase) ? { past: yearSpan(said) } : undefined;
  if (said) return { past: monthSpan(said, index) };
  const begun = index <= monthOf(today) ? year : year - 1;
  const past = monthSpan(/^last/.test(phrase) && index === monthOf(today) ? begun - 1 : begun, index);
  return { past, next: monthSpan(index >= monthOf(today) ? year : year + 1, index) };
}

const ORDINALS = ['first', 'second', 'third', 'fourth'];

/** "Q4", "third quarter of 2025". */
export function quarter(phrase: string, today: Day): Reading | undefined {
  const [, digit, ordinal = '', of = ''] =
    /^(?:(?:q|quarter )([1-4])|(first|second|third|fourth|last) quarter)(?: (?:of |in )?(20\d\d|last year))?/.exec(
      phrase,
    ) ?? [];
  const number = Number(digit) || (ordinal === 'last' && of ? 4 : ORDINALS.indexOf(ordinal) + 1);
  if (!number) return undefined;
  const year = yearOf(today);
  const said = of === 'last year' ? year - 1 : Number(of);
  if (said) return { past: quarterSpan(said, number) };
  const begun = number <= quarterOf(today) ? year : year - 1;
  return {
    past: quarterSpan(begun, number),
    next: quarterSpan(number >= quarterOf(today) ? year : year + 1, number),
  };
}

const TO_DATE: Record<string, string> = { mtd: 'month', ytd: 'year', qtd: 'quarter', wtd: 'week' };

/** "last week", "this year", "month to date". */
export function period(phrase: string, today: Day): Reading | undefined {
  const unit = /week|month|quarter|year/.exec(phrase)?.[0] ?? TO_DATE[phrase] ?? '';
  if (!unit) return undefined;
  if (/before/.test(phrase)) return { past: around(unit, today, -2) };
  const shift = /last|previous|prior|past|preceding/.test(phrase)
    ? -1
    : /next|coming|following/.test(phrase)
      ? 1
      : 0;
  return { past: around(unit, today, shift) };
}
