import type { Step } from '../plan.js';
import { droppedTerms } from './couponDrops.js';
import { couponsOf, type Following } from './following.js';
import type { Frame } from './frame.js';
import { isListStep } from './listChange.js';
import { phrases } from './phrases.js';
import { pointsAtRow } from './picks.js';

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
  if (frame.reason !== 'unsupported_action' || !open) return false;
  const takesOff = couponsOf(previous).length > 0 && droppedTerms(text).length > 0;
  return takesOff || (!row && alters(text) && !actsOnThing(text));
}

/** A refusal stands, whatever went before. */
export function refused(following: Following, text: string): readonly Step[] | undefined {
  const changes = following.frames.filter((frame) => isChange(frame, following, text));
  const stands = following.frames.some(
    (frame) => frame.asks === 'refuse' && frame.reason !== 'off_topic' && !changes.includes(frame),
  );
  if (!stands) return undefined;
  const isChanged = (step: Step) =>
    step.do === 'refuse' && changes.some(({ reason }) => reason === step.reason);
  return following.alone.filter((step) => !isChanged(step));
}

const insists = phrases(`
  show|do|give|clearance|allowed|authorised|authorized|permission|anyway|still|please|just|insist|now|i_am|order|must|need|again|it|try|come_on|why_not|trust_me|go_on|go_ahead|ours|mine|yes|but|really|fine|urgent|ok|okay|boss|responsibility|exception|once|nobody|secret|we_own|own|promise|let_me|me|us|that|this|you|i
`);

const ofThem = phrases(
  'their|theirs|them|there|that_account|that_shop|that_store|that_company|over_there|its',
);

/** Insisting on what was refused is refused again. */
export function insisted({ previous, frames, alone }: Following, text: string): Step[] | undefined {
  const [first, ...more] = previous.steps;
  if (first?.do !== 'refuse' || more.length > 0 || first.reason === 'off_topic') return undefined;
  const anew = frames.some(
    (frame) =>
      frame.asks &&
      !/^(?:off_topic|which_data|other)$/.test(frame.reason ?? frame.about ?? '') &&
      frame.asks !== 'help',
  );
  if (alone.some((step) => step.do === 'refuse' && step.reason === first.reason)) return [first];
  if (first.reason === 'other_account' && ofThem(text)) return [first];
  return !anew && insists(text) ? [first] : undefined;
}
