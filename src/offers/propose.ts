import type { AccountAsk, Answer } from '../abilities/ask.js';
import { settleCustomer } from '../abilities/customerAnswer.js';
import { dayIn } from '../calendar.js';
import { maskCustomerLabel, maskNotice } from '../masking/mask.js';
import type { FormFaults, FormValues, OfferTerms } from '../offerTerms.js';
import type { CouponPolicy } from '../settingsFile.js';
import type { Leave } from '../stripe/speaker.js';
import { nobodyToAsk } from './approval/limit.js';
import { stepOfForm } from './conversions.js';
import type { Desk } from './desk.js';
import type { Draft } from './draft.js';
import { showForm } from './formCard.js';
import { type Form, readForm } from './readForm.js';
import { showReview } from './reviewCard.js';

/** Puts the right coupon card on the table: a review card when the terms are whole and allowed, else the form. */
export async function propose(desk: Desk, draft: Draft, ask: AccountAsk, leave: Leave): Promise<Answer> {
  if (!desk.policy.enabled) return switchedOff(ask);
  const form = formOf(desk, draft, ask);
  if (form.kind === 'faults')
    return await showForm(desk, { draft: { ...draft, values: form.values }, faults: form.faults }, ask);
  const { terms } = form;
  const nobody = nobodyToAsk(desk, terms, ask.reading.locale);
  if (nobody !== null) return await showForm(desk, { draft, faults: { '': nobody } }, ask);
  if (terms.code !== undefined && (await ask.account.offers.codeIsTaken(terms.code, leave))) {
    const code = `${terms.code} is taken by a code that still works. Choose another code.`;
    return await showForm(desk, { draft, faults: { code } }, ask);
  }
  if (draft.values.customer === undefined) return await showReview(desk, { draft, terms }, ask);
  return await forCustomer(desk, { draft, terms, customer: draft.values.customer }, ask);
}

/** Reads a draft by today's rules, for this person. */
export function formOf({ clock, policy }: Desk, { values }: Draft, { reading }: AccountAsk): Form {
  const { zone, locale } = reading;
  const rules = { today: dayIn(zone, clock()), zone, locale, policy };
  const form = readForm(withUses(values, policy), rules);
  if (form.kind === 'terms' || values.max_redemptions !== undefined) return form;
  // Back in the form, the uses are as they were: unstated. The review card says which ones it gets.
  const { max_redemptions: _, ...stated } = form.values;
  return { ...form, values: stated };
}

/** Who states no number of uses gets the policy's, and the card says so: no limit at all would be more than it allows. */
function withUses(values: FormValues, { maxRedemptions }: CouponPolicy): FormValues {
  if (maxRedemptions === undefined || values.max_redemptions !== undefined) return values;
  return { ...values, max_redemptions: String(maxRedemptions) };
}

interface Bound {
  draft: Draft;
  terms: OfferTerms;
  customer: string;
}

async function forCustomer(desk: Desk, { draft, terms, customer }: Bound, ask: AccountAsk): Promise<Answer> {
  const again = async (fault: string) => {
    const faults: FormFaults = { customer: fault };
    return await showForm(desk, { draft, faults }, ask);
  };
  const settled = await settleCustomer({ ...stepOfForm(draft.values, terms), customer }, ask, desk.seal);
  if (settled.kind === 'customer') {
    const customerShown = maskCustomerLabel(settled.customer, ask.reading);
    return await showReview(
      desk,
      { draft, terms: { ...terms, customer: settled.customer.id }, customerShown },
      ask,
    );
  }
  const { answer } = settled;
  if (answer.outcome === 'not_found')
    return await again('I found no such customer. Write an id, an e-mail address or a name.');
  // The step behind a choice knows nothing of a coupon that is there already.
  if (answer.outcome === 'several' && draft.coupon !== undefined)
    return await again('Several customers answer to this. Write the e-mail address or the id.');
  return answer;
}

/** Told while the settings' `coupons.enabled` is false. */
export const switchedOffWords =
  'Coupons are switched off here at the moment, so nothing was created. Whoever runs this bot can switch them on.';

function switchedOff({ reading }: AccountAsk): Answer {
  return { views: [maskNotice({ text: switchedOffWords }, reading)], outcome: 'refused_switched_off' };
}
