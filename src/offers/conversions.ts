import type { CreateCoupon } from '../abilities/createCoupon.js';
import { majorOf } from '../masking/format.js';
import type { FormValues, OfferTerms } from '../offerTerms.js';

/** Terms back in the form, to be adjusted. */
export function formOfTerms(terms: OfferTerms): FormValues {
  const { currency = '' } = terms;
  const major = (minor: number | undefined) => (minor === undefined ? undefined : majorOf(minor, currency));
  const stated = {
    percent_off: terms.percentOff,
    amount_off: major(terms.amountOff),
    currency: terms.currency,
    duration: terms.duration,
    duration_in_months: terms.durationInMonths,
    name: terms.name,
    code: terms.code,
    max_redemptions: terms.maxRedemptions,
    first_time_only: terms.firstTimeOnly ? 'true' : undefined,
    min_purchase: major(terms.minPurchase),
    customer: terms.customer,
    expires_on: terms.endsOn,
  };
  return Object.fromEntries(
    Object.entries(stated).flatMap(([field, value]) => (value === undefined ? [] : [[field, String(value)]])),
  );
}

/** A form that reads well, as the step it stands for: it waits in this form behind a choice of customers. */
export function stepOfForm(values: FormValues, terms: OfferTerms): CreateCoupon {
  const { amount_off, min_purchase } = formOfTerms(terms);
  return {
    do: 'create_coupon',
    percent_off: terms.percentOff,
    amount_off: amount_off === undefined ? undefined : Number(amount_off),
    currency: terms.currency,
    duration: terms.duration,
    duration_in_months: terms.durationInMonths,
    name: terms.name,
    code: terms.code,
    max_redemptions: terms.maxRedemptions,
    min_purchase: min_purchase === undefined ? undefined : Number(min_purchase),
    expires_on: terms.endsOn,
    customer: values.customer,
    ...(terms.firstTimeOnly ? { first_time_only: true } : {}),
  };
}
