import { linkSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { SettingsFault } from '../errors.js';

/** The secret kept in a folder, made when it is not there yet; only its owner may read the file.
 * Two processes that start together agree on one.
 * @throws SettingsFault when the file is there and holds nothing */
export function keptSecret(folder: string, make: () => string): string {
  const file = path.join(folder, 'secret');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const kept = readKept(file) ?? keep(file, make());
  if (kept === '')
    throw new SettingsFault([
      `${file} holds no secret. Put the old one back, or remove the file so that a new one is made.`,
    ]);
  return kept;
}

/** Written whole beside its place and then linked there, so that nobody ever reads half a secret. */
function keep(file: string, secret: string): string {
  const beside = mkdtempSync(`${file}-`);
  try {
    writeFileSync(path.join(beside, 'secret'), secret, { mode: 0o600, flush: true });
    linkSync(path.join(beside, 'secret'), file);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  } finally {
    rmSync(beside, { recursive: true });
  }
  return readKept(file) ?? '';
}

function readKept(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
