import type { Clause } from './clauses.js';
import { isCouponDetail } from './discount.js';
import { termsAsked } from './explaining.js';
import type { Frame } from './frame.js';
import * as kinds from './kinds.js';
import { listed, lookedUp } from './listing.js';
import { CODE_ASKED, newCoupon } from './newCoupon.js';
import { has, opens } from './pattern.js';
import { namedPeople } from './people.js';
import * as refusals from './refusals.js';
import type { Found, View } from './rule.js';
import { readSlots, type Slots } from './slots.js';
import { REQUEST_PREFIX } from './vocabulary.js';

/** Asked in this order; the first that finds something names the clause. */
const RULES: [string, (view: View) => Found][] = [
  [
    'reported',
    ({ text, clause }) =>
      (clause.next === ':' && REPORTED.test(text)) || SAID.test(text) ? { rule: 'reported' } : undefined,
  ],
  [
    'another account',
    ({ text }) => (refusals.asksElsewhere(text) ? { asks: 'refuse', reason: 'other_account' } : undefined),
  ],
  [
    'unmasked data',
    ({ text, clause }) =>
      refusals.asksUnmasked(text) && !termsAsked(clause.items)
        ? { asks: 'refuse', reason: 'unmasked_data' }
        : undefined,
  ],
  [
    'without Submit',
    ({ text, slots, clause }) =>
      refusals.asksBypass(text) &&
      !ASKS_WHO.test(text) &&
      !isCouponTrait(text, slots) &&
      !termsAsked(clause.items)
        ? { asks: 'refuse', reason: 'bypass_confirmation' }
        : undefined,
  ],
  [
    'off topic',
    ({ text }) => (refusals.isOffTopic(text) ? { asks: 'refuse', reason: 'off_topic' } : undefined),
  ],
  [
    'pressure',
    ({ text }) => (refusals.isPressure(text) && !kinds.headNoun(text) ? { rule: 'pressure' } : undefined),
  ],
  ['ours', ({ text, before }) => ours(text, before)],
  ['meaning', ({ clause }) => meaning(clause)],
  ['permissions', ({ text }) => (kinds.isPermissions(text) ? { asks: 'show_permissions' } : undefined)],
  ['who did what', ({ text }) => (kinds.isAudit(text) ? { asks: 'show_audit' } : undefined)],
  ['help', ({ text }) => (kinds.isHelp(text) ? { asks: 'help' } : undefined)],
  [
    'unsupported action',
    ({ text }) =>
      refusals.isUnsupported(text) ? { asks: 'refuse', reason: 'unsupported_action' } : undefined,
  ],
  [
    'object',
    ({ text, before }) =>
      before?.asks === 'refuse' && ONLY_OBJECT.test(text) ? { rule: 'fragment' } : undefined,
  ],
  [
    'detail',
    ({ text, before }) =>
      before?.asks === 'create_coupon' && isCouponDetail(text) ? { rule: 'fragment' } : undefined,
  ],
  [
    'one more',
    ({ clause, before }) =>
      before &&
      /^(?:and|,|or)$/.test(clause.joint) &&
      ONLY_WHO.test(clause.text) &&
      /list_c/.test(before.asks ?? '')
        ? { rule: 'fragment' }
        : undefined,
  ],
  ['new coupon', newCoupon],
  [
    'balance',
    ({ text }) => (kinds.isBalance(text) && !/invoice/.test(text) ? { asks: 'show_balance' } : undefined),
  ],
  [
    'code looked up',
    ({ text, slots }) => (slots.code && CODE_ASKED.test(text) ? { asks: 'list_coupons' } : undefined),
  ],
  ['list', listed],
  ['customer looked up', ({ text, clause }) => lookedUp(text, clause)],
];

/** Reads one clause as a request, or as a fragment of the request beside it. */
export function classify(clause: Clause, before: Frame | undefined): Frame {
  const slots = readSlots(clause);
  slots.customers = namedPeople(clause.items);
  const view: View = { text: clause.text, clause, slots, before };
  for (const [rule, read] of RULES) {
    const found = read(view);
    if (found) return { rule, clauses: [clause], slots, ...found };
  }
  return { rule: 'fragment', clauses: [clause], slots };
}

const ONLY_OBJECT =
  /^(?:(?:the|of|for|charge|payment|order|customer|coupon|code|it is|number|#) )*~(?:charge|cus|mail|code|id|name)$/;
const ONLY_WHO = /^(?:(?:of|by|from|for|those of) )*~(?:cus|mail|name)(?: 's)?$/;

const SAID = has(
  '~data(?: \\S+){0,4} (?:wrote|writes|said|says|asked|sent)|(?:wrote|writes|said|says|asked|sent|forwarded|got|received)(?: \\S+){0,3} ~data',
);
const ASKS_WHO = opens(
  '(?:who|when|did (?:someone|anyone|somebody|anybody)|has (?:someone|anyone|somebody|anybody)|which)',
);
const REPORTED = has(
  '(?:wrote|writes|says|said|asked|asks|mailed|texted|told (?:me|us)|message|mail|email|quote|forwarded|forward)(?: to)?(?: us| me)?(?: that)?$',
);

const OURS = opens(
  `${REQUEST_PREFIX}(?:(?:can|could) you )?(?:show|list|give|display|see|get|what are|which are|how many of)(?: me| us)? (?:ours?|our own|all ours|all of ours|those we have|the ones we have|them|all of them|mine)`,
);

/** "what is a coupon, and list ours". */
function ours(text: string, before: Frame | undefined): Found {
  const [term] = before?.asks === 'explain' ? (before.terms ?? []) : [];
  if (!term || !OURS.test(text)) return undefined;
  if (kinds.isBalance(term)) return { asks: 'show_balance' };
  const kind = kinds.headNoun(term)?.asks;
  return kind && { asks: kind, slots: readSlots({ items: [], text: term, joint: 'and', next: 'end' }) };
}

function meaning(clause: Clause): Found {
  const terms = termsAsked(clause.items);
  return terms && { asks: 'explain', terms };
}

const isCouponTrait = (text: string, slots: Slots): boolean =>
  /(?:used|redeemed|redeem|use)(?: only| just)? once/.test(text) &&
  slots.percents.length > 0 &&
  !/submit|confirm|approv|ask/.test(text);
