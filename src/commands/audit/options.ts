import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { Span } from '../../audit/reader.js';
import { addDays, startOfDay } from '../../calendar.js';
import { readArgs } from '../commandArgs.js';
import { CommandError } from '../commandError.js';

/** How the command is typed. */
export const usage = `usage: npm run -s audit -- list    [--since DAY] [--until DAY] [--limit N]
       npm run -s audit -- verify
       npm run -s audit -- export  [--since DAY] [--until DAY] [--format csv|json]
       npm run -s audit -- prune
       npm run -s audit -- resolve --person p-…
       npm run -s audit -- erase   --person p-… | --row N
       npm run -s audit -- hold    [--since DAY --until DAY | --lift N]
DAY is YYYY-MM-DD, or a time such as 2026-03-10T14:00:00Z. --until takes the whole day in.`;

const verbs = z.enum(['list', 'verify', 'export', 'prune', 'resolve', 'erase', 'hold']);
const names = ['since', 'until', 'format', 'limit', 'person', 'row', 'lift'] as const;
type Name = (typeof names)[number];

/** What each verb takes beside itself. */
const takes: Readonly<Record<z.infer<typeof verbs>, readonly Name[]>> = {
  list: ['since', 'until', 'limit', 'format'],
  // A chain can only be verified whole: a time is taken and passed over.
  verify: ['since', 'until'],
  export: ['since', 'until', 'format'],
  prune: [],
  resolve: ['person'],
  erase: ['person', 'row'],
  hold: ['since', 'until', 'lift'],
};

/** What was typed, read. */
export interface Options {
  verb: z.infer<typeof verbs>;
  since?: string | undefined;
  until?: string | undefined;
  format?: 'csv' | 'json' | undefined;
  limit?: number | undefined;
  person?: string | undefined;
  row?: number | undefined;
  lift?: number | undefined;
}

/** Reads the arguments.
 * @throws CommandError for what cannot be run */
export function readOptions(args: readonly string[]): Options {
  const { values, positionals } = readArgs(usage, () =>
    parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        since: { type: 'string' },
        until: { type: 'string' },
        format: { type: 'string' },
        limit: { type: 'string' },
        person: { type: 'string' },
        row: { type: 'string' },
        lift: { type: 'string' },
      },
    }),
  );
  const [word, ...more] = positionals;
  const verb = verbs.safeParse(word).data;
  if (verb === undefined || more.length > 0)
    throw new CommandError(
      `${verb ? `Too much was given: ${more.join(' ')}` : word ? `"${word}" is nothing that can be done` : 'Nothing was asked for'}. ${usage}`,
    );
  for (const name of names.filter((each) => values[each] !== undefined && !takes[verb].includes(each)))
    throw new CommandError(`${verb} does not go with --${name}. Leave it out.`);
  return {
    verb,
    since: values.since,
    until: values.until,
    format: formatOf(values.format),
    limit: numberOf('limit', values.limit),
    person: personOf(values.person),
    row: numberOf('row', values.row),
    lift: numberOf('lift', values.lift),
  };
}

function formatOf(given: string | undefined): 'csv' | 'json' | undefined {
  if (given === undefined || given === 'csv' || given === 'json') return given;
  throw new CommandError(`"${given}" is no format. Give --format csv or --format json.`);
}

function numberOf(name: Name, given: string | undefined): number | undefined {
  if (given === undefined || /^[1-9]\d{0,14}$/.test(given))
    return given === undefined ? given : Number(given);
  throw new CommandError(`"${given}" is no number. Give --${name} as a whole number, such as 20.`);
}

function personOf(given: string | undefined): string | undefined {
  if (given === undefined || /^p-[0-9a-f]{12}$/.test(given)) return given;
  throw new CommandError(
    `"${given}" is no pseudonym. Give --person as it stands in the trail, such as p-0a1b2c3d4e5f.`,
  );
}

/** The time between `--since` and `--until`; all of it without them.
 * @throws CommandError when one is none, or the end is before the start */
export function spanOf({ since, until }: Pick<Options, 'since' | 'until'>, zone: string): Span {
  const from = since === undefined ? 0 : instantOf('since', since, zone);
  const to = until === undefined ? Number.MAX_SAFE_INTEGER : instantOf('until', until, zone, 1);
  if (from >= to) throw new CommandError('--until is before --since. Give the earlier one as --since.');
  return { since: from, until: to };
}

function instantOf(name: Name, given: string, zone: string, daysAfter = 0): number {
  if (z.iso.date().safeParse(given).success) return startOfDay(addDays(given, daysAfter), zone) * 1000;
  if (z.iso.datetime({ offset: true }).safeParse(given).success) return Date.parse(given);
  throw new CommandError(
    `"${given}" is no day. Give --${name} as YYYY-MM-DD, or as a time such as 2026-03-10T14:00:00Z.`,
  );
}
