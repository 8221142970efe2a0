import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { placeholders } from '../recognition/placeholders.js';
import { findPersonal } from '../recognition/redaction/findIdentifiers.js';

/** What was typed cannot be run; the message says what, why and what to do. */
export class RedactCommandError extends Error {
  override name = 'RedactCommandError';
}

const USAGE = 'usage: npm run -s redact -- "text" | --in FILE.jsonl [--as-sent]';

const line = z.object({ id: z.string(), text: z.string() });
type Line = z.infer<typeof line>;

interface Options {
  text: string;
  file: string | undefined;
  asSent: boolean;
}

function readOptions(args: readonly string[]): Options {
  const { values, positionals } = parsed(args);
  const text = positionals.join(' ');
  if (values.in === undefined && text.trim() === '')
    throw new RedactCommandError(`There is nothing to redact: no text and no --in. ${USAGE}`);
  if (values.in !== undefined && text !== '')
    throw new RedactCommandError('Both a text and --in were given. Give one of them.');
  return { text, file: values.in, asSent: values['as-sent'] };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { in: { type: 'string' }, 'as-sent': { type: 'boolean', default: false } },
    });
  } catch (cause) {
    const why = cause instanceof Error ? (cause.message.split('. ')[0] ?? '') : '';
    throw new RedactCommandError(`The options cannot be read: ${why}. ${USAGE}`, { cause });
  }
}

async function readLines(file: string): Promise<Line[]> {
  const text = await readFile(file, 'utf8').catch((cause) => {
    throw new RedactCommandError(`${file} cannot be read: no such file, or no right to it. Check the path.`, {
      cause,
    });
  });
  return text.split('\n').flatMap((row, at) => (row.trim() ? [readLine(row, `${file} line ${at + 1}`)] : []));
}

function readLine(row: string, place: string): Line {
  const read = line.safeParse(jsonOf(row));
  if (read.success) return read.data;
  const field = read.error.issues[0]?.path.join('.') || 'the line';
  throw new RedactCommandError(
    `${place} cannot be used: ${field} is not as expected. Write {"id": "1", "text": "charges of jane@example.com"}.`,
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
 * Redacts a text or a file of lines and hands each line of output to `print`: what would leave for the model. Stripe
 * ids, which leave as placeholders, are shown as typed, unless `--as-sent` asks for them too.
 * @throws RedactCommandError for what cannot be run.
 */
export async function runRedact(args: readonly string[], print: (line: string) => void): Promise<void> {
  const { text, file, asSent } = readOptions(args);
  const redacted = (said: string): string =>
    (asSent ? placeholders(said) : placeholders(said, undefined, findPersonal)).text;
  if (file === undefined) return print(redacted(text));
  for (const { id, text: said } of await readLines(file)) print(JSON.stringify({ id, text: redacted(said) }));
}

async function main(): Promise<void> {
  try {
    await runRedact(process.argv.slice(2), (text) => process.stdout.write(`${text}\n`));
  } catch (error) {
    if (!(error instanceof RedactCommandError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 2;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
