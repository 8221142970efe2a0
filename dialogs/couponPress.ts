import type { Road } from '../src/answer.js';
import { StripeFault } from '../src/errors.js';
import { maskNotice } from '../src/masking/mask.js';
import { withdraw } from '../src/offers/approval/withdraw.js';
import type { Desk } from '../src/offers/desk.js';
import { draft } from '../src/offers/draft.js';
import { adjust } from '../src/offers/press/adjust.js';
import { create } from '../src/offers/press/create.js';
import { decline } from '../src/offers/press/decline.js';
import { findOffer } from '../src/offers/press/findOffer.js';
import { leave, leftover, reopen, review } from '../src/offers/press/formPress.js';
import type { Pressed, Presser } from '../src/offers/press/pressed.js';
import { showAgain } from '../src/offers/press/showAgain.js';
import { stripeSentence } from '../src/sentences.js';
import { audienceOf, type Visit } from '../src/visit.js';
import type { Submit } from './acts.js';
import type { Waiting } from './waiting.js';

interface PressNeeds {
  road: Road;
  desk: Desk;
}

/** Answers a press on a coupon card. */
export type CouponPress = (visit: Visit, submit: Submit, on: PressedOn) => Promise<Pressed>;

/** The card that waits under the pressed nonce, if there is one, and the activity that was pressed, if it is known. */
interface PressedOn {
  card: Waiting | undefined;
  activity: string | undefined;
}

/** What is pressed, in which account, and what it leads to once the person may. */
interface Aim {
  account: string | null;
  act: (presser: Presser) => Promise<Pressed>;
}

/** Makes the way of a press: find what is pressed, ask for leave anew, act, put it on record before it is shown. */
export function createCouponPress(needs: PressNeeds): CouponPress {
  return async (visit, submit, on) => {
    const { account, act } = await aimOf(needs.desk, visit, submit, on);
    const inAccount = { ...visit, account };
    const pressed = await enterAnd(act, needs.road, inAccount).catch((fault: unknown) =>
      faulty(fault, visit),
    );
    const { outcome = 'answered' } = pressed;
    await needs.road.record(inAccount, { event: 'pressed', ability: submit.act, outcome });
    return pressed;
  };
}

async function enterAnd(act: Aim['act'], road: Road, visit: Visit): Promise<Pressed> {
  const entered = await road.enter('coupons.create', visit);
  if (entered.kind === 'answer') return { ...entered.answer, outcome: 'refused', card: 'stays' };
  return await act(entered);
}

async function aimOf(desk: Desk, visit: Visit, submit: Submit, { card, activity }: PressedOn): Promise<Aim> {
  if (card?.kind === 'form') return await atForm(desk, visit, submit, card);
  if (submit.act === 'coupon.review') return atLeftover(desk, visit, submit);
  if (submit.act === 'coupon.adjust' && submit.resume !== undefined)
    return await atPutAway(desk, visit, submit.resume);
  return await atOffer(desk, visit, submit, activity);
}

async function atForm(
  desk: Desk,
  visit: Visit,
  { act, inputs }: Submit,
  card: Extract<Waiting, { kind: 'form' }>,
): Promise<Aim> {
  const kept = await desk.seal.open(card.draft, audienceOf(visit), draft);
  const { account } = card;
  if (kept === null) return { account, act: async (presser) => await leftover(desk, inputs, presser) };
  const form = { draft: kept, inputs };
  if (act === 'coupon.review') return { account, act: async (presser) => await review(desk, form, presser) };
  if (act === 'coupon.decline') return { account, act: async (presser) => await leave(desk, form, presser) };
  return { account, act: unknownButton };
}

function atLeftover(desk: Desk, { account }: Visit, { inputs }: Submit): Aim {
  return { account, act: async (presser) => await leftover(desk, inputs, presser) };
}

async function atPutAway(desk: Desk, visit: Visit, resume: string): Promise<Aim> {
  const kept = await desk.seal.open(resume, audienceOf(visit), draft);
  if (kept === null) return { account: visit.account, act: lost };
  const { account = visit.account } = kept;
  return { account, act: async (presser) => await reopen(desk, kept, presser) };
}

const acts = {
  'coupon.create': create,
  'coupon.adjust': adjust,
  'coupon.decline': decline,
  'coupon.withdraw': withdraw,
  'card.showAgain': showAgain,
};

/** Another person's card is looked at from the account this person is in, so that nothing of it is told. */
async function atOffer(
  desk: Desk,
  visit: Visit,
  { act, nonce = '' }: Submit,
  activity: string | undefined,
): Promise<Aim> {
  const row = await desk.confirmations.find(nonce);
  const theirs = row !== null && row.caller === desk.pseudonymOf(visit.caller.key);
  const does = Object.entries(acts).find(([name]) => name === act)?.[1];
  return {
    account: theirs ? row.account : visit.account,
    act: async (presser) => {
      const found = await findOffer(desk, nonce, presser.ask);
      if (!('row' in found)) return found;
      return does === undefined ? await unknownButton() : await does(desk, { ...found, activity }, presser);
    },
  };
}

async function unknownButton(): Promise<Pressed> {
  const text = 'I do not know this button, so I did nothing. Write what you want to know.';
  return { views: [maskNotice({ text })], outcome: 'unknown_button', card: 'stays' };
}

async function lost(): Promise<Pressed> {
  const text = 'This card is not yours, or too old to go on from. Ask for the coupon again.';
  return { views: [maskNotice({ text })], outcome: 'lost', card: 'stays' };
}

/** Stripe failed before anything was written: the card stays as it was. */
function faulty(fault: unknown, { correlation }: Visit): Pressed {
  if (!(fault instanceof StripeFault)) throw fault;
  const view = maskNotice({ text: stripeSentence(fault.code, correlation) });
  return { views: [view], outcome: fault.code, card: 'stays' };
}
