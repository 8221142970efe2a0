import type { Plan, Step } from '../plan.js';
import { dropsCustomer } from './drops.js';
import type { Following } from './following.js';
import { namesKind, otherKind, withCustomer } from './kindSwitch.js';
import { isListStep } from './listChange.js';
import { phrases } from './phrases.js';
import { pointsAtRow } from './picks.js';

/** Whether rows were shown before. */
export const rowsBefore = ({ previous }: Following): boolean => previous.steps.some(isListStep);

const knowsCustomer = ({ steps }: Plan): boolean =>
  steps.some((step) => 'customer' in step && Boolean(step.customer));
const meansCustomer = phrases('this|that customer|client|person|guy|lady|buyer|company');

/** Points at a row: nobody here knows it. */
export function rowMeant(following: Following, text: string): Step[] | undefined {
  const { slots } = following.said;
  const named = slots.customers.length > 0 || (knowsCustomer(following.previous) && meansCustomer(text));
  return rowsBefore(following) && !named && pointsAtRow(text)
    ? [{ do: 'clarify', about: 'other' }]
    : undefined;
}

const asksWhose = phrases(`
  who ..2 paid|bought|is|was|made|sent|ordered|owns|did|pays|are|were ..1 that|it|this|them|those|these|behind
  whose is|was|are? that|this|it|card|payment|charge|$
  who that|this|it is|was
  the|that|this|its customer|buyer|payer behind|of|for that|this|it
`);

/** "Who paid that?": a customer known only from rows, of whom no plan knows. */
export function rowsPerson({ previous }: Following, text: string): Step[] | undefined {
  const rows = previous.steps.some((step) => step.do === 'list_charges' || step.do === 'list_customers');
  const [who] = previous.steps.flatMap((step) =>
    'customer' in step && step.customer ? [step.customer] : [],
  );
  if (rows && who && asksWhose(text)) return [{ do: 'list_customers', customer: who }];
  return rows && asksWhose(text) ? [{ do: 'clarify', about: 'which_customer' }] : undefined;
}

/** A request that names its kind, with what it takes from the one before. */
export function kindSwitched(following: Following, text: string): readonly Step[] | undefined {
  const own = rowsBefore(following) ? following.frames.find(namesKind) : undefined;
  if (own?.asks === 'list_customers' && knowsCustomer(following.previous) && dropsCustomer(text))
    return undefined;
  if (
    following.alone.some(
      (step) => step.do === 'clarify' && step.for?.do === 'create_coupon' && step.about === 'which_customer',
    )
  )
    return withCustomer(following.previous, following.alone);
  return own && (otherKind({ ...following, text }, own) ?? following.alone);
}
