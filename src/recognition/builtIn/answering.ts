import type { CreateCoupon } from '../../abilities/createCoupon.js';
import { step as form, type Step } from '../plan.js';
import { changeCoupon } from './couponChange.js';
import type { Following } from './following.js';
import { type Item, textOf } from './item.js';
import { changeList, isListStep } from './listChange.js';

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
  const changed = changeList(waiting.data, following.said);
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

function answeredDiscount({ items, alone, today }: Following, waiting: Step | undefined): Step[] | undefined {
  if (BARE_NUMBER.test(plain(items)))
    return [{ do: 'clarify', about: 'what_discount', ...(waiting ? { for: waiting } : {}) }];
  const told =
    alone.some((step) => step.do === 'create_coupon') ||
    !alone.some((step) => /^(?:list|show|explain)/.test(step.do));
  const open = waiting?.do === 'create_coupon' ? waiting : NEW;
  const step = told ? changeCoupon(open, items, today) : undefined;
  return step?.do === 'create_coupon' && (step.percent_off || step.amount_off) ? [step] : undefined;
}

/** The words without marks. */
export const plain = (items: readonly Item[]): string =>
  textOf(items)
    .replace(/ ?[,.!;?] ?/g, ' ')
    .trim();
