import { z } from 'zod';
import type { Database } from './database.js';

const row = z.object({ id: z.string(), conversation: z.string(), activity: z.string(), kind: z.string() });

/** A card that is to be taken back: where it stands and what kind it is, never what stands on it. */
export type Expiry = z.infer<typeof row>;

/** The list of cards to be taken back. Any process that shares the database works it off, each card once. */
export interface Expiries {
  add: (expiry: Expiry & { due: number; question: string; forgetAt: number }) => Promise<void>;
  /** Takes cards that are due out of the list for a minute; who took them ends them, or they come up again. */
  claim: (now: number, limit: number, of?: { id?: string; conversation: string }) => Promise<Expiry[]>;
  /** Makes a card due now, when it stands in this conversation. */
  hurry: (card: { id: string; conversation: string; now: number }) => Promise<void>;
  /** Makes every card of a conversation due now. */
  hurryAll: (conversation: string, now: number) => Promise<void>;
  /** The card is off the screen, or nothing more can be done about it. */
  end: (id: string) => Promise<void>;
  /** The sealed question of a card, to ask it again; `null` once it is forgotten. */
  question: (id: string, now: number) => Promise<string | null>;
  /** Drops questions past their time, and those of a conversation when it is named. */
  forget: (now: number, conversation?: string) => Promise<void>;
}

const minute = 60_000;
const most = 12;

/** Makes the list over the database. */
export function createExpiries(database: Database): Expiries {
  const { run } = database;
  return {
    add: async ({ id, conversation, activity, kind, due, question, forgetAt }) => {
      await run('insert into question (id, conversation, sealed, forget_at) values ($1, $2, $3, $4)', [
        id,
        conversation,
        question,
        forgetAt,
      ]);
      await run(
        `insert into expiry (id, conversation, activity, kind, due_at, claimed_until, tries)
         values ($1, $2, $3, $4, $5, 0, 0)`,
        [id, conversation, activity, kind, due],
      );
    },
    claim: async (now, limit, of) => {
      const found = await run(
        `update expiry set claimed_until = $1, tries = tries + 1 where id in (
           select id from expiry where due_at <= $2 and claimed_until <= $2 and tries < $3
             and ($5 is null or conversation = $5) and ($6 is null or id = $6) order by due_at limit $4)
           and claimed_until <= $2 and tries < $3
         returning id, conversation, activity, kind`,
        [now + minute, now, most, limit, of?.conversation ?? null, of?.id ?? null],
      );
      return found.map((each) => row.parse(each));
    },
    hurry: async ({ id, conversation, now }) => {
      await run('update expiry set due_at = $1 where id = $2 and conversation = $3', [now, id, conversation]);
    },
    hurryAll: async (conversation, now) => {
      await run('update expiry set due_at = $1 where conversation = $2', [now, conversation]);
    },
    end: async (id) => {
      await run('delete from expiry where id = $1', [id]);
    },
    question: async (id, now) => {
      const [found] = await run('select sealed from question where id = $1 and forget_at > $2', [id, now]);
      return found ? z.object({ sealed: z.string() }).parse(found).sealed : null;
    },
    forget: async (now, conversation) => {
      await run('delete from question where forget_at <= $1', [now]);
      await run('delete from expiry where tries >= $1 and claimed_until <= $2', [most, now]);
      if (conversation !== undefined)
        await run('delete from question where conversation = $1', [conversation]);
    },
  };
}
