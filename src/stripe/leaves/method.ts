import { z } from 'zod';
import type { MethodFacts } from '../facts.js';
import { text } from './plain.js';

const wallet = z.object({ type: text }).nullish().catch(null);
const ofItsType = z.object({ brand: text, last4: text, iban_last4: text, country: text, wallet });

/** `payment_method_details`: what stands under the method's own name, of a method nobody here knows too. */
export const method = z
  .looseObject({ type: z.string() })
  .nullish()
  .catch(null)
  .transform((details): MethodFacts => {
    const type = details?.type ?? 'unknown';
    const found = ofItsType.safeParse(details?.[type]).data;
    return {
      type,
      brand: found?.brand ?? null,
      last4: found?.last4 ?? found?.iban_last4 ?? null,
      country: found?.country ?? null,
      wallet: found?.wallet?.type ?? null,
    };
  });
