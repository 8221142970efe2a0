import { step as form, type Step } from '../plan.js';
import type { Day } from './calendar.js';
import { FILTERS } from './drops.js';
import { newPeriod } from './periodChange.js';
import { phrases } from './phrases.js';
import type { Slots } from './slots.js';

/** A step that shows rows. */
type ListStep = Extract<Step, { do: 'list_charges' | 'list_customers' | 'list_coupons' | 'show_audit' }>;
const KINDS: ReadonlySet<string> = new Set(['list_charges', 'list_customers', 'list_coupons', 'show_audit']);
/** Whether a step shows rows. */
export const isListStep = (step: Step): step is ListStep => KINDS.has(step.do);

const asksMore = phrases(`
  more|next|older|further|continue|additional|remaining|subsequent|following|previous_page
  the rest
  go on
  keep going
  another|other {number}|few|page|batch|couple
  page {number}
  second|third|another|next|other|further page
  what else
`);

type Fields = Record<string, unknown>;

/** What a follow-up says, as far as a list can take it. */
export interface Said {
  slots: Slots;
  text: string;
  today: Day;
}

/** A list step with what a follow-up changes, or undefined when it changes nothing of it or does not fit it. */
export function changeList(step: ListStep, said: Said): Step | undefined {
  if (!fits(step, said.slots)) return undefined;
  const period = newPeriod({ ...step }, said);
  const kept: Fields = period ? without(step, period.replaced) : { ...step };
  const changed = { ...kept, ...bounded(kept, stated(said.slots)), ...period?.days };
  const gone = Object.entries(changed).flatMap(([name, value]) => (value === undefined ? [name] : []));
  const result = without(changed, [...gone, ...dropped(said)]);
  const read = form.safeParse(result);
  return read.success && (!same(result, step) || asksMore(said.text)) ? read.data : undefined;
}

const same = (a: Fields, b: Fields): boolean =>
  JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort());

const without = (fields: Fields, names: readonly string[]): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));

/** A filter that is stated anew is not dropped by the same words. */
function states(slots: Slots, fields: readonly string[]): boolean {
  const [first] = fields;
  if (first === 'status') return false;
  const said = stated(slots);
  return fields.some((field) => said[field] !== undefined) || (first === 'from' && slots.whens.length > 0);
}

/** A bound that is said replaces both, unless the other still lies beyond it and only one was said. */
function bounded(kept: Fields, said: Fields): Fields {
  const swaps = said.min_amount !== undefined || said.max_amount !== undefined;
  if (!swaps) return said;
  const low = said.min_amount ?? kept.min_amount;
  const high = said.max_amount ?? kept.max_amount;
  const apart = typeof low === 'number' && typeof high === 'number' && low > high;
  if (!apart) return said;
  return said.min_amount === undefined
    ? { ...said, min_amount: undefined }
    : { ...said, max_amount: undefined };
}

/** The filters that are taken off. "All states" takes off the state, and no limit. */
function dropped({ text, slots }: Said): string[] {
  const fields = FILTERS.filter(([drops, names]) => drops(text) && !states(slots, names)).map(
    ([, names]) => names,
  );
  return (
    fields.length > 1
      ? fields.filter(([first]) => first !== 'limit' || /\b(?:limit|cap)\b/.test(text))
      : fields
  ).flat();
}

function fits(step: ListStep, slots: Slots): boolean {
  const charges = step.do === 'list_charges';
  const forCharges =
    slots.statuses.length > 0 ||
    slots.currencies.length > 0 ||
    slots.bound !== undefined ||
    slots.money.length > 0;
  if ((forCharges || slots.last4) && !charges) return false;
  return slots.customers.length === 0 || charges || step.do === 'list_customers';
}

/** The fields that a follow-up states, but for its period. */
function stated({ limit, statuses, customers, currencies, bound, money, valid, code, last4 }: Slots): Fields {
  const exact = money[0];
  const fields: Fields = {
    limit,
    status: statuses[0],
    customer: customers[0],
    currency: currencies[0] ?? bound?.currency ?? exact?.currency,
    min_amount: bound ? bound.min : exact?.amount,
    max_amount: bound ? bound.max : exact?.amount,
    card_last4: last4,
    ...(statuses.length + customers.length === 0 ? { valid, code } : {}),
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
