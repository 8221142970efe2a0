import { z } from 'zod';

/** Text; a nested value is refused. */
export const text = z.string();

/** `true` or `false`, as Stripe wants them written. */
export const flag = z.enum(['true', 'false']).transform((word) => word === 'true');

/** A whole number within bounds, both included. */
export function integer(min = Number.MIN_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER) {
  return z.string().transform((written, context) => {
    const value = Number(written);
    const fault = !/^-?\d+$/.test(written)
      ? `Invalid integer: ${written}`
      : value > max
        ? `This value must be less than or equal to ${max} (it currently is '${written}').`
        : value < min
          ? `This value must be greater than or equal to ${min} (it currently is '${written}').`
          : undefined;
    if (!fault) return value;
    context.addIssue({ code: 'custom', message: fault, params: { code: 'parameter_invalid_integer' } });
    return z.NEVER;
  });
}

/** A number above 0 and at most 100, with decimals. */
export const percent = z.string().transform((written, context) => {
  const value = Number(written);
  if (/^\d+(\.\d+)?$/.test(written) && value > 0 && value <= 100) return value;
  context.addIssue({ code: 'custom', message: 'percent_off must be above 0 and at most 100.' });
  return z.NEVER;
});

const known = new Set(Intl.supportedValuesOf('currency').map((code) => code.toLowerCase()));

/** ISO 4217 in either case; told back in lower case. */
export const currency = z
  .string()
  .toLowerCase()
  .refine((code) => known.has(code), 'Invalid currency.');

/** Up to 50 pairs, or an empty string, which unsets all of them. An empty value unsets its key. */
export const metadata = z
  .preprocess(
    (value) => (Array.isArray(value) ? { ...value } : value || {}),
    z.record(z.string(), z.string()),
  )
  .transform(
    (pairs): Record<string, string> => Object.fromEntries(Object.entries(pairs).filter(([, value]) => value)),
  )
  .superRefine((pairs, context) => {
    const keys = Object.keys(pairs);
    const longKey = keys.find((key) => key.length > 40);
    const longValue = keys.find((key) => (pairs[key]?.length ?? 0) > 500);
    if (keys.length > 50)
      context.addIssue({ code: 'custom', message: 'You may have up to 50 metadata keys.' });
    if (longKey)
      context.addIssue({
        code: 'custom',
        message: `Invalid key: ${longKey} must be a string under 40 characters`,
      });
    if (longValue)
      context.addIssue({ code: 'custom', message: `Invalid value of ${longValue}: at most 500 characters` });
  });

/** A moment, or bounds around one, in unix seconds. One number means exactly that second. */
export const created = z.preprocess(
  (value) => (typeof value === 'string' ? { gte: value, lte: value } : value),
  z.strictObject({
    gt: integer().optional(),
    gte: integer().optional(),
    lt: integer().optional(),
    lte: integer().optional(),
  }),
);

export type CreatedRange = z.infer<typeof created>;

/** What every address takes. */
export const expand = z.array(z.string()).max(20).optional();
