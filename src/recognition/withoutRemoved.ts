import type { Plan, Step } from './plan.js';
import { removedSign } from './redact.js';

const sign = removedSign.replace(/[[\]]/g, '\\$&');
const meant = new RegExp(
  `\\b(?:of|by|for|from|customers?|client|find|about|who is|user)(?: (?:the|a|customer|person|number|called|named))* ["'“]?${sign}`,
  'i',
);

/** A plan in which nothing stands for what was taken out of the sentence: whoever was meant by it is asked for,
 * instead of the question becoming one about everybody; names and codes with it in them are left out. */
export function withoutRemoved(plan: Plan, text: string): Plan {
  if (!text.includes(removedSign)) return plan;
  const [first, ...rest] = plan.steps.map((step) => cleaned(step, meant.test(text)));
  const steps: Plan['steps'] = first ? [first, ...rest] : plan.steps;
  return { steps: steps.filter((step, at) => at === 0 || !same(step, steps[at - 1])) };
}

const asksWhom: Step = { do: 'clarify', about: 'which_customer' };

function cleaned(step: Step, personMeant: boolean): Step {
  if (step.do !== 'list_charges' && step.do !== 'list_customers' && step.do !== 'create_coupon') return step;
  const wasRemoved = step.customer?.includes('removed') ?? personMeant;
  if (wasRemoved && !(step.do === 'list_charges' && (step.charge || step.card_last4))) return asksWhom;
  if (step.do !== 'create_coupon') return step;
  const { name, code, ...terms } = step;
  const kept = (text: string | undefined) => text !== undefined && !/\[?removed\]?/i.test(text);
  return { ...terms, ...(kept(name) ? { name } : {}), ...(kept(code) ? { code } : {}) };
}

function same(one: Step, other: Step | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
