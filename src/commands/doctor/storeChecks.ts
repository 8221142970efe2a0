import { access, constants, stat, statfs } from 'node:fs/promises';
import path from 'node:path';
import { SettingsFault } from '../../errors.js';
import { type Look, lookAtDatabase } from '../../store/lookAtDatabase.js';
import { type Check, fail, failOf, ok, warn } from './check.js';

const megabyte = 1024 * 1024;
/** Below these, in bytes, the disk is said to be short, or full. */
const short = 500 * megabyte;
const full = 50 * megabyte;

/** Whether the database can be opened and written, and is not of a newer version. None is made where there is none: it
 * would belong to who runs the doctor. */
export async function databaseCheck(settings: {
  dataDir: string;
  databaseUrl: string | null;
}): Promise<Check[]> {
  const check = 'database';
  const here = settings.databaseUrl === null;
  if (here && !(await isWritable(settings.dataDir)))
    return [
      fail(
        check,
        'DATA_DIR cannot be written to.',
        'Name a folder this process may write to in .env, or change who owns it.',
      ),
    ];
  try {
    return [stateCheck(check, await lookAtDatabase(settings), here ? 'DATA_DIR' : 'DATABASE_URL')];
  } catch (error) {
    if (!(error instanceof SettingsFault)) throw error;
    return error.faults.map((fault) => failOf(check, fault));
  }
}

function stateCheck(check: string, look: Look, where: string): Check {
  if (look.kind === 'none') return ok(check, `There is none yet: the first start makes it in ${where}.`);
  const { done, steps, writable } = look;
  if (done > steps)
    return fail(
      check,
      'It is of a newer version of Tillkeeper.',
      `Start that version, or name another ${where}.`,
    );
  if (!writable)
    return fail(check, 'It takes no writes.', 'Check who owns it, and that no other program locks it.');
  const state =
    done === steps ? 'it is of this version' : `the next start brings it from step ${done} to ${steps}`;
  return ok(check, `It can be written to, and ${state}.`);
}

/** Whether there is room left where DATA_DIR is. `room` tells how many bytes are free there. */
export async function diskCheck(folder: string, room = freeIn): Promise<Check[]> {
  const check = 'disk';
  const place = await nearest(folder);
  if (place === null) return [warn(check, 'There is no such folder.', 'Correct DATA_DIR first.')];
  const free = await room(place);
  const left = `${Math.floor(free / megabyte)} MB are left where DATA_DIR is`;
  const todo = 'Make room, or name a DATA_DIR elsewhere.';
  if (free < full) return [fail(check, `Only ${left}.`, todo)];
  return [free < short ? warn(check, `Only ${left}.`, todo) : ok(check, `${left}.`)];
}

async function freeIn(place: string): Promise<number> {
  const { bavail, bsize } = await statfs(place);
  return bavail * bsize;
}

/** The folder, or the one above it that is there; `null` where something else than a folder stands in the way. */
async function nearest(folder: string): Promise<string | null> {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    const found = await stat(at).catch(() => null);
    if (found) return found.isDirectory() ? at : null;
    if (at === path.dirname(at)) return null;
  }
}

/** Whether the folder, or where it will be made, can be written to. */
async function isWritable(folder: string): Promise<boolean> {
  const place = await nearest(folder);
  if (place === null) return false;
  return await access(place, constants.W_OK | constants.X_OK).then(
    () => true,
    () => false,
  );
}
