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
import { MONTH, MONTHS, WEEKDAY, WEEKDAYS } from './dateWords.js';
import { FEAST, feastDay } from './feasts.js';
import type { Reading } from './reading.js';
import { words } from './rewrite.js';
import { around, back, one } from './spans.js';

const PERIOD = '(?:week|month|quarter|year)';
const QUARTER = '(?:q[1-4]|(?:first|second|third|fourth) quarter)';
const PART = '(?: morning| afternoon| evening| night| noon)?';
const CLOCK = String.raw`(?:\d{1,2} : \d\d(?: (?:am|pm))?|\d{1,2} (?:am|pm|o'clock|oclock|hrs)|noon|midnight|lunch|lunchtime|breakfast|this morning|the morning)`;

/** Days and periods with a name: "yesterday", "last week", "Q4", "end of next month", "on Friday", "in December". */
export const NAMED = words(
  `(?:(?:in|on|of|during|for|from|over|at|throughout|across) )?(?:the )?(?:` +
    [
      `day before yesterday|day after tomorrow|(?:so far |earlier |later )?today${PART}(?: so far| only)?|tonight|this (?:morning|afternoon|evening|noon)|now(?= ~none)`,
      `yesterday${PART}|last night|tomorrow${PART}|${FEAST}`,
      `(?:so far )?(?:this|current|running|present|ongoing)(?: calendar| business| whole)? ${PERIOD}(?: so far| to date)?|(?:week|month|quarter|year) (?:so far|to date)|(?:calendar )?(?:week|cw|kw) \\d{1,2}|mtd|ytd|qtd|wtd`,
      `(?:last|previous|prior|past full|last full|preceding|last complete|whole of last|all of last|entire last|whole last|full last)(?: calendar| business)? ${PERIOD}|(?:next|coming|following)(?: calendar)? ${PERIOD}`,
      `${PERIOD} before last|(?:week|month|quarter|year) before(?= ~none| (?:[,.?!;:]|'s|and)|$)`,
      `(?:last |past |this |this past |previous |coming |whole )?weekend`,
      `(?:end|last day) of (?:the |this |next |coming )?(?:business )?(?:day|week|month|quarter|year|weekend|${MONTH}|${QUARTER})|(?:month|year|quarter|week) (?:- )?end|eom|eoy|eod|eow`,
      `(?:start|beginning|first day|first) of (?:the |this |last |next )?(?:week|month|quarter|year|${MONTH})`,
      String.raw`(?:q|quarter )[1-4](?: (?:of |in )?(?:20\d\d|last year))?(?: so far)?|(?:first|second|third|fourth|last) quarter of (?:20\d\d|last year)|(?:first|second|third|fourth) quarter`,
      String.raw`(?:\d+|an?) (?:day|week|month|year|hour|minute)s? (?:ago|back)`,
      `(?:last |this |next |coming |past |this past |this coming |previous |whole )?${WEEKDAY}${PART}|${WEEKDAY} (?:last|next|this|of last|of next|of this) week`,
      String.raw`(?:last |this |next |past |whole |month of |whole of |all of |entire |full month of |early |late )?${MONTH}(?: (?:of )?20\d\d| last year| this year)?(?: so far)?|(?<=(?:in|during|of|since|for|from|over|all|year|until|before|after|whole|entire) )20[012]\d`,
    ].join('|') +
    `)`,
);

/** A time of day within today: "since 9 am", "from noon till now". */
export const SINCE_A_TIME = words(
  `(?:since|from|after) (?:about |around )?${CLOCK}(?: (?:today|till now|until now|to now|on|onwards?))*`,
);

const DAYS: Record<string, number> = {
  'day before yesterday': -2,
  'day after tomorrow': 2,
  'last night': -1,
};
const TODAY =
  /today|tonight|this (?:morning|afternoon|evening|noon)|^now$|eod|end of (?:the |this )?(?:business )?day/;

/** Reads a named day or period as it is said, without "in the". */
export function namedTime(said: string, today: Day): Reading | undefined {
  const phrase = said
    .replace(/^(?:in|on|of|during|for|from|over|at|throughout|across) /, '')
    .replace(/^the /, '');
  const shift = DAYS[phrase] ?? (/^yesterday/.test(phrase) ? -1 : /^tomorrow/.test(phrase) ? 1 : undefined);
  if (shift !== undefined) return { past: one(addDays(today, shift)) };
  if (TODAY.test(phrase)) return { past: one(today) };
  if (/(?:hour|minute)s? (?:ago|back)$/.test(phrase)) return { past: one(today) };
  const ago = /^(\d+|an?) (day|week|month|year)s? (?:ago|back)$/.exec(phrase);
  const week = /(?:week|cw|kw) (\d{1,2})$/.exec(phrase)?.[1];
  if (week) return numberedWeek(Number(week), today);
  if (ago) return { past: one(back(today, Number(ago[1]) || 1, ago[2] ?? 'day')) };
  return (
    feastDay(phrase, today) ??
    edge(phrase, today) ??
    weekend(phrase, today) ??
    weekday(phrase, today) ??
    quarter(phrase, today) ??
    month(phrase, today) ??
    period(phrase, today)
  );
}

/** Week 1 is the week of 4 January (ISO 8601). */
function numberedWeek(number: number, today: Day): Reading | undefined {
  if (number < 1 || number > 53) return undefined;
  const inYear = (year: number) => weekOf(addDays(weekOf(`${year}-01-04`).from, 7 * (number - 1)));
  const year = yearOf(today);
  const own = inYear(year);
  return own.from <= today ? { past: own } : { past: inYear(year - 1), next: own };
}

const SHORT_END: Record<string, string> = { eom: 'month', eoy: 'year', eow: 'week' };
const EDGE =
  /^(end|last day|start|beginning|first day|first) of (?:the )?(?:(this|next|last|coming) )?(?:(week|month|quarter|year)|(.+))$/;

function edge(phrase: string, today: Day): Reading | undefined {
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

function weekend(phrase: string, today: Day): Reading | undefined {
  if (!phrase.endsWith('weekend')) return undefined;
  const saturday = addDays(weekOf(today).from, 5);
  const begun = saturday <= today ? saturday : addDays(saturday, -7);
  return { past: { from: begun, to: addDays(begun, 1) }, next: { from: saturday, to: addDays(saturday, 1) } };
}

function weekday(phrase: string, today: Day): Reading | undefined {
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

function month(phrase: string, today: Day): Reading | undefined {
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

function quarter(phrase: string, today: Day): Reading | undefined {
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

function period(phrase: string, today: Day): Reading | undefined {
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
