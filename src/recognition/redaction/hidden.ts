import { findCards } from './cards.js';
import { findKeys } from './keys.js';
import { type Find, lowerOf, type Span, spansOf } from './span.js';

const words: Readonly<Record<string, string>> = {
  zero: '0',
  oh: '0',
  o: '0',
  one: '1',
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
};
const spelled = new RegExp(
  String.raw`(?=[a-z\d])(?<!\p{L})(?:(?:${Object.keys(words).join('|')}|\d)[\s,.-]{1,3}){11,40}(?:${Object.keys(words).join('|')}|\d)(?![\p{L}\p{N}])`,
  'gu',
);
const base64 = /(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{16,400}={0,2}(?![A-Za-z0-9+/=])/g;

/** Finds cards that are spelled in words, and cards and keys in base64. */
export const findHidden: Find = (text, lower) => [
  ...spansOf(lower, spelled, 'card').filter((span) => isSpelledCard(lower.slice(span.start, span.end))),
  ...spansOf(text, base64, 'card').flatMap((span) => decoded(text, span)),
];

/** At least one word among them: digits alone are for the finder of cards. */
const isSpelledCard = (said: string): boolean =>
  /\p{L}/u.test(said) && holdsCard(said.replace(/\p{L}+/gu, (word) => words[word] ?? '').replace(/\D/g, ' '));

const holdsCard = (digits: string): boolean => findCards(digits, digits).length > 0;

function decoded(text: string, span: Span): Span[] {
  const plain = Buffer.from(text.slice(span.start, span.end), 'base64').toString('latin1');
  if (!/^[\x20-\x7e\s]{12,}$/.test(plain)) return [];
  const [found] = [...findCards(plain, lowerOf(plain)), ...findKeys(plain, lowerOf(plain))];
  return found ? [{ ...span, kind: found.kind }] : [];
}
