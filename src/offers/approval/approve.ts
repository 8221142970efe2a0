import { breaches } from '../../access/couponPolicy.js';
import type { Entered } from '../../answer.js';
import { dayIn } from '../../calendar.js';
import { StripeFault } from '../../errors.js';
import { stripeSentence } from '../../sentences.js';
import type { Offered } from '../../stripe/couponOffer.js';
import type { Desk } from '../desk.js';
import { madeNothing } from '../press/failed.js';
import { mayHaveCode } from '../press/half.js';
import { switchedOffWords } from '../propose.js';
import { record } from '../record.js';
import { type Decided, overForSecond, type SecondPress, secondOf, staying } from './secondPress.js';

/** Approve: claims the offer once, for a person who is not the asker, and creates exactly its terms with the asker's
 * leave, which is asked for now. */
export async function approve(desk: Desk, press: SecondPress): Promise<Decided> {
  const { row, ask } = press;
  const { second } = row;
  const asker = await desk.second.asker(row, ask.visit);
  const not = second === undefined ? overForSecond(desk, press) : notNow(desk, press, asker);
  if (not !== null || second === undefined || asker === null)
    return not ?? staying(nothingToApprove, 'unknown_card', ask);
  const confirmed = await desk.confirmations.approvals.claim(second.approval, secondOf(desk, ask));
  if (confirmed === null) return await lost(desk, press);
  const about = second.asker;
  const { coupon } = row;
  await record(desk, ask, {
    event: 'approved',
    ability: 'coupon.approve',
    outcome: 'accepted',
    coupon,
    about,
  });
  try {
    return await made(desk, press, await asker.ask.account.offers.make(confirmed, asker.leave));
  } catch (fault) {
    if (!(fault instanceof StripeFault)) throw fault;
    return await notMade(desk, press, fault);
  }
}

const nothingToApprove = 'I do not know this card, so nothing was created.';

/** The settings, the asker's roles or the offer itself may have changed since the card was sent. */
function notNow(desk: Desk, press: SecondPress, asker: Entered | null): Decided | null {
  const over = overForSecond(desk, press);
  if (over !== null) return over;
  const { row, ask } = press;
  if (!desk.policy.enabled) return staying(switchedOffWords, 'switched_off', ask);
  if (asker === null || (row.terms.customer !== undefined && 'kind' in asker.ask.leaveFor('customers.read')))
    return staying(
      'The person who asked may not create this coupon any more, so nothing was created. Press Reject, or leave it to lapse.',
      'asker_may_not',
      ask,
    );
  const { terms } = row;
  const [broken] = breaches(terms, desk.policy, dayIn(terms.zone, desk.clock()), ask.reading.locale);
  const lastDayOver = terms.endsOn !== undefined && terms.endsOn < dayIn(terms.zone, desk.clock());
  if (broken === undefined && !lastDayOver) return null;
  const why = broken?.sentence ?? 'Its last day is over.';
  return staying(`${why} So nothing was created. Press Reject, or leave it to lapse.`, 'not_allowed', ask);
}

/** Another press was quicker, or ended the offer. */
async function lost(desk: Desk, { row, ask }: SecondPress): Promise<Decided> {
  const now = (await desk.confirmations.approvals.get(row.id)) ?? row;
  const text = 'Something else was pressed at the same moment, so nothing was created by this. Press again.';
  return overForSecond(desk, { row: now, ask }) ?? staying(text, 'lost', ask);
}

async function made(desk: Desk, { row, ask }: SecondPress, offered: Offered): Promise<Decided> {
  const { nonce = '', asker: about } = row.second ?? {};
  const now = desk.clock().getTime();
  const { coupon } = offered;
  if (offered.kind === 'created') {
    await record(desk, ask, {
      event: 'created',
      ability: 'coupon.approve',
      outcome: 'created',
      coupon,
      about,
    });
    await desk.confirmations.settle(nonce, { state: 'created', now, code: offered.code });
    return { views: [], outcome: 'created', card: 'decided' };
  }
  const { why, fault } = offered;
  const { requestId: stripeRequest } = fault;
  await record(desk, ask, {
    event: 'half_created',
    ability: 'coupon.approve',
    outcome: why,
    coupon,
    stripeRequest,
    about,
  });
  if (mayHaveCode(offered)) {
    await desk.confirmations.letGo(nonce, now);
    const unsure =
      'The coupon exists; about its code I do not know. Press Approve again: nothing is made twice.';
    return staying(stripeSentence(fault.code, ask.visit.correlation, unsure), fault.code, ask);
  }
  await desk.confirmations.settle(nonce, { state: 'failed', now, reason: 'half' });
  return { views: [], outcome: 'half', card: 'decided' };
}

/** Stripe did not make the coupon, or nobody knows: then the card stays, and pressing it again is safe. */
async function notMade(desk: Desk, { row, ask }: SecondPress, fault: StripeFault): Promise<Decided> {
  const { nonce = '', asker: about } = row.second ?? {};
  const { code, requestId: stripeRequest } = fault;
  const now = desk.clock().getTime();
  const { coupon } = row;
  await record(desk, ask, {
    event: 'failed',
    ability: 'coupon.approve',
    outcome: code,
    coupon,
    stripeRequest,
    about,
  });
  if (madeNothing(code, row.state === 'waiting')) {
    await desk.confirmations.settle(nonce, { state: 'failed', now, reason: code });
    return { views: [], outcome: code, card: 'decided' };
  }
  await desk.confirmations.letGo(nonce, now);
  const unsure = 'I do not know whether the coupon exists. Press Approve again: it cannot be made twice.';
  return staying(stripeSentence(code, ask.visit.correlation, unsure), code, ask);
}
