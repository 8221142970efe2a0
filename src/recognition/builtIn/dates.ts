import {
  addDays,
  addMonths,
  type Day,
  dayOf,
  daysInMonth,
  monthAround,
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
import type { Item, When } from './item.js';
import { type Found, rewrite, words } from './rewrite.js';

const MONTHS = 'january february march april mai june july august september october november december'.split(
  ' ',
);
const WEEKDAYS = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ');

const MONTH = `(?:${MONTHS.join('|')})`;
const WEEKDAY = `(?:${WEEKDAYS.join('|')})`;
const DATE = String.raw`\d{1,2}(?:th)?`;
const NOT_A_DATE = `(?! (?:%|~cur|percent|[a-z]+ (?:charges|payments|customers)|charges|payments|transactions|customers|coupons|people|times|uses))`;
const OF_YEAR = String.raw`(?: ,?(?: )?(?:of )?(?<year>20\d\d)(?![\d.-]))?`;

/** "may" is a month only where no verb can stand; then it is read as "mai". */
const MAY = words(
  `(?<!^|(?:who|what|i|we|you|he|she|they|it|one|people|folks|persons|users|members|customers|colleagues|anyone|and|~name) )may(?! (?:i|we|you|he|she|it|they|be|not|have|do|see|use|redeem|only|also|a|an|the|my|our|approvers?|analysts?|marketing|support|anyone|everyone|~name))`,
);

/** Days with a name of their own are events, not weekdays. */
const FEAST = words(
  '(?:black|good|cyber|easter|palm|boxing|ash|fat|super) (?:friday|monday|sunday|saturday|tuesday|wednesday|day)',
);

/** A span with its two readings: the latest one that has begun, and the next one that has not ended. */
interface Reading {
  past: Span;
  next?: Span;
}

/** Tags dates and periods: one day, a week, a month, a quarter, a year. `~date` is one exact day, `~when` all else. */
export function readDates(items: readonly Item[], today: Day): Item[] {
  const months = rewrite(items, MAY, () => ({ word: 'mai' }));
  const plain = rewrite(months, FEAST, () => ({ word: 'holiday' }));
  const dated = rewrite(plain, EXACT, (found) => tag('~date', exact(found, today)));
  return rewrite(dated, NAMED, (found) => {
    const phrase = found.items
      .map((item) => item.word)
      .join(' ')
      .replace(/^(?:in|on|of|during|for|from|over|at) /, '')
      .replace(/^the /, '');
    return tag('~when', named(phrase, today));
  });
}

const tag = (word: string, reading: Reading | undefined) =>
  reading ? { word, value: whenOf(reading) } : undefined;

const whenOf = ({ past, next = past }: Reading): When => ({
  kind: 'when',
  bound: 'span',
  from: past.from,
  to: past.to,
  start: next.from,
  end: next.to,
});

const EXACT = words(
  [
    String.raw`(?:on |the )*(?<iso>\d{4}-\d{1,2}-\d{1,2})`,
    String.raw`(?:on |the )*(?<dotted>\d{1,2}\.\d{1,2}\.(?:\d{4})?)`,
    String.raw`(?:on |the )*(?<slashed>\d{1,2}\/\d{1,2}(?:\/\d{2,4})?)`,
    `(?:on )?(?:the )?(?<date>${DATE})(?: day)?(?: of)? (?<month>${MONTH})${OF_YEAR}`,
    `(?:on )?(?<month2>${MONTH}) (?:the )?(?<date2>${DATE})${NOT_A_DATE}${OF_YEAR.replace('year', 'year2')}`,
    String.raw`(?:on )?the (?<only>\d{1,2})th(?! (?:row|one|line|charge|payment|coupon|customer|entry|time))`,
  ].join('|'),
);

function exact({ group }: Found, today: Day): Reading | undefined {
  const parts =
    group('iso').split('-').reverse().join('.') || group('dotted') || group('slashed').replaceAll('/', '.');
  const month = MONTHS.indexOf(group('month') || group('month2')) + 1;
  const year = Number(group('year') || group('year2'));
  if (month > 0)
    return dayReading({ date: Number.parseInt(group('date') || group('date2'), 10), month, year }, today);
  if (group('only')) return dateReading(Number(group('only')), today);
  const [first = 0, second = 0, third = 0] = parts.split('.').map(Number);
  const full = third > 0 && third < 100 ? third + 2000 : third;
  return second > 12
    ? dayReading({ date: second, month: first, year: full }, today)
    : dayReading({ date: first, month: second, year: full }, today);
}

const one = (day: Day): Span => ({ from: day, to: day });

function dayReading(at: { date: number; month: number; year: number }, today: Day): Reading | undefined {
  const inYear = (year: number) => dayOf(year, at.month, at.date);
  if (at.year) {
    const day = inYear(at.year);
    return day ? { past: one(day) } : undefined;
  }
  const years = [-1, 0, 1, 2, 3]
    .map((shift) => inYear(yearOf(today) + shift))
    .filter((day) => day !== undefined);
  const past = years.filter((day) => day <= today).at(-1);
  const next = years.find((day) => day >= today);
  return past && next ? { past: one(past), next: one(next) } : next ? { past: one(next) } : undefined;
}

function dateReading(date: number, today: Day): Reading | undefined {
  const at = [-2, -1, 0, 1, 2].flatMap((shift) => {
    const first = monthAround(today, shift).from;
    return dayOf(yearOf(first), monthOf(first), date) ?? [];
  });
  const past = at.filter((day) => day <= today).at(-1);
  const next = at.find((day) => day >= today);
  return past && next ? { past: one(past), next: one(next) } : undefined;
}

const PERIOD = '(?:week|month|quarter|year)';
const NAMED = words(
  `(?:(?:in|on|of|during|for|from|over|at) )?(?:the )?(?:` +
    [
      `day before yesterday|day after tomorrow|(?:so far |earlier |later )?today(?: so far)?|tonight|this (?:morning|afternoon|evening)`,
      `yesterday(?: morning| afternoon| evening| night)?|last night|tomorrow(?: morning| evening| night)?|(?:new year|new years|new year 's|new years day)(?: day)?`,
      `(?:so far )?(?:this|current|running|present)(?: calendar)? ${PERIOD}(?: so far| to date)?|(?:week|month|quarter|year) (?:so far|to date)|mtd|ytd|qtd|wtd`,
      `(?:last|previous|prior|past full|last full|preceding|last complete)(?: calendar)? ${PERIOD}|next(?: calendar)? ${PERIOD}`,
      `${PERIOD} before last|week before(?= ~none| [,.?!;]|$)`,
      `(?:last |past |this |this past |previous |coming )?weekend`,
      `(?:end|last day) of (?:the |this |next )?(?:week|month|quarter|year|${MONTH})|(?:month|year|quarter|week) end|eom|eoy`,
      `(?:start|beginning|first day) of (?:the |this |last |next )?(?:week|month|quarter|year|${MONTH})`,
      String.raw`(?:q|quarter )(?<quarter>[1-4])(?: (?:of )?(?<qyear>20\d\d))?(?: so far)?|(?:first|second|third|fourth) quarter`,
      String.raw`(?:\d+|an?) (?:day|week|month|year)s? (?:ago|back)`,
      `(?:last |this |next |coming |past |this past |this coming |previous )?${WEEKDAY}(?: morning| afternoon| evening| night)?|${WEEKDAY} (?:last|next) week`,
      String.raw`(?:last |this |next |past |whole |month of |whole of |all of )?${MONTH}(?: (?:of )?20\d\d)?(?: so far)?|(?<=(?:in|during|of|since|for|from|over|all|year|until|before|after) )20[012]\d`,
    ].join('|') +
    `)`,
);

const DAYS: Record<string, number> = {
  'day before yesterday': -2,
  'day after tomorrow': 2,
  'last night': -1,
};

function named(phrase: string, today: Day): Reading | undefined {
  const shift = DAYS[phrase] ?? (/^yesterday/.test(phrase) ? -1 : /^tomorrow/.test(phrase) ? 1 : undefined);
  if (shift !== undefined) return { past: one(addDays(today, shift)) };
  if (/today|tonight|this (?:morning|afternoon|evening)/.test(phrase)) return { past: one(today) };
  if (/^new year/.test(phrase)) return dayReading({ date: 1, month: 1, year: 0 }, today);
  const ago = /^(\d+|an?) (day|week|month|year)s? (?:ago|back)$/.exec(phrase);
  if (ago) return { past: one(back(today, Number(ago[1]) || 1, ago[2] ?? 'day')) };
  return (
    edge(phrase, today) ??
    weekend(phrase, today) ??
    weekday(phrase, today) ??
    month(phrase, today) ??
    period(phrase, today)
  );
}

/** So many days, weeks, months or years before a day (after it, if negative). */
export function back(day: Day, n: number, unit: string): Day {
  if (unit === 'month') return addMonths(day, -n);
  return unit === 'year' ? addMonths(day, -12 * n) : addDays(day, -n * (unit === 'week' ? 7 : 1));
}

function around(unit: string, today: Day, shift: number): Span {
  if (unit === 'week') return weekOf(addDays(today, 7 * shift));
  if (unit === 'month') return monthAround(today, shift);
  if (unit === 'year') return yearSpan(yearOf(today) + shift);
  const moved = addMonths(`${today.slice(0, 8)}01`, 3 * shift);
  return quarterSpan(yearOf(moved), quarterOf(moved));
}

function edge(phrase: string, today: Day): Reading | undefined {
  if (phrase === 'eom') return { past: one(around('month', today, 0).to) };
  if (phrase === 'eoy') return { past: one(around('year', today, 0).to) };
  const short = /^(month|year|quarter|week) end$/.exec(phrase);
  if (short) return { past: one(around(short[1] ?? '', today, 0).to) };
  const match =
    /^(end|last day|start|beginning|first day) of (?:the )?(?:(this|next|last) )?(?:(week|month|quarter|year)|(\w+))$/.exec(
      phrase,
    );
  if (!match) return undefined;
  const first = /start|beginning|first/.test(match[1] ?? '');
  const pick = (span: Span) => one(first ? span.from : span.to);
  if (match[3])
    return { past: pick(around(match[3], today, match[2] === 'next' ? 1 : match[2] === 'last' ? -1 : 0)) };
  const inMonth = month(match[4] ?? '', today);
  return inMonth && { past: pick(inMonth.past), next: pick(inMonth.next ?? inMonth.past) };
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
  const gap = (weekdayOf(today) - index + 7) % 7 || 7;
  const next = /^next|next week$/.test(phrase)
    ? addDays(weekOf(addDays(today, 7)).from, index - 1)
    : addDays(today, 7 - (gap % 7));
  const past = one(addDays(today, -gap));
  return /^(?:last|past|previous|this past)/.test(phrase) ? { past } : { past, next: one(next) };
}

function month(phrase: string, today: Day): Reading | undefined {
  const index = MONTHS.findIndex((name) => new RegExp(`\\b${name}\\b`).test(phrase)) + 1;
  const said = Number(/20\d\d/.exec(phrase)?.[0]);
  if (index === 0) return said && /^20\d\d$/.test(phrase) ? { past: yearSpan(said) } : undefined;
  if (said) return { past: monthSpan(said, index) };
  const year = yearOf(today);
  const begun = index <= monthOf(today) ? year : year - 1;
  const past = monthSpan(/^last/.test(phrase) && index === monthOf(today) ? begun - 1 : begun, index);
  return { past, next: monthSpan(index >= monthOf(today) ? year : year + 1, index) };
}

const ORDINALS = ['first', 'second', 'third', 'fourth'];

function period(phrase: string, today: Day): Reading | undefined {
  const numbered = /^(?:q|quarter )([1-4])(?: (?:of )?(20\d\d))?/.exec(phrase);
  const spoken = /^(first|second|third|fourth) quarter/.exec(phrase);
  if (numbered || spoken) {
    const quarter = numbered ? Number(numbered[1]) : ORDINALS.indexOf(spoken?.[1] ?? '') + 1;
    const begun = quarter <= quarterOf(today) ? 0 : -1;
    return { past: quarterSpan(Number(numbered?.[2]) || yearOf(today) + begun, quarter) };
  }
  const unit = /week|month|quarter|year/.exec(phrase)?.[0] ?? UNIT_TO_DATE[phrase] ?? '';
  if (!unit) return undefined;
  if (/before/.test(phrase)) return { past: around(unit, today, -2) };
  const shift = /last|previous|prior|past|preceding/.test(phrase) ? -1 : /next/.test(phrase) ? 1 : 0;
  return { past: around(unit, today, shift) };
}

const UNIT_TO_DATE: Record<string, string> = { mtd: 'month', ytd: 'year', qtd: 'quarter', wtd: 'week' };

/** The days that "between 2 and 20 February" names: `date` in the month of `span`. */
export const inMonthOf = (day: Day, date: number): Day | undefined =>
  date <= daysInMonth(yearOf(day), monthOf(day)) ? dayOf(yearOf(day), monthOf(day), date) : undefined;
