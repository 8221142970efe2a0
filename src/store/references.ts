import { z } from 'zod';
import type { Database } from './database.js';

/** Channels write `null` for what they do not know. */
const maybe = z
  .string()
  .nullish()
  .transform((given) => given ?? undefined);
const account = z.object({ id: z.string(), aadObjectId: maybe });
/** Of Bot Framework's conversation reference, what it takes to speak first. */
export const reference = z.object({
  conversation: z.object({ id: z.string(), tenantId: maybe }),
  channelId: z.string(),
  serviceUrl: maybe,
  bot: account.optional(),
  user: account.optional(),
});

/** How a conversation is reached. */
export type Reference = z.infer<typeof reference>;

/** Where a conversation can be reached again: kept for take-back, approvals and triggers, which speak first. */
export interface References {
  /** Keeps what is named in `Reference` and nothing else of what is given. */
  remember: (conversation: string, given: unknown, now: number) => Promise<void>;
  /** `null` for a conversation that never was, or was forgotten. */
  find: (conversation: string) => Promise<Reference | null>;
  forget: (conversation: string) => Promise<void>;
}

const stored = z.object({ body: z.string() });

/** References in the database. */
export function createReferences(database: Database): References {
  return {
    remember: async (conversation, given, now) => {
      const { data } = reference.safeParse(given);
      if (!data) return;
      await database.run(
        `insert into conversation_reference (conversation, channel, body, seen_at) values ($1, $2, $3, $4)
         on conflict (conversation) do update set channel = excluded.channel, body = excluded.body, seen_at = excluded.seen_at`,
        [conversation, data.channelId, JSON.stringify(data), now],
      );
    },
    find: async (conversation) => {
      const sql = 'select body from conversation_reference where conversation = $1';
      const [found] = await database.run(sql, [conversation]);
      return found ? reference.parse(JSON.parse(stored.parse(found).body)) : null;
    },
    forget: async (conversation) => {
      await database.run('delete from conversation_reference where conversation = $1', [conversation]);
    },
  };
}
