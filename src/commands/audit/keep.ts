import type { Hold } from '../../audit/holds.js';
import { CommandError } from '../commandError.js';
import { counted } from './counted.js';
import { boundsOf } from './exportRows.js';
import type { Office } from './office.js';
import { type Options, spanOf } from './options.js';

const day = 86_400_000;

/** Removes what is older than the settings keep. */
export async function prune(
  { retention, checkpoints, settings, clock }: Office,
  print: (line: string) => void,
): Promise<void> {
  const { keepDays } = settings.trail;
  const removed = await retention.prune(clock().getTime() - keepDays * day, 'operator');
  if (removed > 0) await checkpoints.signHead();
  print(
    removed === 0
      ? `Nothing is older than ${counted(keepDays, 'day')}, or all of that is on hold.`
      : `Removed ${counted(removed, 'row')} older than ${counted(keepDays, 'day')}.`,
  );
}

/** Puts a time on hold, lifts a hold, or lists those that stand.
 * @throws CommandError for half a time, or a hold that does not stand */
export async function hold(
  office: Office,
  { since, until, lift }: Options,
  print: (line: string) => void,
): Promise<void> {
  if (lift !== undefined) return await lifted(office, lift, print);
  if (since === undefined && until === undefined) return await listed(office, print);
  if (since === undefined || until === undefined)
    throw new CommandError('A hold needs a start and an end. Give both --since and --until.');
  const span = spanOf({ since, until }, office.settings.timeZone);
  await office.record({ event: 'audit.held', ...boundsOf(span) });
  const put = await office.holds.put(span);
  print(
    `Hold ${inWords(put)} stands: these rows are not pruned. Lift it with: npm run -s audit -- hold --lift ${put.number}`,
  );
}

async function lifted({ holds, record }: Office, number: number, print: (line: string) => void) {
  const standing = (await holds.standing()).find((each) => each.number === number);
  if (standing === undefined)
    throw new CommandError(`No hold ${number} stands. See those that do with: npm run -s audit -- hold`);
  const { since, until } = standing;
  await record({ event: 'audit.released', since, until });
  await holds.lift(number);
  print(`Hold ${inWords(standing)} is lifted.`);
}

async function listed({ holds }: Office, print: (line: string) => void) {
  const standing = await holds.standing();
  if (standing.length === 0) return print('No hold stands.');
  for (const each of standing) print(`Hold ${inWords(each)}`);
}

function inWords({ number, since, until }: Hold): string {
  const time = (at: number) => new Date(at).toISOString().slice(0, 16).replace('T', ' ');
  return `${number}, ${time(since)} to ${time(until)} UTC,`;
}
