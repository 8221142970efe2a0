import { z } from 'zod';
import { type Plan, plan } from '../recognition/plan.js';

const labelledPlan = z.object({ steps: z.array(z.record(z.string(), z.unknown())) });

/** A labelled sentence: the plan it means, other plans that are as right, and what it is an example of. */
export const labelled = z.object({
  id: z.string(),
  text: z.string(),
  plan: labelledPlan,
  also: z.array(labelledPlan).default([]),
  tags: z.array(z.string()).default([]),
  lang: z.string().optional(),
  previous: plan.optional(),
});

export type Labelled = z.infer<typeof labelled>;
type LabelledPlan = z.infer<typeof labelledPlan>;

/** How a plan fares against its label. */
export interface Score {
  /** The plan is the labelled one, or one of the others. */
  plan: boolean;
  /** Its steps are at least of the right kinds, in the right order. */
  steps: boolean;
}

const caseless: ReadonlySet<string> = new Set(['term', 'customer', 'name', 'code']);

/** Scores as the labelling guide says: keys in any order, what people typed in any case, a clarify's `for` left out. */
export function score(row: Labelled, found: Plan): Score {
  const accepted = [row.plan, ...row.also];
  const read = labelledPlan.parse(found);
  return {
    plan: accepted.some((one) => canonical(one) === canonical(read)),
    steps: accepted.some((one) => kindsOf(one) === kindsOf(read)),
  };
}

function canonical({ steps }: LabelledPlan): string {
  return JSON.stringify(
    steps.map((step) =>
      Object.entries(step)
        .filter(([field, value]) => field !== 'for' && value !== undefined && value !== null)
        .map(([field, value]) => [field, caseless.has(field) ? String(value).toLowerCase() : value])
        .sort(([one], [other]) => (String(one) < String(other) ? -1 : 1)),
    ),
  );
}

function kindsOf({ steps }: LabelledPlan): string {
  return JSON.stringify(steps.map((step) => step.do));
}
