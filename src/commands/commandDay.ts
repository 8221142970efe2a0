import { z } from 'zod';
import { dayIn, isZone } from '../calendar.js';
import { CommandError } from './commandError.js';

/**
 * The day and the zone that sentences are read against, from `--today` and `--tz`; today and UTC without them.
 * @throws CommandError when one is none
 */
export function commandDay({ today, tz = 'UTC' }: { today?: string | undefined; tz?: string | undefined }) {
  if (!isZone(tz))
    throw new CommandError(`"${tz}" is no time zone. Give --tz an IANA name, such as Europe/Berlin.`);
  const day = today ?? dayIn(tz, new Date());
  if (!z.iso.date().safeParse(day).success)
    throw new CommandError(`"${day}" is no day. Give --today as YYYY-MM-DD, such as 2026-03-10.`);
  return { today: day, zone: tz };
}
