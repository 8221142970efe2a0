import { ABBREVIATIONS } from './abbreviations.js';
import { LOOKALIKES } from './lookalikes.js';
import { ORDINARY_WORDS } from './ordinaryWords.js';
import { COMMON, MENDABLE, TERMS, WORDS_OF_OURS } from './vocabulary.js';

const VOCABULARY: ReadonlySet<string> = new Set([...WORDS_OF_OURS, ...TERMS, ...MENDABLE, ...COMMON]);

/** Whether a word (lower case, no accents) is one that rules or everyday English know: no name and no misspelling. */
export const isKnown = (word: string): boolean =>
  ORDINARY_WORDS.has(word) || LOOKALIKES.has(word) || VOCABULARY.has(word) || ABBREVIATIONS.has(word);

/** People's names that are one slip away from a word of ours. */
const NAMES: ReadonlySet<string> = new Set(
  'avril charles emil jane judy juno lisa marc marci marco marcy'.split(' '),
);

/** Shorter words are too near to others to be mended. */
const SHORTEST = 4;
const LONGEST = 16;

/**
 * The word of our vocabulary that a misspelt one was meant to be, or the word itself. One slip up to six letters, two
 * from seven on; the first letter holds, or is swapped with the second. Everyday words are never touched.
 */
export function mend(word: string): string {
  if (word.length < SHORTEST || word.length > LONGEST || isKnown(word) || !/^[a-z]+$/.test(word)) return word;
  if (NAMES.has(word)) return word;
  const most = word.length < 7 ? 1 : 2;
  let best = word;
  let least = most + 1;
  for (const candidate of MENDABLE) {
    if (!couldBe(word, candidate, most)) continue;
    const slips = distance(word, candidate);
    if (slips < least) {
      least = slips;
      best = candidate;
    }
  }
  return best === word ? (swappedBack(word) ?? unvowelled(word) ?? word) : best;
}

/** Two neighbours of an everyday word changed places: "mkae", "hwat". */
function swappedBack(word: string): string | undefined {
  for (let at = 0; at + 1 < word.length; at++) {
    const back = word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2);
    if (COMMON.has(back)) return back;
  }
  return undefined;
}

const skeleton = (word: string): string => word.replace(/(?<=.)[aeiou]/g, '').replace(/(.)\1/g, '$1');
const SKELETONS: ReadonlyMap<string, string> = new Map(
  [...COMMON, ...MENDABLE].reverse().map((word) => [skeleton(word), word]),
);

/** "mnth", "cstmrs": a word without its vowels. */
const unvowelled = (word: string): string | undefined =>
  /[aeiou]/.test(word.slice(1)) ? undefined : SKELETONS.get(skeleton(word));

function couldBe(word: string, candidate: string, most: number): boolean {
  if (candidate.length < SHORTEST || Math.abs(candidate.length - word.length) > most) return false;
  if (candidate.length < 7 && most > 1) return false;
  return word[0] === candidate[0] || (word[0] === candidate[1] && word[1] === candidate[0]);
}

/** Insertions, deletions, replacements and swaps of neighbours that lead from one word to the other. */
function distance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) row.push(cell(rows, row, a, b, i, j));
    rows.push(row);
  }
  return rows[a.length]?.[b.length] ?? 0;
}

function cell(rows: number[][], row: number[], a: string, b: string, i: number, j: number): number {
  const far = Number.MAX_SAFE_INTEGER;
  const cost = a[i - 1] === b[j - 1] ? 0 : 1;
  const plain = Math.min(
    (rows[i - 1]?.[j] ?? far) + 1,
    (row[j - 1] ?? far) + 1,
    (rows[i - 1]?.[j - 1] ?? far) + cost,
  );
  const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
  return swapped ? Math.min(plain, (rows[i - 2]?.[j - 2] ?? far) + 1) : plain;
}
