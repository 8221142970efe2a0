import { noCustomer } from '../masking/customers.js';
import { maskCustomerChoice, maskNotice } from '../masking/mask.js';
import type { Seal } from '../sealed.js';
import type { CustomerFacts } from '../stripe/facts.js';
import { audienceOf } from '../visit.js';
import type { AccountAsk, Answer } from './ask.js';
import { type Found, findCustomer } from './findCustomer.js';

/** One customer to go on with, or the answer to give instead: nobody found, a choice, or a refusal. */
export type Settled = { kind: 'customer'; customer: CustomerFacts } | { kind: 'answer'; answer: Answer };

/** Settles whom `step.customer` means. The step waits, sealed, behind the buttons of a choice. */
export async function settleCustomer(
  step: { do: string; customer: string },
  ask: AccountAsk,
  seal: Seal,
): Promise<Settled> {
  const leave = ask.leaveFor('customers.read');
  if ('kind' in leave) return { kind: 'answer', answer: { views: [], refusal: leave } };
  const found = await findCustomer(step.customer, ask.account, leave);
  if (found.kind === 'none' || isGone(found, step))
    return {
      kind: 'answer',
      answer: {
        views: [maskNotice({ text: noCustomer(step.customer, ask.reading) }, ask.reading)],
        outcome: 'not_found',
      },
    };
  if (found.kind === 'one') return { kind: 'customer', customer: found.customer };
  const { customers, more } = found;
  const among = customers.map(({ id }) => id);
  const resume = await seal.close({ step, among }, audienceOf(ask.visit));
  const choice = maskCustomerChoice({ asked: step.customer, customers, more, resume }, ask.reading);
  return { kind: 'answer', answer: { views: [choice], count: customers.length, outcome: 'several' } };
}

/** Charges of a deleted customer can be looked at; a coupon cannot be made for one. */
function isGone(found: Found, step: { do: string }): boolean {
  return found.kind === 'one' && found.customer.deleted && step.do === 'create_coupon';
}
