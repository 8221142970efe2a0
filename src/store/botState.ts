import type { Storage, StoreItems } from 'botbuilder';
import { z } from 'zod';
import { StoreFault } from '../errors.js';
import type { Database } from './database.js';

const row = z.object({ key: z.string(), version: z.number(), body: z.string() });
const item = z.looseObject({ eTag: z.string().optional() });

/** Bot Framework's state in the database, with a real compare-and-set: a stale `eTag` is refused.
 * `*` or no `eTag` overwrites, as Bot Framework means it. */
export function createBotState(database: Database): Storage {
  const readOne = async (key: string) => {
    const [found] = await database.run('select key, version, body from bot_state where key = $1', [key]);
    if (found === undefined) return [];
    const { version, body } = row.parse(found);
    return [[key, { ...item.parse(JSON.parse(body)), eTag: String(version) }]] as const;
  };
  return {
    read: async (keys) => {
      const items: StoreItems = Object.fromEntries((await Promise.all(keys.map(readOne))).flat());
      return items;
    },
    write: async (changes) => {
      for (const [key, value] of Object.entries(changes)) await writeOne(database, key, item.parse(value));
    },
    delete: async (keys) => {
      for (const key of keys) await database.run('delete from bot_state where key = $1', [key]);
    },
  };
}

async function writeOne(
  database: Database,
  key: string,
  { eTag, ...rest }: z.infer<typeof item>,
): Promise<void> {
  const body = JSON.stringify(rest);
  if (eTag === undefined || eTag === '*') {
    await database.run(
      `insert into bot_state (key, version, body) values ($1, 1, $2)
       on conflict (key) do update set version = bot_state.version + 1, body = excluded.body`,
      [key, body],
    );
    return;
  }
  const changed = await database.run(
    'update bot_state set version = version + 1, body = $2 where key = $1 and version = $3 returning version',
    [key, body, Number(eTag)],
  );
  if (changed.length === 0) throw new StoreFault('bot state: somebody else wrote it in between (stale eTag)');
}
