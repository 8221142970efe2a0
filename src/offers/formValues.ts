import { z } from 'zod';
import type { CreateCoupon } from '../abilities/createCoupon.js';
import { type FormField, formFields } from '../offerTerms.js';

/** What stands in the form, as typed; absent and empty mean not stated. */
export type FormValues = Partial<Record<FormField, string>>;
/** A sentence beside each input that cannot stay as it is; `''` is about the form as a whole. */
export type FormFaults = Partial<Record<FormField | '', string>>;

const typed = z.union([
  z.string().trim().max(500),
  z.number().transform(String),
  z.boolean().transform(String),
]);

/** Takes a form card's inputs: text, numbers and toggles; `null` when something else was sent under an input's name. */
export function takeForm(inputs: Readonly<Record<string, unknown>>): FormValues | null {
  const values: FormValues = {};
  for (const field of formFields) {
    const raw = inputs[field];
    if (raw === undefined || raw === null || raw === '') continue;
    const taken = typed.safeParse(raw);
    if (!taken.success) return null;
    if (taken.data !== '') values[field] = taken.data;
  }
  return values;
}

/** Fills the form from what the sentence stated. */
export function formOfStep(step: CreateCoupon): FormValues {
  const { do: _, ...stated } = step;
  return takeForm(stated) ?? {};
}
