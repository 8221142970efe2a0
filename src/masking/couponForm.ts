import { dayIn } from '../calendar.js';
import { type FormFaults, type FormValues, formFields } from '../offerTerms.js';
import { inert, sentence } from './escape.js';
import { displayNames, knownZone } from './formatters.js';
import { placeLine } from './listing.js';
import type { Reading } from './reading.js';
import type { CouponFormView } from './views.js';

/** A coupon form to be filled in. `faults` are whole sentences; `headline` is our own words. */
export interface CouponForm {
  nonce: string;
  values: FormValues;
  faults: FormFaults;
  lead: string;
  headline?: string;
}

/** Offered in the form, by how usual they are; one that is already filled in is offered as well. */
const currencies =
  'usd eur gbp jpy chf cad aud nzd sek nok dkk pln czk huf ron inr sgd hkd brl mxn zar'.split(' ');

/** The form card before it is minted. What the asker typed is given back to them as it was. */
export function couponFormView(
  { nonce, values, faults, lead, headline = 'New coupon' }: CouponForm,
  reading: Reading,
): CouponFormView {
  const told = (['', ...formFields] as const).flatMap((field) =>
    faults[field] ? [sentence(faults[field])] : [],
  );
  const currency = /^[a-z]{3}$/.test(values.currency ?? '') ? (values.currency ?? null) : null;
  return {
    card: 'couponForm',
    summary: [sentence(lead), ...told].join(' '),
    headline,
    nonce,
    lead: sentence(lead),
    faults: told,
    percentOff: numberIn(values.percent_off),
    amountOff: numberIn(values.amount_off),
    currency,
    currencies: choicesWith(currency),
    duration: durationIn(values),
    durationInMonths: numberIn(values.duration_in_months),
    name: plainText(values.name, 255) || null,
    code: plainText(values.code, 255) || null,
    maxRedemptions: numberIn(values.max_redemptions),
    firstTimeOnly: values.first_time_only === 'true' ? 'true' : 'false',
    minPurchase: numberIn(values.min_purchase),
    customer: plainText(values.customer, 255) || null,
    expiresOn: /^\d{4}-\d{2}-\d{2}$/.test(values.expires_on ?? '') ? (values.expires_on ?? null) : null,
    today: dayIn(knownZone(reading.zone), reading.now),
    footer: [placeLine(reading.place)],
  };
}

function durationIn({ duration = '', duration_in_months }: FormValues): string {
  if (/^(once|repeating|forever)$/.test(duration)) return duration;
  return duration_in_months ? 'repeating' : 'once';
}

function numberIn(typed: string | undefined): number | null {
  const value = typed?.trim() ? Number(typed) : Number.NaN;
  return Number.isFinite(value) ? value : null;
}

/** Typed text as an input gives it back: nothing is put between its signs, only what is not to be seen goes. */
export function plainText(typed: string | undefined, cap: number): string {
  const line = inert(typed, cap).replaceAll('\u200b', '');
  return line.replace(/ {2,}/g, ' ').trim();
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
