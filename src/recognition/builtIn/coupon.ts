import type { CreateCoupon } from '../../abilities/createCoupon.js';
import type { Day } from './calendar.js';
import { readDuration } from './couponDuration.js';
import { readEnd } from './couponEnd.js';
import { readLabels } from './couponLabels.js';
import { isNarrower } from './couponLimits.js';
import { readUses } from './couponUses.js';
import { readValue } from './couponValue.js';
import { type Item, textOf } from './item.js';
import { phrases } from './phrases.js';
import { describesSomebody } from './vaguePeople.js';

/** What is left to ask about a coupon, or its terms. */
export type CouponReading =
  | { kind: 'coupon'; terms: CreateCoupon }
  | {
      kind: 'unclear';
      about: 'what_discount' | 'which_customer' | 'which_period' | 'other';
      terms: CreateCoupon;
    };

const newcomers = phrases(`
  very? first -? time|timer(s)|order(s)|purchase(s)|buyers|checkout|shopper(s)|sale|buy|basket|transaction|shop
  first time|timer customer(s)|buyers|shoppers
  brand? new customer(s)|client(s)|buyer(s)|user(s)|shopper(s)|signup(s)|people|member(s)|account(s)|registration(s)|joiners|ones|faces|sign_ups|guests|visitors|patrons|arrivals|folks
  never ..1 bought|ordered|purchased|shopped|paid|been
  newcomer(s)|newbie(s)|first_timer(s)|firsttimers|newly_registered|newly_joined|freshly_registered
  not ..1 bought|ordered|purchased|shopped|been_customers anything|before|yet|from_us|with_us|here|$
  initial order|purchase
  no previous|prior|earlier|past order(s)|purchase(s)
  yet to buy|order|purchase|shop
  their|someone_'s|people_'s|a_customer_'s first
  buy|buying|ordering|order|shop|shopping ..2 for_the_first|the_first|the_very_first time
`);

/** Reads the terms of a coupon from all that was said about it. Days are counted from `today`. */
export function readCoupon(items: readonly Item[], today: Day): CouponReading {
  const text = textOf(items);
  const terms: CreateCoupon = { do: 'create_coupon' };
  const uses = readUses(text);
  if (uses !== undefined) terms.max_redemptions = uses;
  const unclearValue = readValue({ items, text, terms, uses });
  readDuration(items, text, terms);
  if (newcomers(text)) terms.first_time_only = true;
  readLabels(items, text, terms);
  const unclearTime = readEnd(items, text, terms, today);
  if (unclearValue) return { kind: 'unclear', about: 'what_discount', terms };
  if (unclearTime || isNarrower(text) || capsDiscount(items))
    return { kind: 'unclear', about: 'other', terms };
  if (untilEvent(text) && !terms.expires_on) return { kind: 'unclear', about: 'which_period', terms };
  if ((forSomebody(text) || describesSomebody(text)) && !terms.customer)
    return { kind: 'unclear', about: 'which_customer', terms };
  return Object.keys(terms).length > 1
    ? { kind: 'coupon', terms }
    : { kind: 'unclear', about: 'what_discount', terms };
}

/** "15% up to 50 euros": the form has no largest sum. */
const capsDiscount = (items: readonly Item[]): boolean =>
  items.some(({ value }) => value?.kind === 'money' && value.max !== undefined && value.min === undefined);

/** "until the fair": times that are dates are tagged by now. */
const untilEvent = phrases(`
  until|till|til !further_notice|they|it|used|stock(s)|we_say|cancelled|revoked|i|sold
`);

/** "10% for her": a coupon for anybody would be broader than what was asked for. */
const forSomebody = phrases(`
  for|to him|her|this_customer|that_customer|this_client|that_client|this_person|that_person|this_guy|that_guy|this_lady
  only|just he|she can|may
  make|create|issue|get|give|offer|grant|send|hand him|her ~pct|~money|a|the|this
`);

const detail = phrases(`
  minimum|min|smallest|minimal ..4 ~money|{number}
  for|on|only|with* orders|order|purchases|purchase|basket(s)|cart(s) ..2 ~min|~money|~bound
  ~min
  valid|good|usable|redeemable|work|works|expires|expiring|ends|ending|limited|restricted|once|forever|single|one_time|lifetime|expire|runs_out|redeem|redeemed|repeating|recurring
  maximum|max|cap|at_most|up_to ..2 {number}
  you|we|i ..1 choose|decide|pick
`);
const asksAnew = phrases(`
  show|list|give_me|which|what|who|how_many|make|create|another|payments|charges|transactions|are_there|any|~pct
`);

const untried = phrases(`
  never|not|yet|no ..2 bought|ordered|purchased|shopped|orders|purchases|buy|order|been_customers
  first -? order|purchase
`);
const forThem = phrases(
  'for|to|reward|treat|welcome|offer|something|thank|attract|win ..3 people|customers|those|anyone|anybody|everyone|someone|everybody|buyers|who|folks|them',
);

/** Who a coupon is for, said ahead of it: "something for people who have never ordered:". */
export const opensWithWhom = (text: string): boolean =>
  !/~(?:pct|money|either|code)/.test(text) &&
  !asksAnew(text.replace(/\bwho\b/, '')) &&
  untried(text) &&
  forThem(text);

/** Words that say more about a coupon and ask for nothing: "min order £30", "for new customers only". */
export const isCouponDetail = (text: string): boolean =>
  !asksAnew(text) && (detail(text) || newcomers(text) || readUses(text) !== undefined);
