import { z } from 'zod';
import type { CreateCoupon } from '../abilities/createCoupon.js';
import { plainText } from '../masking/couponForm.js';
import { type FormFaults, type FormField, type FormValues, formFields } from '../offerTerms.js';

/** A form as it was sent: what can be read of it, and a sentence for each input that cannot. */
export interface TakenForm {
  values: FormValues;
  faults: FormFaults;
}

/** Longest text that an input may hold, in characters. */
const longest = 255;

/** What the form card calls its inputs. */
const labels: Readonly<Record<FormField, string>> = {
  percent_off: 'Percent off',
  amount_off: 'Amount off',
  currency: 'Currency',
  duration: 'On subscriptions',
  duration_in_months: 'Months',
  name: 'Name on invoices',
  code: 'Code that customers type',
  max_redemptions: 'Uses at most',
  first_time_only: 'First-time customers only',
  min_purchase: 'Orders from',
  customer: 'Only for one customer',
  expires_on: 'Last day',
};

const typed = z.union([z.string(), z.number().transform(String), z.boolean().transform(String)]);

/** Takes a form card's inputs: text, numbers and toggles. What is empty or only blanks is not stated. */
export function takeForm(inputs: Readonly<Record<string, unknown>>): TakenForm {
  const taken: TakenForm = { values: {}, faults: {} };
  for (const field of formFields) {
    const raw = inputs[field];
    if (raw === undefined || raw === null) continue;
    const { data } = typed.safeParse(raw);
    if (data === undefined)
      taken.faults[field] = `I could not read “${labels[field]}”. Fill it in once more.`;
    else if (data.length > longest)
      taken.faults[field] = `“${labels[field]}” is too long to read. Write it shorter.`;
    else if (plainText(data, longest) !== '') taken.values[field] = asRead(field, plainText(data, longest));
  }
  return taken;
}

/** Fills the form from what the sentence stated. A customer who cannot be read stays: without one the coupon would
 * be for everyone. */
export function formOfStep(step: CreateCoupon): FormValues {
  const { values } = takeForm({ ...step, customer: undefined });
  return step.customer === undefined ? values : { ...values, customer: plainText(step.customer, longest) };
}

const numbers: ReadonlySet<FormField> = new Set([
  'percent_off',
  'amount_off',
  'min_purchase',
  'duration_in_months',
  'max_redemptions',
]);

/** One way to write each value: "15 %" is 15, "7,5" is 7.5, "EUR" is eur. "1,000" is left: it may be one or a thousand. */
function asRead(field: FormField, text: string): string {
  if (field === 'currency') return text.toLowerCase();
  if (!numbers.has(field)) return text;
  const bare = field === 'percent_off' ? text.replace(/^([\d.,]+) ?%$/, '$1') : text;
  return bare.replace(/^(\d+),(\d{1,2})$/, '$1.$2');
}
