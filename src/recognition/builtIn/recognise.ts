import type { Plan, Step } from '../plan.js';
import type { Recognise, Sentence } from '../recogniser.js';
import { splitClauses } from './clauses.js';
import { compose } from './compose.js';
import { correct } from './corrections.js';
import { readDates } from './dates.js';
import { followUp } from './followUps.js';
import { gloss } from './foreign.js';
import type { Frame } from './frame.js';
import type { Item } from './item.js';
import { readCalled, readCodes } from './labels.js';
import { isKnown } from './mend.js';
import { readAmounts, readBounds, readCurrencies, readPercents } from './money.js';
import { readNames } from './names.js';
import { normalise } from './normalise.js';
import { readSpokenNumbers } from './numbers.js';
import { readBoundsOfTime, readLengths, readRanges, readRolling } from './periods.js';
import { readQuotes } from './quotes.js';
import { remainder } from './remainder.js';
import { settle } from './settle.js';
import { taint } from './taint.js';
import { tidy } from './tidy.js';

const MOST_CHARACTERS = 6000;
const MOST_STEPS = 5;

/**
 * Reads a sentence by our own rules, without a model. Always gives a plan; the same sentence and day give the same plan.
 * `rules` names the rules that read its parts, in order.
 */
export function readPlan(sentence: Pick<Sentence, 'text' | 'today' | 'previous'>): {
  plan: Plan;
  rules: string[];
} {
  const items = readItems(sentence.text, sentence.today);
  const clauses = splitClauses(items);
  const { previous, today } = sentence;
  const composed = compose(clauses, previous?.steps.at(-1));
  const frames = taint(remainder(composed));
  const alone = frames.flatMap((frame) => settle(frame, today));
  const following = previous && followUp({ items, clauses, frames: composed, alone, previous, today });
  const [first, ...rest] = following ?? alone;
  const steps: Step[] = first ? [first, ...rest].slice(0, MOST_STEPS) : [{ do: 'help' }];
  return { plan: { steps }, rules: following ? ['follow-up'] : rulesOf(frames) };
}

/** The recogniser that needs no key and no network. */
export const createBuiltIn = (): Recognise => async (sentence) => ({
  plan: readPlan(sentence).plan,
  by: 'built-in',
});

const rulesOf = (frames: readonly Frame[]): string[] => frames.map((frame) => frame.rule);

/** From what was typed to tagged items: each step takes what the ones before have left. */
export function readItems(text: string, today: string): Item[] {
  const typed = gloss(readQuotes(tidy(text.slice(0, MOST_CHARACTERS))), isKnown);
  const labelled = readCodes(readNames(readCalled(normalise(typed))));
  const counted = readAmounts(readCurrencies(readSpokenNumbers(labelled)));
  const dated = readDates(readRolling(readPercents(counted), today), today);
  const timed = readLengths(readBoundsOfTime(readRanges(dated, today)));
  return correct(readBounds(timed));
}
