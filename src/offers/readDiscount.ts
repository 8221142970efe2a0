import type { FormFaults, FormValues } from '../offerTerms.js';
import { typedAmount, typedPercent, typedWhole } from './typedNumbers.js';

/** Reads how much is taken off, from which order on, and how long it lasts on a subscription.
 * Puts a sentence under each input that cannot stay. */
export function readDiscount(values: FormValues, faults: FormFaults) {
  return { ...discountOf(values, faults), ...amountsOf(values, faults), ...durationOf(values, faults) };
}

function discountOf(values: FormValues, faults: FormFaults) {
  const percent = typedPercent(values.percent_off);
  if (percent === null)
    faults.percent_off =
      'Write a percentage above 0 and up to 100, with two decimals at most, such as 15 or 7.5.';
  if (values.percent_off && values.amount_off)
    faults.amount_off = 'A coupon takes off a percentage or an amount, not both. Clear one of the two.';
  if (!values.percent_off && !values.amount_off)
    faults.percent_off = 'How much off? Write a percentage, or an amount below it.';
  return percent ? { percentOff: percent } : {};
}

function amountsOf(values: FormValues, faults: FormFaults) {
  const { amount_off, min_purchase } = values;
  const currency = currencyOf(values, faults);
  if (currency === undefined || !(amount_off || min_purchase)) return {};
  const amountOff = typedAmount(amount_off, currency);
  const minPurchase = typedAmount(min_purchase, currency);
  const such = `above 0 in ${currency.toUpperCase()}, without thousands signs, such as ${exampleIn(currency)}.`;
  if (amountOff === null) faults.amount_off ??= `Write the amount off as a number ${such}`;
  if (minPurchase === null) faults.min_purchase = `Write the smallest order as a number ${such}`;
  return {
    currency,
    ...(amountOff ? { amountOff } : {}),
    ...(minPurchase ? { minPurchase } : {}),
  };
}

function currencyOf({ currency, amount_off, min_purchase }: FormValues, faults: FormFaults) {
  if (currency === undefined && !(amount_off || min_purchase)) return undefined;
  if (currency === undefined) faults.currency = 'Which currency is the amount in? Choose one.';
  else if (!Intl.supportedValuesOf('currency').includes(currency.toUpperCase()))
    faults.currency = 'I do not know this currency. Choose another one.';
  else return currency;
  return undefined;
}

function exampleIn(currency: string): string {
  return typedAmount('10.50', currency) === null ? '1000' : '10.50';
}

function durationOf(values: FormValues, faults: FormFaults) {
  const duration = values.duration ?? (values.duration_in_months ? 'repeating' : 'once');
  const months = typedWhole(values.duration_in_months, 36);
  if (!['once', 'repeating', 'forever'].includes(duration))
    faults.duration = 'On a subscription the discount lasts once, for some months, or forever. Choose one.';
  else if (duration !== 'repeating' && months !== undefined)
    faults.duration = 'A number of months goes with “For some months”. Choose that, or clear the months.';
  else if (months === undefined && duration === 'repeating')
    faults.duration_in_months = 'For how many months? Write a whole number from 1 to 36.';
  else if (months === null) faults.duration_in_months = 'Write the months as a whole number from 1 to 36.';
  return { duration, ...(duration === 'repeating' && months ? { durationInMonths: months } : {}) };
}
