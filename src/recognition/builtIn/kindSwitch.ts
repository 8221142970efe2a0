import { step as form, type Plan, type Step } from '../plan.js';
import type { Frame } from './frame.js';
import { isListStep } from './listChange.js';
import { headNoun } from './nouns.js';
import { phrases } from './phrases.js';

const sameFor = phrases(`
  same|likewise|identical
  i mean|meant|was_thinking_of|was_thinking_about|was_asking_about|wanted|was_after|was_looking_for
  no|nope
  not those|these|them|that
  also|do_it|do_that|repeat_it|repeat_that|run_it|run_that for
  but|and|now for
  instead|rather
  wrong|oops|sorry
`);
const same = phrases('same|likewise|identical|do_it|repeat_it|do_that');
const acts = phrases('paid|pay|spent|spend|bought|buy|sold|earned|earn|~charge|purchased|ordered');
const looksUp = phrases(
  'find|search|look|lookup|show|who|is|know|profile|details|info|data|customer|client|exist|registered|record|tell|about',
);

/** Whether a request stands alone: it names what it is about. A status or a period alone does not. */
export function namesKind(frame: Frame): boolean {
  if (!frame.asks || frame.asks === 'refuse' || (frame.asks === 'clarify' && !frame.waiting)) return false;
  const text = frame.clauses[0]?.text ?? '';
  if (frame.asks !== 'list_charges' && frame.waiting !== 'list_charges')
    return frame.rule !== 'customer looked up' || looksUp(text);
  return headNoun(text) !== undefined || acts(text);
}

const CARRIED = new Set(['limit', 'from', 'to', 'customer']);

/** A request that names its kind takes nothing but the customer that a pronoun means; "same for K" takes the frame of the list. */
export function otherKind(
  { previous, alone, text }: { previous: Plan; alone: readonly Step[]; text: string },
  own: Frame,
): Step[] | undefined {
  const [first] = previous.steps.filter(isListStep);
  if (own.about === 'which_customer') return withCustomer(previous, alone);
  const [step, ...more] = alone;
  if (!first || !step || more.length > 0 || !isListStep(step) || !sameFor(text)) return undefined;
  if (step.do === first.do && !same(text)) return undefined;
  const carried = Object.fromEntries(Object.entries(first).filter(([name]) => CARRIED.has(name)));
  const { customer: _gone, ...rest } = carried;
  const whole = [
    { ...carried, ...step },
    { ...rest, ...step },
  ].map((fields) => form.safeParse(fields));
  const read = whole.find((one) => one.success);
  return read && [read.data];
}

/** The customer of the plan before, where a pronoun means one. */
export function withCustomer(previous: Plan, alone: readonly Step[]): Step[] | undefined {
  const [who] = previous.steps.flatMap((step) =>
    'customer' in step && step.customer ? [step.customer] : [],
  );
  if (!who) return undefined;
  return alone.map((step) => {
    const waiting = step.do === 'clarify' ? form.safeParse({ ...step.for, customer: who }) : undefined;
    return waiting?.success ? waiting.data : step;
  });
}
