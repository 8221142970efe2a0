import { readFileSync } from 'node:fs';
import type { AccountData } from '../../src/demo/stripe/store.js';

/** One leaf of a Stripe resource, with what the bot does to it and the marker it is filled with. */
export interface Leaf {
  resource: string;
  path: string;
  type: string;
  sensitivity: string;
  treatment: 'show' | 'mask' | 'drop';
  /** Text that stands for nothing else; of a number its digits. `null`: true or false, nothing to recognise. */
  marker: string | null;
}

/** Every leaf of the five resources that the bot reads. */
export function leaves(): Leaf[] {
  const file = readFileSync(new URL('../data/stripe-fields.tsv', import.meta.url), 'utf8');
  return file
    .trim()
    .split('\n')
    .slice(1)
    .map((line, at) => {
      const [resource = '', path = '', type = '', sensitivity = '', how = ''] = line.split('\t');
      const treatment = how === 'show' || how === 'mask' ? how : 'drop';
      return { resource, path, type, sensitivity, treatment, marker: markerOf(type, at) };
    });
}

function markerOf(type: string, at: number): string | null {
  if (type === 'boolean') return null;
  if (type === 'number') return String(7_000_000_000 + at * 1_000_003);
  return `mk${at.toString(36).padStart(4, '0')}zq`;
}

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function filling({ type, path, marker }: Leaf, flag: boolean): unknown {
  if (marker === null) return flag;
  if (type === 'number') return Number(marker);
  if (type.startsWith('map')) return { [marker]: marker };
  return /e-?mail/.test(path) ? `${marker}@${marker}.example` : marker;
}

/** Puts a value at a path such as `refunds.data[].id`, `metadata{*}` or `source<Card>.name`, making what is missing. */
function put(object: Json, path: string, value: unknown): void {
  const [first = '', ...rest] = path.replace(/<[^>]*>/g, '').split('.');
  const name = first.replace(/\[\]|\{\*\}/g, '');
  const inside = first.endsWith('[]') ? '0' : first.endsWith('{*}') ? 'usd' : null;
  if (rest.length === 0 && inside === null) {
    if (!isObject(object[name])) object[name] = value;
    return;
  }
  if (inside === null) {
    if (!isObject(object[name])) object[name] = {};
    const next = object[name];
    if (isObject(next)) put(next, rest.join('.'), value);
    return;
  }
  const holder =
    isObject(object[name]) || Array.isArray(object[name]) ? object[name] : inside === '0' ? [] : {};
  object[name] = holder;
  const slots: Json = Array.isArray(holder) ? {} : isObject(holder) ? holder : {};
  const slot = Array.isArray(holder) ? holder[0] : slots[inside];
  const next = rest.length === 0 ? value : isObject(slot) ? slot : {};
  if (isObject(next) && rest.length > 0) put(next, rest.join('.'), value);
  if (Array.isArray(holder)) holder[0] = next;
  else slots[inside] = next;
}

/** An object of Stripe's with its kept-back and masked leaves marked, of one variant where there are several,
 * and a leaf that no list knows at every level. */
function marked(
  base: object,
  of: readonly Leaf[],
  { variant, flag }: { variant: string; flag: boolean },
): Json {
  const object: Json = structuredClone({ ...base });
  for (const leaf of of) {
    const other = /<([^>]*)>/.exec(leaf.path)?.[1];
    if (leaf.treatment === 'show' || /last4$/.test(leaf.path)) continue;
    if (other !== undefined && other !== variant) continue;
    put(object, leaf.path, filling(leaf, flag));
  }
  unknownEverywhere(object);
  return object;
}

/** What no list knows. */
export const unknownMarker = 'mkunknownzq';

function unknownEverywhere(node: unknown): void {
  if (Array.isArray(node)) for (const each of node) unknownEverywhere(each);
  if (!isObject(node)) return;
  for (const each of Object.values(node)) unknownEverywhere(each);
  node.brand_new_leaf = unknownMarker;
}

const variantsOf = (of: readonly Leaf[]): string[] => [
  ...new Set(of.flatMap(({ path }) => /<([^>]*)>/.exec(path)?.[1] ?? [])),
];

const methodsOf = (of: readonly Leaf[]): string[] => [
  ...new Set(of.flatMap(({ path }) => /^payment_method_details\.([a-z_0-9]+)\./.exec(path)?.[1] ?? [])),
];

/** Replaces an account's objects by marked ones: a charge per payment method and variant, and one of each other kind. */
export function markStripe(data: AccountData, all: readonly Leaf[], flag: boolean): void {
  const of = (resource: string) => all.filter((leaf) => leaf.resource === resource);
  const variants = ['', ...variantsOf(all)];
  const [charge] = data.charges;
  const [customer] = data.customers;
  if (!charge || !customer) return;
  const charges = [...methodsOf(of('charge')), ...variants].map((name, at) => {
    const made = marked(charge, of('charge'), { variant: variants.includes(name) ? name : '', flag });
    const id = `ch_marked${String(at).padStart(4, '0')}`;
    const method = variants.includes(name) ? 'card' : name;
    const details = isObject(made.payment_method_details) ? made.payment_method_details : {};
    const kept = {
      id,
      customer: customer.id,
      created: charge.created - at,
      payment_method_details: { ...details, type: method },
    };
    return Object.assign(structuredClone(charge), made, kept);
  });
  data.charges.splice(0, data.charges.length, ...charges);
  const customers = variants.map((variant, at) => {
    const made = marked(customer, of('customer'), { variant, flag });
    return Object.assign(structuredClone(customer), made, { id: at === 0 ? customer.id : `cus_marked${at}` });
  });
  data.customers.splice(0, data.customers.length, ...customers);
  for (const coupon of data.coupons)
    Object.assign(coupon, marked(coupon, of('coupon'), { variant: '', flag }));
  for (const code of data.promotionCodes) {
    const { code: text } = code;
    const made = marked(code, of('promotion_code'), { variant: '', flag });
    Object.assign(code, made, code.customer ? {} : { code: text });
  }
  Object.assign(data.balance, marked(data.balance, of('balance'), { variant: '', flag }));
}
