/** Days are YYYY-MM-DD; arithmetic is in UTC, so that no time zone can move a day. Weeks start on Monday. */
export type Day = string;

/** Both ends inclusive. */
export interface Span {
  from: Day;
  to: Day;
}

const DAY_MS = 86_400_000;
const FIRST_YEAR = 1970;
const LAST_YEAR = 2999;

const atUtc = (day: Day) => Date.parse(`${day}T00:00:00Z`);
const written = (time: number): Day => new Date(time).toISOString().slice(0, 10);
const pad = (n: number) => String(n).padStart(2, '0');

/** The day with these parts, or undefined when the calendar has none (31 April). */
export function dayOf(year: number, month: number, date: number): Day | undefined {
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || date < 1) return undefined;
  return date > daysInMonth(year, month) ? undefined : `${year}-${pad(month)}-${pad(date)}`;
}

/** The year of a day. */
export const yearOf = (day: Day): number => Number(day.slice(0, 4));
/** The month of a day, 1 to 12. */
export const monthOf = (day: Day): number => Number(day.slice(5, 7));
/** The day of the month. */
export const dateOf = (day: Day): number => Number(day.slice(8, 10));

/** How many days a month has; `month` is 1 to 12. */
export const daysInMonth = (year: number, month: number): number =>
  new Date(Date.UTC(year, month, 0)).getUTCDate();

/** Moves a day by days; what would leave the calendar stays at its edge. */
export function addDays(day: Day, days: number): Day {
  const time = atUtc(day) + days * DAY_MS;
  const first = Date.UTC(FIRST_YEAR, 0, 1);
  const last = Date.UTC(LAST_YEAR, 11, 31);
  return written(Math.min(Math.max(time, first), last));
}

/** The same date some months on (or back, if negative); the month's last day where it has no such date. */
export function addMonths(day: Day, months: number): Day {
  const count = yearOf(day) * 12 + monthOf(day) - 1 + months;
  const year = Math.min(Math.max(Math.floor(count / 12), FIRST_YEAR), LAST_YEAR);
  const month = (((count % 12) + 12) % 12) + 1;
  return `${year}-${pad(month)}-${pad(Math.min(dateOf(day), daysInMonth(year, month)))}`;
}

/** 1 = Monday … 7 = Sunday. */
export const weekdayOf = (day: Day): number => new Date(atUtc(day)).getUTCDay() || 7;

/** The week of a day, Monday to Sunday. */
export function weekOf(day: Day): Span {
  const from = addDays(day, 1 - weekdayOf(day));
  return { from, to: addDays(from, 6) };
}

/** All of a month. */
export function monthSpan(year: number, month: number): Span {
  const from = `${year}-${pad(month)}-01`;
  return { from, to: `${year}-${pad(month)}-${pad(daysInMonth(year, month))}` };
}

/** The month that a day is in, moved by `shift` months. */
export function monthAround(day: Day, shift = 0): Span {
  const moved = addMonths(`${day.slice(0, 8)}01`, shift);
  return monthSpan(yearOf(moved), monthOf(moved));
}

/** `quarter` is 1 to 4. */
export function quarterSpan(year: number, quarter: number): Span {
  const first = quarter * 3 - 2;
  return { from: monthSpan(year, first).from, to: monthSpan(year, first + 2).to };
}

/** The quarter of a day, 1 to 4. */
export const quarterOf = (day: Day): number => Math.ceil(monthOf(day) / 3);

/** All of a year. */
export const yearSpan = (year: number): Span => ({ from: `${year}-01-01`, to: `${year}-12-31` });
