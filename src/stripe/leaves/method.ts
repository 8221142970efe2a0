import { z } from 'zod';
import type { MethodFacts } from '../facts.js';
import { text } from './plain.js';

const wallet = z.object({ type: text }).nullish().catch(null);
/** What may stand under a method's own name and is ever taken. */
export const anyMethod = z.object({ brand: text, last4: text, iban_last4: text, country: text, wallet });
type Leaf = keyof z.infer<typeof anyMethod>;

const asACard = ['brand', 'last4', 'country', 'wallet'] as const;

/** Which leaves of a method may be taken, by its type. Of a type that stands here not at all, only its name is. */
export const leavesOfMethod: Readonly<Record<string, readonly Leaf[]>> = {
  ach_debit: ['last4', 'country'],
  acss_debit: ['last4'],
  au_becs_debit: ['last4'],
  bacs_debit: ['last4'],
  bancontact: ['iban_last4'],
  card: asACard,
  card_present: asACard,
  ideal: ['iban_last4'],
  interac_present: ['brand', 'last4', 'country'],
  kr_card: ['brand', 'last4'],
  link: ['country'],
  nz_bank_account: ['last4'],
  paypal: ['country'],
  payto: ['last4'],
  sepa_debit: ['last4', 'country'],
  sofort: ['iban_last4', 'country'],
  us_bank_account: ['last4'],
};

/** `payment_method_details`: what may be taken of what stands under the method's own name. */
export const method = z
  .looseObject({ type: z.string() })
  .nullish()
  .catch(null)
  .transform((details): MethodFacts => {
    const type = details?.type ?? 'unknown';
    const found = anyMethod.safeParse(details?.[type]).data;
    const leaves = Object.hasOwn(leavesOfMethod, type) ? (leavesOfMethod[type] ?? []) : [];
    const of = <L extends Leaf>(leaf: L) => (leaves.includes(leaf) ? found?.[leaf] : null);
    return {
      type,
      brand: of('brand') ?? null,
      last4: of('last4') ?? of('iban_last4') ?? null,
      country: of('country') ?? null,
      wallet: of('wallet')?.type ?? null,
    };
  });
