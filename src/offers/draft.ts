import { z } from 'zod';
import { formFields, type OfferTerms, offerTerms } from '../offerTerms.js';
import type { Confirmation } from '../store/offerRow.js';
import { formOfTerms } from './conversions.js';

/** A form that waits, or may be opened again. `account`: the one it is for, once it was on the table.
 * `coupon`: one that exists with `madeWith` terms and lacks only its code. `faults`: what it said when it was drawn. */
export const draft = z.object({
  values: z.partialRecord(z.enum(formFields), z.string()),
  account: z.string().optional(),
  coupon: z.string().optional(),
  madeWith: offerTerms.optional(),
  faults: z.partialRecord(z.enum(['', ...formFields]), z.string()).optional(),
});

export type Draft = z.infer<typeof draft>;

/** An offer's terms as a form. A coupon that was made already stays the one it is for. */
export function draftOfOffer({ terms, account, coupon, onlyCode, reason }: Confirmation): Draft {
  const made = onlyCode || reason === 'half' ? { coupon, madeWith: terms } : {};
  return { values: formOfTerms(terms), account, ...made };
}

/** The terms of the coupon that exists, with the code asked for now; `null` when other terms than its code changed,
 * for those make another coupon. */
export function onlyNewCode({ coupon, madeWith }: Draft, { code, ...terms }: OfferTerms): OfferTerms | null {
  if (coupon === undefined || madeWith === undefined) return null;
  const { code: _, ...made } = madeWith;
  if (JSON.stringify(formOfTerms(made)) !== JSON.stringify(formOfTerms(terms))) return null;
  return code === undefined ? made : { ...made, code };
}
