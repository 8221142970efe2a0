import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { readArgs } from './commandArgs.js';
import { commandDay } from './commandDay.js';
import { asCommand, CommandError, type CommandNeeds } from './commandError.js';
import { recogniserFor, recognisers } from './commandRecognisers.js';
import { type EvalRead, type EvalRun, faultLine, missesIn, summaryTable, tagTable } from './evalReport.js';
import { readJsonLines } from './jsonLines.js';
import { type Labelled, labelled, score } from './scoring.js';

const usage =
  'usage: npm run eval -- [--in FILE.jsonl] [--by built-in|openrouter|both] [--lang en] [--today YYYY-MM-DD] [--tz ZONE] [--misses]';
const openSet = 'test/data/utterances.dev.jsonl';
/** The day that the labelled sets are written for. */
const labelledDay = '2026-03-10';
const example =
  '{"id": "1", "text": "last 10 charges", "plan": {"steps": [{"do": "list_charges", "limit": 10}]}}';

/**
 * Runs a labelled set through one recogniser or both, one sentence after the other, and prints how they fare.
 * @throws CommandError for what cannot be run.
 */
export async function runEval({ args, env, print }: CommandNeeds): Promise<void> {
  const options = readOptions(args);
  const against = { ...commandDay(options), locale: 'en' };
  const chosen = options.by === 'both' ? recognisers : [options.by];
  const named = chosen.map((by) => ({ by, recognise: recogniserFor(by, env) }));
  const rows = await rowsOf(options);
  const runs: EvalRun[] = [];
  for (const { by, recognise } of named) {
    const reads: EvalRead[] = [];
    for (const row of rows) {
      const { text, previous } = row;
      const started = performance.now();
      const found = await recognise({ text, ...(previous ? { previous } : {}), ...against });
      reads.push({ row, found, score: score(row, found.plan), took: performance.now() - started });
    }
    runs.push({ by, reads });
  }
  print(`${options.in}, read on ${against.today} ${against.zone}\n`);
  print(`${summaryTable(runs)}\n`);
  print(tagTable(runs));
  for (const line of runs.flatMap((run) => faultLine(run) ?? [])) print(`\n${line}`);
  if (options.misses) print(`\n${runs.flatMap(missesIn).join('\n')}`);
}

async function rowsOf(options: { in: string; lang?: string | undefined }): Promise<Labelled[]> {
  const all = await readJsonLines(options.in, labelled, example);
  const rows = all.filter(({ lang }) => options.lang === undefined || lang === options.lang);
  if (rows.length > 0) return rows;
  const which = options.lang === undefined ? '' : ` in ${options.lang}`;
  throw new CommandError(
    `There is nothing to score: ${options.in} has no sentence${which}. Give another --in.`,
  );
}

function readOptions(args: readonly string[]) {
  return readArgs(usage, () =>
    parseArgs({
      args: [...args],
      options: {
        in: { type: 'string', default: openSet },
        by: { type: 'string', default: 'built-in' },
        lang: { type: 'string' },
        today: { type: 'string', default: labelledDay },
        tz: { type: 'string' },
        misses: { type: 'boolean', default: false },
      },
    }),
  ).values;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  if (existsSync('.env')) process.loadEnvFile('.env');
  await asCommand(runEval);
}
