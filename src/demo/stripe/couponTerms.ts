import { z } from 'zod';
import { currency, expand, integer, metadata, percent, text } from './fields.js';
import { badParameter, Refusal } from './refusal.js';

const fiveYearsSeconds = 5 * 366 * 24 * 60 * 60;

/** The parameters of `POST /v1/coupons`. */
export const couponFields = z.strictObject({
  amount_off: integer(1, 99_999_999).optional(),
  applies_to: z.strictObject({ products: z.array(text) }).optional(),
  currency: currency.optional(),
  currency_options: z.record(z.string(), z.strictObject({ amount_off: integer(1) })).optional(),
  duration: z.enum(['once', 'repeating', 'forever']).optional(),
  duration_in_months: integer(1).optional(),
  expand,
  id: text.max(500).optional(),
  max_redemptions: integer(1).optional(),
  metadata: metadata.optional(),
  name: text.max(40).optional(),
  percent_off: percent.optional(),
  redeem_by: integer(1).optional(),
});

export type CouponTerms = z.infer<typeof couponFields>;

/** The rules over several fields; `now` in unix seconds. Throws a `Refusal`. */
export function checkCouponTerms(terms: CouponTerms, now: number): void {
  checkDiscount(terms);
  checkDuration(terms);
  const { redeem_by: end } = terms;
  if (end !== undefined && end <= now) throw badParameter('redeem_by', 'redeem_by must be in the future.');
  if (end !== undefined && end > now + fiveYearsSeconds)
    throw badParameter('redeem_by', 'redeem_by cannot be more than five years in the future.');
}

function checkDiscount({ amount_off, percent_off, currency: unit, currency_options }: CouponTerms): void {
  if (amount_off !== undefined && percent_off !== undefined)
    throw new Refusal({
      status: 400,
      message: 'You may only specify one of these parameters: amount_off, percent_off.',
    });
  if (amount_off === undefined && percent_off === undefined)
    throw new Refusal({
      status: 400,
      code: 'parameter_missing',
      message: 'You must pass either amount_off or percent_off.',
    });
  if (amount_off !== undefined && unit === undefined)
    throw badParameter('currency', 'Missing required param: currency.', 'parameter_missing');
  if (currency_options && amount_off === undefined)
    throw badParameter('currency_options', 'currency_options goes with amount_off only.');
}

function checkDuration({ duration, duration_in_months: months }: CouponTerms): void {
  if (duration === 'repeating' && months === undefined)
    throw badParameter(
      'duration_in_months',
      'Missing required param: duration_in_months.',
      'parameter_missing',
    );
  if (duration !== 'repeating' && months !== undefined)
    throw badParameter('duration_in_months', 'duration_in_months goes with duration repeating only.');
}
