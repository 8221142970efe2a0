import { mend } from '../builtIn/mend.js';
import { nameWords } from './nameWords.js';
import type { Stretch } from './span.js';
import type { Word } from './words.js';

/** Behind these a name may stand in small letters. */
const before = /^(?:by|from|of|for|customers?|clients?|buyer|is|did|has|does|find)$/;
/** One word alone is a name where nothing else could stand. */
const beforeOne = /^(?:by|from|of|is|did|has)$/;
const afterOne =
  /^(?:since|this|last|in|on|and|a|an|our|pay|pays|paid|buy|bought|spend|spent|order|ordered|been|still|ever|have|please|today|yesterday)$/;
const longest = 3;
/** To mend a word costs; nobody names more people than this in small letters. */
const mostTries = 40;

/** Finds "payments by marta kowalska", "marta's payments": words that nobody knows, where a name belongs. */
export function lowerNames(words: readonly Word[]): Stretch[] {
  const found: Stretch[] = [];
  let tries = 0;
  for (let at = 0; at < words.length && tries < mostTries; at++) {
    const [lead, first] = [words[at - 1], words[at]];
    const listed = lead?.plain === 'and' && found.length > 0 && found.at(-1)?.end === words[at - 2]?.end;
    const placed = first?.possessive || listed || before.test(lead?.plain ?? '');
    if (!first || !placed || !isStrange(first)) continue;
    tries++;
    const end = endOf(words, at);
    const last = words[end - 1];
    const sure =
      last?.possessive || listed || nameWords.leadsSurely(lead?.plain ?? '') || isBetween(lead, words[end]);
    if (last && (sure || end - at > 1) && words.slice(at, end).every(({ plain }) => mend(plain) === plain))
      found.push({ start: first.start, end: last.end });
    at = end - 1;
  }
  return found;
}

function isBetween(lead: Word | undefined, next: Word | undefined): boolean {
  if (lead?.plain === 'is') return /^(?:an?|our)$/.test(next?.plain ?? '');
  return beforeOne.test(lead?.plain ?? '') && (next === undefined || next.opens || afterOne.test(next.plain));
}

function endOf(words: readonly Word[], at: number): number {
  let end = at + 1;
  while (
    end < at + longest &&
    !words[end - 1]?.possessive &&
    words[end]?.gap === ' ' &&
    isStrange(words[end])
  )
    end++;
  return end;
}

const isStrange = (word: Word | undefined): boolean =>
  word !== undefined &&
  !word.capital &&
  !word.odd &&
  !word.ordinary &&
  !nameWords.isNotAlone(word.plain) &&
  /^[a-z'-]{3,20}$/.test(word.plain);
