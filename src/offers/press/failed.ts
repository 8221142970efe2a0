import type { AccountAsk } from '../../abilities/ask.js';
import type { StripeCode, StripeFault } from '../../errors.js';
import { describeTerms } from '../../masking/couponTerms.js';
import { maskNotice } from '../../masking/mask.js';
import { stripeSentence } from '../../sentences.js';
import type { Desk } from '../desk.js';
import { record } from '../record.js';
import { adjustButton, type Press, type Pressed, type Presser, saying, showAgainButton } from './pressed.js';

/** Answers after which nothing was made, whatever was tried before. */
const refused: ReadonlySet<StripeCode> = new Set(['not_accepted', 'not_found', 'taken', 'no_coupon_key']);
/** Answers given before anything is done: the first try made nothing, an earlier one may have. */
const refusedAtTheDoor: ReadonlySet<StripeCode> = new Set([
  'key_refused',
  'no_permission',
  'gateway_refused',
  'gateway_role',
  'gateway_setup',
]);

/** Whether Stripe has made nothing for certain, now and before. */
export function madeNothing(code: StripeCode, firstTry: boolean): boolean {
  return refused.has(code) || (firstTry && refusedAtTheDoor.has(code));
}

/** Stripe did not make the coupon, or nobody knows: then the card stays, and pressing it again is safe. */
export async function failed(
  desk: Desk,
  press: Press,
  presser: Presser,
  fault: StripeFault,
): Promise<Pressed> {
  const { ask } = presser;
  const { code, requestId: stripeRequest } = fault;
  const now = desk.clock().getTime();
  await record(desk, ask, { event: 'failed', ability: 'coupon.create', outcome: code, stripeRequest });
  if (madeNothing(code, press.row.state === 'open')) {
    await desk.confirmations.settle(press.nonce, { state: 'failed', now, reason: code });
    return notCreated(press, ask, code);
  }
  await desk.confirmations.letGo(press.nonce, now);
  const unsure =
    'I do not know whether the coupon exists. Press Create coupon again: it cannot be made twice.';
  return { ...saying(stripeSentence(code, ask.visit.correlation, unsure), code, ask), card: 'stays' };
}

function notCreated({ nonce, row }: Press, ask: AccountAsk, code: StripeCode): Pressed {
  const text = stripeSentence(code, ask.visit.correlation);
  const lines = [`Not created: ${describeTerms(row.terms, ask.reading)}.`];
  const buttons = [code === 'not_accepted' ? adjustButton(nonce) : showAgainButton(nonce)];
  return { views: [maskNotice({ text, lines, buttons }, ask.reading)], outcome: code, card: 'instead' };
}
