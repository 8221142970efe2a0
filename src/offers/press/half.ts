import { stripeSentence } from '../../sentences.js';
import type { Offered } from '../../stripe/couponOffer.js';
import { formOfTerms } from '../conversions.js';
import type { Desk } from '../desk.js';
import type { Draft } from '../draft.js';
import { showForm } from '../formCard.js';
import { record } from '../record.js';
import { making, type Press, type Pressed, type Presser, saying } from './pressed.js';

type Half = Extract<Offered, { kind: 'half' }>;

/** Whether nobody knows about the code: Stripe gave no answer about it, or none that can be read. */
export function mayHaveCode({ why, fault: { code, requestId } }: Half): boolean {
  return (
    why === 'fault' && (requestId === undefined || code === 'unreadable' || code === 'gateway_unreadable')
  );
}

/** The coupon exists, its code does not: another code for the same coupon. Where Stripe gave no answer at all
 * the code may exist too, so the card stays and can be pressed again. */
export async function half(desk: Desk, press: Press, presser: Presser, made: Half): Promise<Pressed> {
  const { coupon, why, fault } = made;
  const { ask } = presser;
  const now = desk.clock().getTime();
  const stripeRequest = fault.requestId;
  await record(desk, ask, {
    event: 'half_created',
    ability: 'coupon.create',
    outcome: why,
    coupon,
    stripeRequest,
  });
  if (mayHaveCode(made)) {
    await desk.confirmations.letGo(press.nonce, now);
    const unsure =
      'The coupon exists; about its code I do not know. Press Create coupon again: nothing is made twice.';
    const text = stripeSentence(fault.code, ask.visit.correlation, unsure);
    return { ...saying(text, fault.code, ask), card: 'stays' };
  }
  await desk.confirmations.settle(press.nonce, { state: 'failed', now, reason: 'half' });
  const { terms, account } = press.row;
  const draft: Draft = { values: formOfTerms(terms), account, coupon, madeWith: terms };
  return making(await showForm(desk, { draft, faults: { code: whatToDo(made, terms.code) } }, ask));
}

function whatToDo({ why }: Half, code = 'that one'): string {
  if (why === 'code_taken')
    return `The coupon exists, its code does not: ${code} is taken. Choose another code.`;
  return 'The coupon exists, its code does not: Stripe did not make it. Press Review to try once more, or choose another code.';
}
