import { type Day, dayOf, monthAround, monthOf, yearOf } from './calendar.js';
import { MONTH, MONTHS } from './dateWords.js';
import type { Reading } from './reading.js';
import { type Found, words } from './rewrite.js';
import { one } from './spans.js';

const DATE = String.raw`\d{1,2}(?:th)?`;
const NOT_A_DATE = `(?! (?:%|~cur|percent|(?:latest|newest|most recent|recent|last|biggest|failed|new) [a-z]+|people|times|uses))`;
const OF_YEAR = String.raw`(?: ,?(?: )?(?:of )?(?<year>20\d\d)(?![\d.-]))?`;
const COUNTED = 'row|one|line|charge|payment|coupon|customer|entry|time|step|list|voucher|code|person|order';

/** One exact day: "2026-03-01", "3.3.", "14 April", "Feb 20", "the 15th". */
export const EXACT = words(
  [
    String.raw`(?:on |the )*(?<iso>\d{4}[-/.]\d{1,2}[-/.]\d{1,2})`,
    String.raw`(?:on |the )*(?<dotted>\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2})?)`,
    String.raw`(?:on |the )*(?<slashed>\d{1,2}\/\d{1,2}(?:\/\d{2,4})?)`,
    `(?:on )?(?:the )?(?<date>${DATE})(?: day)?(?: of)? (?<month>${MONTH})${OF_YEAR}`,
    `(?:on )?(?<month2>${MONTH}) (?:the )?(?<date2>${DATE})${NOT_A_DATE}${OF_YEAR.replace('year', 'year2')}`,
    String.raw`(?:on )?the (?<only>\d{1,2})th(?! (?:${COUNTED})| (?:and|to|-|until|till|through) (?:the )?\d{1,2}(?:th)? (?:day )?(?:of )?${MONTH})`,
  ].join('|'),
);

/** Reads such a day; `month` is the day in whose month a bare "the 15th" is looked for, if one was talked about. */
export function exactDay({ group }: Found, today: Day, month?: Day): Reading | undefined {
  const parts =
    group('iso').split(/[-/.]/).reverse().join('.') ||
    group('dotted') ||
    group('slashed').replaceAll('/', '.');
  const named = MONTHS.indexOf(group('month') || group('month2')) + 1;
  const year = Number(group('year') || group('year2'));
  if (named > 0)
    return datedDay(
      { date: Number.parseInt(group('date') || group('date2'), 10), month: named, year },
      today,
    );
  if (group('only')) return bareDate(Number(group('only')), today, month);
  const [first = 0, second = 0, third = 0] = parts.split('.').map(Number);
  const full = third > 0 && third < 100 ? third + 2000 : third;
  return second > 12
    ? datedDay({ date: second, month: first, year: full }, today)
    : datedDay({ date: first, month: second, year: full }, today);
}

/** A day of a month; without a year (0) the latest that has begun, and the next. */
export function datedDay(at: { date: number; month: number; year: number }, today: Day): Reading | undefined {
  const inYear = (year: number) => dayOf(year, at.month, at.date);
  if (at.year) {
    const day = inYear(at.year);
    return day ? { past: one(day) } : undefined;
  }
  const days = [-4, -3, -2, -1, 0, 1, 2, 3, 4]
    .map((shift) => inYear(yearOf(today) + shift))
    .filter((day) => day !== undefined);
  return nearest(days, today);
}

function bareDate(date: number, today: Day, month: Day | undefined): Reading | undefined {
  const meant = month && dayOf(yearOf(month), monthOf(month), date);
  if (meant) return { past: one(meant) };
  const days = [-2, -1, 0, 1, 2].flatMap((shift) => {
    const first = monthAround(today, shift).from;
    return dayOf(yearOf(first), monthOf(first), date) ?? [];
  });
  return nearest(days, today);
}

function nearest(days: readonly Day[], today: Day): Reading | undefined {
  const past = days.filter((day) => day <= today).at(-1);
  const next = days.find((day) => day >= today);
  if (!next) return undefined;
  return past ? { past: one(past), next: one(next) } : { past: one(next) };
}
