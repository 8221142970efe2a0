import type { Database } from './database.js';

/** Of Bot Framework's conversation reference, what it takes to speak first. */
export interface Reference {
  conversation?: { id: string; tenantId?: string | undefined } | undefined;
  channelId?: string | undefined;
  serviceUrl?: string | undefined;
  bot?: { id: string } | undefined;
  user?: { id: string; aadObjectId?: string | undefined } | undefined;
}

/** Where a conversation can be reached again: kept for take-back, approvals and triggers, which speak first. */
export interface References {
  remember: (reference: Reference, now: number) => Promise<void>;
}

/** References in the database. */
export function createReferences(database: Database): References {
  return {
    remember: async (reference, now) => {
      const { conversation, channelId = '', serviceUrl, bot, user } = reference;
      if (!conversation) return;
      const kept = {
        conversation: { id: conversation.id, tenantId: conversation.tenantId },
        channelId,
        serviceUrl,
      };
      const body = JSON.stringify({
        ...kept,
        bot: { id: bot?.id },
        user: { id: user?.id, aadObjectId: user?.aadObjectId },
      });
      await database.run(
        `insert into conversation_reference (conversation, channel, body, seen_at) values ($1, $2, $3, $4)
         on conflict (conversation) do update set channel = excluded.channel, body = excluded.body, seen_at = excluded.seen_at`,
        [conversation.id, channelId, body, now],
      );
    },
  };
}
