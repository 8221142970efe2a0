import { type Item, textOf } from './item.js';
import { phrases } from './phrases.js';
import { askedTerms } from './termPhrases.js';
import { TERMS } from './vocabulary.js';

const TRADE: ReadonlySet<string> = new Set(TERMS);
const MOST_WORDS = 7;
const LONGEST = 80;

const LEAD =
  /^(?:~quote |what (?=\S+$)|the (?:word|term|expression|phrase) |(?:what )?(?:an? |the |our |this |that ))+/;
const asksOther = phrases(`
  we|our|my|i|you|did|do|does|have|has|today|yesterday|last|latest|~when|~date|~cus|~charge|~mail|should|which|stuck|hanging|worth|wrong|his|her|their|next|going|happening
  status|state of
  up with
  in pending
`);

/** The word or words that a clause asks the meaning of, as said, or undefined. */
export function termsAsked(items: readonly Item[]): string[] | undefined {
  const found = askedTerms(textOf(items)).find((terms) => terms.every(isTerm));
  return found?.flatMap(split).map((part) => termOf(part, items));
}

const split = (term: string): string[] =>
  term.split(/ (?:and|or|versus|from|&|,) (?:an? |the )?/).filter((part) => part.trim());

/** Words of the trade, and few of them; a quoted word is one. */
export function isTerm(term: string): boolean {
  if (/~quote/.test(term)) return true;
  const parts = term.replace(LEAD, '').split(' ');
  return (
    parts.length <= MOST_WORDS &&
    !asksOther(term) &&
    parts.some((part) => TRADE.has(part) || TRADE.has(part.replace(/s$/, ''))) &&
    !/~(?!quote)/.test(term)
  );
}

const PLURAL_KEPT = /(?:ss|us|is|\bfunds|terms|stripe)$/;
const SINGULAR: [RegExp, string][] = [
  [/ies$/, 'y'],
  [/(ch|sh|x|ss|z)es$/, '$1'],
  [/s$/, ''],
];

/** A term as the glossary has it: no article, singular, "promo" spelt out. */
export function termOf(said: string, items: readonly Item[]): string {
  const quoted = items.find((item) => item.word === '~quote');
  const plain = (said.includes('~quote') && quoted ? quoted.raw.toLowerCase() : said)
    .replace(LEAD, '')
    .replace(
      / (?:in a voucher|in a coupon|on a coupon|for a coupon|of a coupon|in stripe|here|status|state|thing|thingy|stuff)$/,
      '',
    )
    .replace(/ (?:for|in|on|of|with)(?: (?:an? |the |our )?[a-z]+)?$/, '')
    .replace(/\bpromos?\b/g, 'promotion')
    .replace(/ 's$/, '')
    .trim();
  return singular(asTyped(plain, items)).slice(0, LONGEST);
}

/** "max" and "min" are the user's own words. */
const asTyped = (term: string, items: readonly Item[]): string =>
  items.reduce(
    (said, { word, raw, glued }) =>
      /^(?:max|min)$/i.test(raw)
        ? said.replace(word, raw.toLowerCase())
        : glued && raw.startsWith('-')
          ? said.replace(` ${word}`, `-${word}`)
          : said,
    term,
  );

function singular(term: string): string {
  if (PLURAL_KEPT.test(term)) return term;
  const rule = SINGULAR.find(([ending]) => ending.test(term));
  return rule ? term.replace(rule[0], rule[1]) : term;
}
