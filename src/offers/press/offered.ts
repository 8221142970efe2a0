import { maskCouponRecord } from '../../masking/mask.js';
import type { Offered } from '../../stripe/couponOffer.js';
import type { Desk } from '../desk.js';
import { record } from '../record.js';
import { half } from './half.js';
import type { Press, Pressed, Presser } from './pressed.js';

/** What Stripe made of an offer: its record; or, when only its code is missing, the way to another code. */
export async function offered(desk: Desk, press: Press, presser: Presser, made: Offered): Promise<Pressed> {
  if (made.kind === 'half') return await half(desk, press, presser, made);
  const { ask } = presser;
  const { coupon, code } = made;
  const createdAt = desk.clock();
  // On record first: what is interrupted in between is found out and put on record once more, never left out.
  await record(desk, ask, { event: 'created', ability: 'coupon.create', outcome: 'created', coupon });
  await desk.confirmations.settle(press.nonce, { state: 'created', now: createdAt.getTime(), code });
  const view = maskCouponRecord({ terms: press.row.terms, couponId: coupon, code, createdAt }, ask.reading);
  return { views: [view], outcome: 'created', card: 'instead' };
}
