import type { DirectLineTalk, DirectLineTalks } from '../../store/directLineTalks.js';
import type { Holder } from './tokens.js';
import type { Transcript, Transcripts } from './transcript.js';

/** A conversation that a person has opened on a portal page. */
export interface Conversation extends DirectLineTalk {
  transcript: Transcript;
}

/** The open conversations, kept in the database: a page goes on in its own after a restart and at any replica. */
export interface Conversations {
  /** The holder's conversation, made if need be; `fresh` is true for the call that made it. */
  open(holder: Holder): Promise<{ conversation: Conversation; fresh: boolean }>;
  /** The conversation, counted as used now, or null if it never was or has lapsed. */
  find(id: string): Promise<Conversation | null>;
  /** As `find`, where it is the bot that asks: that is no use. */
  look(id: string): Promise<Conversation | null>;
}

/** How long it is remembered who was here, in ms, for while the database is away. */
const remembered = 30 * 60_000;
const mostRemembered = 10_000;

export interface ConversationNeeds {
  talks: DirectLineTalks;
  transcripts: Pick<Transcripts, 'of'>;
  clock: () => Date;
}

/** Makes the conversations over what is kept of them. */
export const createConversations = ({ talks, transcripts, clock }: ConversationNeeds): Conversations => {
  const known = new Map<string, { talk: DirectLineTalk; at: number }>();

  const whole = (talk: DirectLineTalk | null): Conversation | null =>
    talk && { ...talk, transcript: transcripts.of(talk.id) };

  const remember = (id: string, talk: DirectLineTalk | null) => {
    known.delete(id);
    if (talk) known.set(id, { talk, at: clock().getTime() });
    const [oldest] = known.keys();
    if (known.size > mostRemembered && oldest !== undefined) known.delete(oldest);
  };

  /** Who was here a moment ago is to be told that nothing can be kept now. */
  const recall = (id: string, error: unknown) => {
    const found = known.get(id);
    if (!found || clock().getTime() - found.at > remembered) throw error;
    return found.talk;
  };

  const find = async (id: string): Promise<Conversation | null> => {
    try {
      const found = await talks.find(id, clock().getTime(), true);
      remember(id, found);
      return whole(found);
    } catch (error) {
      return whole(recall(id, error));
    }
  };

  const look = async (id: string) => whole(await talks.find(id, clock().getTime()));

  const open = async ({ conversationId: id, portal, user }: Holder) => {
    const there = await find(id);
    if (there) return { conversation: there, fresh: false };
    const openedAt = clock().getTime();
    const fresh = await talks.open({ id, portal, user }, openedAt);
    const opened = { id, portal, user, openedAt, transcript: transcripts.of(id) };
    return { conversation: fresh ? opened : ((await find(id)) ?? opened), fresh };
  };

  return { open, find, look };
};
