import type { CreateCoupon } from '../../abilities/createCoupon.js';
import type { Day } from './calendar.js';
import { back } from './dates.js';
import { type Item, type Length, textOf, type When } from './item.js';
import { has } from './pattern.js';
import { namedPeople } from './people.js';

/** What is left to ask about a coupon, or its terms. */
export type CouponReading =
  | { kind: 'coupon'; terms: CreateCoupon }
  | { kind: 'unclear'; about: 'what_discount' | 'other'; terms: CreateCoupon };

const NO_VALUE = has(
  `(?:two|2|three|3|buy \\w+) (?:- )?(?:for|4) (?:- )?(?:one|1|two|2|the price of \\w+)|2for1|bogo|buy (?:one|1|two|2|\\d)(?: \\w+)?(?: get)?|(?:the |our |a )?(?:standard|usual|normal|regular|same|default|typical|customary|common|ordinary) (?:rate|discount|percentage|amount|value|one|reduction|rebate|terms|coupon|deal)|(?:some|a bit|a little|something|whatever) off|as (?:usual|always|last time)|free (?:shipping|delivery|gift|postage)|whatever (?:\\w+ )?(?:think|fits|works)|nice discount`,
);
const EITHER =
  /(?:~pct|~money|\d+)(?: (?:off|percent|discount|coupon|voucher))*(?: ,)? (?:or|versus)(?: (?:maybe|perhaps|rather|even|like))? (?:~pct|~money|\d+)|(?:^| )\d+ (?:or|to|-)(?: ,)? ~pct/;
const FREE = has(
  '(?:months?|~for|everything|all|order|purchase|completely|totally|entirely|first one|product) free|free (?:coupon|voucher|of charge|order|purchase|month|months|code|first month)|for free|free ~for|~for free',
);
const ONCE = has(
  'once|one time|one off|(?:first|next|single) (?:invoice|payment|bill) only|single payment|(?:first|next) (?:invoice|payment|bill)|not recurring|non recurring',
);
const FOREVER = has(
  'forever|lifetime|for life|for ever|permanent|permanently|never ends|never ending|perpetual|perpetually|indefinitely|eternal|endless|for good|for all time|every month|each month|always|unlimited duration|all their life',
);
const FIRST_TIME = has(
  '(?:very )?first (?:- )?(?:time|timers?|orders?|purchases?|buyers?|checkout|shoppers?|sale|buy|basket|timer)(?! only (?:invoice))|(?:brand )?new (?:customers?|clients?|buyers?|users?|shoppers?|signups?|people|members?|accounts?|registrations?|joiners|ones|faces|sign ups?)|never (?:bought|ordered|purchased|shopped|paid|been)(?: \\S+){0,3}|newcomers?|newbies|(?:have |has )?not (?:yet )?(?:bought|ordered|purchased|shopped)(?: \\S+){0,3}|freshly registered|initial (?:order|purchase)|no (?:previous|prior|earlier) (?:orders?|purchases?)|yet to (?:buy|order)|newly (?:registered|joined)',
);
const PEOPLE =
  'uses?|times|redemptions?|redeems|redeemers|people|customers?|persons?|folks|users?|buyers?|clients?|orders?|claims?|shoppers?|usages?|guests?|visitors?|redeemable|purchases?|checkouts?|takers?|winners?|members?|lucky|of them|ones|copies|pieces|students|employees';
const USES = has(
  `(?<a>\\d+)(?: (?!percent|off)\\S+)? (?:${PEOPLE})|(?:first|only|maximum|max|limited to|limit|limit to|limit of|limit it to|up to|cap|capped at|cap at|cap of|at most|no more than|not more than|just|redeemable|usable|redeemed|used|use|uses|redemptions|times|quantity|stock of)(?: (?:it|at|to|of|uses|redemptions|the|first|is|:|by|only|maximum|just|redemption|usage|number|total))* (?<b>\\d+)(?! off| ~| percent|\\.)`,
);
const SINGLE = has(
  'single (?:- )?use|one time use|one (?:redemption|use)(?: only)?|(?:only|just) (?:one|1) (?:redemption|use|person|customer|time can)|(?:used|redeemed|usable|redeemable|claimed)(?: only| just| exactly)? (?:once|one time)|only one (?:\\S+ )?(?:can|may|person|customer)|use once|(?:only|just) one redemption|one redemption',
);
const MINIMUM =
  /(?:minimum|smallest|lowest|min)(?: (?:purchase|spend|spending|order|basket|cart|value|amount|total|sum|of|is|:|=|at|size))* (?:~money|(?<plain>\d+))|(?:orders?|purchases?|baskets?|carts?|spend|spends|spending|totals?|bills?|buying|when buying|shopping)(?: (?:of|worth|from|with|at|for|totalling|totaling|total|a|the|is|starting|value))* ~money|~money(?: (?:minimum|min|spend|order|basket|purchase|cart))+/;
