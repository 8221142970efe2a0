import type { Step } from '../plan.js';
import type { Item } from './item.js';
import { isKnown } from './mend.js';

const isPlainWord = ({ word, value, raw }: Item): boolean =>
  value === undefined && /^[a-z]{3,}$/.test(word) && /^\p{Ll}/u.test(raw);

/** Whether words are left that nobody here understands: one is enough in a sentence of another language, half of an English one. */
function hasStrangeWords(items: readonly Item[], translated: boolean): boolean {
  const plain = items.filter(isPlainWord);
  const strange = plain.filter(({ word }) => !isKnown(word)).length;
  return translated ? strange > 0 : strange > 1 && strange * 2 >= plain.length;
}

/** A coupon whose terms are not all understood would be broader than what was asked for: it is asked back. */
export function withoutGuessedCoupons(
  steps: readonly Step[],
  { items, rules }: { items: readonly Item[]; rules: readonly string[] },
): Step[] {
  if (!hasStrangeWords(items, rules.includes('other language'))) return [...steps];
  return steps.map((step) =>
    step.do === 'create_coupon' ? { do: 'clarify', about: 'other', for: step } : step,
  );
}
