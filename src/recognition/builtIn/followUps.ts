import type { CreateCoupon } from '../../abilities/createCoupon.js';
import type { Plan, Step } from '../plan.js';
import { isWholeRequest } from '../wholeRequest.js';
import { answered, plain } from './answering.js';
import { assents, assentsIn } from './assent.js';
import { isClosing } from './closings.js';
import { asksAnew, changeCoupon } from './couponChange.js';
import { droppedTerms } from './couponDrops.js';
import { explainedNext } from './explainedNext.js';
import type { Followed, Following } from './following.js';
import type { Frame } from './frame.js';
import { namesKind, otherKind, withCustomer } from './kindSwitch.js';
import { changeList, isListStep } from './listChange.js';
import { phrases } from './phrases.js';
import { picked, pointsAtRow } from './picks.js';
import { pointsElsewhere } from './pointers.js';

type Rule = (following: Following, text: string) => readonly Step[] | undefined;

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
  ['other kind', kindSwitched],
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

const couponsOf = ({ steps }: Plan): CreateCoupon[] =>
  steps.flatMap((step) => (step.do === 'create_coupon' ? [step] : []));

const drops = (text: string): boolean => droppedTerms(text).length > 0 || isClosing(text);

function assented({ previous, items, clauses }: Following): Step[] | undefined {
  const bare = !items.some(({ word }) => /^(?:~|\d)/.test(word));
  const agrees =
    assents(plain(items)) || (bare && clauses.some(({ text }) => assentsIn(text) && !drops(text)));
  return couponsOf(previous).length > 0 && agrees
    ? [{ do: 'refuse', reason: 'bypass_confirmation' }]
    : undefined;
}

function closed({ frames }: Following, text: string): Step[] | undefined {
  return isClosing(text) &&
    frames.every((frame) => !frame.asks || frame.asks === 'help' || frame.asks === 'refuse')
    ? [{ do: 'help' }]
    : undefined;
}

const alters = phrases(`
  extend|change|widen|narrow|limit|expand|switch|set|move|make|shorten|reduce|restrict|raise|lower|increase|adjust|update|prolong|cut|push|drop|remove|bump|cap|rename|edit|replace|correct|fix|put|add|double|halve|swap|turn|modify|postpone|delete|cancel|lengthen
`);
const actsOnThing = phrases(`
  ~charge|~cus|~mail|~id
  refund|customer|payment|charge|subscription|invoice|payout|role|rights
  cancel|delete|remove|drop it|that|this|them|coupon|everything $
`);

/** "extend that to …", "raise it to …": a plan is changed, nothing in Stripe. */
function isChange(frame: Frame, { previous }: Following, text: string): boolean {
  const open = previous.steps.some((step) => step.do === 'create_coupon' || isListStep(step));
  const row = pointsAtRow(text) && couponsOf(previous).length === 0;
  if (couponsOf(previous).length > 0 && droppedTerms(text).length > 0) return true;
  return frame.reason === 'unsupported_action' && open && !row && alters(text) && !actsOnThing(text);
}

/** A refusal stands, whatever went before. */
function refused(following: Following, text: string): readonly Step[] | undefined {
  const stands = following.frames.some(
    (frame) => frame.asks === 'refuse' && frame.reason !== 'off_topic' && !isChange(frame, following, text),
  );
  return stands ? following.alone : undefined;
}

const insists = phrases(`
  show|do|give|clearance|allowed|authorised|authorized|permission|anyway|still|please|just|insist|now|i_am|order|must|need|again|it|try|come_on|why_not|trust_me|go_on|go_ahead|ours|mine|yes|but|really|fine|urgent|ok|okay|boss|responsibility|exception|once|nobody|secret|we_own|own|promise|let_me|me|us|that|this|you|i
`);

function insisted({ previous, frames, alone }: Following, text: string): Step[] | undefined {
  const [first, ...more] = previous.steps;
  if (first?.do !== 'refuse' || more.length > 0 || first.reason === 'off_topic') return undefined;
  const anew = frames.some(
    (frame) =>
      frame.asks &&
      !/^(?:off_topic|which_data|other)$/.test(frame.reason ?? frame.about ?? '') &&
      frame.asks !== 'help',
  );
  if (alone.some((step) => step.do === 'refuse' && step.reason === first.reason)) return [first];
  return !anew && insists(text) ? [first] : undefined;
}

const listing = phrases('show|list|which|how_many|what|last|latest|newest');

function couponChanged({ previous, frames, items, today }: Following, text: string): Step[] | undefined {
  const coupons = couponsOf(previous);
  if (coupons.length === 0 || asksAnew(text) || isWholeRequest(text)) return undefined;
  const own = frames.some(
    (frame) =>
      frame.asks &&
      (!/^(?:create_coupon|clarify|refuse|list_c)/.test(frame.asks) ||
        (/^list_/.test(frame.asks) && listing(text))),
  );
  if (own) return undefined;
  const changed = picked(coupons, text).flatMap((coupon) => changeCoupon(coupon, items, today) ?? []);
  return changed.length > 0 ? changed : undefined;
}

const rowsBefore = ({ previous }: Following): boolean => previous.steps.some(isListStep);

const knowsCustomer = ({ steps }: Plan): boolean =>
  steps.some((step) => 'customer' in step && Boolean(step.customer));
const meansCustomer = phrases('this|that customer|client|person|guy|lady|buyer|company');

function rowMeant(following: Following, text: string): Step[] | undefined {
  const { slots } = following.said;
  const named = slots.customers.length > 0 || (knowsCustomer(following.previous) && meansCustomer(text));
  return rowsBefore(following) && !named && pointsAtRow(text) ? OTHER : undefined;
}

const asksWhose = phrases(`
  who ..2 paid|bought|is|was|made|sent|ordered|owns|did|pays|are|were ..1 that|it|this|them|those|these|behind
  whose is|was|are? that|this|it|card|payment|charge|$
  who that|this|it is|was
  the|that|this|its customer|buyer|payer behind|of|for that|this|it
`);

/** "Who paid that?": a customer known only from rows, of whom no plan knows. */
function rowsPerson({ previous }: Following, text: string): Step[] | undefined {
  const rows = previous.steps.some((step) => step.do === 'list_charges' || step.do === 'list_customers');
  return rows && !knowsCustomer(previous) && asksWhose(text)
    ? [{ do: 'clarify', about: 'which_customer' }]
    : undefined;
}

function kindSwitched(following: Following, text: string): readonly Step[] | undefined {
  const own = rowsBefore(following) ? following.frames.find(namesKind) : undefined;
  if (
    following.alone.some(
      (step) => step.do === 'clarify' && step.for?.do === 'create_coupon' && step.about === 'which_customer',
    )
  )
    return withCustomer(following.previous, following.alone);
  return own && (otherKind({ ...following, text }, own) ?? following.alone);
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
