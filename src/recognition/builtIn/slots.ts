import type { Clause } from './clauses.js';
import type { Item, Length, Money, Shift, When } from './item.js';
import { has } from './pattern.js';
import { readStatuses, type Status } from './statuses.js';
import { readValidity } from './validity.js';

/** What a clause states, whatever it turns out to ask. */
export interface Slots {
  limit?: number;
  whens: When[];
  lengths: Length[];
  statuses: Status[];
  currencies: string[];
  bound?: Money;
  money: Money[];
  percents: number[];
  customers: string[];
  charge?: string;
  last4?: string;
  code?: string;
  valid?: boolean;
  shift?: Shift;
}

const LAST4 = has(
  String.raw`(?:cards?|visa|mastercard|amex|maestro|debit|credit)(?: \S+){0,3}? (?<a>#\d{4})|(?:ends?|ending|last (?:4|four)(?: digits?)?|last4)(?: (?:with|in|on|of|are|is|:|=))* (?<b>#\d{4})|(?<c>#\d{4})(?: \S+){0,2} (?:card|visa|mastercard|amex)`,
);

/** Reads what a clause states. */
export function readSlots(clause: Clause): Slots {
  const { items, text } = clause;
  const slots: Slots = {
    whens: [],
    lengths: [],
    statuses: readStatuses(text),
    currencies: [],
    money: [],
    percents: [],
    customers: [],
  };
  for (const item of items) take(slots, item);
  const last4 = readLast4(items);
  if (last4) slots.last4 = last4;
  const limit = readLimit(items, last4);
  if (limit !== undefined) slots.limit = limit;
  const valid = readValidity(text);
  if (valid !== undefined) slots.valid = valid;
  return slots;
}

function take(slots: Slots, { word, raw, value }: Item): void {
  if (word === '~charge' && !slots.charge) slots.charge = raw;
  if (word === '~code' && !slots.code) slots.code = raw;
  if (word === '~cus' || word === '~mail') slots.customers.push(raw);
  if (value?.kind === 'when') slots.whens.push(value);
  if (value?.kind === 'shift') slots.shift = value;
  if (value?.kind === 'length') slots.lengths.push(value);
  if (value?.kind === 'currency' && !slots.currencies.includes(value.code)) slots.currencies.push(value.code);
  if (value?.kind === 'percent') slots.percents.push(value.n);
  if (value?.kind !== 'money') return;
  if (word !== '~money') slots.bound = { ...slots.bound, ...value };
  else slots.money.push(value);
}

function readLast4(items: readonly Item[]): string | undefined {
  const text = items.map((item) => (/^\d{4}$/.test(item.raw) ? `#${item.raw}` : item.word)).join(' ');
  const { a, b, c } = LAST4.exec(text)?.groups ?? {};
  return (a ?? b ?? c)?.slice(1);
}

const NOT_A_COUNT =
  /^(?:order|invoice|reference|ref|receipt|case|customer|client|row|line|page|card|number|no|#|room|top-up|id|ticket|step|plan|version|~acct)$/;

/** A number that no amount, date or percentage has taken is a count of rows. */
function readLimit(items: readonly Item[], last4: string | undefined): number | undefined {
  for (const [at, item] of items.entries()) {
    if (item.value?.kind !== 'number' || item.raw === last4 || !Number.isInteger(item.value.n)) continue;
    if (last4 && items[at + 1]?.raw === last4) continue;
    if (
      NOT_A_COUNT.test(items[at - 1]?.word ?? '') ||
      /^(?:times|lists|questions|requests|tasks)$/.test(items[at + 1]?.word ?? '') ||
      (items[at + 1]?.word === 'of' && /^\d/.test(items[at + 2]?.word ?? ''))
    )
      continue;
    if (item.value.n >= 1) return Math.min(Math.trunc(item.value.n), 100);
  }
  return undefined;
}
