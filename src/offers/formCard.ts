import type { AccountAsk, Answer, OpenCard } from '../abilities/ask.js';
import { maskCouponForm } from '../masking/mask.js';
import type { FormFaults } from '../offerTerms.js';
import { audienceOf } from '../visit.js';
import type { Desk } from './desk.js';
import type { Draft } from './draft.js';

/** What is put on the table: a draft, with a sentence at each input that cannot stay, under a nonce of its own
 * or under the one it has. */
export interface FormOnTable {
  draft: Draft;
  faults?: FormFaults;
  nonce?: string;
}

/** Puts the form on the table. */
export async function showForm(desk: Desk, form: FormOnTable, ask: AccountAsk): Promise<Answer> {
  const { faults = {}, nonce = desk.nonce() } = form;
  const account = ask.account.place.id;
  const draft: Draft = { ...form.draft, account, faults };
  const view = maskCouponForm({ nonce, values: draft.values, faults, ...wordsOf(draft) }, ask.reading);
  const sealed = await desk.seal.close(draft, audienceOf(ask.visit));
  const opened: OpenCard = { kind: 'form', nonce, account, draft: sealed };
  return { views: [view], opened, outcome: 'form' };
}

function wordsOf({ coupon }: Draft): { headline: string; lead: string } {
  if (coupon !== undefined)
    return { headline: 'Another code', lead: 'The coupon stays as it is; only its code is missing.' };
  return {
    headline: 'New coupon',
    lead: 'Fill in what you want. Nothing is created until you press Create coupon on the next card.',
  };
}
