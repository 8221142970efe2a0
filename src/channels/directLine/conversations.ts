import type { Holder } from './tokens.js';
import { createTranscript, type Transcript } from './transcript.js';

/** A conversation that a person has opened on a portal page. */
export interface Conversation {
  id: string;
  portal: string;
  user: { id: string; name: string };
  transcript: Transcript;
  /** Ids we gave, by the id the client gave: a message sent twice runs once. */
  received: Map<string, string>;
}

/** How much is kept in memory. */
export interface ConversationLimits {
  /** Activities per conversation; the oldest go first. */
  activities: number;
  /** Conversations; the longest unused goes first. */
  conversations: number;
  /** Milliseconds without any call or open stream after which a conversation is forgotten. */
  idle: number;
}

export const conversationLimits: ConversationLimits = {
  activities: 500,
  conversations: 10_000,
  idle: 2 * 60 * 60 * 1000,
};

/** The open conversations, in memory: after a restart pages open new ones. */
export interface Conversations {
  /** The holder's conversation, made if need be; `fresh` is true for the call that made it. */
  open(holder: Holder): { conversation: Conversation; fresh: boolean };
  /** The conversation, counted as used now, or null if it never was or has lapsed. */
  find(id: string): Conversation | null;
}

export const createConversations = (clock: () => Date, limits = conversationLimits): Conversations => {
  const kept = new Map<string, { conversation: Conversation; used: number }>();

  const touch = (conversation: Conversation) => {
    kept.delete(conversation.id);
    kept.set(conversation.id, { conversation, used: clock().getTime() });
    return conversation;
  };

  /** The map is in order of use, so what has lapsed stands first. */
  const forgetLapsed = () => {
    const since = clock().getTime() - limits.idle;
    for (const [id, { used }] of kept) {
      if (used > since && kept.size < limits.conversations) return;
      kept.delete(id);
    }
  };

  const find = (id: string) => {
    const found = kept.get(id);
    if (!found || found.used <= clock().getTime() - limits.idle) return null;
    return touch(found.conversation);
  };

  const open = ({ conversationId: id, portal, user }: Holder) => {
    const known = find(id);
    if (known) return { conversation: known, fresh: false };
    forgetLapsed();
    const transcript = createTranscript({ limit: limits.activities, clock });
    return { conversation: touch({ id, portal, user, transcript, received: new Map() }), fresh: true };
  };

  return { open, find };
};
