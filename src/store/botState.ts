import type { Storage, StoreItems } from 'botbuilder';
import { z } from 'zod';
import { StoreFault } from '../errors.js';
import type { Database } from './database.js';

const row = z.object({ key: z.string(), version: z.number(), body: z.string() });
const item = z.looseObject({ eTag: z.string().optional() });

/** How long a state stays that is not written again, in ms: every question writes it anew. The sealed last question
 * lies in it. */
export const stateLapse = 24 * 60 * 60_000;

/** Bot Framework's storage that lets go of what is left alone. */
export interface BotStateStorage extends Storage {
  /** Deletes states that were not written for `stateLapse`. */
  prune: (now: number) => Promise<void>;
}

/** Bot Framework's state in the database, with a real compare-and-set: a stale `eTag` is refused.
 * `*` or no `eTag` overwrites, as Bot Framework means it. */
export function createBotState(database: Database, clock: () => Date): BotStateStorage {
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
      for (const [key, value] of Object.entries(changes)) {
        const { eTag, ...rest } = item.parse(value);
        const written = { key, body: JSON.stringify(rest), seenAt: clock().getTime() };
        await writeOne(database, written, eTag);
      }
    },
    delete: async (keys) => {
      for (const key of keys) await database.run('delete from bot_state where key = $1', [key]);
    },
    prune: async (at) => {
      await database.run('delete from bot_state where seen_at <= $1', [at - stateLapse]);
    },
  };
}

async function writeOne(
  { run }: Database,
  { key, body, seenAt }: { key: string; body: string; seenAt: number },
  eTag: string | undefined,
): Promise<void> {
  if (eTag === undefined || eTag === '*') {
    await run(
      `insert into bot_state (key, version, body, seen_at) values ($1, 1, $2, $3)
       on conflict (key) do update
         set version = bot_state.version + 1, body = excluded.body, seen_at = excluded.seen_at`,
      [key, body, seenAt],
    );
    return;
  }
  const changed = await run(
    `update bot_state set version = version + 1, body = $2, seen_at = $4
     where key = $1 and version = $3 returning version`,
    [key, body, Number(eTag), seenAt],
  );
  if (changed.length === 0) throw new StoreFault('bot state: somebody else wrote it in between (stale eTag)');
}
