/** Calendar days in a person's time zone. Days are YYYY-MM-DD, instants are unix seconds. */

const second = 1000;
const dayLength = 86_400 * second;
const formats = new Map<string, Intl.DateTimeFormat>();

/** People's clients name zones, in any case, so the store is bounded. */
const mostFormats = 500;

function format(zone: string): Intl.DateTimeFormat {
  const kept = formats.get(zone);
  if (kept) return kept;
  if (formats.size >= mostFormats) formats.clear();
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  formats.set(zone, made);
  return made;
}

/** What a clock on the wall of `zone` shows, as if it were UTC, in milliseconds. */
function wallClock(instant: number, zone: string): number {
  const part = Object.fromEntries(
    format(zone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );
  return Date.parse(`${part.year}-${part.month}-${part.day}T${part.hour}:${part.minute}:${part.second}Z`);
}

/** The calendar day it is in `zone`. */
export function dayIn(zone: string, now: Date): string {
  return new Date(wallClock(Math.floor(now.getTime() / second) * second, zone)).toISOString().slice(0, 10);
}

/** The first second of a day in `zone`: the earlier midnight where there are two (DST), the first second after
 * the gap where midnight is skipped. */
export function startOfDay(day: string, zone: string): number {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  const around = [midnight - dayLength, midnight + dayLength];
  const guesses = around.map((near) => midnight - (wallClock(near, zone) - near));
  const exact = guesses.filter((guess) => wallClock(guess, zone) === midnight);
  const start = exact.length > 0 ? Math.min(...exact) : afterGap(midnight, guesses, zone);
  return start / second;
}

/** Halves the time around a gap until the first second is found whose clock is past `wall`. */
function afterGap(wall: number, around: readonly number[], zone: string): number {
  let before = Math.min(...around);
  let after = Math.max(...around);
  while (after - before > second) {
    const middle = before + Math.floor((after - before) / 2 / second) * second;
    if (wallClock(middle, zone) < wall) before = middle;
    else after = middle;
  }
  return after;
}

/** The last second of a day in `zone`. */
export function endOfDay(day: string, zone: string): number {
  return startOfDay(addDays(day, 1), zone) - 1;
}

/** The calendar day `count` days after `day`. */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * dayLength).toISOString().slice(0, 10);
}

/** Whether the runtime knows this IANA name. */
export function isZone(name: string): boolean {
  try {
    return format(name) !== undefined;
  } catch {
    return false;
  }
}
