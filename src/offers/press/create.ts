import { aboveLimit } from '../../access/approvalLimit.js';
import { breaches } from '../../access/couponPolicy.js';
import { dayIn } from '../../calendar.js';
import { StripeFault } from '../../errors.js';
import { submit } from '../approval/submit.js';
import type { Desk } from '../desk.js';
import { draftOfOffer } from '../draft.js';
import { switchedOffWords } from '../propose.js';
import { record } from '../record.js';
import { failed } from './failed.js';
import { offered } from './offered.js';
import { over } from './over.js';
import { type Press, type Pressed, type Presser, saying } from './pressed.js';
import { proposeInstead } from './proposeInstead.js';
import { standing } from './standing.js';

/** Create: claims the card once, writes to Stripe, and turns the card into its record. */
export async function create(desk: Desk, press: Press, presser: Presser): Promise<Pressed> {
  const { ask, leave } = presser;
  if (!desk.policy.enabled && (press.row.state === 'open' || press.row.state === 'executing'))
    return { ...saying(switchedOffWords, 'refused_switched_off', ask), card: 'stays' };
  const instead = (await over(desk, press, presser)) ?? (await notAllowedNow(desk, press, presser));
  if (instead !== null) return instead;
  if (press.row.second !== undefined)
    return (await submit(desk, press, presser)) ?? (await lost(desk, press, presser));
  await record(desk, ask, { event: 'submitted', ability: 'coupon.create', outcome: 'accepted' });
  const { caller, conversation } = press.row;
  const now = desk.clock().getTime();
  const confirmed = await desk.confirmations.claim(press.nonce, {
    caller,
    conversation,
    now,
    card: press.activity,
  });
  if (confirmed === null) return await lost(desk, press, presser);
  try {
    return await offered(desk, press, presser, await ask.account.offers.make(confirmed, leave));
  } catch (fault) {
    if (!(fault instanceof StripeFault)) throw fault;
    return await failed(desk, press, presser, fault);
  }
}

/** The settings may have changed since the card was drawn, and a role may have gone: then the terms are proposed
 * anew, which says why. One that Stripe may have made already is finished. */
async function notAllowedNow(desk: Desk, { nonce, row }: Press, presser: Presser): Promise<Pressed | null> {
  if (row.state !== 'open') return null;
  const { terms } = row;
  const { ask } = presser;
  const broken = breaches(terms, desk.policy, dayIn(terms.zone, desk.clock()), ask.reading.locale);
  const unseen = terms.customer !== undefined && 'kind' in ask.leaveFor('customers.read');
  // A card that says Create coupon asks nobody, and one that says Ask for approval creates nothing by itself.
  const otherLimit =
    (aboveLimit(terms, desk.policy, ask.reading.locale) !== null) !== (row.second !== undefined);
  if (broken.length === 0 && !unseen && !otherLimit) return null;
  const pressed = await proposeInstead(desk, draftOfOffer(row), presser);
  if (pressed.opened !== undefined)
    await desk.confirmations.settle(nonce, {
      state: 'declined',
      now: desk.clock().getTime(),
      reason: 'adjusted',
    });
  return pressed;
}

/** Another press was quicker, or ended the offer. */
async function lost(desk: Desk, press: Press, presser: Presser): Promise<Pressed> {
  const row = (await desk.confirmations.find(press.nonce)) ?? press.row;
  const answer =
    (await standing(desk, { ...press, row }, presser.ask)) ?? (await over(desk, { ...press, row }, presser));
  const text = 'Something else was pressed at the same moment, so nothing was created by this. Press again.';
  return answer ?? { ...saying(text, 'lost', presser.ask), card: 'stays' };
}
