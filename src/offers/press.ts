import type { AccountAsk, Answer } from '../abilities/ask.js';
import { dayIn } from '../calendar.js';
import { type StripeCode, StripeFault } from '../errors.js';
import { describeTerms } from '../masking/couponTerms.js';
import { formatTime } from '../masking/format.js';
import { maskCouponRecord, maskDeclined, maskNotice } from '../masking/mask.js';
import type { Button } from '../masking/views.js';
import { stripeSentence } from '../sentences.js';
import type { Confirmation } from '../store/confirmations.js';
import type { Offered } from '../stripe/couponOffer.js';
import type { Leave } from '../stripe/speaker.js';
import { formOfTerms } from './conversions.js';
import type { Desk } from './desk.js';
import { propose, showForm } from './propose.js';
import { record } from './record.js';

/** What a press on a coupon card comes to. `settles`: the pressed card is done and no longer waits;
 * `replaces`: the answer takes its place on the screen. */
export interface Pressed extends Answer {
  settles: boolean;
  replaces: boolean;
}

/** A press on a review card, with its row looked up and found to be this person's, here. */
export interface Press {
  nonce: string;
  row: Confirmation;
}

const notice = (
  text: string,
  ask: AccountAsk,
  more: { buttons?: Parameters<typeof maskNotice>[0]['buttons'] } = {},
) => maskNotice({ text, ...more }, ask.reading);

/** Looks the pressed card up. A press by another, from elsewhere, or on a card nobody issued gets its sentence. */
export async function findPress(desk: Desk, nonce: string, ask: AccountAsk): Promise<Press | Pressed> {
  const row = await desk.confirmations.find(nonce);
  const stays = (text: string, outcome: string): Pressed => ({
    views: [notice(text, ask)],
    outcome,
    settles: false,
    replaces: false,
  });
  if (row === null)
    return stays(
      'I do not know this card, so nothing was created. Ask for the coupon again.',
      'unknown_card',
    );
  if (row.caller !== desk.pseudonymOf(ask.visit.caller.key))
    return stays('Only the person who asked can press this. Nothing was changed.', 'another_person');
  if (row.conversation !== ask.visit.conversation)
    return stays(
      'This card belongs to another conversation. Nothing was changed; press it there.',
      'another_conversation',
    );
  return { nonce, row };
}

/** Don't create: the terms once more in one line, and a way back to them. */
export async function decline(desk: Desk, { nonce, row }: Press, ask: AccountAsk): Promise<Pressed> {
  if (row.state === 'created') return { ...alreadyCreated(row, ask), settles: true, replaces: true };
  if (row.state === 'executing') return { ...underWay(ask), settles: false, replaces: false };
  const changed = await desk.confirmations.settle(nonce, { state: 'declined', now: desk.clock().getTime() });
  if (changed) await record(desk, ask, { event: 'declined', ability: 'coupon.decline', outcome: 'declined' });
  return {
    views: [maskDeclined({ nonce, terms: row.terms }, ask.reading)],
    outcome: 'declined',
    settles: true,
    replaces: true,
  };
}

/** Adjust: the terms back in the form. The card that was pressed can create nothing any more. */
export async function adjust(desk: Desk, { nonce, row }: Press, ask: AccountAsk): Promise<Pressed> {
  if (row.state === 'created') return { ...alreadyCreated(row, ask), settles: true, replaces: true };
  if (row.state === 'executing') return { ...underWay(ask), settles: false, replaces: false };
  await desk.confirmations.settle(nonce, {
    state: 'declined',
    now: desk.clock().getTime(),
    reason: 'adjusted',
  });
  const shown = await showForm(desk, { values: formOfTerms(row.terms) }, ask, {});
  return { ...shown, settles: true, replaces: true };
}

/** Shows the same terms again with a new time to lapse. They are checked like new ones. */
export async function showAgain(
  desk: Desk,
  { nonce, row }: Press,
  ask: AccountAsk,
  leave: Leave,
): Promise<Pressed> {
  if (row.state === 'created') return { ...alreadyCreated(row, ask), settles: true, replaces: true };
  if (row.state === 'executing') return { ...underWay(ask), settles: false, replaces: false };
  await desk.confirmations.settle(nonce, { state: 'lapsed', now: desk.clock().getTime() });
  const shown = await propose(desk, { values: formOfTerms(row.terms) }, ask, leave);
  return { ...shown, settles: true, replaces: true };
}

/** Create: claims the card once, writes to Stripe, and turns the card into its record. */
export async function create(desk: Desk, press: Press, ask: AccountAsk, leave: Leave): Promise<Pressed> {
  const early = await notAnyMore(desk, press, ask);
  if (early !== null) return early;
  await record(desk, ask, { event: 'submitted', ability: 'coupon.create', outcome: 'accepted' });
  const now = desk.clock().getTime();
  const { caller, conversation } = press.row;
  const confirmed = await desk.confirmations.claim(press.nonce, { caller, conversation, now });
  if (confirmed === null) return { ...underWay(ask), settles: false, replaces: false };
  try {
    return await settled(desk, press, ask, await ask.account.offers.make(confirmed, leave));
  } catch (fault) {
    if (!(fault instanceof StripeFault)) throw fault;
    return await failed(desk, press, ask, fault);
  }
}

