import type { CreateCoupon } from '../../abilities/createCoupon.js';
import { step as form, type Plan, type Step } from '../plan.js';
import type { Day } from './calendar.js';
import type { Clause } from './clauses.js';
import { asksAnew, assents, changeCoupon } from './couponChange.js';
import { isTerm, termOf } from './explaining.js';
import type { Frame } from './frame.js';
import { type Item, textOf } from './item.js';
import * as kinds from './kinds.js';
import { changeList, isListStep } from './listChange.js';
import { has, opens } from './pattern.js';
import { namedPeople } from './people.js';
import { readSlots, type Slots } from './slots.js';
import { pointsElsewhere } from './vague.js';

/** A message with what it follows on, and how it reads when it stands alone. */
interface Following {
  items: Item[];
  clauses: Clause[];
  /** As composed, before what is left over was settled. */
  frames: readonly Frame[];
  /** The steps that it would be without what went before. */
  alone: readonly Step[];
  previous: Plan;
  today: Day;
}

const HELP: Step[] = [{ do: 'help' }];
const THANKS = opens(
  '(?:(?:ok|okay|great|perfect|nice|cool|fine|super|awesome|good|no|alright|all right|wonderful|excellent|that|is|it|thanks|thank you|many thanks|thank|you|very|much|a lot|so|cheers|never mind|nevermind|forget it|forget about it|leave it|drop it|drop that|skip it|all|for now|got it|understood|done|then|i|see|will do|not needed|any ?more|no longer needed|that helps|helpful|was|enough|bye|let it be|no need|well|bot|please)(?: |$)|[,.!;] ?)+',
);
const SAME_KIND = has(
  'same|i (?:mean|meant)|i was (?:asking|thinking) (?:about|of)|no|also for|likewise|not (?:those|these|them|that)',
);
const ALTERS_IT = has(
  '(?:extend|change|widen|narrow|limit|expand|switch|set|move|make|shorten|reduce|restrict|raise|lower|increase|adjust|update|prolong|cut|push|drop|remove|bump|cap|rename|edit|replace|correct|fix)',
);
const ROW = has(
  '(?:the )?(?:first|second|third|fourth|fifth|last|\\d+th|top|bottom|next) (?:row|line|entry|one|item|charge there)|(?:row|line|entry) \\d+|that (?:row|charge|payment|customer|coupon|line)',
);
const INSISTS = has(
  'show|do|give|clearance|allowed|authori[sz]ed|permission|anyway|still|please|just|insist|now|i am|order|must|need|again|it|try|come on|why not|trust me',
);

/** Reads a message as what follows on the plan before; undefined when it is read as if alone. */
export function followUp(following: Following): Step[] | undefined {
  const { items, previous, frames } = following;
  const text = textOf(items);
  const coupon = previous.steps.find((step) => step.do === 'create_coupon');
  if (coupon && assents(plain(text))) return [{ do: 'refuse', reason: 'bypass_confirmation' }];
  if (THANKS.test(text) && THANKS.exec(text)?.[0].trim() === text.trim()) return HELP;
  const more = explained(following);
  if (more) return more;
  const refused = frames.some(
    (frame) => frame.asks === 'refuse' && frame.reason !== 'off_topic' && !isChange(frame, previous, text),
  );
  if (refused) return undefined;
  return (
    insisted(following, text) ??
    answered(following) ??
    (coupon ? couponChanged(following, coupon, text) : undefined) ??
    listed(following, text)
  );
}

const plain = (text: string): string => text.replace(/ ?[,.!;?] ?/g, ' ').trim();

/** "extend that to …", "raise it to …": a plan is changed, nothing in Stripe. */
function isChange(frame: Frame, previous: Plan, text: string): boolean {
  const open = previous.steps.some((step) => step.do === 'create_coupon' || isListStep(step));
  return (
    frame.reason === 'unsupported_action' &&
    open &&
    ALTERS_IT.test(text) &&
    !/~(?:code|charge|cus|mail|id|name)|(?:^| )(?:refund|cancel|delete|customer|payment|charge|subscription|invoice|payout|role|rights)(?: |$)/.test(
      text,
    )
  );
}

function insisted({ previous, frames }: Following, text: string): Step[] | undefined {
  const [first, ...more] = previous.steps;
  if (first?.do !== 'refuse' || more.length > 0 || first.reason === 'off_topic') return undefined;
  const asks = frames.some(
    (frame) =>
      frame.asks && frame.reason !== 'off_topic' && frame.asks !== 'clarify' && frame.asks !== 'help',
  );
  return !asks && INSISTS.test(text) ? [first] : undefined;
}

/** A clarify's waiting step, completed by the answer. */
function answered({ previous, items, alone, clauses, today, frames }: Following): Step[] | undefined {
  const clarify = previous.steps.find((step) => step.do === 'clarify');
  if (clarify?.do !== 'clarify') return undefined;
  const slots = wholeSlots(items, clauses);
  const waiting = form.safeParse(clarify.for);
  if (clarify.about === 'what_discount')
    return answeredDiscount(items, alone, waiting.success ? waiting.data : undefined, today);
  if (
    !waiting.success ||
    !isListStep(waiting.data) ||
    frames.some(
      (frame) =>
        /^(?:list|show|create|explain)/.test(frame.asks ?? '') && frame.rule !== 'customer looked up',
    )
  )
    return undefined;
  const changed = changeList(waiting.data, slots, textOf(items), today);
  return changed && [changed];
}

