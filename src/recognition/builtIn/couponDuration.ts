import type { CreateCoupon } from '../../abilities/createCoupon.js';
import { withoutSingleUse } from './couponUses.js';
import type { Item, Length } from './item.js';
import { compile, phrases } from './phrases.js';

const MOST_MONTHS = 36;

const once = phrases(`
  once|one_time|one_off|onetime
  first|next|single invoice|payment|bill only
  single payment|invoice|bill
  first|next invoice|payment|bill
  not|non recurring|repeating
  one|1 invoice|billing_period|billing_cycle
`);
const forever = phrases(`
  for good !{word}
  forever|lifetime|for_life|for_ever|permanent|permanently|never_ends|never_ending|perpetual|perpetually|indefinitely|eternal|eternally|endless|endlessly|for_all_time|every_month|each_month|always|unlimited_duration|all_their_life|every_time_they_pay|every_payment|every_invoice|on_every_invoice|until_they_cancel|as_long_as_they|never_stops|never_runs_out_for_them|unending|for_all_eternity
`);
const usable = compile(
  `valid|good|redeemable|usable|work|works|working|used|redeemed|open|run|runs|running|available|live|active|redeem|use|claim|claimed|expire|expires|expiring|ends|end|ending|expiry|validity|shelf_life|online|stays|lasts_only|up|offer_lasts|offer_runs|offer_stands|window|deadline|around it|is|be|of|only|just|within|them|for|in|after|:|=|exactly|valid|active|open|to|about|period|live|a|up* ~for`,
);

/** Whether the time that is said is how long the code can be used, rather than how long the discount lasts. */
export const limitsUse = (text: string): boolean => usable.test(`${text} `);

/** The months of a length that months can carry. */
export const monthsOf = ({ n, unit }: Length): number | undefined =>
  unit === 'month' ? n : unit === 'year' ? n * 12 : undefined;

/** The length of time that is said. */
export const lengthIn = (items: readonly Item[], said?: Length['said']): Length | undefined =>
  items.flatMap(({ value }) =>
    value?.kind === 'length' && (!said || value.said === said) ? [value] : [],
  )[0];

const DENIED =
  /(?<![^ ])(?:not|no longer|instead of|rather than|and not) (?:forever|once|lifetime|repeating|permanent|one time)(?![^ ])/g;

/** Puts into the terms how long the discount lasts on a subscription. */
export function readDuration(items: readonly Item[], text: string, terms: CreateCoupon): void {
  const meant = text.replace(DENIED, '');
  const length = lengthIn(items, 'for');
  const months = length && monthsOf(length);
  if (length && months && !limitsUse(text)) {
    terms.duration = 'repeating';
    terms.duration_in_months = Math.min(months, MOST_MONTHS);
  } else if (forever(meant)) terms.duration = 'forever';
  else if (once(withoutSingleUse(meant))) terms.duration = 'once';
}