const NOT_CARRIED = has(
  '(?:only|just|exclusively|solely|strictly|restricted|limited|applicable|applies|apply|works?|valid|redeemable|usable|good|used)(?: (?:only|just|to|is|be|use|on|for|in|at|with|valid|works?|redeemable|usable|applicable|the|our|all|a|any|exclusively))* (?:on|for|in|to|at|with) (?:(?:the|our|all|a|any) )*(?!~|\\d|the|our|all|a|any|on|for|in|to|at|with|use|be|is|orders?|purchases?|baskets?|carts?|new|first|customers?|clients?|one|people|those|checkouts?|everything|everyone|anyone|anybody|everybody|all|him|her|us|them|their|him|life|use|redeem|buyers?|newcomers|good|only|our|now|real|single|person|users|folks|shoppers|total|min|minimum|max|up|whole|entire|each|every|next|this|being|once|two|half|free|customer|client|codes?|coupons?|returning|me|who|that|ever|stripe|spend|spending|amounts|forever|lifetime)[a-z]+|' +
    '(?:on|for|off|of|buying|buy|with)(?: (?:the|our|all|any|every|one|a|product|item|category|\\d+))* (?:products?|items?|categor(?:y|ies)|plans?|shoes|boots|shirts?|hoodies?|jackets?|mugs?|hats?|books?|coats?|dresses|socks|trousers|electronics|furniture|wine|bikes?|tents?|skis?|toys|jeans|sneakers|backpacks?|chairs?|tables?|laptops?|phones?|bags?|accessories|merch|merchandise|subscriptions?|tickets?|courses?|services?|collection|clothes|clothing|food|drinks|shipping|delivery|brand|models?)|' +
    '(?:in|from|within) (?:germany|france|spain|italy|europe|the us|the uk|england|poland|canada|austria|switzerland|japan|berlin|london|paris)|(?:on|at|during) (?:weekends|weekdays|mondays|tuesdays|wednesdays|thursdays|fridays|saturdays|sundays|weekend|night|nights)|(?:german|french|spanish|italian|european|british|american|polish|dutch|swiss|austrian|local|returning|existing|loyal|vip|premium|gold) (?:customers|clients|buyers|users|members)(?: only)?|(?:1|one|once|twice|\\d+ times) (?:use )?(?:per|each|for each|for every) (?:customer|person|user|client|head|household|buyer)|per (?:customer|person|user|client|household)|not (?:be )?(?:combinable|combined|stackable|with other)|stackable|(?:students?|employees|staff|vips?|veterans|seniors|teachers|nurses|members|subscribers|pensioners) (?:only|exclusively)|only (?:students?|employees|staff|vips?|veterans|seniors|teachers|nurses|members|subscribers)|(?:valid|only|usable|works?|redeemable|customers?|buyers|people|shipped|living|based|clients|good|orders)(?: only)? (?:in|from|within|at|to) (?:the )?~name|in ~name(?: only)?$|(?:on|off) (?:(?:the|our|all) )*(?!orders?|purchases?|baskets?|new|first|everything|the|our|all|~|\\d)[a-z]+(?: [a-z]+)? only|for (?!~|\\d|new|first|all|the|one|him|her|them|us|me|customers?|clients?|buyers?|people|orders?|purchases?|everyone|newcomers|newbies|signups?|one time|use|now|shoppers|users)[a-z]+(?: [a-z]+)? only|off (?:the|our) (?!orders?|purchases?|baskets?|whole|entire|total|first|next|carts?|bill|price|invoice|full|regular|normal|order|very|initial|~)[a-z]+|excluding|except|not on sale',
);

