import type { CreateCoupon } from '../../abilities/createCoupon.js';
import type { Step } from '../plan.js';
import type { Day } from './calendar.js';
import { back } from './dates.js';
import { readCoupon } from './discount.js';
import { type Item, textOf } from './item.js';
import { has, opens } from './pattern.js';

type Field = keyof CreateCoupon;
const OFF =
  '(?:without|no|drop|remove|lose|leave out|delete|skip|forget|ditch|take (?:off|away|out)|not|scrap|strike)(?: (?:any|the|a|an|its|that|more|of))*';
const DROPS: [RegExp, readonly Field[]][] = [
  [
    has(
      `${OFF} (?:expiry|expiry date|expiration|expiration date|end date|end|deadline|time limit)|never expires|no longer expires|open ended`,
    ),
    ['expires_on'],
  ],
  [has(`${OFF} (?:promo |promotion |discount |coupon )?code|codeless`), ['code']],
  [has(`${OFF} (?:name|title)|unnamed|nameless`), ['name']],
  [
    has(
      `${OFF} (?:cap|maximum|redemption limit|usage limit|limit|limit on uses|redemption cap|limit of uses|max(?:imum)? (?:uses|redemptions))|unlimited(?: uses| redemptions)?|as often as`,
    ),
    ['max_redemptions'],
  ],
  [
    has(`${OFF} (?:minimum|minimum (?:purchase|spend|order|amount)|min spend|order minimum|spend limit)`),
    ['min_purchase'],
  ],
  [
    has(
      `(?:${OFF} (?:first time|new customers?|newcomers?|first order)(?: \\S+){0,2}|(?:for|open it to|open to|also for) (?:all|existing|every|old|returning)(?: and new)? (?:customers?|clients?|buyers?|one|orders)|not only (?:new|first time)(?: \\S+)?)`,
    ),
    ['first_time_only'],
  ],
  [
    has(
      '(?:open|available|usable|give|make|valid)(?: \\S+){0,3} (?:anybody|anyone|everybody|everyone|all|all customers|every customer)|for (?:anybody|anyone|everybody|everyone|all)|not only (?:for )?(?:him|her|them|~name|~mail|~cus)',
    ),
    ['customer', 'first_time_only'],
  ],
  [has(`${OFF} (?:duration|repetition)`), ['duration', 'duration_in_months']],
];
const LONGER = has('(?:extend|prolong|lengthen|longer|more|later|extra|additional|another|push|add)');
const ANEW = has(
  '(?:a |an |one )?(?:new|another|second|different|separate|other|additional|extra) (?:one|coupon|voucher|discount|code)|another|anew|also (?:make|create|add)|one more|from scratch',
);
const ASSENT = opens(
  '(?:(?:yes|yep|yeah|yup|sure|ok|okay|perfect|great|fine|good|right|correct|exactly|please|alright|all right|cool)(?: |$))*(?:confirm(?:ed)?(?: it| that| this)?|submit(?: it| that| this)?|approve(?:d)?(?: it)?|go ahead|create it|make it so|do it|publish it|looks good|go for it|proceed|ship it|send it|launch it|accept(?:ed)?(?: it)?|press (?:it|submit|create)|click (?:it|submit|create))(?: (?:for me|then|now|please|as is|like that|yourself|with it|and create|it))*$',
);
const YES =
  /^(?:yes|yep|yeah|yup|sure|ok do it|absolutely|of course|definitely|agreed|i agree|y|ja|si|oui)(?: (?:please|do|it|sure|yes))*$/;

/** Typed assent to a coupon that waits for its Submit. */
export const assents = (text: string): boolean => ASSENT.test(text) || YES.test(text);

/** A request for another coupon than the one before. */
export const asksAnew = (text: string): boolean => ANEW.test(text);

/** The coupon before with what a follow-up changes, or undefined when it changes nothing of it. */
export function changeCoupon(before: CreateCoupon, items: readonly Item[], today: Day): Step | undefined {
  const text = textOf(items);
  const drops = DROPS.filter(([pattern]) => pattern.test(text)).flatMap(([, fields]) => fields);
  const reading = readCoupon(items, today);
  if (reading.kind === 'unclear' && reading.about === 'other') return { do: 'clarify', about: 'other' };
  const terms = without(withEnd(before, reading.terms, items), drops);
  const changed = without(merged(before, terms), drops);
  return same(changed, before) ? undefined : changed;
}

const same = (a: CreateCoupon, b: CreateCoupon): boolean =>
  JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort());

function without(terms: CreateCoupon, fields: readonly Field[]): CreateCoupon {
  const left = { ...terms };
  for (const field of fields) if (field !== 'do') delete left[field];
  return left;
}

/** Percent and amount replace each other, and so do a duration and its months. */
function merged(before: CreateCoupon, terms: CreateCoupon): CreateCoupon {
  const gone: Field[] = [];
  if (terms.percent_off !== undefined)
    gone.push('amount_off', ...(before.min_purchase ? [] : (['currency'] as const)));
  if (terms.amount_off !== undefined) gone.push('percent_off');
  if (terms.duration !== undefined) gone.push('duration_in_months');
  return { ...without(before, gone), ...terms };
}

/** Time that is added counts from the end before. */
function withEnd(before: CreateCoupon, terms: CreateCoupon, items: readonly Item[]): CreateCoupon {
  const length = items.map((item) => item.value).find((value) => value?.kind === 'length');
  if (!before.expires_on || length?.kind !== 'length' || !LONGER.test(textOf(items))) return terms;
  const { duration: _duration, duration_in_months: _months, ...rest } = terms;
  return { ...rest, expires_on: back(before.expires_on, -length.n, length.unit) };
}
