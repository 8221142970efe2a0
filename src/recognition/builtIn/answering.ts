import type { CreateCoupon } from '../../abilities/createCoupon.js';
import { step as form, type Step } from '../plan.js';
import { changeCoupon } from './couponChange.js';
import type { Following } from './following.js';
import { type Item, rawOf, textOf } from './item.js';
import { changeList, isListStep, type Said } from './listChange.js';
import { isKnown } from './mend.js';

const NEW: CreateCoupon = { do: 'create_coupon' };
const BARE_NUMBER =
  /^(?:(?:just|make|it|let us say|say|maybe|take|use|perhaps|about|around|i think|i guess|then|well|hm|ok|how about|what about|so|a|probably) )*\d+(?:\.\d+)?(?: (?:off|please|then|i think|i guess|maybe|or so|is fine|would be good|sounds good|is enough|discount|coupon))*$/;

/** A clarify's waiting step, completed by the answer. */
export function answered(following: Following): Step[] | undefined {
  const clarify = following.previous.steps.find((step) => step.do === 'clarify');
  if (clarify?.do !== 'clarify') return undefined;
  const waiting = form.safeParse(clarify.for);
  if (clarify.about === 'what_discount')
    return answeredDiscount(following, waiting.success ? waiting.data : undefined);
  if (!waiting.success || !isListStep(waiting.data) || asksAnew(following)) return undefined;
  const changed = changeList(waiting.data, named(following, clarify.about));
  return changed && [changed];
}

/** A request of its own is no answer. */
const asksAnew = ({ frames }: Following): boolean =>
  frames.some(
    (frame) =>
      /^(?:list|show|create|explain)/.test(frame.asks ?? '') &&
      frame.rule !== 'customer looked up' &&
      frame.rule !== 'list',
  ) ||
  frames.some(
    (frame) =>
      frame.rule === 'list' &&
      frame.clauses[0]?.text.split(' ').length !== 1 &&
      !/~name|~mail|~cus/.test(frame.clauses[0]?.text ?? ''),
  );

/** "ann lee", in small letters: where a customer was asked for, words that nobody knows are one. */
function named({ said, items }: Following, about: string): Said {
  const plain = items.filter(({ word }) => /^[a-z]/.test(word));
  const strange =
    plain.length <= 4 && plain.length === items.length && plain.some(({ word }) => !isKnown(word));
  if (about !== 'which_customer' || said.slots.customers.length > 0 || !strange) return said;
  return { ...said, slots: { ...said.slots, customers: [rawOf(plain)] } };
}

function answeredDiscount(
  { items, alone, settled, today }: Following,
  waiting: Step | undefined,
): Step[] | undefined {
  if (BARE_NUMBER.test(plain(items)))
    return [{ do: 'clarify', about: 'what_discount', ...(waiting ? { for: waiting } : {}) }];
  const told =
    items.some(({ value }) => value?.kind === 'percent' || value?.kind === 'money') ||
    !alone.some((step) => /^(?:list|show|explain)/.test(step.do));
  const open = waiting?.do === 'create_coupon' ? waiting : NEW;
  const step = told ? changeCoupon(open, items, today) : undefined;
  if (step?.do === 'create_coupon' && (step.percent_off || step.amount_off)) return [step];
  const unread = settled.every(({ rule }) => rule === 'nothing of ours');
  return unread
    ? [{ do: 'clarify', about: 'what_discount', ...(waiting ? { for: waiting } : {}) }]
    : undefined;
}

/** The words without marks. */
export const plain = (items: readonly Item[]): string =>
  textOf(items)
    .replace(/ ?[,.!;?] ?/g, ' ')
    .trim();
