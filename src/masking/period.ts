import { addDays, dayIn } from '../calendar.js';
import { formatSpan, type Reader } from './format.js';
import { knownZone } from './formatters.js';
import type { Period } from './questions.js';

/**
 * A period as it follows a noun: " today", " since 2 March", " in March", ", 2–8 March"; '' for none.
 * A period that runs to today has only `from`.
 */
export function periodWords({ from, to }: Period, reader: Reader): string {
  if (from && to) return from === to ? onDay(from, reader) : between(from, to, reader);
  if (from) return from === today(reader) ? ' today' : ` since ${dayName(from, reader)}`;
  return to ? ` until ${dayName(to, reader)}` : '';
}

function onDay(day: string, reader: Reader): string {
  const name = dayName(day, reader);
  return name === 'today' || name === 'yesterday' ? ` ${name}` : ` on ${name}`;
}

function between(from: string, to: string, reader: Reader): string {
  if (!from.endsWith('-01') || to !== lastOfMonth(from)) return `, ${formatSpan(from, to, reader)}`;
  const ofYear = formatSpan(from, from, reader);
  return ` in ${ofYear.replace(/^1 |\b 1(?=,|$)/, '').replace(',', '')}`;
}

function lastOfMonth(first: string): string {
  const [year, month] = first.split('-').map(Number);
  return new Date(Date.UTC(year ?? 0, month ?? 1, 0)).toISOString().slice(0, 10);
}

function dayName(day: string, reader: Reader): string {
  if (day === today(reader)) return 'today';
  const before = addDays(today(reader), -1);
  return day === before ? 'yesterday' : formatSpan(day, day, reader);
}

function today(reader: Reader): string {
  return dayIn(knownZone(reader.zone), reader.now);
}
