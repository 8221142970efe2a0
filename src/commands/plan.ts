import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { readPlan } from '../recognition/builtIn/recognise.js';
import { plan } from '../recognition/plan.js';
import type { Recognition, Sentence } from '../recognition/recogniser.js';

/** What was typed cannot be run; the message says what, why and what to do. */
export class PlanCommandError extends Error {
  override name = 'PlanCommandError';
}

/** A recognition with the names of the rules that read it, where there are any. */
type Explained = Recognition & { rules?: string[] };
type Recogniser = (sentence: Sentence) => Promise<Explained>;

/**
 * The recogniser that `--by` names.
 * @throws PlanCommandError when it does not exist or its key is missing.
 */
export function recogniserFor(by: string, _env: NodeJS.ProcessEnv): Recogniser {
  if (by === 'built-in') return async (sentence) => ({ ...readPlan(sentence), by });
  if (by === 'openrouter')
    throw new PlanCommandError(
      'OpenRouter cannot be asked: this build has no OpenRouter recogniser. Use --by built-in.',
    );
  throw new PlanCommandError(`"${by}" is no recogniser. Use --by built-in or --by openrouter.`);
}

const USAGE =
  'usage: npm run -s plan -- "text" | --in FILE.jsonl [--today YYYY-MM-DD] [--tz ZONE] [--by built-in|openrouter] [--why]';

const line = z.object({ id: z.string(), text: z.string(), previous: plan.optional() });
type Line = z.infer<typeof line>;

interface Options {
  text: string | undefined;
  file: string | undefined;
  today: string;
  zone: string;
  by: string;
  why: boolean;
}

function readOptions(args: readonly string[]): Options {
  const { values, positionals } = parsed(args);
  const zone = values.tz ?? 'UTC';
  const today = values.today ?? todayIn(zone);
  if (!z.iso.date().safeParse(today).success)
    throw new PlanCommandError(`"${today}" is no day. Give --today as YYYY-MM-DD, such as 2026-03-10.`);
  todayIn(zone);
  const text = positionals.join(' ');
  if (values.in === undefined && text.trim() === '')
    throw new PlanCommandError(`There is nothing to plan: no text and no --in. ${USAGE}`);
  if (values.in !== undefined && text !== '')
    throw new PlanCommandError('Both a text and --in were given. Give one of them.');
  return {
    text: values.in === undefined ? text : undefined,
    file: values.in,
    today,
    zone,
    by: values.by,
    why: values.why,
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        in: { type: 'string' },
        today: { type: 'string' },
        tz: { type: 'string' },
        by: { type: 'string', default: 'built-in' },
        why: { type: 'boolean', default: false },
      },
    });
  } catch (cause) {
    const why = cause instanceof Error ? (cause.message.split('. ')[0] ?? '') : '';
    throw new PlanCommandError(`The options cannot be read: ${why}. ${USAGE}`, { cause });
  }
}

function todayIn(zone: string): string {
  try {
    return new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(new Date());
  } catch (cause) {
    throw new PlanCommandError(`"${zone}" is no time zone. Give --tz an IANA name, such as Europe/Berlin.`, {
      cause,
    });
  }
}

async function readLines(file: string): Promise<Line[]> {
  const text = await readFile(file, 'utf8').catch((cause) => {
    throw new PlanCommandError(`${file} cannot be read: no such file, or no right to it. Check the path.`, {
      cause,
    });
  });
  return text.split('\n').flatMap((row, at) => (row.trim() ? [readLine(row, `${file} line ${at + 1}`)] : []));
}

function readLine(row: string, place: string): Line {
  const read = line.safeParse(jsonOf(row));
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const field = issue?.path.join('.') || 'the line';
  throw new PlanCommandError(
    `${place} cannot be used: ${field} is not as expected. Write {"id": "1", "text": "last 10 charges"} with an optional "previous" plan.`,
  );
}

function jsonOf(row: string): unknown {
  try {
    return JSON.parse(row);
  } catch {
    return undefined;
  }
}

/**
 * Plans a text or a file of lines and hands each line of output to `print`.
 * @throws PlanCommandError for what cannot be run.
 */
export async function runPlan(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  print: (line: string) => void,
): Promise<void> {
  const options = readOptions(args);
  const recognise = recogniserFor(options.by, env);
  const sentence = { today: options.today, zone: options.zone, locale: 'en' };
  const shown = ({ rules, ...rest }: Explained) => (options.why ? { ...rest, rules: rules ?? [] } : rest);
  if (options.text !== undefined) {
    const { by: _by, plan: read, ...rest } = shown(await recognise({ text: options.text, ...sentence }));
    print(JSON.stringify({ ...read, ...rest }, null, 2));
    return;
  }
  for (const { id, ...said } of await readLines(options.file ?? ''))
    print(JSON.stringify({ id, ...shown(await recognise({ ...said, ...sentence })) }));
}

async function main(): Promise<void> {
  try {
    await runPlan(process.argv.slice(2), process.env, (text) => process.stdout.write(`${text}\n`));
  } catch (error) {
    if (!(error instanceof PlanCommandError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 2;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
