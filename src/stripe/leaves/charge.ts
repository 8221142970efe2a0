import { z } from 'zod';
import type { ChargeFacts } from '../facts.js';
import { method } from './method.js';
import { country, flag, idOf, number, text } from './plain.js';

const billing = z.object({ name: text, email: text, address: country }).nullish().catch(null);

/** A charge. Refunds stay with Stripe: their sum is on the charge. */
export const charge = z
  .object({
    object: z.literal('charge'),
    livemode: z.boolean(),
    id: z.string(),
    created: z.number(),
    amount: z.number(),
    amount_refunded: number,
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
