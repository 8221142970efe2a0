import { z } from 'zod';
import type { Seal } from '../sealed.js';
import type { Database } from './database.js';

const opener = z.object({ portal: z.string(), user: z.object({ id: z.string(), name: z.string() }) });
const row = z.object({ id: z.string(), opened_at: z.number(), used_at: z.number(), sealed: z.string() });

/** Who opened a conversation of the embedded Direct Line, and when. */
export interface DirectLineTalk extends z.infer<typeof opener> {
  id: string;
  openedAt: number;
}

/** How many conversations are kept, and how long. */
export interface TalkLimits {
  /** Conversations; the longest unused goes first. */
  conversations: number;
  /** Milliseconds without any call or open stream after which a conversation is forgotten. */
  idle: number;
}

/** The limits where nothing else is said. */
export const talkLimits: TalkLimits = { conversations: 10_000, idle: 2 * 60 * 60_000 };

/** The conversations of the embedded Direct Line, for every process that shares the database. */
export interface DirectLineTalks {
  /** `false`: it is open already. */
  open: (talk: Omit<DirectLineTalk, 'openedAt'>, now: number) => Promise<boolean>;
  /** `null` if it never was or has lapsed. `isUsed`: its page asks, so it is counted as used now. */
  find: (id: string, now: number, isUsed?: boolean) => Promise<DirectLineTalk | null>;
  /** Deletes those that have lapsed. */
  prune: (now: number) => Promise<void>;
}

/** Uses closer together than this part of the idle time are not written down each. */
const closeTogether = 1 / 20;
/** So many go at once when there are too many. */
const mostAtOnce = 1000;

/** Conversations in the database; whose they are lies sealed in it. */
export function createDirectLineTalks(
  { run }: Pick<Database, 'run'>,
  seal: Seal,
  { conversations, idle }: TalkLimits = talkLimits,
): DirectLineTalks {
  const touch = async (id: string, now: number) => {
    await run('update direct_line_talk set used_at = $2 where id = $1 and used_at < $2', [id, now]);
  };
  const giveWay = async (to: string) => {
    await run(
      `delete from direct_line_talk where id in (
         select id from direct_line_talk where id <> $1 order by used_at desc, id limit $2 offset $3)`,
      [to, mostAtOnce, conversations - 1],
    );
  };
  const forget = async (id: string, now: number) => {
    await run('delete from direct_line_talk where id = $1 and used_at <= $2', [id, now - idle]);
    await run(
      `delete from direct_line_activity where conversation = $1
         and not exists (select 1 from direct_line_talk where id = $1)`,
      [id],
    );
  };
  return {
    open: async ({ id, portal, user }, now) => {
      const sealed = await seal.close({ portal, user }, audienceOf(id));
      await forget(id, now);
      const opened = await run(
        `insert into direct_line_talk (id, opened_at, used_at, sealed) values ($1, $2, $2, $3)
         on conflict (id) do nothing returning id`,
        [id, now, sealed],
      );
      if (opened.length > 0) await giveWay(id);
      return opened.length > 0;
    },
    find: async (id, now, isUsed = false) => {
      const sql =
        'select id, opened_at, used_at, sealed from direct_line_talk where id = $1 and used_at > $2';
      const [found] = await run(sql, [id, now - idle]);
      if (found === undefined) return null;
      const { opened_at: openedAt, used_at: usedAt, sealed } = row.parse(found);
      const who = await seal.open(sealed, audienceOf(id), opener);
      if (isUsed && who && now - usedAt >= idle * closeTogether) await touch(id, now);
      return who && { id, openedAt, ...who };
    },
    prune: async (now) => {
      await run('delete from direct_line_talk where used_at <= $1', [now - idle]);
    },
  };
}

const audienceOf = (id: string): string => `direct line ${id}`;
