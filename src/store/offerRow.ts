import { createHash } from 'node:crypto';
import { z } from 'zod';
import { offerTerms } from '../offerTerms.js';
import type { Seal } from '../sealed.js';

const states = ['open', 'waiting', 'executing', 'created', 'failed', 'declined', 'lapsed'] as const;

/** What of an offer is sealed at rest: the terms; who asked, as a key; and the nonces of its cards, with which they are
 * drawn again, for one that takes a second person those of both. Versions before this one kept no asker by itself. */
const body = z.object({
  terms: offerTerms,
  asker: z.object({ key: z.string(), nonce: z.string() }).optional(),
  second: z.object({ asker: z.string(), nonce: z.string(), approval: z.string() }).optional(),
});

/** Terms with what belongs to them, as they are sealed. */
export type OfferBody = z.infer<typeof body>;

const row = z.object({
  id: z.string(),
  state: z.enum(states),
  caller: z.string(),
  conversation: z.string(),
  channel: z.string(),
  account: z.string(),
  role: z.string(),
  terms: z.string(),
  coupon: z.string(),
  code: z.string().nullable(),
  lapses_at: z.number(),
  retry_at: z.number().nullable(),
  settled_at: z.number().nullable(),
  reason: z.string().nullable(),
  approver: z.string().nullable(),
  approver_role: z.string().nullable(),
  card: z.string().nullable(),
});

/** An offer as it stands: what a card was drawn from and what became of it. Times are epoch milliseconds. */
export interface Confirmation extends OfferBody {
  id: string;
  state: (typeof states)[number];
  /** The pseudonym of who asked, and the roles they then had. */
  caller: string;
  role: string;
  conversation: string;
  channel: string;
  account: string;
  coupon: string;
  code: string | null;
  lapsesAt: number;
  /** From when an executing one may be claimed again. */
  retryAt: number | null;
  settledAt: number | null;
  reason: string | null;
  /** The pseudonym of the second person who decided, and their roles. */
  approver: string | null;
  approverRole: string | null;
  /** The activity of the card on which Create was pressed. */
  card: string | null;
  /** Its coupon was there before it: only the code is to be made. */
  onlyCode: boolean;
}

/** Who asked for an offer, as a key, and the nonce of their card; `null` for an old row that does not tell. */
export function askerOf({ asker, second }: OfferBody): { key: string; nonce: string } | null {
  return asker ?? (second ? { key: second.asker, nonce: second.nonce } : null);
}

/** Seals what of an offer may not be read at rest. */
export async function closeBody(seal: Seal, id: string, sealed: OfferBody): Promise<string> {
  return await seal.close(sealed, id);
}

/** Reads a row of the database; `null` when its seal was made with a secret that is no longer known. */
export async function readOffer(seal: Seal, found: unknown): Promise<Confirmation | null> {
  const { lapses_at, retry_at, settled_at, approver_role, terms, ...rest } = row.parse(found);
  const opened = await openBody(seal, rest.id, terms);
  if (opened === null) return null;
  const onlyCode = rest.coupon !== couponIdOf(rest.id);
  const times = { lapsesAt: lapses_at, retryAt: retry_at, settledAt: settled_at };
  return { ...rest, ...opened, ...times, approverRole: approver_role, onlyCode };
}

/** Versions before this one kept the terms as plain JSON. */
async function openBody(seal: Seal, id: string, text: string): Promise<OfferBody | null> {
  if (text.startsWith('{')) return { terms: offerTerms.parse(JSON.parse(text)) };
  return await seal.open(text, id, body);
}

/** Under which id an offer is kept: the nonce itself is not stored. */
export function offerIdOf(nonce: string): string {
  return createHash('sha256').update(`nonce:${nonce}`).digest('hex');
}

/** By what an offer is found from the card of the second person. */
export function approvalIdOf(nonce: string): string {
  return createHash('sha256').update(`approval:${nonce}`).digest('hex');
}

/** The id of an offer's coupon. A repeat, even after Stripe forgot the idempotency key, meets this id and cannot
 * make a second coupon. */
export function couponIdOf(offer: string): string {
  return `till-${createHash('sha256').update(`coupon:${offer}`).digest('hex').slice(0, 16)}`;
}
