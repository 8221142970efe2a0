import type { Slots } from './slots.js';

/** Nothing stated. */
export const noSlots = (): Slots => ({
  whens: [],
  lengths: [],
  statuses: [],
  currencies: [],
  money: [],
  percents: [],
  customers: [],
});

/** The first, with what only the second states. */
export function filled(slots: Slots, from: Slots): Slots {
  const list = <T>(own: T[], other: T[]): T[] => (own.length > 0 ? own : [...other]);
  return {
    ...from,
    ...slots,
    whens: list(slots.whens, from.whens),
    lengths: list(slots.lengths, from.lengths),
    statuses: list(slots.statuses, from.statuses),
    currencies: list(slots.currencies, from.currencies),
    customers: list(slots.customers, from.customers),
    money: list(slots.money, from.money),
    percents: list(slots.percents, from.percents),
    ...(slots.bound && from.bound ? { bound: { ...from.bound, ...slots.bound } } : {}),
  };
}

/** Whether anything of a list is stated. */
export const statesList = (s: Slots): boolean =>
  s.whens.length + s.lengths.length + s.statuses.length + s.currencies.length + s.customers.length > 0 ||
  s.limit !== undefined ||
  s.bound !== undefined ||
  s.valid !== undefined ||
  s.charge !== undefined ||
  s.last4 !== undefined ||
  s.money.length > 0;

/** Whether both state the same thing differently: then they are two requests. */
export function clashes(a: Slots, b: Slots): boolean {
  const both = <T>(x: T[], y: T[]) => x.length > 0 && y.length > 0;
  const differ = <T>(x: T[], y: T[]) => both(x, y) && !y.every((value) => x.includes(value));
  return (
    differ(a.statuses, b.statuses) ||
    both(a.whens, b.whens) ||
    differ(a.currencies, b.currencies) ||
    differ(a.customers, b.customers) ||
    (a.charge !== undefined && b.charge !== undefined) ||
    (a.limit !== undefined && b.limit !== undefined)
  );
}
