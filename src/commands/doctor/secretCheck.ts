import { stat } from 'node:fs/promises';
import path from 'node:path';
import { type Check, fail, ok, warn } from './check.js';
import { canBeGuessed, shortest } from './guessable.js';

/** Whether TILLKEEPER_SECRET can be guessed, or where none is set, whether others may read the one that is kept. */
export async function secretCheck(secrets: readonly string[] | null, folder: string): Promise<Check[]> {
  const check = 'TILLKEEPER_SECRET';
  if (secrets === null) return [await keptCheck(check, folder)];
  const weak = secrets.filter(canBeGuessed).length;
  if (weak > 0)
    return [
      fail(
        check,
        secrets.length === 1
          ? 'It can be guessed.'
          : `${weak} of its ${secrets.length} secrets can be guessed.`,
        `Put ${shortest} random characters or more in .env, for example from: openssl rand -hex 32.`,
      ),
    ];
  return [ok(check, secrets.length === 1 ? 'It is long enough.' : `All ${secrets.length} are long enough.`)];
}

async function keptCheck(check: string, folder: string): Promise<Check> {
  const found = await stat(path.join(folder, 'secret')).catch(() => null);
  if (found === null) return ok(check, 'It is not set: the first start makes one and keeps it in DATA_DIR.');
  if (process.platform !== 'win32' && (found.mode & 0o077) !== 0)
    return warn(
      check,
      'It is not set, and others may read the one that is kept in DATA_DIR.',
      'Run: chmod 600 on the file "secret" there.',
    );
  return ok(check, 'It is not set: the one that is kept in DATA_DIR is used.');
}
