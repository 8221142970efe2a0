import type { AccountAsk } from '../abilities/ask.js';
import type { TrailRow } from '../audit/trail.js';
import type { Desk } from './desk.js';

/** `about`: the key of a second person. */
type What = Pick<TrailRow, 'event' | 'ability' | 'outcome' | 'coupon' | 'stripeRequest' | 'reason' | 'about'>;

/** Puts what a person did with an offer on record. @throws TrailFault */
export async function record(
  { trail, clock }: Desk,
  { visit, account }: AccountAsk,
  what: What,
): Promise<void> {
  await trail.append({
    ...what,
    at: clock().getTime(),
    person: visit.caller.key,
    tenant: visit.tenant,
    channel: visit.channel,
    role: visit.caller.roles.join(','),
    account: account.place.id,
    correlation: visit.correlation,
  });
}
