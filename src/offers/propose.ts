import { z } from 'zod';
import type { AccountAsk, Answer, OpenCard } from '../abilities/ask.js';
import { settleCustomer } from '../abilities/customerAnswer.js';
import { dayIn } from '../calendar.js';
import { describeTerms } from '../masking/couponTerms.js';
import { maskCouponForm, maskCouponReview, maskCustomerLabel, maskNotice } from '../masking/mask.js';
import type { Button, Masked, View } from '../masking/views.js';
import { formFields, type OfferTerms, offerTerms } from '../offerTerms.js';
import type { Confirmation } from '../store/confirmations.js';
import type { Leave } from '../stripe/speaker.js';
import { audienceOf } from '../visit.js';
import { formOfTerms, stepOfForm } from './conversions.js';
import type { Desk } from './desk.js';
import type { FormFaults } from './formValues.js';
import { readForm } from './readForm.js';
import { record } from './record.js';

/** A form to put on the table. `coupon`: one that exists with `madeWith` terms and lacks only its code. */
export const draft = z.object({
  values: z.partialRecord(z.enum(formFields), z.string()),
  coupon: z.string().optional(),
  madeWith: offerTerms.optional(),
});

export type Draft = z.infer<typeof draft>;

/** Puts the right coupon card on the table: a review card when the terms are whole and allowed, else the form. */
export async function propose(desk: Desk, draft: Draft, ask: AccountAsk, leave: Leave): Promise<Answer> {
  const rules = { today: dayIn(ask.reading.zone, desk.clock()), ...ask.reading, policy: desk.policy };
  const form = readForm(draft.values, rules);
  if (form.kind === 'faults')
    return await showForm(desk, { ...draft, values: form.values }, ask, form.faults);
  const { customer } = draft.values;
  if (form.terms.code !== undefined && (await ask.account.offers.codeIsTaken(form.terms.code, leave)))
    return await showForm(desk, draft, ask, {
      code: `${form.terms.code} is taken by a code that still works. Choose another one.`,
    });
  if (customer === undefined) return await review(desk, draft, form.terms, ask);
  const settled = await settleCustomer({ ...stepOfForm(draft.values, form.terms), customer }, ask, desk.seal);
  if (settled.kind === 'answer' && settled.answer.outcome === 'not_found')
    return await showForm(desk, draft, ask, {
      customer: 'No customer found for this. Write an id, an e-mail address or a name.',
    });
  if (settled.kind === 'answer') return settled.answer;
  const shown = maskCustomerLabel(settled.customer, ask.reading);
  return await review(desk, draft, { ...form.terms, customer: settled.customer.id }, ask, shown);
}

/** Puts the form on the table, with a sentence at each input that cannot stay. */
export async function showForm(
  desk: Desk,
  draft: Draft,
  ask: AccountAsk,
  faults: FormFaults,
): Promise<Answer> {
  const nonce = desk.nonce();
  const view = maskCouponForm({ nonce, values: draft.values, faults, lead: leadOf(draft) }, ask.reading);
  const sealed = await desk.seal.close(draft, audienceOf(ask.visit));
  const opened: OpenCard = { kind: 'form', nonce, account: ask.account.place.id, draft: sealed };
  return { views: [view], opened, outcome: 'form' };
}

/** Puts a form away: what was in it once more in one line, and a way back to it. */
export async function leaveForm(desk: Desk, draft: Draft, ask: AccountAsk): Promise<Answer> {
  await record(desk, ask, { event: 'declined', ability: 'coupon.decline', outcome: 'declined' });
  const form = readForm(draft.values, {
    today: dayIn(ask.reading.zone, desk.clock()),
    ...ask.reading,
    policy: desk.policy,
  });
  const what = form.kind === 'terms' ? `: ${describeTerms(form.terms, ask.reading)}` : '';
  const resume = await desk.seal.close(draft, audienceOf(ask.visit));
  const buttons: Button[] = [{ title: 'Adjust', data: { tillkeeper: { act: 'coupon.adjust', resume } } }];
  return { views: [maskNotice({ text: `Not created${what}.`, buttons }, ask.reading)], outcome: 'declined' };
}

function leadOf({ coupon }: Draft): string {
  if (coupon !== undefined)
    return 'The coupon exists, its code does not. Choose another code; the coupon stays as it is.';
  return 'Fill in what you want. Nothing is created until you press Create coupon on the next card.';
}

async function review(
  desk: Desk,
  draft: Draft,
  terms: OfferTerms,
  ask: AccountAsk,
  customerShown?: string,
): Promise<Answer> {
  const nonce = desk.nonce();
  const now = desk.clock().getTime();
  const lapsesAt = now + desk.lapseAfterMinutes * 60_000;
  const { visit } = ask;
  const kept = keepsCoupon(draft, terms) ? { coupon: draft.coupon } : {};
  const row = {
    account: ask.account.place.id,
    role: visit.caller.roles.join(','),
    terms,
    now,
    lapsesAt,
    nonce,
  };
  const where = {
    caller: desk.pseudonymOf(visit.caller.key),
    conversation: visit.conversation,
    channel: visit.channel,
  };
  await desk.confirmations.issue({ ...row, ...where, ...kept });
  const shown = customerShown === undefined ? {} : { customerShown };
  const lead =
    kept.coupon === undefined ? {} : { lead: 'The coupon exists already. This makes the code for it.' };
  const view = maskCouponReview(
    { nonce, terms, lapsesAt: new Date(lapsesAt), ...shown, ...lead },
    ask.reading,
  );
  return { views: [view], opened: { kind: 'review', nonce, account: row.account }, outcome: 'review' };
}

/** Draws the card of an open offer once more, with the nonce it has. */
export async function reviewAgain(nonce: string, row: Confirmation, ask: AccountAsk): Promise<Masked<View>> {
  const offer = { nonce, terms: row.terms, lapsesAt: new Date(row.lapsesAt) };
  const leave = ask.leaveFor('customers.read');
  if (row.terms.customer === undefined || 'kind' in leave) return maskCouponReview(offer, ask.reading);
  const customer = await ask.account.customers.one(row.terms.customer, leave);
  return maskCouponReview({ ...offer, customerShown: maskCustomerLabel(customer, ask.reading) }, ask.reading);
}

/** A coupon that exists is kept when only its code changed; other terms make another coupon. */
function keepsCoupon({ coupon, madeWith }: Draft, terms: OfferTerms): boolean {
  if (coupon === undefined || madeWith === undefined) return false;
  const without = (each: OfferTerms) => JSON.stringify({ ...formOfTerms(each), code: undefined });
  return without(madeWith) === without(terms);
}