const DETAIL = has(
  '(?:minimum|min|smallest)(?: \\S+){0,4} (?:~money|\\d+)|(?:for |on |only |with )*(?:orders?|purchases?|baskets?|carts?)(?: \\S+){0,2} (?:~min|~money|~bound)|~min(?: \\S+)?|(?:valid|good|usable|redeemable|works?|expires?|expiring|ends?|ending|limited|restricted|once|forever|single use|one time|lifetime)(?: \\S+)*',
);
const ASKS_ANEW =
  /(?:^| )(?:show|list|give me|which|what|who|how many|make|create|another|payments|charges|transactions|are there|any)(?: |$)/;

/** Words that say more about a coupon and ask for nothing: "min order £30", "for new customers only". */
export const isCouponDetail = (text: string): boolean =>
  !ASKS_ANEW.test(text) &&
  !/~pct/.test(text) &&
  (DETAIL.test(text) || FIRST_TIME.test(text) || USES.test(text) || SINGLE.test(text));

/** Reads the terms of a coupon from all that was said about it. Days are counted from `today`. */
export function readCoupon(items: readonly Item[], today: Day): CouponReading {
  const text = textOf(items);
  const terms: CreateCoupon = { do: 'create_coupon' };
  const uses = readUses(text);
  if (uses !== undefined) terms.max_redemptions = uses;
  const unclearValue = readValue({ items, text, terms, uses });
  readDuration(items, text, terms);
  if (FIRST_TIME.test(text)) terms.first_time_only = true;
  readLabels(items, text, terms);
  const unclearTime = readEnd(items, text, terms, today);
  if (unclearValue) return { kind: 'unclear', about: 'what_discount', terms };
  if (unclearTime || NOT_CARRIED.test(text)) return { kind: 'unclear', about: 'other', terms };
  return Object.keys(terms).length > 1
    ? { kind: 'coupon', terms }
    : { kind: 'unclear', about: 'what_discount', terms };
}

function readUses(text: string): number | undefined {
  const found = USES.exec(text)?.groups;
  const n = Number(found?.a ?? found?.b);
  if (n >= 1 && Number.isSafeInteger(n)) return n;
  return SINGLE.test(text) ? 1 : undefined;
}

interface ValueNeeds {
  items: readonly Item[];
  text: string;
  terms: CreateCoupon;
  uses: number | undefined;
}

/** Puts discount and smallest order into the terms; true when the discount cannot be told. */
function readValue({ items, text, terms, uses }: ValueNeeds): boolean {
  const percents = items.flatMap((item) => (item.value?.kind === 'percent' ? [item.value.n] : []));
  const money = items.flatMap((item) => (item.value?.kind === 'money' ? [item] : []));
  const smallest = MINIMUM.exec(text);
  const minimumItem =
    money.find((item) => item.word !== '~money') ?? (smallest ? moneyAt(items, smallest) : undefined);
  const least = minimumItem?.value?.kind === 'money' ? minimumItem.value : undefined;
  const off = money.find(
    (item) => item !== minimumItem && item.value?.kind === 'money' && item.value.amount,
  )?.value;
  const plain = Number(smallest?.groups?.plain);
  if (least) terms.min_purchase = least.min ?? least.amount ?? least.max ?? 0;
  else if (plain > 0) terms.min_purchase = plain;
  if (!terms.min_purchase) delete terms.min_purchase;
  if (/~either/.test(text)) return true;
  if (NO_VALUE.test(text) && percents.length === 0) return true;
  const percent = percents[0] ?? (FREE.test(text) ? 100 : undefined);
  if (percent !== undefined && percent > 0 && percent <= 100) terms.percent_off = percent;
  else if (off?.kind === 'money' && off.amount) terms.amount_off = off.amount;
  const currency = (off?.kind === 'money' ? off.currency : undefined) ?? least?.currency;
  if (currency && (terms.amount_off || terms.min_purchase)) terms.currency = currency;
  if (percent !== undefined) return percent > 100 || percent <= 0 || EITHER.test(text);
  return NO_VALUE.test(text) || EITHER.test(text) || (!terms.amount_off && hasBareNumber(items, uses, plain));
}

function moneyAt(items: readonly Item[], match: RegExpExecArray): Item | undefined {
  let at = 0;
  const end = match.index + match[0].length;
  return items.find((item) => {
    const inside = at >= match.index && at < end && item.word === '~money';
    at += item.word.length + 1;
    return inside;
  });
}

