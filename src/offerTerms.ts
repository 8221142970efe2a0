import { z } from 'zod';

/**
 * The terms of a coupon and its promotion code, exactly as they stand on the review card and go to Stripe.
 * Amounts are in minor units; `currency` (lower-case ISO 4217) is that of `amountOff` and `minPurchase`.
 * `endsOn` is inclusive, YYYY-MM-DD; `redeemBy` is its last second in `zone`, fixed when the card is drawn.
 */
export const offerTerms = z.strictObject({
  percentOff: z.number().positive().max(100).optional(),
  amountOff: z.int().positive().optional(),
  currency: z.string().length(3).optional(),
  duration: z.enum(['once', 'repeating', 'forever']),
  durationInMonths: z.int().positive().optional(),
  name: z.string().optional(),
  code: z.string().optional(),
  maxRedemptions: z.int().positive().optional(),
  firstTimeOnly: z.boolean(),
  minPurchase: z.int().positive().optional(),
  customer: z.string().optional(),
  endsOn: z.iso.date().optional(),
  redeemBy: z.int().optional(),
  zone: z.string(),
});

export type OfferTerms = z.infer<typeof offerTerms>;

/** The inputs of the form card, by the plan's field names. */
export const formFields = [
  'percent_off',
  'amount_off',
  'currency',
  'duration',
  'duration_in_months',
  'name',
  'code',
  'max_redemptions',
  'first_time_only',
  'min_purchase',
  'customer',
  'expires_on',
] as const;

export type FormField = (typeof formFields)[number];

/** What stands in the form, as typed; absent means not stated. Amounts are in major units. */
export type FormValues = Partial<Record<FormField, string>>;

/** A sentence for each input that cannot stay as it is; the one under `''` is about the form as a whole. */
export type FormFaults = Partial<Record<FormField | '', string>>;
