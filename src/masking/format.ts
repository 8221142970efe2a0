import { decimalsOf } from './currencies.js';
import { dateFormat, knownZone, numberFormat } from './formatters.js';
import type { Reading } from './reading.js';

/** Whose eyes a date is written for. A {@link Reading} is one. */
export type Reader = Pick<Reading, 'zone' | 'locale' | 'now'>;

/** Unix seconds, as Stripe has them, or a Date. */
export type Instant = number | Date;

const time = { hour: 'numeric', minute: '2-digit' } as const;
const day = { day: 'numeric', month: 'short' } as const;
const year = { year: 'numeric' } as const;
const fullDay = { day: 'numeric', month: 'long' } as const;

/**
 * An amount in the currency's minor unit, with its currency, as the locale writes it; a real minus sign.
 * Decimals by Stripe's table. A currency that is no three letters is written ¤, an amount that is no number "–".
 */
export function formatAmount(minor: number, currency: string, locale: string): string {
  const code = /^[a-z]{3}$/i.test(currency) ? currency.toUpperCase() : 'XXX';
  const decimals = decimalsOf(code);
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  const format = numberFormat(locale, { style: 'currency', currency: code, ...digits });
  return withMinus(format, minor / 10 ** decimals);
}

/** A count or a percentage as the locale writes it, with at most two decimals. */
export function formatNumber(value: number, locale: string): string {
  return withMinus(numberFormat(locale, { maximumFractionDigits: 2 }), value);
}

function withMinus(format: Intl.NumberFormat, value: number): string {
  return Number.isFinite(value) ? format.format(value).replace('-', '−') : '–';
}

/**
 * Major units as typed ("12.5", 19.99) in Stripe's minor unit, exactly: by digits, never by multiplying floats.
 * `null` when it is no plain decimal, has decimals the currency has not, or is too large to be exact.
 */
export function minorOf(major: string | number, currency: string): number | null {
  const typed = /^(\d+)(?:\.(\d*?)0*)?$/.exec(String(major).trim());
  const fraction = typed?.[2] ?? '';
  const decimals = decimalsOf(currency);
  if (!typed || fraction.length > decimals) return null;
  const minor = Number(`${typed[1]}${fraction.padEnd(decimals, '0')}`);
  return Number.isSafeInteger(minor) ? minor : null;
}

/** Minor units as a plain decimal of major units ("10.50"), for an input field; the inverse of {@link minorOf}. */
export function majorOf(minor: number, currency: string): string {
  const decimals = decimalsOf(currency);
  const digits = String(Math.abs(Math.trunc(minor))).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const sign = minor < 0 ? '-' : '';
  return decimals === 0 ? `${sign}${whole}` : `${sign}${whole}.${digits.slice(-decimals)}`;
}

/** "14:05" */
export function formatTime(at: Instant, reader: Reader): string {
  return written(at, time, reader);
}

/** "21 Nov"; with its year when that is not the reader's. */
export function formatDay(at: Instant, reader: Reader): string {
  return written(at, sameYear(at, reader) ? day : { ...day, ...year }, reader);
}

/** "22 Dec 2026": always with its year. */
export function formatDate(at: Instant, reader: Reader): string {
  return written(at, { ...day, ...year }, reader);
}

/** "21 Nov, 14:03"; with its year when that is not the reader's. */
export function formatMoment(at: Instant, reader: Reader): string {
  return written(at, sameYear(at, reader) ? { ...day, ...time } : { ...day, ...year, ...time }, reader);
}

/** "22 Dec 2026, 23:59 (Berlin)": for what a time decides, so with year and zone. */
export function formatEnd(at: Instant, reader: Reader): string {
  return `${written(at, { ...day, ...year, ...time }, reader)} (${zoneName(reader.zone)})`;
}

/** A span of calendar days, YYYY-MM-DD: "2–8 March", "28 February 2025"; the year only when it is not the reader's. */
export function formatSpan(from: string, to: string, reader: Reader): string {
  const thisYear = written(reader.now, year, reader);
  const style = from.startsWith(thisYear) && to.startsWith(thisYear) ? fullDay : { ...fullDay, ...year };
  const ends = [new Date(`${from}T12:00:00Z`), new Date(`${to}T12:00:00Z`)] as const;
  if (ends.some((end) => Number.isNaN(end.getTime())) || ends[0] > ends[1]) return `${from} to ${to}`;
  return dateFormat(style, 'UTC', reader.locale)
    .formatRange(...ends)
    .replaceAll(/[\u2009\u202f]/g, ' ')
    .replace(/\b(\d{1,2}) – (\d{1,2})\b/, '$1–$2');
}

/** A zone as people say it: "Berlin", "New York", "UTC". */
export function zoneName(zone: string): string {
  const known = knownZone(zone);
  const offset = /^Etc\/GMT([+-])(\d+)$/.exec(known);
  // The sign of Etc zones is POSIX's, the other way round.
  if (offset) return `UTC${offset[1] === '+' ? '−' : '+'}${offset[2]}`;
  return known.slice(known.lastIndexOf('/') + 1).replaceAll('_', ' ');
}

function written(at: Instant, style: Intl.DateTimeFormatOptions, reader: Reader): string {
  const date = dateOf(at);
  if (Number.isNaN(date.getTime())) return '–';
  return dateFormat(style, reader.zone, reader.locale).format(date).replaceAll('\u202f', ' ');
}

function dateOf(at: Instant): Date {
  return at instanceof Date ? at : new Date(at * 1000);
}

function sameYear(at: Instant, reader: Reader): boolean {
  return written(at, year, reader) === written(reader.now, year, reader);
}
