import { z } from 'zod';
import type { Seal } from '../sealed.js';
import type { Database } from './database.js';

/** What became of a delivery that was handed in. `fresh`: it is this process's to work on. `busy`: it is under way.
 * `other`: its id was used for something else. `done`: it was answered with this status before; the answer itself is
 * kept for ten minutes. */
export type Claim =
  | { kind: 'fresh' }
  | { kind: 'busy' }
  | { kind: 'other' }
  | { kind: 'done'; status: number; answer: Record<string, unknown> | null };

/** A card that was promised: what was asked, and how often its sending was begun, this time among them. */
export interface Promised {
  id: string;
  asked: unknown;
  correlation: string;
  acceptedAt: number;
  tries: number;
}

/** Which deliveries of triggers were seen, so that none runs twice, and which cards are still owed. `id` is unique over
 * triggers. */
export interface Deliveries {
  /** Takes a delivery for twenty seconds. `request`: the same text for the same request only. */
  claim: (delivery: { id: string; request: string; now: number }) => Promise<Claim>;
  /** It was answered; the same id gets the same from now on. */
  answered: (id: string, reply: { status: number; body: object }) => Promise<void>;
  /** It was refused or failed: the same id may try again. */
  free: (id: string) => Promise<void>;
  /** It was accepted; a card is owed from now on, whatever becomes of this process. */
  promise: (id: string, card: { asked: object; correlation: string; body: object }) => Promise<void>;
  /** Takes up to so many owed cards for a minute, or the one that is named. */
  take: (now: number, limit: number, id?: string) => Promise<Promised[]>;
  /** The card is being sent: should the process end now, it is not sent again. `false`: another process has taken it
   * meanwhile. */
  sending: (card: Pick<Promised, 'id' | 'tries'>) => Promise<boolean>;
  /** It was surely not sent: it is owed again from then on. */
  later: (id: string, from: number) => Promise<void>;
  /** Nothing more is owed. */
  kept: (id: string) => Promise<void>;
  /** Deletes answers after ten minutes, ids after a day. */
  prune: (now: number) => Promise<void>;
}

const row = z.object({
  id: z.string(),
  request: z.string(),
  state: z.enum(['running', 'owed', 'sending', 'done']),
  status: z.number(),
  sealed: z.string(),
  accepted_at: z.number(),
  tries: z.number(),
});
const anything = z.record(z.string(), z.unknown());
const promised = z.object({ asked: z.unknown(), correlation: z.string() });

const worked = 20_000;
const minute = 60_000;
/** How long the answer of a delivery is kept, in ms: as long as the same request can come again with its timestamp. */
export const answersKeptFor = 10 * minute;
/** How long its id is remembered, in ms. */
export const deliveriesKeptFor = 24 * 60 * minute;

/** Deliveries in the database; what was asked and answered lies sealed in it. */
export function createDeliveries({ run }: Database, seal: Seal): Deliveries {
  const settle = async (id: string, sql: string, more: (string | number)[] = []) => {
    await run(`update delivery set ${sql} where id = $1`, [id, ...more]);
  };
  return {
    claim: async ({ id, request, now }) => {
      const taken = await run(
        `insert into delivery (id, request, state, status, sealed, answer, accepted_at, held_until, tries)
         values ($1, $2, 'running', 0, '', '', $3, $4, 0)
         on conflict (id) do update set held_until = excluded.held_until
         where delivery.state = 'running' and delivery.held_until <= $3 and delivery.request = excluded.request
         returning id`,
        [id, request, now, now + worked],
      );
      if (taken.length > 0) return { kind: 'fresh' };
      const [found] = await run('select * from delivery where id = $1', [id]);
      // Freed in between: whoever asks again finds it free.
      if (found === undefined) return { kind: 'busy' };
      const known = row.extend({ answer: z.string() }).parse(found);
      if (known.request !== request) return { kind: 'other' };
      if (known.state === 'running') return { kind: 'busy' };
      const answer = known.answer && (await seal.open(known.answer, answerOf(id), anything));
      return { kind: 'done', status: known.status, answer: answer || null };
    },
    answered: async (id, { status, body }) => {
      const answer = await seal.close(body, answerOf(id));
      await settle(id, `state = 'done', status = $2, answer = $3`, [status, answer]);
    },
    free: async (id) => {
      await run(`delete from delivery where id = $1 and state = 'running'`, [id]);
    },
    promise: async (id, { asked, correlation, body }) => {
      const sealed = await seal.close({ asked, correlation }, cardOf(id));
      const answer = await seal.close(body, answerOf(id));
      await settle(id, `state = 'owed', status = 202, sealed = $2, answer = $3, held_until = 0`, [
        sealed,
        answer,
      ]);
    },
    take: async (now, limit, id) => {
      const found = await run(
        `update delivery set held_until = $1, tries = tries + 1 where id in (
           select id from delivery where state = 'owed' and held_until <= $2 and ($4 is null or id = $4)
           order by accepted_at limit $3)
         and state = 'owed' and held_until <= $2
         returning id, request, state, status, sealed, accepted_at, tries`,
        [now + minute, now, limit, id ?? null],
      );
      return await Promise.all(
        found.map(async (each) => {
          const { id: its, sealed, accepted_at: acceptedAt, tries } = row.parse(each);
          const card = await seal.open(sealed, cardOf(its), promised);
          return { id: its, acceptedAt, tries, asked: card?.asked, correlation: card?.correlation ?? '' };
        }),
      );
    },
    sending: async ({ id, tries }) => {
      const taken = await run(
        `update delivery set state = 'sending' where id = $1 and state = 'owed' and tries = $2 returning id`,
        [id, tries],
      );
      return taken.length > 0;
    },
    later: async (id, from) => await settle(id, `state = 'owed', held_until = $2`, [from]),
    kept: async (id) => await settle(id, `state = 'done', sealed = ''`),
    prune: async (now) => {
      await run(`update delivery set answer = '' where accepted_at <= $1 and answer <> ''`, [
        now - answersKeptFor,
      ]);
      await run('delete from delivery where accepted_at <= $1', [now - deliveriesKeptFor]);
    },
  };
}

const answerOf = (id: string): string => `answer to delivery ${id}`;
const cardOf = (id: string): string => `card of delivery ${id}`;
