import { z } from 'zod';
import { type Breach, breaches } from '../access/couponPolicy.js';
import { addDays, endOfDay } from '../calendar.js';
import {
  type FormFaults,
  type FormField,
  type FormValues,
  type OfferTerms,
  offerTerms,
} from '../offerTerms.js';
import { redact } from '../recognition/redact.js';
import { sensitiveInput } from '../sentences.js';
import type { CouponPolicy } from '../settingsFile.js';
import { readDiscount } from './readDiscount.js';
import { typedWhole } from './typedNumbers.js';

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
  const secret = secrets(values);
  if (secret !== null) return secret;
  const faults: FormFaults = {};
  const read = {
    ...readDiscount(values, faults),
    ...wordsOf(values, faults),
    ...limitsOf(values, faults),
    ...endOf(values, rules, faults),
    zone: rules.zone,
  };
  const terms = offerTerms.safeParse(read);
  if (Object.keys(faults).length > 0 || !terms.success)
    return { kind: 'faults', values, faults: orWhole(faults) };
  const broken = breaches(terms.data, rules.policy, rules.today, rules.locale);
  return broken.length > 0 ? withNearest(values, broken) : { kind: 'terms', terms: terms.data };
}

const words = ['name', 'code', 'customer'] as const;

/** What nobody should pass on is taken out of the form again, whatever else stands in it. */
function secrets(values: FormValues): Form | null {
  const faults: FormFaults = {};
  const left: FormValues = { ...values };
  for (const field of words) {
    const { sensitive } = redact(values[field] ?? '');
    if (sensitive.length === 0) continue;
    faults[field] = sensitiveInput(sensitive);
    delete left[field];
  }
  return Object.keys(faults).length > 0 ? { kind: 'faults', values: left, faults } : null;
}

function orWhole(faults: FormFaults): FormFaults {
  if (Object.keys(faults).length > 0) return faults;
  return { '': 'Some of this does not fit together. Look it over once more.' };
}

/** A breach opens the form with the nearest allowed value; the sentence says what was written and what stands there. */
function withNearest(values: FormValues, broken: readonly Breach[]): Form {
  const faults: FormFaults = {};
  const nearest: FormValues = { ...values };
  for (const { field, sentence, nearest: value } of broken) {
    faults[field] = sentence;
    if (field !== '' && value !== undefined) {
      nearest[field] = value;
      faults[field] = `${sentence} ${instead(field, values[field], value)}`;
    }
    if (field === 'duration' && value !== 'repeating') delete nearest.duration_in_months;
  }
  return { kind: 'faults', values: nearest, faults };
}

function instead(field: FormField, written: string | undefined, filledIn: string): string {
  const shown = (value: string) => (field === 'duration' ? (lasting[value] ?? value) : value);
  const before = written === undefined ? 'You named none' : `You wrote ${shown(written)}`;
  return `${before}; I filled in ${shown(filledIn)}, which you can change.`;
}

/** What the form calls them. */
const lasting: Readonly<Record<string, string>> = {
  once: 'once',
  repeating: 'for some months',
  forever: 'forever',
};

function wordsOf({ name, code }: FormValues, faults: FormFaults) {
  if (name !== undefined && [...name].length > 40)
    faults.name = 'A coupon’s name has 40 characters at most; it is printed on invoices. Write it shorter.';
  if (code !== undefined && !/^[A-Za-z0-9-]{3,40}$/.test(code))
    faults.code = 'A code has 3 to 40 letters (A to Z), digits and dashes, and no spaces.';
  return { ...(name === undefined ? {} : { name }), ...(code === undefined ? {} : { code }) };
}

function limitsOf({ max_redemptions, first_time_only = 'false' }: FormValues, faults: FormFaults) {
  const uses = typedWhole(max_redemptions, 999_999_999);
  if (uses === null)
    faults.max_redemptions =
      'How often may it be used? Write a whole number from 1, or leave it empty for no limit.';
  if (!['true', 'false'].includes(first_time_only))
    faults.first_time_only = 'Is it for first-time customers only? Choose yes or no.';
  return { firstTimeOnly: first_time_only === 'true', ...(uses ? { maxRedemptions: uses } : {}) };
}

function endOf({ expires_on: endsOn }: FormValues, { today, zone }: FormRules, faults: FormFaults) {
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
