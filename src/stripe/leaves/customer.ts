import { z } from 'zod';
import type { CustomerFacts } from '../facts.js';
import { country, flag, number, text } from './plain.js';

/** A customer. Only of a deleted one Stripe tells no mode. */
export const customer = z
  .object({
    object: z.literal('customer'),
    livemode: z.boolean().optional(),
    id: z.string(),
    deleted: flag,
    created: number,
    name: text,
    email: text,
    address: country,
    currency: text,
    delinquent: flag,
  })
  .refine(({ deleted, livemode }) => deleted || livemode !== undefined)
  .transform(
    ({ object: _, livemode: __, address, ...rest }): CustomerFacts => ({
      ...rest,
      country: address?.country ?? null,
    }),
  );
