import { nameWords } from './nameWords.js';
import type { Word } from './words.js';

const joiners = new Set(
  'de da di del della van von der den dos la le al el bin ibn ter zu y e of'.split(' '),
);
/** What may stand between the words of one name. */
const within = /^(?: {1,2}|\. {0,2}| ?[&+] ?)$/;

/** Where the run of words that reads as a name and begins at `at` ends; `at` itself when none does. */
export function endOfRun(words: readonly Word[], at: number, titled: boolean): number {
  if (!beginsName(words, at, titled)) return at;
  let end = at + 1;
  while (!words[end - 1]?.possessive && goesOn(words, end, titled))
    end += isJoiner(words, end, titled) ? 2 : 1;
  return end;
}

function beginsName(words: readonly Word[], at: number, titled: boolean): boolean {
  const first = words[at];
  if (!first || !isCapital(first)) return false;
  const next = words[at + (isJoiner(words, at + 1, titled) ? 2 : 1)];
  const followed = next !== undefined && isOfName(next, titled) && within.test(next.gap) && !first.possessive;
  if (nameWords.isNotAlone(first.plain)) return followed && makesName(first, next);
  if (!first.ordinary) return true;
  if (first.opens || titled) return followed && nameWords.isGiven(first.plain) && !next.ordinary;
  return !first.upper || followed;
}

/** "Mr Young", "April Jones", "Air France", but no "Apple Pay" and no "American Express". */
const makesName = (first: Word, next: Word): boolean =>
  !nameWords.isNotAlone(next.plain) &&
  (!next.ordinary || nameWords.isTitle(first.plain) || nameWords.isGiven(next.plain));

function goesOn(words: readonly Word[], at: number, titled: boolean): boolean {
  const word = words[at];
  if (!word || !within.test(word.gap) || isAfterAbbreviation(words, at)) return false;
  return isOfName(word, titled) || isJoiner(words, at, titled);
}

/** A point ends a sentence but behind an initial or a title. */
const isAfterAbbreviation = (words: readonly Word[], at: number): boolean =>
  /\./.test(words[at]?.gap ?? '') && !/^(?:\p{Lu}|\p{Lu}\p{Ll}{0,3})$/u.test(words[at - 1]?.raw ?? '');

function isJoiner(words: readonly Word[], at: number, titled: boolean): boolean {
  const [word, next] = [words[at], words[at + 1]];
  return (
    word !== undefined &&
    next !== undefined &&
    !word.capital &&
    joiners.has(word.plain) &&
    (word.plain !== 'of' || words[at - 1]?.plain === 'bank') &&
    within.test(next.gap) &&
    isOfName(next, titled)
  );
}

const isCapital = (word: Word): boolean =>
  word.capital && !word.odd && !nameWords.isNever(word.plain, word.upper);

const isOfName = (word: Word, titled: boolean): boolean => isCapital(word) && !(titled && word.ordinary);

/** In a title everyday words have a capital too, so capitals tell nothing. */
export function isTitled(words: readonly Word[]): boolean {
  const everyday = words.slice(1).filter(({ ordinary, raw }) => ordinary && raw.length > 2);
  const capitals = everyday.filter(({ capital }) => capital).length;
  return everyday.length > 2 && words[0]?.capital === true && capitals > everyday.length * 0.7;
}
