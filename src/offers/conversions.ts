import type { CreateCoupon } from '../abilities/createCoupon.js';
import { majorOf } from '../masking/format.js';
import type { OfferTerms } from '../offerTerms.js';
import type { FormValues } from './formValues.js';

/** Terms back in the form, to be adjusted. */
export function formOfTerms(terms: OfferTerms): FormValues {
  const { currency = 'usd' } = terms;
  const stated = {
    percent_off: terms.percentOff,
    amount_off: terms.amountOff === undefined ? undefined : majorOf(terms.amountOff, currency),
    currency: terms.currency,
    duration: terms.duration,
    duration_in_months: terms.durationInMonths,
    name: terms.name,
    code: terms.code,
    max_redemptions: terms.maxRedemptions,
    first_time_only: terms.firstTimeOnly ? 'true' : undefined,
    min_purchase: terms.minPurchase === undefined ? undefined : majorOf(terms.minPurchase, currency),
    customer: terms.customer,
    expires_on: terms.endsOn,
  };
  return Object.fromEntries(
    Object.entries(stated).flatMap(([field, value]) => (value === undefined ? [] : [[field, String(value)]])),
  );
}

/** A form that reads well, as the step it stands for: it waits in this form behind a choice of customers. */
export function stepOfForm(values: FormValues, terms: OfferTerms): CreateCoupon {
  const number = (text: string | undefined) =>
    text === undefined ? undefined : Number(text.replace(',', '.').replace(/\s*%$/, ''));
  const stated = {
    percent_off: terms.percentOff,
    amount_off: number(values.amount_off),
    currency: terms.currency,
    duration: terms.duration,
    duration_in_months: terms.durationInMonths,
    name: terms.name,
    code: terms.code,
    max_redemptions: terms.maxRedemptions,
    min_purchase: number(values.min_purchase),
    expires_on: terms.endsOn,
    customer: values.customer,
  };
  return { do: 'create_coupon', ...stated, ...(terms.firstTimeOnly ? { first_time_only: true } : {}) };
}
