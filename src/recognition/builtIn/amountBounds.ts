import type { Item, Money } from './item.js';
import { type Found, rewrite, words } from './rewrite.js';
import { CHARGE_MANY, COUPON_MANY, CUSTOMER_MANY } from './vocabulary.js';

const LISTED = [...CHARGE_MANY, ...CUSTOMER_MANY, ...COUPON_MANY, 'ones'].join('|');
const PLAIN = String.raw`\d+(?:\.\d+)?(?! (?:[a-z]+ )?(?:days?|weeks?|months?|years?|hours?|uses?|times|people|persons|folks|users|redemptions?|lines|rows|entries|${LISTED})(?![a-z])|th)`;
const SUM = `(?:~money|${PLAIN})`;
const BIGGER = '(?:more|greater|larger|bigger|higher|costlier|dearer)';
const SMALLER = '(?:less|smaller|lower|cheaper|fewer)';
const WORTH = '(?:(?:of|worth|for|with|are|is|at|costing|totalling) )?';
const AT_LEAST = `${WORTH}(?:over|above|(?<!no |not )${BIGGER} than|at least|exceeding|exceeds|exceed|> =|>|minimum of|minimum|min|(?:not|no) ${SMALLER} than|not (?:under|below)|beyond|upwards of|starting at|starting from|north of|from)`;
const AT_MOST = `${WORTH}(?:under|below|(?<!no |not )${SMALLER} than|at most|up to|< =|<|maximum of|maximum|max|(?:not|no) ${BIGGER} than|not (?:over|above)|south of|within)`;
const BOUND = words(
  `(?:between|from|ranging from) (?<low>${SUM}) (?:and|to|-|until) (?<high>~money|${PLAIN}(?! ~when))|` +
    `(?<low2>~money|${PLAIN}) (?:to|-) (?<high2>~money)|` +
    `${AT_LEAST} (?:of )?(?<least>~money)|${AT_LEAST.replace('|from)', ')')} (?:of )?(?<leastPlain>${PLAIN})|(?<leastAfter>~money) (?:and (?:up|more|above|over|higher|upwards?)|or (?:more|above|higher|over)|upwards?|plus|\\+|minimum)|` +
    `${AT_MOST} (?<most>${SUM})|(?<mostAfter>~money) (?:and (?:below|under|less|down)|or (?:less|below|under)|maximum)|` +
    `(?:exactly|precisely|of exactly|equal to|just exactly) (?<same>${SUM})|(?:for|of|worth|at) (?<same2>\\d+\\.\\d+)(?! ~cur)`,
);

/** Tags bounds on amounts: "over $80", "between 20 and 40 pounds", "300 EUR and up". */
export const readBounds = (items: readonly Item[]): Item[] =>
  rewrite(items, BOUND, (found) => {
    if (/^max/.test(found.items[0]?.word ?? '') && found.items.every((item) => item.value?.kind !== 'money'))
      return undefined;
    const money = boundOf(found);
    return (
      money && { word: money.min !== undefined && money.max === undefined ? '~min' : '~bound', value: money }
    );
  });

function boundOf({ items, group }: Found): Money | undefined {
  const sums = items.flatMap((item) =>
    item.value?.kind === 'money' || item.value?.kind === 'number' ? [item.value] : [],
  );
  const amounts = sums.map((sum) => (sum.kind === 'money' ? (sum.amount ?? 0) : sum.n)).filter((n) => n > 0);
  const currency = sums.flatMap((sum) => (sum.kind === 'money' && sum.currency ? [sum.currency] : []))[0];
  const [first, second] = amounts;
  if (first === undefined) return undefined;
  const bound: Money = { kind: 'money', ...(currency ? { currency } : {}) };
  if (group('low') || group('low2'))
    return second === undefined
      ? undefined
      : { ...bound, min: Math.min(first, second), max: Math.max(first, second) };
  if (group('least') || group('leastAfter') || group('leastPlain')) return { ...bound, min: first };
  return group('same') || group('same2') ? { ...bound, min: first, max: first } : { ...bound, max: first };
}
