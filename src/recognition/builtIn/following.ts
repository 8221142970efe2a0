import type { CreateCoupon } from '../../abilities/createCoupon.js';
import type { Plan, Step } from '../plan.js';
import type { Day } from './calendar.js';
import type { Clause } from './clauses.js';
import type { Frame } from './frame.js';
import type { Item } from './item.js';
import type { Said } from './listChange.js';

/** A message with what it follows on, and how it reads when it stands alone. */
export interface Following {
  items: readonly Item[];
  clauses: readonly Clause[];
  /** As composed, before what is left over was settled. */
  frames: readonly Frame[];
  /** The frames that it would be without what went before, and their steps. */
  settled: readonly Frame[];
  alone: readonly Step[];
  previous: Plan;
  today: Day;
  /** What all of it says, as one. */
  said: Said;
}

/** The steps that a message becomes after the plan before, and the name of the rule that read it. */
export interface Followed {
  rule: string;
  steps: Step[];
}

/** The coupons of a plan, which count as not yet submitted. */
export const couponsOf = ({ steps }: Plan): CreateCoupon[] =>
  steps.flatMap((step) => (step.do === 'create_coupon' ? [step] : []));
