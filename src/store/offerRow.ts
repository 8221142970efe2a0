import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type OfferTerms, offerTerms } from '../offerTerms.js';

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
  retry_at: z.number().nullable(),
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
  /** From when an executing one may be claimed again. */
  retryAt: number | null;
  settledAt: number | null;
  reason: string | null;
  /** Its coupon was there before it: only the code is to be made. */
  onlyCode: boolean;
}

/** Reads a row of the database. */
export function readOffer(found: unknown): Confirmation {
  const { lapses_at, retry_at, settled_at, ...rest } = row.parse(found);
  const onlyCode = rest.coupon !== couponIdOf(rest.id);
  return { ...rest, lapsesAt: lapses_at, retryAt: retry_at, settledAt: settled_at, onlyCode };
}

/** Under which id an offer is kept: the nonce itself is not stored. */
export function offerIdOf(nonce: string): string {
  return createHash('sha256').update(`nonce:${nonce}`).digest('hex');
}

/** The id of an offer's coupon. A repeat, even after Stripe forgot the idempotency key, meets this id and cannot
 * make a second coupon. */
export function couponIdOf(offer: string): string {
  return `till-${createHash('sha256').update(`coupon:${offer}`).digest('hex').slice(0, 16)}`;
}
