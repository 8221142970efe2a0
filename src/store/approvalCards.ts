import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Database, Row } from './database.js';

const row = z.object({
  id: z.string(),
  offer: z.string(),
  conversation: z.string(),
  person: z.string(),
  audience: z.enum(['asker', 'approver', 'group']),
  activity: z.string().nullable(),
});

/** A card of an offer that waits for a second person: whose it is and where it stands, never what stands on it.
 * `person` is a pseudonym, '' in a group. */
export type ApprovalCard = z.infer<typeof row>;

/** Who and where a card is for. */
export type CardPlace = Pick<ApprovalCard, 'offer' | 'conversation' | 'person' | 'audience'>;

/** The cards of offers that a second person decides: each is shown once per conversation, and told once what became
 * of the offer, by any process that shares the database. */
export interface ApprovalCards {
  /** Takes the showing of a card; `null` when it was shown there already, or another process is at it. */
  take: (place: CardPlace, now: number) => Promise<string | null>;
  /** The card was shown; '' where the channel did not tell in which activity. */
  placed: (id: string, activity: string) => Promise<void>;
  /** The card could not be shown: it may be taken again. */
  drop: (id: string) => Promise<void>;
  /** The card of an offer in a conversation. */
  find: (offer: string, conversation: string) => Promise<ApprovalCard | null>;
  /** Takes cards of decided offers that have not been told, for a minute. Without `of`, those that are due. */
  claim: (now: number, limit: number, of?: { offer: string } | Listener) => Promise<ApprovalCard[]>;
  /** Nothing more is to be told on this card. */
  told: (id: string) => Promise<void>;
  /** Telling did not work: it comes up again in a minute, or when its person is heard of. */
  failed: (id: string, now: number) => Promise<void>;
}

/** A person who is there now: what could not be told to them before is told in this conversation. */
export interface Listener {
  conversation: string;
  /** '' in a group. */
  person: string;
}

const minute = 60_000;
const most = 60;
const decided = `(select id from confirmation where state in ('created', 'failed', 'declined', 'lapsed'))`;

/** The cards in the database. */
export function createApprovalCards({ run }: Database): ApprovalCards {
  const taken = async (where: string, now: number, values: readonly (string | number)[]) => {
    const free = `told = 0 and offer in ${decided} and ${where}`;
    const found = await run(
      `update approval_card set due_at = $1, failed = 0, tries = tries + 1
       where ${free} and id in (select id from approval_card where ${free} limit $3)
       returning id, offer, conversation, person, audience, activity`,
      [now + minute, now, ...values],
    );
    return found.map((each) => row.parse(each));
  };
  return {
    take: async ({ offer, conversation, person, audience }, now) => {
      const found = await run(
        `insert into approval_card (id, offer, conversation, person, audience, told, failed, due_at, tries)
         values ($1, $2, $3, $4, $5, 0, 0, $6, 0)
         on conflict (id) do update set due_at = excluded.due_at
           where approval_card.activity is null and approval_card.due_at <= $7 returning id`,
        [cardIdOf(offer, conversation), offer, conversation, person, audience, now + minute, now],
      );
      return idIn(found);
    },
    placed: async (id, activity) => {
      await run('update approval_card set activity = $2, due_at = 0 where id = $1', [id, activity]);
    },
    drop: async (id) => {
      await run('delete from approval_card where id = $1 and activity is null', [id]);
    },
    find: async (offer, conversation) => {
      const [found] = await run(
        'select id, offer, conversation, person, audience, activity from approval_card where id = $1',
        [cardIdOf(offer, conversation)],
      );
      return found ? row.parse(found) : null;
    },
    claim: async (now, limit, of) => {
      const due = `due_at <= $2 and tries < ${most}`;
      if (of === undefined) return await taken(due, now, [limit]);
      if ('offer' in of) return await taken(`due_at <= $2 and offer = $4`, now, [limit, of.offer]);
      const theirs = `(conversation = $4 or (audience = 'asker' and person = $5))`;
      return await taken(`(due_at <= $2 or failed = 1) and ${theirs}`, now, [
        limit,
        of.conversation,
        of.person,
      ]);
    },
    told: async (id) => {
      await run('update approval_card set told = 1 where id = $1', [id]);
    },
    failed: async (id, now) => {
      await run('update approval_card set failed = 1, due_at = $2 where id = $1', [id, now + minute]);
    },
  };
}

function cardIdOf(offer: string, conversation: string): string {
  return createHash('sha256')
    .update(JSON.stringify([offer, conversation]))
    .digest('hex');
}

function idIn([found]: Row[]): string | null {
  return found ? z.object({ id: z.string() }).parse(found).id : null;
}
