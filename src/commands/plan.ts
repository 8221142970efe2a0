import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { plan } from '../recognition/plan.js';
import { readArgs } from './commandArgs.js';
import { commandDay } from './commandDay.js';
import { asCommand, CommandError, type CommandNeeds } from './commandError.js';
import { type Explained, recogniserFor } from './commandRecognisers.js';
import { readJsonLines } from './jsonLines.js';

const usage =
  'usage: npm run -s plan -- "text" | --in FILE.jsonl [--today YYYY-MM-DD] [--tz ZONE] [--by built-in|openrouter] [--why]';

const line = z.object({ id: z.string(), text: z.string(), previous: plan.optional() });
const example = '{"id": "1", "text": "last 10 charges"} with an optional "previous" plan';

/**
 * Plans a text or a file of lines and hands each line of output to `print`.
 * @throws CommandError for what cannot be run.
 */
export async function runPlan({ args, env, print, note }: CommandNeeds): Promise<void> {
  const { values, text } = readOptions(args);
  const against = { ...commandDay(values), locale: 'en' };
  const recognise = recogniserFor(values.by, env);
  const read = async (said: { text: string }) => {
    const found = await recognise({ ...said, ...against });
    if (found.fault) note(`The model gave no plan (${found.fault}), so the built-in recogniser read this:`);
    return found;
  };
  if (values.in === undefined) {
    const { plan: found, ...rest } = await read({ text });
    print(JSON.stringify({ ...found, ...(values.why ? whyOf(rest) : {}) }, null, 2));
    return;
  }
  for (const { id, ...said } of await readJsonLines(values.in, line, example)) {
    const { plan: found, by, ...rest } = await read(said);
    print(JSON.stringify({ id, plan: found, by, ...(values.why ? whyOf({ by, ...rest }) : {}) }));
  }
}

/** The rules that read a sentence, or what it cost to have it read. */
function whyOf({ by, rules, usage: cost, fault }: Omit<Explained, 'plan'>): object {
  return cost || fault ? { by, usage: cost, fault, rules } : { rules };
}

function readOptions(args: readonly string[]) {
  const { values, positionals } = readArgs(usage, () =>
    parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        in: { type: 'string' },
        today: { type: 'string' },
        tz: { type: 'string' },
        by: { type: 'string', default: 'built-in' },
        why: { type: 'boolean', default: false },
      },
    }),
  );
  const text = positionals.join(' ');
  if (values.in === undefined && text.trim() === '')
    throw new CommandError(`There is nothing to plan: no text and no --in. ${usage}`);
  if (values.in !== undefined && text !== '')
    throw new CommandError('Both a text and --in were given. Give one of them.');
  return { values, text };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  if (existsSync('.env')) process.loadEnvFile('.env');
  await asCommand(runPlan);
}