/** "take 15 off": a number that could be percent or money. */
const hasBareNumber = (items: readonly Item[], ...used: (number | undefined)[]): boolean =>
  items.some(
    (item, at) =>
      item.value?.kind === 'number' &&
      !used.includes(item.value.n) &&
      !/^(?:coupons?|vouchers?|discounts?|codes?)$/.test(
        items[at + 1]?.word === undefined ? '' : items[at - 1] ? '' : (items[at + 1]?.word ?? ''),
      ),
  );

const USABLE_FOR =
  /(?:valid|good|redeemable|usable|works?|working|used|redeemed|open|runs?|running|available|live|active|redeem|use|claimed?|expires?|expiring|ends|ending|expiry|validity|shelf life|online)(?: (?:it|is|be|of|only|just|within|them|for|in|after|:|=|exactly))* ~(?:for|in)/;

function readDuration(items: readonly Item[], text: string, terms: CreateCoupon): void {
  const length = items.map((item) => item.value).find((value) => value?.kind === 'length');
  const months = length?.kind === 'length' ? monthsOf(length) : undefined;
  if (months && length?.kind === 'length' && length.said === 'for' && !USABLE_FOR.test(text)) {
    terms.duration = 'repeating';
    terms.duration_in_months = Math.min(months, 36);
  } else if (FOREVER.test(text)) terms.duration = 'forever';
  else if (ONCE.test(text) && !SINGLE.test(text)) terms.duration = 'once';
}

const monthsOf = ({ n, unit }: Length): number | undefined =>
  unit === 'month' ? n : unit === 'year' ? n * 12 : undefined;

const CODE_SHAPE = /^[A-Za-z0-9_-]{3,40}$/;

function readLabels(items: readonly Item[], text: string, terms: CreateCoupon): void {
  const code = items.find((item) => item.word === '~code')?.raw;
  const called = items.find((item) => item.word === '~called')?.raw;
  if (code && CODE_SHAPE.test(code)) terms.code = code;
  if (called) terms.name = called.replace(/^["']|["']$/g, '').slice(0, 40);
  const people = namedPeople(items.filter((item) => item.word !== '~called'));
  const capitals = items.find((item) => item.word === '~name' && /^[A-Z0-9_-]{3,40}$/.test(item.raw));
  if (capitals && !terms.code && !/(?:for|only) ~name/.test(text)) terms.code = capitals.raw;
  const only =
    people.find((who) => who.includes('@') || /^cus_/.test(who)) ??
    (/(?:for|to|give|offer|grant|send) ~(?:name|quote)|~name (?:gets?|deserves?|shall|should|may)|~name(?: 's)? only|customer ~name/.test(
      text,
    )
      ? people[0]
      : undefined);
  if (only && only !== terms.code) terms.customer = only;
}

/** Puts the last day into the terms; true when a start or a day gone by cannot be carried. */
function readEnd(items: readonly Item[], text: string, terms: CreateCoupon, today: Day): boolean {
  const whens = items.flatMap((item) =>
    item.value?.kind === 'when' ? [{ word: item.word, when: item.value }] : [],
  );
  const starts = whens.some(({ word, when }) => startsLater(word, when, today, text));
  const end = whens.map(({ word, when }) => endOf(word, when, text)).find((day) => day !== undefined);
  const length = items.map((item) => item.value).find((value) => value?.kind === 'length');
  if (end) terms.expires_on = end;
  else if (length?.kind === 'length' && (length.said === 'in' || !monthsOf(length) || USABLE_FOR.test(text)))
    terms.expires_on = back(today, -length.n, length.unit);
  if (terms.expires_on === undefined) return starts;
  if (terms.expires_on >= today) return starts;
  delete terms.expires_on;
  return true;
}

function startsLater(word: string, when: When, today: Day, text: string): boolean {
  if (when.bound === 'until' || (word === '~after' && /(?:expires?|expiring|ends?|ending) ~after/.test(text)))
    return false;
  if (when.bound === 'span' && word !== '~from' && word !== '~since') return false;
  return (when.start ?? today) > today;
}

function endOf(word: string, when: When, text: string): Day | undefined {
  if (word === '~after') return /(?:expires?|expiring|ends?|ending) ~after/.test(text) ? when.end : undefined;
  return when.bound === 'since' || word === '~from' ? undefined : when.end;
}
