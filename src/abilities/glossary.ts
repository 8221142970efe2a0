import { balances } from './glossary/balances.js';
import { discounts } from './glossary/discounts.js';
import type { GlossaryEntry } from './glossary/entry.js';
import { lettersApart } from './glossary/nearness.js';
import { payments } from './glossary/payments.js';
import { selling } from './glossary/selling.js';
import { stripeItself } from './glossary/stripeItself.js';
import { termKey } from './glossary/termKey.js';
import { thisBot } from './glossary/thisBot.js';
import { waysToPay } from './glossary/waysToPay.js';

/** Every term that can be explained, written by us. */
export const glossary: readonly GlossaryEntry[] = [
  ...payments,
  ...waysToPay,
  ...discounts,
  ...balances,
  ...selling,
  ...stripeItself,
  ...thisBot,
];

/** No such term; the nearest ones (three at most, perhaps none) to offer instead. */
export interface NoSuchTerm {
  nearest: string[];
}

/** More than a term has letters is not a term; longer text is cut before it is compared. */
const longestAsked = 80;

/**
 * Looks up what someone wants explained: by term or alias, in any case, singular or plural, with a slip of
 * the finger (one letter from five letters on, two from ten). "A vs B" and "difference between A and B" give
 * one entry that holds both meanings.
 */
export const findTerm = (asked: string): GlossaryEntry | NoSuchTerm => {
  const text = asked.slice(0, longestAsked);
  const whole = entryFor(termKey(text));
  if (whole) return whole;
  const sides = sidesOf(text);
  if (!sides) return { nearest: nearestTo(termKey(text)) };
  const [left, right] = sides.map((side) => entryFor(termKey(side)));
  if (left && right) return left === right ? left : difference(left, right);
  return left ?? right ?? { nearest: nearestTo(termKey(text)) };
};

const entryFor = (key: string): GlossaryEntry | undefined =>
  key === ''
    ? undefined
    : (glossary.find((entry) => keysOf(entry).includes(key)) ?? inOtherOrder(key) ?? misspelt(key));

/** "payment failed" for "failed payment". */
const inOtherOrder = (key: string): GlossaryEntry | undefined =>
  glossary.find((entry) => keysOf(entry).map(sortedWords).includes(sortedWords(key)));

const sortedWords = (key: string): string => key.split(' ').sort().join(' ');

const keysOf = (entry: GlossaryEntry): string[] => [entry.term, ...entry.aliases].map(termKey);

/** The one entry nearest by letters; two equally near ones are not told apart by guessing. */
const misspelt = (key: string): GlossaryEntry | undefined => {
  const most = key.length >= 10 ? 2 : key.length >= 5 ? 1 : 0;
  const near = glossary
    .map((entry) => ({ entry, apart: apartFrom(entry, key, most) }))
    .filter(({ apart }) => apart <= most)
    .sort((one, other) => one.apart - other.apart);
  const [first, second] = near;
  return first && first.apart !== second?.apart ? first.entry : undefined;
};

const apartFrom = (entry: GlossaryEntry, key: string, most: number): number =>
  Math.min(...keysOf(entry).map((known) => lettersApart(known, key, most)));

const sidesOf = (text: string): string[] | undefined => {
  const between = text.match(/differences? between (.+?) and (.+)/i);
  const sides = between ? between.slice(1) : text.split(/\s+(?:vs\.?|versus|or|against|and)\s+/i);
  return sides.length === 2 ? sides : undefined;
};

const difference = (left: GlossaryEntry, right: GlossaryEntry): GlossaryEntry => ({
  term: `${left.term} vs ${right.term}`,
  aliases: [],
  meaning: [left, right].map(({ term, meaning }) => `${capital(term)}: ${meaning}`).join('\n\n'),
  related: [left.term, right.term],
});

const capital = (term: string): string => term.charAt(0).toUpperCase() + term.slice(1);

const nearestTo = (key: string): string[] => {
  const words = key.split(' ').filter((word) => word.length > 2);
  const most = Math.max(2, Math.floor(key.length / 3));
  return glossary
    .map((entry) => ({
      term: entry.term,
      shared: Math.max(...keysOf(entry).map((known) => shareIn(known, words))),
      apart: apartFrom(entry, key, most),
    }))
    .filter(({ shared, apart }) => shared > 0 || (key.length > 4 && apart <= most))
    .sort((one, other) => other.shared - one.shared || one.apart - other.apart)
    .slice(0, 3)
    .map(({ term }) => term);
};

/** How much of a known spelling, 0 to 1, stands among the words asked for. */
const shareIn = (known: string, words: readonly string[]): number => {
  const parts = known.split(' ');
  return parts.filter((part) => words.includes(part)).length / parts.length;
};
