import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { z } from 'zod';
import { createBotState } from '../../src/store/botState.js';
import { openDatabase } from '../../src/store/database.js';
import type { Asked } from './storeProcess.js';

type Where = Asked['place'];

/** A process that waits to be told what to do. */
async function loadProcess(): Promise<{ child: ChildProcess; gone: Promise<unknown> }> {
  const child = fork(new URL('./storeProcess.ts', import.meta.url), { execArgv: ['--import', 'tsx'] });
  const gone = once(child, 'close');
  await once(child, 'message');
  return { child, gone };
}

/** What several processes made of one state that each of them counted up so many times, trying again when told that
 * another one had been quicker. */
export async function countTogether(place: Where, { processes = 2, rounds = 100 }): Promise<unknown> {
  const database = openDatabase(place);
  const state = createBotState(database, () => new Date());
  const key = 'the count';
  await state.write({ [key]: { count: 0 } });
  const asked: Asked = { place, work: { kind: 'count', key, rounds } };
  const all = await Promise.all(Array.from({ length: processes }, loadProcess));
  for (const { child } of all) child.send(asked);
  await Promise.all(all.map(({ gone }) => gone));
  const { count } = (await state.read([key]))[key];
  await database.close();
  return count;
}

/** Kills a process that writes, again and again. `lost`: how many of the writes it had been told are kept are not
 * there. */
export async function killWriters(place: Where, times: number): Promise<{ kept: number; lost: number }> {
  const told: number[] = [];
  for (let time = 0; time < times; time += 1) {
    const { child, gone } = await loadProcess();
    const enough = told.length + 1 + ((time * 37) % 101);
    child.on('message', (number) => {
      told.push(z.number().parse(number));
      if (told.length === enough) child.kill('SIGKILL');
    });
    const asked: Asked = { place, work: { kind: 'write', from: time * 1_000_000 } };
    child.send(asked);
    await gone;
  }
  const database = openDatabase(place);
  const rows = await database.run('select channel from channel_ability');
  const there = new Set(rows.map(({ channel }) => Number(channel)));
  await database.close();
  return { kept: told.length, lost: told.filter((number) => !there.has(number)).length };
}