async function notAnyMore(desk: Desk, { nonce, row }: Press, ask: AccountAsk): Promise<Pressed | null> {
  if (row.state === 'created') return { ...alreadyCreated(row, ask), settles: true, replaces: false };
  if (row.state === 'declined' || row.state === 'failed') {
    const text =
      row.reason === 'adjusted'
        ? 'These terms were adjusted since, so this card creates nothing.'
        : 'This was not created, and this card creates nothing any more.';
    return {
      views: [notice(text, ask, { buttons: again(nonce) })],
      outcome: row.state,
      settles: true,
      replaces: false,
    };
  }
  const over = row.terms.endsOn !== undefined && row.terms.endsOn < dayIn(row.terms.zone, desk.clock());
  if (row.state === 'lapsed' || (row.state === 'open' && row.lapsesAt <= desk.clock().getTime()) || over) {
    await desk.confirmations.settle(nonce, { state: 'lapsed', now: desk.clock().getTime() });
    const text = 'This offer has lapsed, nothing was created.';
    return {
      views: [notice(text, ask, { buttons: again(nonce) })],
      outcome: 'lapsed',
      settles: true,
      replaces: true,
    };
  }
  return null;
}

function again(nonce: string): Button[] {
  return [{ title: 'Show it again', data: { tillkeeper: { act: 'card.showAgain', nonce } } }];
}

function alreadyCreated(row: Confirmation, ask: AccountAsk): Answer {
  const at = row.settledAt === null ? '' : ` at ${formatTime(new Date(row.settledAt), ask.reading)}`;
  return {
    views: [notice(`Already created${at}: ${row.code ?? row.coupon}.`, ask)],
    outcome: 'already_created',
  };
}

function underWay(ask: AccountAsk): Answer {
  return {
    views: [notice('This is being created at the moment. It cannot be made twice.', ask)],
    outcome: 'under_way',
  };
}

async function settled(
  desk: Desk,
  { nonce, row }: Press,
  ask: AccountAsk,
  offered: Offered,
): Promise<Pressed> {
  const createdAt = desk.clock();
  if (offered.kind === 'half') {
    await desk.confirmations.settle(nonce, { state: 'failed', now: createdAt.getTime(), reason: 'half' });
    await record(desk, ask, {
      event: 'half_created',
      ability: 'coupon.create',
      outcome: offered.why,
      coupon: offered.coupon,
    });
    return await half(desk, row, ask, offered);
  }
  await desk.confirmations.settle(nonce, { state: 'created', now: createdAt.getTime(), code: offered.code });
  await record(desk, ask, {
    event: 'created',
    ability: 'coupon.create',
    outcome: 'created',
    coupon: offered.coupon,
  });
  const view = maskCouponRecord(
    { terms: row.terms, couponId: offered.coupon, code: offered.code, createdAt },
    ask.reading,
  );
  return { views: [view], outcome: 'created', settles: true, replaces: true };
}

async function half(
  desk: Desk,
  row: Confirmation,
  ask: AccountAsk,
  offered: Extract<Offered, { kind: 'half' }>,
): Promise<Pressed> {
  const draft = { values: formOfTerms(row.terms), coupon: offered.coupon, madeWith: row.terms };
  const code =
    offered.why === 'code_taken'
      ? `The coupon exists, its code does not: ${row.terms.code ?? 'this code'} is taken. Choose another code.`
      : 'The coupon exists, its code does not: Stripe did not make it. Press Review to try once more, or write another code.';
  const shown = await showForm(desk, draft, ask, { code });
  return { ...shown, settles: true, replaces: true };
}

/** Codes after which nobody knows whether Stripe made the coupon: the card stays, and pressing again is safe. */
const unsure: ReadonlySet<StripeCode> = new Set(['unavailable', 'timeout', 'conflict', 'unreadable']);

async function failed(
  desk: Desk,
  { nonce, row }: Press,
  ask: AccountAsk,
  fault: StripeFault,
): Promise<Pressed> {
  const reference = ask.visit.correlation;
  const request = fault.requestId === undefined ? {} : { stripeRequest: fault.requestId };
  await record(desk, ask, { event: 'failed', ability: 'coupon.create', outcome: fault.code, ...request });
  if (unsure.has(fault.code)) {
    await desk.confirmations.letGo(nonce, desk.clock().getTime());
    const text = stripeSentence(
      fault.code,
      reference,
      'I do not know whether the coupon exists. Press Create coupon again: it cannot be made twice.',
    );
    return { views: [notice(text, ask)], outcome: fault.code, settles: false, replaces: false };
  }
  await desk.confirmations.settle(nonce, {
    state: 'failed',
    now: desk.clock().getTime(),
    reason: fault.code,
  });
  const lines = [`Not created: ${describeTerms(row.terms, ask.reading)}.`];
  const view = maskNotice(
    { text: stripeSentence(fault.code, reference), lines, buttons: again(nonce) },
    ask.reading,
  );
  return { views: [view], outcome: fault.code, settles: true, replaces: true };
}
