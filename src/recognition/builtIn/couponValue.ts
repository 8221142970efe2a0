import type { CreateCoupon } from '../../abilities/createCoupon.js';
import type { Item, Money } from './item.js';
import { phrases } from './phrases.js';

const MOST_PERCENT = 100;

const noValue = phrases(`
  two|2|three|3 -? for|4 -? one|1|two|2|the_price_of_one|the_price_of_two
  2for1|bogo|bogof|b1g1|2-for-1|3-for-2|3for2
  buy one|1|two|2|{number} ..1 get|and_get|pay
  buy one|1|two|2|{number} ..1 $
  the|our|a? standard|usual|normal|regular|same|default|typical|customary|common|ordinary|biggest|maximum|smallest|best|nice|decent|fair|good|big|small|generous|reasonable|suitable|appropriate|fitting|random|average|previous|last|special rate|discount|percentage|amount|value|one|reduction|rebate|terms|deal|percent|offer
  some|a_few|a_couple_of|a_certain percent
  some|a_bit|a_little|something|whatever|a_few_percent|a_small_amount|a_lot off
  as usual|always|last_time|before
  free shipping|delivery|gift|postage|sample|item|product|mug|sticker|trial
  whatever ..1 think|fits|works|like|suits|want
  you decide|choose|pick
  tbd|to_be_decided|to_be_defined|not_sure_how_much|not_decided|undecided
`);
const either =
  /(?:~pct|~money|\d+)(?: (?:off|percent|discount|coupon|voucher))*(?: ,)? (?:or|versus)(?: (?:maybe|perhaps|rather|even|like|just))? (?:~pct|~money|\d+)|(?:^| )\d+ (?:or|to|-)(?: ,)? ~pct|~pct (?:to|up to|-) ~pct|~either/;
const free = phrases(`
  month|months|~for|everything|all|order|purchase|completely|totally|entirely|first_one|product|is|be|it|get_it|orders|pay_nothing free
  ~free
  free coupon|voucher|of_charge|order|purchase|month|months|code|first_month|~for|for
  for free
  ~for free
  pay|pays nothing
  gratis|on_the_house
`);
const MINIMUM =
  /(?:minimum|smallest|lowest|min|minimal|least)(?: (?:purchase|spend|spending|order|basket|cart|value|amount|total|sum|of|is|:|=|at|size|to|be|must|should|has))* (?:~money|(?<plain>\d+))|(?<after>\d+) (?:minimum|min)(?: (?:spend|order|purchase|basket|cart))?|(?:orders?|purchases?|baskets?|carts?|spend|spends|spending|totals?|bills?|buying|when buying|shopping|spent|buy)(?: (?:of|worth|from|with|at|for|totalling|totaling|total|a|the|is|starting|value|are|be|have|that|cost|costing|beginning))* ~money|~money(?: (?:minimum|min|spend|order|basket|purchase|cart))+|(?:from|starting at|starting from|once they reach|reach|reaches|hits|hit) ~money(?! off)/;

interface ValueNeeds {
  items: readonly Item[];
  text: string;
  terms: CreateCoupon;
  uses: number | undefined;
}

/** Puts discount and smallest order into the terms; true when the discount cannot be told. */
export function readValue({ items, text, terms, uses }: ValueNeeds): boolean {
  const smallest = MINIMUM.exec(text);
  const bound = items.find((item) => item.value?.kind === 'money' && item.word !== '~money');
  const least = bound ?? (smallest ? moneyAt(items, smallest) : undefined);
  const plain = Number(smallest?.groups?.plain ?? smallest?.groups?.after);
  readLeast(least, plain, terms);
  const percents = items.flatMap((item) => (item.value?.kind === 'percent' ? [item.value.n] : []));
  if (either.test(text) || isEither(bound, percents) || (noValue(text) && percents.length === 0)) return true;
  const percent = percents[0] ?? (free(text) ? MOST_PERCENT : undefined);
  const off = items
    .filter((item) => item !== least)
    .map(moneyOf)
    .find((money) => money?.amount);
  if (percent !== undefined && percent > 0 && percent <= MOST_PERCENT) terms.percent_off = percent;
  else if (off?.amount) terms.amount_off = off.amount;
  const currency =
    (terms.percent_off ? undefined : off?.currency) ??
    moneyOf(least)?.currency ??
    off?.currency ??
    currencyIn(items);
  if (currency && (terms.amount_off || terms.min_purchase)) terms.currency = currency;
  if (percent !== undefined) return percent > MOST_PERCENT || percent <= 0;
  return noValue(text) || (!terms.amount_off && hasBareNumber(items, uses, plain));
}

/** "between $5 and $8" is no discount unless another is said. */
const isEither = (bound: Item | undefined, percents: readonly number[]): boolean => {
  const money = moneyOf(bound);
  return (
    percents.length === 0 && money?.min !== undefined && money.max !== undefined && money.min !== money.max
  );
};

const moneyOf = (item: Item | undefined): Money | undefined =>
  item?.value?.kind === 'money' ? item.value : undefined;

const currencyIn = (items: readonly Item[]): string | undefined =>
  items.flatMap((item) => (item.value?.kind === 'currency' ? [item.value.code] : []))[0];

function readLeast(least: Item | undefined, plain: number, terms: CreateCoupon): void {
  const money = moneyOf(least);
  const sum = money ? (money.min ?? money.amount ?? 0) : plain;
  if (sum > 0) terms.min_purchase = sum;
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

/** "take 15 off": a number that could be percent or money. "2 coupons" counts them. */
const hasBareNumber = (items: readonly Item[], ...used: (number | undefined)[]): boolean =>
  items.some(
    (item, at) =>
      item.value?.kind === 'number' &&
      !used.includes(item.value.n) &&
      !/^(?:coupons|vouchers|discounts|codes|more|separate|different|new)$/.test(items[at + 1]?.word ?? ''),
  );
