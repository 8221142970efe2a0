import { z } from 'zod';

/**
 * The leaves that are taken from Stripe's answers; zod drops all others, known or new.
 * What is odd (another type, `null`, missing) becomes `null`, never a crash: only ids, amounts and times must be there.
 */
export const text = z
  .string()
  .nullish()
  .catch(null)
  .transform((value) => value ?? null);

/** True only where Stripe says so. */
export const flag = z
  .boolean()
  .nullish()
  .catch(false)
  .transform((value) => value ?? false);

/** A number, or `null`. */
export const number = z
  .number()
  .nullish()
  .catch(null)
  .transform((value) => value ?? null);

/** The id of what Stripe names or has expanded. */
export const idOf = z
  .union([z.string(), z.object({ id: z.string() }).transform(({ id }) => id)])
  .nullish()
  .catch(null)
  .transform((value) => value ?? null);

/** Of an address the country, and nothing else. */
export const country = z.object({ country: text }).nullish().catch(null);
