import { z } from 'zod';
import type {
  BalanceFacts,
  ChargeFacts,
  CouponFacts,
  CustomerFacts,
  MethodFacts,
  PromotionCodeFacts,
} from './facts.js';

/**
 * The leaves that are taken from Stripe's answers; zod drops all others, known or new.
 * What is odd (another type, `null`, missing) becomes `null`, never a crash: only ids, amounts and times must be there.
 */
const text = z
  .string()
  .nullish()
  .catch(null)
  .transform((value) => value ?? null);
const flag = z
  .boolean()
  .nullish()
  .catch(false)
  .transform((value) => value ?? false);
const whole = z
  .number()
  .nullish()
  .catch(null)
  .transform((value) => value ?? null);
const idOf = z
  .union([z.string(), z.object({ id: z.string() }).transform(({ id }) => id)])
  .nullish()
  .catch(null)
  .transform((value) => value ?? null);
const country = z.object({ country: text }).nullish().catch(null);

const wallet = z.object({ type: text }).nullish().catch(null);
const methodLeaves = z.object({
  brand: text,
  last4: text,
  iban_last4: text,
  country: text,
  bank_name: text,
  wallet,
});

const method = z
  .looseObject({ type: z.string() })
  .nullish()
  .catch(null)
  .transform((details): MethodFacts => {
    const type = details?.type ?? 'unknown';
    const found = methodLeaves.safeParse(details?.[type]).data;
    return {
      type,
      brand: found?.brand ?? null,
      last4: found?.last4 ?? found?.iban_last4 ?? null,
      country: found?.country ?? null,
      wallet: found?.wallet?.type ?? null,
    };
  });

const billing = z.object({ name: text, email: text, address: country }).nullish().catch(null);

export const charge = z
  .object({
    object: z.literal('charge'),
    livemode: z.boolean(),
    id: z.string(),
    created: z.number(),
    amount: z.number(),
    amount_refunded: whole,
    currency: z.string(),
    status: text,
    captured: flag,
    refunded: flag,
    disputed: flag,
    failure_code: text,
    payment_method_details: method,
    customer: idOf,
    billing_details: billing,
    receipt_email: text,
  })
  .transform(
    (raw): ChargeFacts => ({
      id: raw.id,
      created: raw.created,
      amount: raw.amount,
      amountRefunded: raw.amount_refunded ?? 0,
      currency: raw.currency,
      status: raw.status ?? 'unknown',
      captured: raw.captured,
      refunded: raw.refunded,
      disputed: raw.disputed,
      failureCode: raw.failure_code,
      method: raw.payment_method_details,
      customer: raw.customer,
      name: raw.billing_details?.name ?? null,
      email: raw.billing_details?.email ?? raw.receipt_email,
      country: raw.billing_details?.address?.country ?? null,
    }),
  );

export const customer = z
  .object({
    object: z.literal('customer'),
    id: z.string(),
    deleted: flag,
    created: whole,
    name: text,
    email: text,
    address: country,
    currency: text,
    delinquent: flag,
  })
  .transform(
    ({ object: _, address, ...rest }): CustomerFacts => ({ ...rest, country: address?.country ?? null }),
  );

export const coupon = z
  .object({
    object: z.literal('coupon'),
    livemode: z.boolean(),
    id: z.string(),
    created: z.number(),
    name: text,
    percent_off: whole,
    amount_off: whole,
    currency: text,
    duration: text,
    duration_in_months: whole,
    redeem_by: whole,
    max_redemptions: whole,
    times_redeemed: whole,
    valid: flag,
  })
  .transform(
    (raw): CouponFacts => ({
      id: raw.id,
      created: raw.created,
      name: raw.name,
      percentOff: raw.percent_off,
      amountOff: raw.amount_off,
      currency: raw.currency,
      duration: raw.duration ?? 'unknown',
      durationInMonths: raw.duration_in_months,
      redeemBy: raw.redeem_by,
      maxRedemptions: raw.max_redemptions,
      timesRedeemed: raw.times_redeemed ?? 0,
      valid: raw.valid,
      codes: [],
    }),
  );

const restrictions = z
  .object({ first_time_transaction: flag, minimum_amount: whole, minimum_amount_currency: text })
  .nullish()
  .catch(null);

export const promotionCode = z
  .object({
    object: z.literal('promotion_code'),
    livemode: z.boolean(),
    id: z.string(),
    code: z.string(),
    promotion: z.object({ coupon: idOf }).nullish().catch(null),
    active: flag,
    created: z.number(),
    customer: idOf,
    expires_at: whole,
    max_redemptions: whole,
    times_redeemed: whole,
    restrictions,
  })
  .transform(
    (raw): PromotionCodeFacts => ({
      id: raw.id,
      code: raw.code,
      coupon: raw.promotion?.coupon ?? '',
      active: raw.active,
      created: raw.created,
      customer: raw.customer,
      expiresAt: raw.expires_at,
      maxRedemptions: raw.max_redemptions,
      timesRedeemed: raw.times_redeemed ?? 0,
      firstTimeOnly: raw.restrictions?.first_time_transaction ?? false,
      minimumAmount: raw.restrictions?.minimum_amount ?? null,
      minimumAmountCurrency: raw.restrictions?.minimum_amount_currency ?? null,
    }),
  );

const money = z.object({ amount: z.number(), currency: z.string() });

export const balance = z
  .object({
    object: z.literal('balance'),
    livemode: z.boolean(),
    available: z.array(money),
    pending: z.array(money),
  })
  .transform(({ available, pending }): BalanceFacts => ({ available, pending }));
