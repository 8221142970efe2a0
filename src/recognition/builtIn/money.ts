import type { Item } from './item.js';
import { rewrite, words } from './rewrite.js';

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
  aussie: 'aud',
  kiwi: 'nzd',
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
