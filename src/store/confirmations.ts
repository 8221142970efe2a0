import { z } from 'zod';
import { StoreFault } from '../errors.js';
import type { OfferTerms } from '../offerTerms.js';
import type { Seal } from '../sealed.js';
import { type Approvals, claimLength, createApprovals } from './approvals.js';
import type { Database, Row } from './database.js';
import { createInterrupted, type Interrupted } from './interrupted.js';
import { approvalIdOf, type Confirmation, closeBody, couponIdOf, offerIdOf, readOffer } from './offerRow.js';

declare const claimed: unique symbol;

/** Terms whose card was submitted by who asked, or that a second person approved, claimed once. Minted only by `claim`
 * and `claimApproved`; the Stripe writer takes nothing else. */
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
  /** The key of who asks: an offer that was interrupted is finished with what they may do then. */
  asker?: string;
  /** Set where a second person has to approve: the nonce of their card, and the key of who asks. */
  second?: { nonce: string; asker: string };
  now: number;
  lapsesAt: number;
}

const withdrawn = z.object({ id: z.string(), account: z.string(), coupon: z.string() });

/** An offer that waited for a second person until who asked took it back: where, and the id its coupon would have had. */
export type Withdrawn = z.infer<typeof withdrawn>;

/** How an offer ends, and what it has to be before. */
const endsFrom = { created: 'executing', failed: 'executing', declined: 'open', lapsed: 'open' } as const;

/** Offers that wait for Submit, and those that wait for a second person after it. The nonces themselves are not
 * stored but as digests, and sealed where a card has to be drawn again; terms are sealed. */
export interface Confirmations {
  issue: (offer: NewConfirmation) => Promise<void>;
  find: (nonce: string) => Promise<Confirmation | null>;
  /** Atomic open → executing, by the asker, in the conversation, before it lapses; else `null`. Never for an offer
   * that takes a second person. One that was left executing can be claimed again after a minute, or at once when it
   * was let go: the keys and the coupon's id stay the same, so Stripe makes nothing twice. `card`: the activity that
   * was pressed. */
  claim: (
    nonce: string,
    by: { caller: string; conversation: string; now: number; card?: string | undefined },
  ) => Promise<Confirmed<OfferTerms> | null>;
  /** Lets an executing offer be claimed again: nobody knows what Stripe made of it. Who asked can press once more; when
   * they do not for some minutes, a worker finds out. */
  letGo: (nonce: string, now: number) => Promise<void>;
  /** Ends an offer: an executing one is created or failed, an open one declined or lapsed. No other changes. */
  settle: (
    nonce: string,
    end: { state: keyof typeof endsFrom; now: number; code?: string; reason?: string },
  ) => Promise<boolean>;
  /** Ends every offer of a conversation that is open or waits for a second person; gives those that waited. */
  forget: (conversation: string, now: number) => Promise<Withdrawn[]>;
  /** Deletes offers a day after they were settled or left open, and those that nobody finished, after thirty. */
  prune: (now: number) => Promise<void>;
  approvals: Approvals<Confirmed<OfferTerms>>;
  interrupted: Interrupted<Confirmed<OfferTerms>>;
}

const day = 24 * 60 * 60_000;
/** How long who asked has to press once more before a worker finds out what Stripe made, in ms. */
const patience = 5 * 60_000;

/** Offers in the database. */
export function createConfirmations({ run }: Database, seal: Seal): Confirmations {
  const read = async ([found]: Row[]) => (found === undefined ? null : await readOffer(seal, found));
  const confirmedOf = async ([found]: Row[]) =>
    found === undefined ? null : confirm(await readOffer(seal, found));
  return {
    issue: async (offer) => {
      const { nonce, asker, second, terms } = offer;
      const id = offerIdOf(nonce);
      const both = second && { second: { asker: second.asker, nonce, approval: second.nonce } };
      const from = asker === undefined ? {} : { asker: { key: asker, nonce } };
      await run(
        `insert into confirmation
           (id, state, caller, conversation, channel, account, role, terms, coupon, issued_at, lapses_at, approval)
         values ($1, 'open', $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
        [
          id,
          offer.caller,
          offer.conversation,
          offer.channel,
          offer.account,
          offer.role,
          await closeBody(seal, id, { terms, ...from, ...both }),
          offer.coupon ?? couponIdOf(id),
          offer.now,
          offer.lapsesAt,
          second ? approvalIdOf(second.nonce) : null,
        ],
      );
    },
    find: async (nonce) =>
      await read(await run('select * from confirmation where id = $1', [offerIdOf(nonce)])),
    claim: async (nonce, by) =>
      await confirmedOf(
        await run(
          `update confirmation set state = 'executing', retry_at = $5, recover_at = $5, card = coalesce($6, card)
           where id = $1 and caller = $2 and conversation = $3 and approval is null
             and ((state = 'open' and lapses_at > $4) or (state = 'executing' and retry_at <= $4)) returning *`,
          [offerIdOf(nonce), by.caller, by.conversation, by.now, by.now + claimLength, by.card ?? null],
        ),
      ),
    letGo: async (nonce, now) => {
      await run(
        `update confirmation set retry_at = $2, recover_at = $3 where id = $1 and state = 'executing'`,
        [offerIdOf(nonce), now, now + patience],
      );
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
      const end = async (state: 'open' | 'waiting') =>
        await run(
          `update confirmation set state = 'declined', settled_at = $2, reason = 'forgotten'
           where conversation = $1 and state = $3 returning id, account, coupon`,
          [conversation, now, state],
        );
      await end('open');
      return (await end('waiting')).map((each) => withdrawn.parse(each));
    },
    prune: async (now) => {
      await run('delete from confirmation where settled_at <= $1', [now - day]);
      await run(`delete from confirmation where state = 'open' and lapses_at <= $1`, [now - day]);
      await run(`delete from confirmation where state = 'executing' and lapses_at <= $1`, [now - 30 * day]);
      await run('delete from approval_card where offer not in (select id from confirmation)');
    },
    approvals: createApprovals({ run }, seal, confirmedOf),
    interrupted: createInterrupted({ run }, seal, confirmedOf),
  };
}

function confirm(found: Confirmation | null): Confirmed<OfferTerms> {
  if (found === null) throw new StoreFault('an offer’s terms cannot be opened any more');
  const { id, terms, account, coupon } = found;
  return { terms, account, coupon, key: (step) => `tillkeeper-${step}-${id}` } as Confirmed<OfferTerms>;
}
