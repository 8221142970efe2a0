import type { Step } from '../plan.js';
import { answered } from './answering.js';
import { explainedNext } from './explainedNext.js';
import { assented, closed, couponChanged } from './followedCoupons.js';
import { insisted, refused } from './followedRefusals.js';
import { kindSwitched, rowMeant, rowsBefore, rowsPerson } from './followedRows.js';
import { couponsOf, type Followed, type Following } from './following.js';
import { changeList, isListStep } from './listChange.js';
import { pointsElsewhere } from './pointers.js';

type Rule = (following: Following, text: string) => readonly Step[] | undefined;

const OWN = 'other kind';
/** The rule of a message that names its own kind and leans on nothing. */
export const OWN_KIND = `follow-up: ${OWN}`;

/** Asked in this order; the first that finds steps reads the message. */
const RULES: [string, Rule][] = [
  ['assent to a coupon', assented],
  ['thanks', closed],
  ['explained next', explainedNext],
  ['refused again', insisted],
  ['refusal', refused],
  ['answer', answered],
  ['coupon changed', couponChanged],
  ['row', rowMeant],
  ['person of a row', rowsPerson],
  [OWN, kindSwitched],
  ['list changed', listChanged],
  ['balance changed', balanceChanged],
  ['points elsewhere', pointed],
];

const OTHER: Step[] = [{ do: 'clarify', about: 'other' }];

/** Reads a message as what follows on the plan before; undefined when it is read as if alone. */
export function followUp(following: Following): Followed | undefined {
  const { text } = following.said;
  for (const [rule, read] of RULES) {
    const steps = read(following, text);
    if (steps) return { rule: `follow-up: ${rule}`, steps: [...steps] };
  }
  return undefined;
}

const unread = (following: Following): boolean =>
  following.settled.every((frame) => frame.rule === 'nothing of ours');

function listChanged({ previous, said }: Following): Step[] | undefined {
  const changed = previous.steps.filter(isListStep).flatMap((step) => changeList(step, said) ?? []);
  return changed.length > 0 ? changed : undefined;
}

/** A balance takes nothing but a currency. */
function balanceChanged({ previous, said, alone }: Following): Step[] | undefined {
  const { currencies, whens, lengths } = said.slots;
  const open = previous.steps.some((step) => step.do === 'show_balance');
  const own = alone.some((step) => step.do !== 'clarify' && step.do !== 'refuse');
  if (!open || own || currencies.length === 0 || whens.length + lengths.length > 0) return undefined;
  return currencies.map((currency) => ({ do: 'show_balance', currency }));
}

/** What nothing has read points at something of the talk before rather than at another topic. */
function pointed(following: Following, text: string): Step[] | undefined {
  const open = rowsBefore(following) || couponsOf(following.previous).length > 0;
  if (!open) return undefined;
  return pointsElsewhere(text) || unread(following) ? OTHER : undefined;
}
