import { z } from 'zod';
import { type Breach, breaches } from '../access/couponPolicy.js';
import { addDays, endOfDay } from '../calendar.js';
import { minorOf } from '../masking/format.js';
import { type OfferTerms, offerTerms } from '../offerTerms.js';
import type { CouponPolicy } from '../settingsFile.js';
import type { FormFaults, FormValues } from './formValues.js';

/** What a form is read against. `today` is the asker's calendar day in `zone`. */
export interface FormRules {
  today: string;
  zone: string;
  locale: string;
  policy: CouponPolicy;
}

/** Terms ready for a review card, or what has to change first. `values` then hold the nearest allowed ones. */
export type Form =
  | { kind: 'terms'; terms: OfferTerms }
  | { kind: 'faults'; values: FormValues; faults: FormFaults };

/** Stripe's limit on how far ahead a coupon may end, in days. */
const furthestEnd = 5 * 365;

/** Reads a form into terms, checking Stripe's rules and the settings' policy. The customer is settled elsewhere. */
export function readForm(values: FormValues, rules: FormRules): Form {
  const faults: FormFaults = {};
  const draft = {
    ...discountOf(values, faults),
    ...durationOf(values, faults),
    ...codeOf(values, faults),
    ...restrictionsOf(values, faults),
    ...endOf(values, rules, faults),
    zone: rules.zone,
  };
  const terms = offerTerms.safeParse(draft);
  if (Object.keys(faults).length > 0 || !terms.success)
    return { kind: 'faults', values, faults: withSome(faults) };
  const broken = breaches(terms.data, rules.policy, rules.today, rules.locale);
  return broken.length > 0 ? withNearest(values, broken) : { kind: 'terms', terms: terms.data };
}

function withSome(faults: FormFaults): FormFaults {
  return Object.keys(faults).length > 0
    ? faults
    : { '': 'Some of this does not fit together. Please look it over once more.' };
}

/** A breach opens the form with the nearest allowed value; the sentence beside it says what changed. */
function withNearest(values: FormValues, broken: readonly Breach[]): Form {
  const faults: FormFaults = {};
  const nearest: FormValues = { ...values };
  for (const { field, sentence, nearest: value } of broken) {
    faults[field] = sentence;
    if (field !== '' && value !== undefined) nearest[field] = value;
  }
  return { kind: 'faults', values: nearest, faults };
}

function decimal(text: string | undefined): number | null | undefined {
  if (text === undefined) return undefined;
  const plain = text.replace(/\s*%$/, '').replace(',', '.');
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}

function discountOf(values: FormValues, faults: FormFaults) {
  const percent = decimal(values.percent_off);
  const currency = values.currency?.toLowerCase();
  if (currency !== undefined && !/^[a-z]{3}$/.test(currency))
    faults.currency = 'Write the currency as three letters, such as usd or eur.';
  if (percent === null || (percent !== undefined && (percent <= 0 || percent > 100)))
    faults.percent_off = 'Write a percentage above 0 and up to 100, such as 15.';
  if (values.percent_off && values.amount_off)
    faults.amount_off = 'A coupon takes off a percentage or an amount, not both. Clear one of the two.';
  if (!values.percent_off && !values.amount_off)
    faults.percent_off = 'How much off? Write a percentage, or an amount below.';
  const amountOff = amountOf(values.amount_off, currency, 'amount_off', faults);
  return {
    ...(percent === undefined || percent === null ? {} : { percentOff: percent }),
    ...(amountOff === undefined ? {} : { amountOff }),
    ...(currency !== undefined && (values.amount_off || values.min_purchase) ? { currency } : {}),
  };
}

function amountOf(
  text: string | undefined,
  currency: string | undefined,
  field: 'amount_off' | 'min_purchase',
  faults: FormFaults,
) {
  if (text === undefined || faults[field] !== undefined) return undefined;
  if (currency === undefined) {
    faults.currency ??= 'Which currency is the amount in? Write three letters, such as usd or eur.';
    return undefined;
  }
  const major = decimal(text);
  const minor = major === null || major === undefined ? null : minorOf(text.replace(',', '.'), currency);
  if (minor === null || minor <= 0 || minor > 99_999_999) {
    faults[field] =
      `Write an amount above 0 in ${currency.toUpperCase()}, with no more decimals than that currency has.`;
    return undefined;
  }
  return minor;
}

function wholeOf(text: string | undefined, most: number): number | null | undefined {
  if (text === undefined) return undefined;
  const value = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  return value >= 1 && value <= most ? value : null;
}

function durationOf(values: FormValues, faults: FormFaults) {
  const duration = values.duration ?? (values.duration_in_months ? 'repeating' : 'once');
  const months = wholeOf(values.duration_in_months, 36);
  if (!['once', 'repeating', 'forever'].includes(duration))
    faults.duration = 'The discount lasts once, for some months, or forever. Choose one.';
  if (duration === 'repeating' && months === undefined)
    faults.duration_in_months = 'For how many months does the discount repeat? Write 1 to 36.';
  if (months === null) faults.duration_in_months = 'Write a whole number of months, 1 to 36.';
  return { duration, ...(duration === 'repeating' && months ? { durationInMonths: months } : {}) };
}

function codeOf(values: FormValues, faults: FormFaults) {
  const { name, code } = values;
  if (name !== undefined && [...name].length > 40)
    faults.name = 'A coupon’s name has 40 characters at most; it is printed on invoices.';
  if (code !== undefined && !/^[A-Za-z0-9-]{3,40}$/.test(code))
    faults.code = 'A code has 3 to 40 letters, digits and dashes, and no spaces.';
  return { ...(name === undefined ? {} : { name }), ...(code === undefined ? {} : { code }) };
}

function restrictionsOf(values: FormValues, faults: FormFaults) {
  const uses = wholeOf(values.max_redemptions, 999_999_999);
  if (uses === null)
    faults.max_redemptions =
      'How often may it be used? Write a whole number from 1, or leave it empty for no limit.';
  const minPurchase = amountOf(values.min_purchase, values.currency?.toLowerCase(), 'min_purchase', faults);
  return {
    firstTimeOnly: values.first_time_only === 'true',
    ...(uses ? { maxRedemptions: uses } : {}),
    ...(minPurchase === undefined ? {} : { minPurchase }),
  };
}

function endOf(values: FormValues, { today, zone }: FormRules, faults: FormFaults) {
  const endsOn = values.expires_on;
  if (endsOn === undefined) return {};
  if (!z.iso.date().safeParse(endsOn).success) {
    faults.expires_on = 'Write the last day as year-month-day, such as 2027-01-31.';
  } else if (endsOn < today) {
    faults.expires_on = `That day is over. Today is ${today}; choose today or a later day, or leave it empty.`;
  } else if (endsOn > addDays(today, furthestEnd)) {
    faults.expires_on = 'Stripe takes an end at most five years ahead. Choose an earlier day.';
  } else {
    return { endsOn, redeemBy: endOfDay(endsOn, zone) };
  }
  return {};
}
