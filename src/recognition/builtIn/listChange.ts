import { step as form, type Step } from '../plan.js';
import { addDays, type Day, monthAround } from './calendar.js';
import { has } from './pattern.js';
import { periods } from './settle.js';
import type { Slots } from './slots.js';

type ListStep = Extract<Step, { do: 'list_charges' | 'list_customers' | 'list_coupons' | 'show_audit' }>;
const KINDS: ReadonlySet<string> = new Set(['list_charges', 'list_customers', 'list_coupons', 'show_audit']);
export const isListStep = (step: Step): step is ListStep => KINDS.has(step.do);

const MORE = has(
  'more|next|older|further|continue|following page|next page|rest|remaining ones|go on|additional',
);
const DROPS: [RegExp, readonly string[]][] = [
  [
    has(
      'whatever the (?:amount|size|sum)|any amount|all amounts|(?:regardless|irrespective) of (?:the )?(?:amount|size)|no (?:minimum|maximum) amount|without the amount(?: filter)?',
    ),
    ['min_amount', 'max_amount', 'currency'],
  ],
  [
    has(
      'not only (?:the )?(?:failed|pending|refunded|disputed|succeeded|successful|declined)(?: ones)?|any status|all (?:statuses|states)|every status|whatever the status|regardless of (?:the )?status|without the status(?: filter)?',
    ),
    ['status'],
  ],
  [
    has(
      'anybody|anyone|everybody|everyone|any customer|all customers|whoever|from all|not only (?:his|hers|theirs|him|her)',
    ),
    ['customer'],
  ],
  [
    has('any currency|all currencies|every currency|whatever the currency|not only (?:in )?~cur'),
    ['currency'],
  ],
  [
    has(
      'any (?:time|date|day|period)|all time|whole history|ever|no matter when|without the (?:period|dates?)|all dates',
    ),
    ['from', 'to'],
  ],
  [
    has(
      'valid or not|expired or not|not only (?:the )?(?:valid|active|expired|usable)(?: ones)?|whether valid or not',
    ),
    ['valid'],
  ],
  [
    has(
      'all|all of them|no limit|without (?:a |the )?limit|every one|everything|the lot|full list|whole list',
    ),
    ['limit'],
  ],
];
const BEFORE = has(
  '(?:the )?(?<a>day|week|month) before(?: that| it| this)?|(?:the )?(?:previous|preceding|prior) (?<b>day|week|month)|(?:one|a) (?<c>day|week|month) earlier',
);

type Fields = Record<string, unknown>;

/** A list step with what a follow-up changes, or undefined when it changes nothing of it or does not fit it. */
export function changeList(step: ListStep, slots: Slots, text: string, today: Day): Step | undefined {
  if (!fits(step, slots)) return undefined;
  const period = newPeriod(step, slots, text, today);
  const kept: Fields = period ? without(step, period.replaced) : { ...step };
  const changed = { ...kept, ...stated(slots), ...period?.days };
  const drop = states(slots) ? undefined : DROPS.find(([pattern]) => pattern.test(text));
  const result = drop ? without(changed, drop[1]) : changed;
  const same = JSON.stringify(Object.entries(result).sort()) === JSON.stringify(Object.entries(step).sort());
  const read = form.safeParse(result);
  return read.success && (!same || MORE.test(text)) ? read.data : undefined;
}

const without = (fields: Fields, names: readonly string[]): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));

const states = (s: Slots): boolean =>
  s.whens.length + s.lengths.length + s.statuses.length + s.currencies.length + s.customers.length > 0 ||
  s.limit !== undefined ||
  s.bound !== undefined;

function fits(step: ListStep, slots: Slots): boolean {
  const charges = step.do === 'list_charges';
  const forCharges = slots.statuses.length > 0 || slots.currencies.length > 0 || slots.bound !== undefined;
  if ((forCharges || slots.last4) && !charges) return false;
  return slots.customers.length === 0 || charges || step.do === 'list_customers';
}

/** The fields that a follow-up states, but for its period. */
function stated({ limit, statuses, customers, currencies, bound, valid, code, last4 }: Slots): Fields {
  const fields: Fields = {
    limit,
    status: statuses[0],
    customer: customers[0],
    currency: currencies[0] ?? bound?.currency,
    min_amount: bound?.min,
    max_amount: bound?.max,
    card_last4: last4,
    ...(statuses.length + customers.length === 0 && limit === undefined ? { valid, code } : {}),
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** A period replaces both ends; an end alone only the end; "the day before" counts from the period before. */
function newPeriod(step: ListStep, slots: Slots, text: string, today: Day) {
  const unit = BEFORE.exec(text)?.groups;
  const back = unit?.a ?? unit?.b ?? unit?.c;
  if (back && step.from)
    return { days: earlier(step.from, step.to ?? step.from, back), replaced: ['from', 'to'] };
  if (slots.whens.length === 0 && slots.lengths.length === 0) return undefined;
  const [days] = periods(slots, today);
  const endOnly = days?.from === undefined && slots.whens[0]?.bound === 'until';
  return { days, replaced: endOnly ? ['to'] : ['from', 'to'] };
}

function earlier(from: Day, to: Day, unit: string): { from: Day; to: Day } {
  if (unit === 'month') return monthAround(from, -1);
  if (unit === 'week')
    return { from: addDays(from, -7), to: from === to ? addDays(from, -1) : addDays(to, -7) };
  return { from: addDays(from, -1), to: addDays(from, -1) };
}
