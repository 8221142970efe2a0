import { dayIn } from '../calendar.js';
import { type FormField, formFields } from '../offerTerms.js';
import { inert, sentence } from './escape.js';
import { displayNames, knownZone } from './formatters.js';
import { placeLine } from './listing.js';
import type { Reading } from './reading.js';
import type { CouponFormView } from './views.js';

/** What stands in the inputs, as typed; absent or '' is an empty input. Amounts are in major units. */
export type FormValues = Partial<Record<FormField, string>>;

/** A coupon form to be filled in. `faults` are whole sentences; the one under '' is of the form as a whole. */
export interface CouponForm {
  nonce: string;
  values: FormValues;
  faults: Partial<Record<FormField | '', string>>;
  lead: string;
}

/** Offered in the form, by how usual they are; one that is already filled in is offered as well. */
const currencies =
  'usd eur gbp jpy chf cad aud nzd sek nok dkk pln czk huf ron inr sgd hkd brl mxn zar'.split(' ');

/** The form card before it is minted. What the asker typed is given back to them as it was. */
export function couponFormView(
  { nonce, values, faults, lead }: CouponForm,
  reading: Reading,
): CouponFormView {
  const told = (['', ...formFields] as const).flatMap((field) =>
    faults[field] ? [sentence(faults[field])] : [],
  );
  const currency = /^[a-z]{3}$/.test(values.currency ?? '') ? (values.currency ?? null) : null;
  return {
    card: 'couponForm',
    summary: [sentence(lead), ...told].join(' '),
    headline: 'New coupon',
    nonce,
    lead: sentence(lead),
    faults: told,
    percentOff: numberIn(values.percent_off),
    amountOff: numberIn(values.amount_off),
    currency,
    currencies: choicesWith(currency),
    duration: /^(once|repeating|forever)$/.test(values.duration ?? '') ? (values.duration ?? 'once') : 'once',
    durationInMonths: numberIn(values.duration_in_months),
    name: textIn(values.name),
    code: textIn(values.code),
    maxRedemptions: numberIn(values.max_redemptions),
    firstTimeOnly: values.first_time_only === 'true' ? 'true' : 'false',
    minPurchase: numberIn(values.min_purchase),
    customer: textIn(values.customer),
    expiresOn: /^\d{4}-\d{2}-\d{2}$/.test(values.expires_on ?? '') ? (values.expires_on ?? null) : null,
    today: dayIn(knownZone(reading.zone), reading.now),
    footer: [placeLine(reading.place)],
  };
}

function numberIn(typed: string | undefined): number | null {
  const value = typed?.trim() ? Number(typed) : Number.NaN;
  return Number.isFinite(value) ? value : null;
}

/** An input gives back what it was given, so nothing is put between its signs: only what is not to be seen goes. */
function textIn(typed: string | undefined): string | null {
  return inert(typed, 255).replaceAll('\u200b', '') || null;
}

function choicesWith(currency: string | null): CouponFormView['currencies'] {
  const offered = currency && !currencies.includes(currency) ? [...currencies, currency] : currencies;
  const names = displayNames('currency');
  return offered.map((code) => {
    const sign = code.toUpperCase();
    const name = names.of(sign);
    return { title: name && name !== sign ? `${sign}, ${name}` : sign, value: code };
  });
}
