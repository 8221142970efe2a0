import type { OfferTerms } from '../offerTerms.js';
import type { Database } from './database.js';
import { type Confirmation, couponIdOf, offerIdOf, readOffer } from './offerRow.js';

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

/** An offer to be kept. Times are epoch milliseconds. */
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

/** How an offer ends, and what it has to be before. */
const endsFrom = { created: 'executing', failed: 'executing', declined: 'open', lapsed: 'open' } as const;

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
  /** Ends an offer: an executing one is created or failed, an open one declined or lapsed. No other changes. */
  settle: (
    nonce: string,
    end: { state: keyof typeof endsFrom; now: number; code?: string; reason?: string },
  ) => Promise<boolean>;
  /** Ends every open offer of a conversation. */
  forget: (conversation: string, now: number) => Promise<void>;
}

/** How long a claim holds before another press may take it up, in ms: longer than any turn. */
const claimLength = 60_000;

/** Offers in the database. */
export function createConfirmations({ run }: Database): Confirmations {
  return {
    issue: async (offer) => {
      const id = offerIdOf(offer.nonce);
      await run(
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
          offer.coupon ?? couponIdOf(id),
          offer.now,
          offer.lapsesAt,
        ],
      );
    },
    find: async (nonce) => {
      const [found] = await run('select * from confirmation where id = $1', [offerIdOf(nonce)]);
      return found === undefined ? null : readOffer(found);
    },
    claim: async (nonce, by) => {
      const [found] = await run(
        `update confirmation set state = 'executing', retry_at = $5
         where id = $1 and caller = $2 and conversation = $3
           and ((state = 'open' and lapses_at > $4) or (state = 'executing' and retry_at <= $4)) returning *`,
        [offerIdOf(nonce), by.caller, by.conversation, by.now, by.now + claimLength],
      );
      return found === undefined ? null : confirm(readOffer(found));
    },
    letGo: async (nonce, now) => {
      await run(`update confirmation set retry_at = $2 where id = $1 and state = 'executing'`, [
        offerIdOf(nonce),
        now,
      ]);
    },
    settle: async (nonce, { state, now, code = null, reason = null }) => {
      const changed = await run(
        `update confirmation set state = $2, settled_at = $3, code = $4, reason = $5
         where id = $1 and state = $6 returning id`,
        [offerIdOf(nonce), state, now, code, reason, endsFrom[state]],
      );
      return changed.length > 0;
    },
    forget: async (conversation, now) => {
      await run(
        `update confirmation set state = 'declined', settled_at = $2, reason = 'forgotten'
         where conversation = $1 and state = 'open'`,
        [conversation, now],
      );
    },
  };
}

function confirm({ id, terms, account, coupon }: Confirmation): Confirmed<OfferTerms> {
  return { terms, account, coupon, key: (step) => `tillkeeper-${step}-${id}` } as Confirmed<OfferTerms>;
}
