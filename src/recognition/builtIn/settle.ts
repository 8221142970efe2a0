import type { Step } from '../plan.js';
import type { Day } from './calendar.js';
import { readCoupon } from './coupon.js';
import type { Frame } from './frame.js';
import type { Item, When } from './item.js';
import type { Slots } from './slots.js';
import { back } from './spans.js';

/** Puts a request into its steps: several values of one field are several steps. */
export function settle(frame: Frame, today: Day): Step[] {
  const { slots } = frame;
  switch (frame.asks) {
    case 'list_charges':
      return charges(slots, today);
    case 'list_customers':
      return periods(slots, today).flatMap((period) =>
        each(slots.customers).map((customer) => ({
          do: 'list_customers',
          ...limit(slots),
          ...period,
          ...(customer ? { customer } : {}),
        })),
      );
    case 'list_coupons':
      return periods(slots, today).map((period) => ({
        do: 'list_coupons',
        ...limit(slots),
        ...(slots.code ? {} : period),
        ...validity(frame),
      }));
    case 'show_balance':
      return each(slots.currencies).map((currency) => ({
        do: 'show_balance',
        ...(currency ? { currency } : {}),
      }));
    case 'show_audit':
      return periods(slots, today).map((period) => ({ do: 'show_audit', ...limit(slots), ...period }));
    case 'create_coupon':
      return [coupon(frame, today)];
    case 'explain':
      return [...new Set(frame.terms ?? [])].map((term) => ({ do: 'explain', term }));
    case 'show_permissions':
      return [{ do: 'show_permissions' }];
    case 'help':
      return [{ do: 'help' }];
    case 'clarify':
      return [clarify(frame, today)];
    case 'refuse':
      return [{ do: 'refuse', reason: frame.reason ?? 'off_topic' }];
    default:
      return [];
  }
}

const each = <T>(values: readonly T[]): (T | undefined)[] => (values.length > 0 ? [...values] : [undefined]);
const limit = ({ limit: n }: Slots) => (n === undefined ? {} : { limit: n });

function validity(frame: Frame): { code?: string; valid?: boolean } {
  if (frame.slots.code) return { code: frame.slots.code.slice(0, 40) };
  return frame.slots.valid === undefined ? {} : { valid: frame.slots.valid };
}

function charges(slots: Slots, today: Day): Step[] {
  if (slots.charge) return [{ do: 'list_charges', charge: slots.charge }];
  return periods(slots, today).flatMap((period) =>
    each(slots.currencies).flatMap((currency) =>
      each(slots.statuses).flatMap((status) =>
        each(slots.customers).map(
          (customer): Step => ({
            do: 'list_charges',
            ...limit(slots),
            ...period,
            ...amounts(slots),
            ...(currency ? { currency } : {}),
            ...(status ? { status } : {}),
            ...(customer ? { customer } : {}),
            ...(slots.last4 ? { card_last4: slots.last4 } : {}),
          }),
        ),
      ),
    ),
  );
}

function amounts({ bound, money }: Slots): { min_amount?: number; max_amount?: number; currency?: string } {
  const exact = money[0]?.amount;
  const min = bound ? bound.min : exact;
  const max = bound ? bound.max : exact;
  const currency = bound ? bound.currency : money[0]?.currency;
  return {
    ...(min ? { min_amount: min } : {}),
    ...(max ? { max_amount: max } : {}),
    ...(currency ? { currency } : {}),
  };
}

/** A list's periods: those said, or the days counted back; one without any when none was said. */
export function periods(slots: Slots, today: Day): { from?: Day; to?: Day }[] {
  if (slots.whens.length > 0)
    return slots.whens.length === 1
      ? slots.whens.map((when) => periodOf(when, today))
      : joinedPeriods(slots.whens, today);
  const [length] = slots.lengths;
  return [length ? { from: back(today, length.n, length.unit) } : {}];
}

/** "since Monday" and "until Friday" are the two ends of one period; two spans are two periods. */
function joinedPeriods(whens: readonly When[], today: Day): { from?: Day; to?: Day }[] {
  const since = whens.find((when) => when.bound === 'since');
  const until = whens.find((when) => when.bound === 'until');
  if (whens.length === 2 && since && until)
    return [{ ...(since.from ? { from: since.from } : {}), ...(until.to ? { to: until.to } : {}) }];
  const seen = new Map(whens.map((when) => [JSON.stringify(periodOf(when, today)), periodOf(when, today)]));
  return [...seen.values()];
}

/** A period that contains today has only a beginning; a stated end is kept. */
function periodOf({ bound, from, to }: When, today: Day): { from?: Day; to?: Day } {
  const open =
    bound === 'since' ||
    to === undefined ||
    (bound === 'between' && to === today) ||
    (bound === 'span' && to >= today && (from ?? to) <= today);
  return { ...(from ? { from } : {}), ...(open ? {} : { to }) };
}

const itemsOf = (frame: Frame): Item[] =>
  frame.clauses.flatMap(({ items }, at) => (at === 0 ? items : [{ word: ',', raw: ',' }, ...items]));

function coupon(frame: Frame, today: Day): Step {
  const reading = readCoupon(itemsOf(frame), today);
  return reading.kind === 'coupon'
    ? reading.terms
    : { do: 'clarify', about: reading.about, for: reading.terms };
}

function clarify(frame: Frame, today: Day): Step {
  const about = frame.about ?? 'other';
  const [waiting] = frame.waiting ? settle({ ...frame, asks: frame.waiting }, today) : [];
  return waiting ? { do: 'clarify', about, for: waiting } : { do: 'clarify', about };
}
