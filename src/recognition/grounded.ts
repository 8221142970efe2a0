import { findTerm } from '../abilities/glossary.js';
import type { Plan } from './plan.js';
import type { Sentence } from './recogniser.js';

/** Values that a person types: a model may pick them out of the sentence, never make them up. Codes stand there as they
 * are; names may have lost a quote or an accent on the way. */
const codes = ['charge', 'card_last4', 'code'];
const names = ['customer', 'name'];

/** Whether every identifier and every text of a plan stands in the sentence, or in the plan before. A placeholder that
 * nobody gave out, an invented customer and a piece of our own prompt do not. */
export function isGrounded(
  { steps }: Plan,
  { text, previous }: Pick<Sentence, 'text' | 'previous'>,
): boolean {
  const said = [text, ...textsIn(previous?.steps ?? []).map(([, value]) => value)].join('\n');
  const letters = lettersOf(said);
  return textsIn(steps).every(([field, value]) => {
    if (codes.includes(field)) return isIn(value.toLowerCase(), said.normalize('NFKC').toLowerCase());
    if (names.includes(field)) return isIn(lettersOf(value), letters) || isIn(value, said);
    return field !== 'term' || isNear(value, letters) || 'term' in findTerm(value);
  });
}

/** Every text of the steps, and of a step that waits, with its field. */
function textsIn(steps: readonly object[]): [string, string][] {
  return steps.flatMap((step) =>
    Object.entries(step).flatMap(([field, value]: [string, unknown]): [string, string][] => {
      if (typeof value === 'string') return [[field, value]];
      return typeof value === 'object' && value !== null ? textsIn([value]) : [];
    }),
  );
}

/** Letters and digits alone, in one case and without accents. */
function lettersOf(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();
}

function isIn(part: string, whole: string): boolean {
  return part !== '' && whole.includes(part);
}

/** Whether the beginning of each word of a term was said: a term is singular, and its slips of the finger are mended. */
function isNear(term: string, said: string): boolean {
  const words = term.split(/[\s-]+/).map(lettersOf);
  return words.every((word) => isIn(word.slice(0, Math.max(3, word.length - 3)), said));
}
