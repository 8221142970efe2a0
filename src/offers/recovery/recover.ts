import { tenantOf } from '../../access/identity.js';
import { identityOfKey } from '../../access/personKey.js';
import type { TrailRow } from '../../audit/trail.js';
import { StripeFault } from '../../errors.js';
import type { OfferTerms } from '../../offerTerms.js';
import type { ApprovalCards } from '../../store/approvalCards.js';
import type { Confirmed } from '../../store/confirmations.js';
import type { Left } from '../../store/interrupted.js';
import { askerOf, type Confirmation } from '../../store/offerRow.js';
import type { Offered } from '../../stripe/couponOffer.js';
import type { Desk } from '../desk.js';
import { mayHaveCode } from '../press/half.js';
import type { OnBehalf } from './onBehalf.js';

export interface RecoveryNeeds {
  desk: Pick<Desk, 'confirmations' | 'trail' | 'clock'> & { second: Pick<Desk['second'], 'tell'> };
  cards: ApprovalCards;
  onBehalf: OnBehalf;
  /** Told of one that could not be settled yet; it comes up again. */
  onFault: (fault: unknown) => void;
}

type Interrupted = Left<Confirmed<OfferTerms>>;

/** How an interrupted offer ends: `interrupted`, nothing was made; `unknown`, nobody could find out. */
type End =
  | { state: 'created'; code: string }
  | { state: 'failed'; reason: 'half' | 'interrupted' | 'unknown'; why?: StripeFault };

/** Stripe remembers a key for a day; who still got no answer by then is told so. */
const givesUpAfter = 24 * 60 * 60_000;

/** Makes the round that settles what was interrupted while it was made: what stands in Stripe is on record, gets the
 * code it lacks, and is told to who asked; what is not there is not made without them. Each offer once, by whichever
 * process comes first. */
export function createRecovery(needs: RecoveryNeeds): () => Promise<void> {
  const { desk, onFault } = needs;
  const { interrupted } = desk.confirmations;
  return async () => {
    for (const left of await interrupted.claim(desk.clock().getTime()))
      try {
        const end = await endOf(needs, left);
        if (end === null) await interrupted.later(left.row.id, desk.clock().getTime());
        else await settle(needs, left.row, end);
      } catch (fault) {
        onFault(fault);
        await interrupted.later(left.row.id, desk.clock().getTime());
      }
  };
}

/** `null`: it cannot be told yet. */
async function endOf({ desk, onBehalf, onFault }: RecoveryNeeds, left: Interrupted): Promise<End | null> {
  const { row, confirmed } = left;
  const over = desk.clock().getTime() - row.lapsesAt > givesUpAfter;
  const unknown: End | null = over ? { state: 'failed', reason: 'unknown' } : null;
  const by = await onBehalf(row);
  if (by.kind !== 'entered') return by.kind === 'unsure' ? unknown : { state: 'failed', reason: 'unknown' };
  try {
    return endBy(await by.ask.account.offers.finish(confirmed, by.leave, row.onlyCode)) ?? unknown;
  } catch (fault) {
    if (!(fault instanceof StripeFault)) throw fault;
    onFault(fault);
    return unknown;
  }
}

function endBy(found: Offered | { kind: 'none' }): End | null {
  if (found.kind === 'created') return { state: 'created', code: found.code };
  if (found.kind === 'none') return { state: 'failed', reason: 'interrupted' };
  return mayHaveCode(found) ? null : { state: 'failed', reason: 'half', why: found.fault };
}

/** On record, settled, told: in this order, so that an interruption of this one leaves nothing out. */
async function settle({ desk, cards }: RecoveryNeeds, row: Confirmation, end: End): Promise<void> {
  const { confirmations, trail, clock, second } = desk;
  const { id: offer, conversation, caller: person } = row;
  await trail.append(lineOf(row, end, clock().getTime()));
  const now = clock().getTime();
  const card = await cards.take({ offer, conversation, person, audience: 'asker' }, now);
  const settled = await confirmations.interrupted.settle(offer, { ...end, now });
  if (card !== null) await (settled ? cards.placed(card, row.card ?? '') : cards.drop(card));
  if (settled) await second.tell(offer);
}

function lineOf(row: Confirmation, end: End, at: number): TrailRow {
  const { id, channel, role, account, coupon } = row;
  const person = askerOf(row)?.key ?? 'unknown';
  const made = end.state === 'created' || end.reason === 'half';
  return {
    ...eventOf(end),
    at,
    person,
    tenant: tenantOf(identityOfKey(person)),
    channel,
    role,
    account,
    ability: 'coupon.create',
    reason: 'recovered',
    ...(made ? { coupon } : {}),
    correlation: id.slice(0, 6),
  };
}

function eventOf(end: End): Pick<TrailRow, 'event' | 'outcome' | 'stripeRequest'> {
  if (end.state === 'created') return { event: 'created', outcome: 'created' };
  if (end.reason === 'half')
    return { event: 'half_created', outcome: 'half', stripeRequest: end.why?.requestId };
  return { event: 'failed', outcome: end.reason };
}
