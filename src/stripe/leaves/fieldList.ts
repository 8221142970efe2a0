import { z } from 'zod';
import { balance } from './balance.js';
import { charge } from './charge.js';
import { coupon } from './coupon.js';
import { customer } from './customer.js';
import { anyMethod, leavesOfMethod } from './method.js';
import { promotionCode } from './promotionCode.js';

/** What is kept of one place in an object of Stripe's: a plain value, the id of what stands there, a value to be masked,
 * some fields of an object, or the same of each element of a list. */
export type Kept =
  | 'value'
  | 'id'
  | 'maskedEmail'
  | 'initials'
  | 'maskedCode'
  | readonly [Kept]
  | { readonly [name: string]: Kept };

const read = { charge, customer, coupon, promotion_code: promotionCode, balance };

/** A kind of object that the bot reads. */
export type ReadKind = keyof typeof read;

/** What says who somebody is: no card shows it whole, so it need not come whole. */
const masks: Readonly<Record<string, Kept>> = {
  'charge.billing_details.name': 'initials',
  'charge.billing_details.email': 'maskedEmail',
  'charge.receipt_email': 'maskedEmail',
  'customer.name': 'initials',
  'customer.email': 'maskedEmail',
  'promotion_code.code': 'maskedCode',
};

/** The leaves that the bot takes, by kind of object, out of the very schemas it takes them with. For who stands between
 * Stripe and the bot and lets nothing else through. */
export function fieldList(): Readonly<Record<ReadKind, Kept>> {
  return {
    charge: ofKind('charge'),
    customer: ofKind('customer'),
    coupon: ofKind('coupon'),
    promotion_code: ofKind('promotion_code'),
    balance: ofKind('balance'),
  };
}

function ofKind(kind: ReadKind): Kept {
  return keptOf(formOf(read[kind]), kind);
}

/** The part of JSON Schema that the leaves come to. */
interface Form {
  properties?: Readonly<Record<string, Form>> | undefined;
  items?: Form | undefined;
  anyOf?: readonly Form[] | undefined;
}
const form: z.ZodType<Form> = z.lazy(() =>
  z.object({
    properties: z.record(z.string(), form).optional(),
    items: form.optional(),
    anyOf: z.array(form).optional(),
  }),
);

function formOf(schema: z.ZodType): Form {
  return form.parse(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }));
}

function keptOf({ properties, items, anyOf = [] }: Form, path: string): Kept {
  const mask = masks[path];
  if (mask) return mask;
  if (items) return [keptOf(items, path)];
  if (properties) return fieldsOf(properties, path);
  const deeper = anyOf.map((one) => keptOf(one, path)).filter((kept) => kept !== 'value');
  const [first = 'value'] = deeper;
  // A text or an object with an id: what Stripe names, or has expanded.
  const named = typeof first === 'object' && Object.keys(first).join() === 'id';
  return named && anyOf.length > 1 ? 'id' : first;
}

function fieldsOf(properties: Readonly<Record<string, Form>>, path: string): Kept {
  const kept = Object.entries(properties).map(
    ([name, inner]) => [name, keptOf(inner, `${path}.${name}`)] as const,
  );
  const ofMethods = path === 'charge.payment_method_details' ? methods() : {};
  return { ...Object.fromEntries(kept), ...ofMethods };
}

/** Of a method only what is taken of its type. */
function methods(): Readonly<Record<string, Kept>> {
  const all = formOf(anyMethod).properties ?? {};
  return Object.fromEntries(
    Object.entries(leavesOfMethod).map(([type, leaves]) => [
      type,
      Object.fromEntries(leaves.map((leaf) => [leaf, keptOf(all[leaf] ?? {}, leaf)])),
    ]),
  );
}
