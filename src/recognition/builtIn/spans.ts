import {
  addDays,
  addMonths,
  type Day,
  dayOf,
  daysInMonth,
  monthAround,
  monthOf,
  quarterOf,
  quarterSpan,
  type Span,
  weekOf,
  yearOf,
  yearSpan,
} from './calendar.js';

/** So many days, weeks, months or years before a day (after it, if negative). */
export function back(day: Day, n: number, unit: string): Day {
  if (unit === 'month') return addMonths(day, -n);
  return unit === 'year' ? addMonths(day, -12 * n) : addDays(day, -n * (unit === 'week' ? 7 : 1));
}

/** The week, month, quarter or year around a day, moved by `shift` of them. */
export function around(unit: string, day: Day, shift: number): Span {
  if (unit === 'week') return weekOf(addDays(day, 7 * shift));
  if (unit === 'month') return monthAround(day, shift);
  if (unit === 'year') return yearSpan(yearOf(day) + shift);
  const moved = addMonths(`${day.slice(0, 8)}01`, 3 * shift);
  return quarterSpan(yearOf(moved), quarterOf(moved));
}

/** A day as a span. */
export const one = (day: Day): Span => ({ from: day, to: day });

/** The days that "between 2 and 20 February" names: `date` in the month of `day`. */
export const inMonthOf = (day: Day, date: number): Day | undefined =>
  date <= daysInMonth(yearOf(day), monthOf(day)) ? dayOf(yearOf(day), monthOf(day), date) : undefined;
