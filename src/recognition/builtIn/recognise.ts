import type { Plan, Step } from '../plan.js';
import type { Recognise, Sentence } from '../recogniser.js';
import { isPlain } from './certainty.js';
import { splitClauses } from './clauses.js';
import { compose } from './compose.js';
import type { Followed, Following } from './following.js';
import { followUp, OWN_KIND } from './followUps.js';
import type { Frame } from './frame.js';
import { textOf } from './item.js';
import { readItems } from './itemReading.js';
import { namedPeople } from './people.js';
import { phrases } from './phrases.js';
import { remainder } from './remainder.js';
import { settle } from './settle.js';
import { readSlots } from './slots.js';
import { withoutGuessedCoupons } from './strangeWords.js';
import { taint } from './taint.js';

const MOST_STEPS = 5;

/** A plan, the names of the rules that read it, in order, and whether it is plain enough to go without a second opinion. */
export interface BuiltInReading {
  plan: Plan;
  rules: string[];
  certain: boolean;
}

/** Reads a sentence by our own rules, without a model. Always gives a plan; the same sentence and day give the same plan. */
export function readPlan({
  text,
  today,
  previous,
}: Pick<Sentence, 'text' | 'today' | 'previous'>): BuiltInReading {
  const { items, rules } = readItems(text, { today, before: previous && firstDay(previous) });
  const clauses = splitClauses(items);
  const composed = compose(clauses, previous?.steps.at(-1));
  const settled = taint(remainder(composed));
  const alone = withoutGuessedCoupons(
    settled.flatMap((frame) => settle(frame, today)),
    { items, rules },
  );
  const following =
    previous &&
    followUp({
      items,
      clauses,
      frames: composed,
      settled,
      alone,
      previous,
      today,
      said: saidIn({ items, clauses, today }),
    });
  const [first, ...rest] = following?.steps ?? alone;
  const steps = first ? atMost(eachOnce([first, ...rest])) : HELP;
  return {
    plan: { steps },
    rules: [...rules, ...(following ? [following.rule] : rulesOf(settled))],
    certain: standsAlone(following, alone) && isPlain({ frames: composed, items, rules, steps }),
  };
}

/** The recogniser that needs no key and no network. */
export const createBuiltIn = (): Recognise => async (sentence) => {
  const { plan, certain } = readPlan(sentence);
  return { plan, by: 'built-in', certain };
};

/** Whether a message reads the same without the one before: "list coupons" does, "and those?" does not. */
const standsAlone = (following: Followed | undefined, alone: readonly Step[]): boolean =>
  !following || (following.rule === OWN_KIND && JSON.stringify(following.steps) === JSON.stringify(alone));

const HELP: Step[] = [{ do: 'help' }];

/** The same thing asked twice is one request; two equal coupons may be meant. */
const eachOnce = (steps: readonly Step[]): Step[] => {
  const seen = new Set<string>();
  return steps.filter((step) => {
    const written = JSON.stringify(Object.entries(step).sort());
    const again = step.do !== 'create_coupon' && seen.has(written);
    seen.add(written);
    return !again;
  });
};

/** A plan has five steps at most: of more, the first four and the question what the others were. */
const atMost = (steps: readonly Step[]): Step[] =>
  steps.length <= MOST_STEPS
    ? [...steps]
    : [...steps.slice(0, MOST_STEPS - 1), { do: 'clarify', about: 'other' }];

const rulesOf = (frames: readonly Frame[]): string[] => frames.map((frame) => frame.rule);

const firstDay = ({ steps }: Plan): string | undefined =>
  steps.flatMap((step) =>
    'from' in step && step.from
      ? [step.from]
      : 'expires_on' in step && step.expires_on
        ? [step.expires_on]
        : [],
  )[0];

const asksOne = phrases(`
  ^ {ask}* {show}? me? just|only|a_single|the_single|the_very? one|latest|newest|last|most_recent one|of_them? please|will_do|is_enough? $
  ^ {ask}* one is|will|would ..2 $
  ^ {ask}* {show} me? one please? $
`);

/** All that a message states, whatever clause it stands in. */
function saidIn({
  items,
  clauses,
  today,
}: Pick<Following, 'items' | 'clauses' | 'today'>): Following['said'] {
  const text = textOf(items);
  const slots = readSlots({ items: [...items], text, joint: 'start', next: 'end', asked: false });
  slots.customers = clauses.flatMap((clause) => namedPeople(clause.items));
  if (slots.limit === undefined && asksOne(text)) slots.limit = 1;
  return { slots, text, today };
}
