import type { CreateCoupon } from '../../abilities/createCoupon.js';
import type { Step } from '../plan.js';
import type { Day } from './calendar.js';
import { readCoupon } from './coupon.js';
import { droppedTerms } from './couponDrops.js';
import { lengthIn } from './couponDuration.js';
import { type Item, rawOf, textOf } from './item.js';
import { phrases } from './phrases.js';
import { back } from './spans.js';

type Field = keyof CreateCoupon;

const longer = phrases(
  'extend|prolong|lengthen|longer|more|later|extra|additional|another|push|add|postpone|extended|further|on_top',
);
const shorter = phrases('shorten|shorter|less|earlier|sooner|reduce|cut|fewer|bring_forward');
const anew = phrases(`
  a|an|one second|third|different|separate|other|further|fresh one|coupon|voucher|discount|code|promo
  new|another|additional|extra|separate one|coupon|voucher|discount|code|promo
  another !week|month|day|year|{number}
  anew|from_scratch
  also|and|plus|then make|create|add|issue|generate a|an|one|another
  one more !week|month|day|year
  new one|coupon|voucher
  in addition
  start over
`);

/** A request that stands by itself and takes nothing from the coupon before. */
const whole = phrases(`
  ^ please|now|ok|okay|and|then|so|hi|hey|can_you|could_you* create|generate|issue|set_up|make|add|prepare|draft|i_need|we_need|i_want|we_want|give_me|i_would_like me|us? a|an|one ..6 coupon|voucher|discount|promo|promotion|code
  a|one new ..6 coupon|voucher|discount|promo|promotion|code
`);
const replaces = phrases('instead|rather');

/** Whether a clause's text asks for another coupon than the one before. */
export const asksAnew = (text: string): boolean => anew(text) || (whole(text) && !replaces(text));

/** The coupon before with what a follow-up changes, or undefined when it changes nothing of it. */
export function changeCoupon(before: CreateCoupon, items: readonly Item[], today: Day): Step | undefined {
  const text = textOf(items);
  const drops = droppedTerms(text);
  const reading = readCoupon(items, today);
  if (reading.kind === 'unclear' && /^(?:other|which_period)$/.test(reading.about) && drops.length === 0)
    return { do: 'clarify', about: reading.about };
  const value = reading.kind === 'unclear' && reading.about === 'what_discount' ? barely(before, items) : {};
  const terms = without({ ...withEnd(before, reading.terms, items), ...value }, drops);
  const changed = without(merged(before, inCurrency(before, terms, items)), drops);
  return same(changed, before) ? undefined : changed;
}

const same = (a: CreateCoupon, b: CreateCoupon): boolean =>
  JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort());

function without(terms: CreateCoupon, fields: readonly Field[]): CreateCoupon {
  const left = { ...terms };
  for (const field of fields) if (field !== 'do') delete left[field];
  return left;
}

/** Percent and amount replace each other, and so do a duration and its months. */
function merged(before: CreateCoupon, terms: CreateCoupon): CreateCoupon {
  const gone: Field[] = [];
  if (terms.percent_off !== undefined)
    gone.push('amount_off', ...(before.min_purchase ? [] : (['currency'] as const)));
  if (terms.amount_off !== undefined) gone.push('percent_off');
  if (terms.duration !== undefined) gone.push('duration_in_months');
  return { ...without(before, gone), ...withCurrency(before, terms) };
}

/** "make it 15 off" of a coupon in euros is in euros: what is not said anew is kept. */
const withCurrency = (before: CreateCoupon, terms: CreateCoupon): CreateCoupon =>
  terms.amount_off !== undefined && terms.currency === undefined && before.currency
    ? { ...terms, currency: before.currency }
    : terms;

/** "in euros please": the amount stays, its currency changes. */
function inCurrency(before: CreateCoupon, terms: CreateCoupon, items: readonly Item[]): CreateCoupon {
  const said = items.flatMap((item) => (item.value?.kind === 'currency' ? [item.value.code] : []))[0];
  return said && before.currency && !terms.currency ? { ...terms, currency: said } : terms;
}

/** "better 7", "15, not 10": a bare number stands for the value before, in its unit. */
function barely(before: CreateCoupon, items: readonly Item[]): Partial<CreateCoupon> {
  const numbers = items.flatMap((item) => (item.value?.kind === 'number' ? [item.value.n] : []));
  const said = numbers.filter((n) => n !== before.percent_off && n !== before.amount_off);
  const [n] = said;
  if (n === undefined || said.length > 1) return {};
  if (before.percent_off !== undefined) return n <= 100 ? { percent_off: n } : {};
  return before.amount_off !== undefined ? { amount_off: n } : {};
}

/** Time that is added or taken off counts from the end before. */
function withEnd(before: CreateCoupon, terms: CreateCoupon, items: readonly Item[]): CreateCoupon {
  const length = lengthIn(items);
  const text = `${textOf(items)} ${rawOf(items).toLowerCase()}`;
  const shift = items.map((item) => item.value).find((value) => value?.kind === 'shift');
  if (before.expires_on && shift?.kind === 'shift')
    return { ...terms, expires_on: back(before.expires_on, -shift.by, shift.unit) };
  const by = longer(text) ? -1 : shorter(text) ? 1 : 0;
  if (!before.expires_on || !length || by === 0) return terms;
  const { duration: _duration, duration_in_months: _months, ...rest } = terms;
  return { ...rest, expires_on: back(before.expires_on, by * length.n, length.unit) };
}
