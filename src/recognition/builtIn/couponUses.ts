import { compile, phrases } from './phrases.js';

const PEOPLE =
  `use(s)|time(s)|redemption(s)|redeems|redeemers|people|customer(s)|person(s)|folks|user(s)|buyer(s)|client(s)|order(s)|claim(s)|shopper(s)|usage(s)|guest(s)|visitor(s)|purchase(s)|checkout(s)|taker(s)|winner(s)|lucky|of_them|ones|copies|pieces|students|employees|signups|registrations|newcomers|slots|places|fans|readers|followers|in_total|total|overall|coupons_in_total|fast_ones|quick_ones`.replace(
    /\s+/g,
    '',
  );
const CAP =
  `first|only|maximum|max|limited_to|limit|limit_to|limit_of|limit_it_to|up_to|cap|capped_at|cap_at|cap_of|at_most|no_more_than|not_more_than|just|redeemable|usable|redeemed|used|use|uses|redemptions|times|quantity|stock_of|for_the_first|the_first|restricted_to|maximally|not_over`.replace(
    /\s+/g,
    '',
  );

const COUNTED = new RegExp(
  `(?<![^ ])(?:(?<a>\\d+)(?: (?!percent|off|and|or)\\S+)? (?:${PEOPLE.replaceAll('_', ' ').replaceAll('(s)', 's?')})|(?:${CAP.replaceAll('_', ' ')})(?: (?:it|at|to|of|uses|redemptions|the|first|is|:|by|only|maximum|just|redemption|usage|number|total|be|can))* (?<b>\\d+)(?! off| ~| percent|\\.))(?![^ ])`,
);
const SINGLE = `
  single -? use
  one time|off use
  one redemption|use only?
  only|just one|1 redemption|use|person|customer|time|can|may|buyer|of_them
  used|redeemed|usable|redeemable|claimed|redeem|use|claim only|just|exactly|it|be|a* once|one_time|a_single_time
  only one ..1 can|may|person|customer
  one|1 redemption|use
  not more|redeemed than|twice once|one
  works|valid|good|can_be_used a single_time|only_once
  no second use|redemption
`;
const single = phrases(SINGLE);
const singles = compile(SINGLE, 'g');

/** How often a coupon may be used, if it is said. */
export function readUses(text: string): number | undefined {
  const found = COUNTED.exec(text)?.groups;
  const n = Number(found?.a ?? found?.b);
  if (n >= 1 && Number.isSafeInteger(n)) return n;
  return single(text) ? 1 : undefined;
}

/** The text without what limits the uses to one: "single use" is no duration. */
export const withoutSingleUse = (text: string): string => `${text} `.replace(singles, '').trim();
