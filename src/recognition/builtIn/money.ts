import type { Item, Money } from './item.js';
import { type Found, rewrite, words } from './rewrite.js';
import { CHARGE_MANY, COUPON_MANY, CUSTOMER_MANY } from './vocabulary.js';

const SIGNS: Record<string, string> = {
  $: 'usd',
  us$: 'usd',
  a$: 'aud',
  au$: 'aud',
  c$: 'cad',
  ca$: 'cad',
  r$: 'brl',
  nz$: 'nzd',
  hk$: 'hkd',
  s$: 'sgd',
  '£': 'gbp',
  '€': 'eur',
  '¥': 'jpy',
};
/** Currencies that a message may name by their ISO 4217 code. */
export const ISO =
  'usd eur gbp chf jpy aud cad nok sek dkk pln czk huf brl mxn inr cny sgd hkd nzd zar ils aed thb krw ron bgn isk php idr myr twd'.split(
    ' ',
  );
/** Currencies as they are spoken. */
export const SPOKEN: Record<string, string> = {
  dollar: 'usd',
  dollars: 'usd',
  buck: 'usd',
  bucks: 'usd',
  pound: 'gbp',
  pounds: 'gbp',
  quid: 'gbp',
  sterling: 'gbp',
  euro: 'eur',
  euros: 'eur',
  yen: 'jpy',
  franc: 'chf',
  francs: 'chf',
  zloty: 'pln',
  zlotys: 'pln',
  rupee: 'inr',
  rupees: 'inr',
  yuan: 'cny',
  reais: 'brl',
  rand: 'zar',
  pesos: 'mxn',
  kroner: 'nok',
  kronor: 'sek',
  krona: 'sek',
  krone: 'nok',
  won: 'krw',
};
const OF_COUNTRY: Record<string, string> = {
  us: 'usd',
  american: 'usd',
  australian: 'aud',
  canadian: 'cad',
  'new zealand': 'nzd',
  'hong kong': 'hkd',
  singapore: 'sgd',
  british: 'gbp',
  swiss: 'chf',
  norwegian: 'nok',
  danish: 'dkk',
  swedish: 'sek',
  japanese: 'jpy',
  mexican: 'mxn',
  indian: 'inr',
  pound: 'gbp',
  pounds: 'gbp',
  brazilian: 'brl',
  polish: 'pln',
  czech: 'czk',
  chinese: 'cny',
};

const SPOKEN_WORD = Object.keys(SPOKEN)
  .filter((word) => word !== 'won')
  .join('|');
const SIGN = Object.keys(SIGNS)
  .map((sign) => sign.replace(/\$/g, '\\$'))
  .join('|');
const CURRENCY = words(
  `(?:(?<country>${Object.keys(OF_COUNTRY).join('|')}) )?(?<spoken>${SPOKEN_WORD}|koruna|real|won(?= ~none))|(?<iso>${ISO.join('|')})|(?<sign>${SIGN})`,
);

/** Tags currencies, with or without an amount: "Swiss francs", "EUR", "€". */
export const readCurrencies = (items: readonly Item[]): Item[] =>
  rewrite(items, CURRENCY, ({ group }) => {
    const country = OF_COUNTRY[group('country')];
    if (/^(?:real|koruna)$/.test(group('spoken')) && !country) return undefined;
    const code = country ?? SPOKEN[group('spoken')] ?? SIGNS[group('sign')] ?? group('iso');
    return { word: '~cur', value: { kind: 'currency', code } };
  });

const LISTED = [...CHARGE_MANY, ...CUSTOMER_MANY, ...COUPON_MANY, 'ones'].join('|');
const AMOUNT = words(
  `(?<before>~cur) (?<first>\\d+(?:\\.\\d+)?)(?: (?:~cur))?|(?<![a-z]*(?:last|latest|newest|recent|top) )(?<second>\\d+(?:\\.\\d+)?) ~cur(?:(?: and)? (?<cents>\\d{1,2}) (?:cents?|pence|p|centimes?|pennies))?(?! (?:(?!for |on |off |and |to |from |of |with |in )\\w+ )?(?:${CHARGE_MANY.join('|')})(?![a-z]))`,
);

/** Two amounts and a choice between them are none. */
const EITHER_AMOUNT = words(
  String.raw`(?:either )?(?:\d+(?:\.\d+)? or (?:maybe |perhaps |even )?\d+(?:\.\d+)? ~cur|~cur \d+(?:\.\d+)? or (?:maybe |perhaps |even )?(?:~cur )?\d+(?:\.\d+)?)`,
);

/** Joins an amount and its currency: "$50", "50 euros", "CHF 20". "10 EUR charges" stays a count and a currency. */
export const readAmounts = (items: readonly Item[]): Item[] =>
  rewrite(
    rewrite(items, EITHER_AMOUNT, () => ({ word: '~either' })),
    AMOUNT,
    ({ items: found, group }) => {
      const amount = Number(group('first') || group('second')) + Number(group('cents') || 0) / 100;
      const code = found.map((item) => item.value).find((value) => value?.kind === 'currency');
      return amount > 0
        ? {
            word: '~money',
            value: { kind: 'money', amount, ...(code?.kind === 'currency' ? { currency: code.code } : {}) },
          }
        : undefined;
    },
  );

const PERCENT = words(
  String.raw`(?<n>\d+(?:\.\d+)?)(?: -)? (?:%|percent|percentage)|half (?:off|price)|(?:percent|percentage) (?:: )?(?<after>\d+(?:\.\d+)?)(?! percent)|(?<quarter>quarter off|quarter of the price)`,
);

const EITHER = words(
  String.raw`(?:(?:between|from|either) )?\d+(?:\.\d+)?(?: (?:%|percent))? (?:and|to|or|-) (?:maybe )?\d+(?:\.\d+)? (?:%|percent)(?! off (?:and|coupon and))`,
);

/** Tags percentages: "12,5 %", "thirty percent", "half off". */
export const readPercents = (items: readonly Item[]): Item[] =>
  rewrite(rewrite(items, EITHER, eitherOf), PERCENT, ({ group }) => {
    const said = group('n') || group('after');
    const n = said ? Number(said) : group('quarter') ? 25 : 50;
    return { word: '~pct', value: { kind: 'percent', n } };
  });

/** Two percentages and a choice between them are none: "10 or 15%". "10% and 15%" are two. */
const eitherOf = ({ items }: Found) =>
  items.some((item) => item.word === 'and') && items[0]?.word !== 'between' ? undefined : { word: '~either' };

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
    `(?:exactly|precisely|of exactly|equal to|just exactly) (?<same>${SUM})`,
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
  return group('same') ? { ...bound, min: first, max: first } : { ...bound, max: first };
}
