import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type OfferTerms, offerTerms } from '../offerTerms.js';
import type { Database } from './database.js';

declare const claimed: unique symbol;

/** Terms whose card was submitted by who asked, claimed once. Minted only by `claim`; the Stripe writer takes nothing else. */
export interface Confirmed<T> {
  readonly [claimed]: true;
  readonly terms: T;
  readonly account: string;
  /** The id the coupon gets, or has when only its code is missing. */
  readonly coupon: string;
  /** Stripe's idempotency key of one step of this offer. */
  readonly key: (step: 'coupon' | 'code') => string;
}

const states = ['open', 'executing', 'created', 'failed', 'declined', 'lapsed'] as const;

const row = z.object({
  id: z.string(),
  state: z.enum(states),
  caller: z.string(),
  conversation: z.string(),
  account: z.string(),
  terms: z.string().transform((text) => offerTerms.parse(JSON.parse(text))),
  coupon: z.string(),
  code: z.string().nullable(),
  lapses_at: z.number(),
  settled_at: z.number().nullable(),
  reason: z.string().nullable(),
});

/** An offer as it stands: what a card was drawn from and what became of it. Times are epoch milliseconds. */
export interface Confirmation {
  id: string;
  state: (typeof states)[number];
  caller: string;
  conversation: string;
  account: string;
  terms: OfferTerms;
  coupon: string;
  code: string | null;
  lapsesAt: number;
  settledAt: number | null;
  reason: string | null;
}

export interface NewConfirmation {
  nonce: string;
  caller: string;
  conversation: string;
  channel: string;
  account: string;
  role: string;
  terms: OfferTerms;
  /** The id of a coupon that exists already and lacks only its code. */
  coupon?: string;
  now: number;
  lapsesAt: number;
}

/** Offers that wait for Submit. The nonce itself is not stored, only its digest. */
export interface Confirmations {
  issue: (offer: NewConfirmation) => Promise<void>;
  find: (nonce: string) => Promise<Confirmation | null>;
  /** Atomic open → executing, by the asker, in the conversation, before it lapses; else `null`.
   * One that was left executing can be claimed again after a minute, or at once when it was let go:
   * the keys and the coupon's id stay the same, so Stripe makes nothing twice. */
  claim: (
    nonce: string,
    by: { caller: string; conversation: string; now: number },
  ) => Promise<Confirmed<OfferTerms> | null>;
  /** Lets an executing offer be claimed again: nobody knows what Stripe made of it. */
  letGo: (nonce: string, now: number) => Promise<void>;
  /** Ends an offer. Only an open or executing one changes. */
  settle: (
    nonce: string,
    end: { state: 'created' | 'failed' | 'declined' | 'lapsed'; now: number; code?: string; reason?: string },
  ) => Promise<boolean>;
  /** Ends every open offer of a conversation. */
  forget: (conversation: string, now: number) => Promise<void>;
}

/** How long a claim holds before another press may take it up, in ms: longer than any turn. */
const claimLength = 60_000;

/** Offers in the database. */
export function createConfirmations(database: Database): Confirmations {
  return {
    issue: async (offer) => {
      const id = digest(offer.nonce);
      await database.run(
        `insert into confirmation (id, state, caller, conversation, channel, account, role, terms, coupon, issued_at, lapses_at)
         values ($1, 'open', $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [
          id,
          offer.caller,
          offer.conversation,
          offer.channel,
          offer.account,
          offer.role,
          JSON.stringify(offer.terms),
          offer.coupon ?? couponId(id),
          offer.now,
          offer.lapsesAt,
        ],
      );
    },
    find: async (nonce) => {
      const [found] = await database.run('select * from confirmation where id = $1', [digest(nonce)]);
      return found === undefined ? null : read(found);
    },
    claim: async (nonce, by) => {
      const [found] = await database.run(
        `update confirmation set state = 'executing', retry_at = $5
         where id = $1 and caller = $2 and conversation = $3
           and ((state = 'open' and lapses_at > $4) or (state = 'executing' and retry_at <= $4)) returning *`,
        [digest(nonce), by.caller, by.conversation, by.now, by.now + claimLength],
      );
      return found === undefined ? null : confirm(read(found));
    },
    letGo: async (nonce, now) => {
      await database.run(`update confirmation set retry_at = $2 where id = $1 and state = 'executing'`, [
        digest(nonce),
        now,
      ]);
    },
    settle: async (nonce, end) => {
      const changed = await database.run(
        `update confirmation set state = $2, settled_at = $3, code = $4, reason = $5
         where id = $1 and state in ('open', 'executing') returning id`,
        [digest(nonce), end.state, end.now, end.code ?? null, end.reason ?? null],
      );
      return changed.length > 0;
    },
    forget: async (conversation, now) => {
      await database.run(
        `update confirmation set state = 'declined', settled_at = $2, reason = 'forgotten'
         where conversation = $1 and state = 'open'`,
        [conversation, now],
      );
    },
  };
}

function read(found: unknown): Confirmation {
  const { lapses_at, settled_at, ...rest } = row.parse(found);
  return { ...rest, lapsesAt: lapses_at, settledAt: settled_at };
}

function confirm({ id, terms, account, coupon }: Confirmation): Confirmed<OfferTerms> {
  return { terms, account, coupon, key: (step) => `tillkeeper-${step}-${id}` } as Confirmed<OfferTerms>;
}

function digest(nonce: string): string {
  return createHash('sha256').update(`nonce:${nonce}`).digest('hex');
}

/** A repeat, even after Stripe forgot the idempotency key, meets this id and cannot make a second coupon. */
function couponId(id: string): string {
  return `till-${createHash('sha256').update(`coupon:${id}`).digest('hex').slice(0, 16)}`;
}
