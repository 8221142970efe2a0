import { readFile } from 'node:fs/promises';
import type { z } from 'zod';
import { CommandError } from './commandError.js';

/**
 * Reads a file of JSON lines, each of the schema's form. Empty lines are passed over.
 * @param example a line as it should be, for who wrote another
 * @throws CommandError that names the file and the line
 */
export async function readJsonLines<T>(file: string, schema: z.ZodType<T>, example: string): Promise<T[]> {
  const text = await readFile(file, 'utf8').catch((cause) => {
    throw new CommandError(`${file} cannot be read: no such file, or no right to it. Check the path.`, {
      cause,
    });
  });
  return text.split('\n').flatMap((row, at) => {
    if (!row.trim()) return [];
    const read = schema.safeParse(jsonOf(row));
    if (read.success) return [read.data];
    const field = read.error.issues[0]?.path.join('.') || 'the line';
    throw new CommandError(
      `${file} line ${at + 1} cannot be used: ${field} is not as expected. Write ${example}.`,
    );
  });
}

function jsonOf(row: string): unknown {
  try {
    return JSON.parse(row);
  } catch {
    return undefined;
  }
}
