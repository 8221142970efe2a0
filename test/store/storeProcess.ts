import { setImmediate as pass } from 'node:timers/promises';
import { z } from 'zod';
import { StoreFault } from '../../src/errors.js';
import { createBotState } from '../../src/store/botState.js';
import { type Database, openDatabase } from '../../src/store/database.js';

const asked = z.object({
  place: z.object({ dataDir: z.string(), databaseUrl: z.string().nullable() }),
  work: z.union([
    z.object({ kind: z.literal('count'), key: z.string(), rounds: z.number() }),
    z.object({ kind: z.literal('write'), from: z.number() }),
  ]),
});

/** What a process over the database is asked to do: count up so many times, or write until it is killed. */
export type Asked = z.infer<typeof asked>;

// Another replica over the same database.
process.once('message', async (message) => {
  const { place, work } = asked.parse(message);
  const database = openDatabase(place);
  await database.ready;
  if (work.kind === 'write') return await write(database, work.from);
  await count(database, work);
  await database.close();
  process.send?.('done', undefined, undefined, () => process.disconnect());
});
process.send?.('loaded');

async function count(database: Database, { key, rounds }: { key: string; rounds: number }): Promise<void> {
  const state = createBotState(database, () => new Date());
  for (let round = 0; round < rounds; ) {
    const found = (await state.read([key]))[key];
    try {
      await state.write({ [key]: { ...found, count: found.count + 1 } });
      round += 1;
    } catch (error) {
      if (!(error instanceof StoreFault)) throw error;
    }
  }
}

/** Says each number only once it was told that it is kept; four at a time. */
async function write(database: Database, from: number): Promise<void> {
  const one = async (number: number): Promise<void> => {
    await database.run('insert into channel_ability (channel, takes_back) values ($1, 1)', [String(number)]);
    process.send?.(number);
    await pass();
    await one(number + 4);
  };
  await Promise.all([0, 1, 2, 3].map(async (at) => await one(from + at)));
}
