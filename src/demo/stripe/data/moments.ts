const daySeconds = 24 * 60 * 60;

/** Unix seconds, so many days (parts of days too) before `now`; after it when negative. */
export function daysBefore(now: number, days: number): number {
  return Math.round(now - days * daySeconds);
}