function answeredDiscount(
  items: readonly Item[],
  alone: readonly Step[],
  waiting: Step | undefined,
  today: Day,
): Step[] | undefined {
  const bare = /^(?:(?:just|make it|let us say|say|maybe|take|use) )*\d+(?: off| please)?$/.test(
    plain(textOf(items)),
  );
  if (bare) return [{ do: 'clarify', about: 'what_discount', ...(waiting ? { for: waiting } : {}) }];
  const told = alone.some((step) => step.do === 'create_coupon');
  if (!told || waiting?.do !== 'create_coupon') return undefined;
  const changed = changeCoupon(waiting, items, today);
  return changed && [changed];
}

function couponChanged(following: Following, coupon: CreateCoupon, text: string): Step[] | undefined {
  const { frames, items, today } = following;
  const own = frames.some(
    (frame) => frame.asks && !/^(?:create_coupon|clarify|refuse|list_c)/.test(frame.asks),
  );
  const listing = frames.some(
    (frame) =>
      /^list_/.test(frame.asks ?? '') &&
      /(?:^| )(?:show|list|which|how many|what|last|latest)(?: |$)/.test(text),
  );
  if (asksAnew(text) || own || listing || ROW.test(text)) return undefined;
  const changed = changeCoupon(coupon, items, today);
  return changed && [changed];
}

function listed(following: Following, text: string): Step[] | undefined {
  const { frames, previous, items, clauses, today, alone } = following;
  const lists = previous.steps.filter(isListStep);
  if (lists.length === 0) return undefined;
  const slots = wholeSlots(items, clauses);
  const own = frames.find(namesKind);
  if (ROW.test(text)) return [{ do: 'clarify', about: 'other' }];
  if (own) return ownKind(following, own, text);
  const changed = lists.flatMap((step) => changeList(step, slots, text, today) ?? []);
  if (changed.length > 0) return changed;
  return pointsElsewhere(text) ? undefined : alone.length > 0 ? undefined : HELP;
}

const ACTS = has('paid|pay|spent|spend|bought|buy|sold|earned|earn|~charge');

/** Whether a request stands alone: it names what it is about. A status or a period alone does not. */
function namesKind(frame: Frame): boolean {
  if (!frame.asks || frame.asks === 'refuse' || (frame.asks === 'clarify' && !frame.waiting)) return false;
  const text = frame.clauses[0]?.text ?? '';
  if (frame.asks !== 'list_charges' && frame.waiting !== 'list_charges')
    return frame.rule !== 'customer looked up' || !/(?:^| )only(?: |$)/.test(text);
  return kinds.headNoun(text) !== undefined || ACTS.test(text);
}

const CARRIED = new Set(['limit', 'from', 'to', 'customer']);

/** A request that names its kind takes nothing but the customer that a pronoun means; "same for K" takes the frame of the list. */
function ownKind({ previous, alone, items }: Following, own: Frame, text: string): Step[] | undefined {
  const [first] = previous.steps.filter(isListStep);
  if (own.about === 'which_customer') return withCustomer(previous, alone);
  const [step, ...more] = alone;
  if (!first || !step || more.length > 0 || !isListStep(step) || !SAME_KIND.test(text)) return undefined;
  if (step.do === first.do && !has('same').test(text)) return undefined;
  const carried = Object.fromEntries(Object.entries(first).filter(([name]) => CARRIED.has(name)));
  const full = form.safeParse({ ...carried, ...step });
  if (full.success) return [full.data];
  const { customer: _gone, ...rest } = carried;
  const partly = form.safeParse({ ...rest, ...step });
  return partly.success && items.length > 0 ? [partly.data] : undefined;
}

function withCustomer(previous: Plan, alone: readonly Step[]): Step[] | undefined {
  const who = previous.steps.flatMap((step) =>
    'customer' in step && step.customer ? [step.customer] : [],
  )[0];
  if (!who) return undefined;
  return alone.map((step) => {
    const waiting = step.do === 'clarify' ? form.safeParse({ ...step.for, customer: who }) : undefined;
    return waiting?.success ? waiting.data : step;
  });
}

const AND_X =
  /^(?:(?:and|what about|how about|also|then|or|so) )+(?:an? |the )?(?<term>[a-z0-9 -]+?)(?: \?)?(?: mean| please)?$/;

/** After a meaning: "and a chargeback?". */
function explained({ previous, items, alone }: Following): Step[] | undefined {
  if (previous.steps.at(-1)?.do !== 'explain') return undefined;
  const term = AND_X.exec(plain(textOf(items)).replace(/ ?\?$/, ''))?.groups?.term;
  if (term && isTerm(term) && !/(?:^| )(?:last|latest|show|list|\d+)(?: |$)/.test(term))
    return [{ do: 'explain', term: termOf(term, items) }];
  return alone.length > 0 && kinds.isGreeting(textOf(items)) ? HELP : undefined;
}

function wholeSlots(items: Item[], clauses: readonly Clause[]): Slots {
  const text = textOf(items);
  const slots = readSlots({ items, text, joint: 'start', next: 'end' });
  slots.customers = clauses.flatMap((clause) => namedPeople(clause.items));
  return slots;
}
