import { asksAudit } from './asksAudit.js';
import { asksBalance } from './asksBalance.js';
import { asksHow, asksWhatFor } from './asksHelp.js';
import { asksPermissions } from './asksPermissions.js';
import { asksBypass } from './bypass.js';
import type { Clause } from './clauses.js';
import { isCouponDetail, opensWithWhom } from './coupon.js';
import { asksElsewhere } from './elsewhere.js';
import { asksData } from './emptyRequests.js';
import { termsAsked } from './explaining.js';
import type { Frame } from './frame.js';
import { listed, lookedUp } from './listing.js';
import { asksOfCode, newCoupon } from './newCoupon.js';
import { headNoun } from './nouns.js';
import { isOffTopic, isOtherTopic } from './offTopic.js';
import { ours } from './ours.js';
import { namedPeople } from './people.js';
import { phrases } from './phrases.js';
import { isPressure, unpressed } from './pressure.js';
import type { Found, View } from './rule.js';
import { readSlots, type Slots } from './slots.js';
import { asksWhatStaffDid, asksWhatStaffMay } from './staff.js';
import { asksUnmasked } from './unmasked.js';
import { asksAction, asksMissing, changesRoles } from './unsupported.js';

type Rule = (view: View) => Found;
const fragment: Found = { rule: 'fragment' };

/** Asked in this order; the first that finds something names the clause. */
const RULES: [string, Rule][] = [
  ['reported', ({ text, clause }) => (isReported(text, clause) ? { rule: 'reported' } : undefined)],
  [
    'another account',
    ({ text, before }) =>
      asksElsewhere(text) && !limitsCoupon(text, before)
        ? { asks: 'refuse', reason: 'other_account' }
        : undefined,
  ],
  [
    'unmasked data',
    ({ text, clause }) =>
      asksUnmasked(text) && !termsAsked(clause.items)
        ? { asks: 'refuse', reason: 'unmasked_data' }
        : undefined,
  ],
  [
    'without Submit',
    ({ text, slots, clause }) =>
      asksBypass(text) &&
      !asksWho(text) &&
      !asksIfMay(text) &&
      !isCouponTrait(text, slots) &&
      !termsAsked(clause.items)
        ? { asks: 'refuse', reason: 'bypass_confirmation' }
        : undefined,
  ],
  ['off topic', (view) => (isElse(view) ? { asks: 'refuse', reason: 'off_topic' } : undefined)],
  ['pressure', ({ text }) => (isPressure(text) && !asksAnything(text) ? { rule: 'pressure' } : undefined)],
  ['ours', ours],
  ['how to', ({ text }) => (asksHow(text) ? { asks: 'help' } : undefined)],
  [
    'detail',
    ({ text, before }) =>
      (before?.asks === 'create_coupon' && isCouponDetail(text)) ||
      (before?.asks !== 'create_coupon' && opensWithWhom(text))
        ? fragment
        : undefined,
  ],
  ['meaning', ({ clause }) => meaning(clause)],
  [
    'role change',
    ({ text }) => (changesRoles(text) ? { asks: 'refuse', reason: 'unsupported_action' } : undefined),
  ],
  [
    'permissions',
    ({ text }) =>
      asksPermissions(text) || asksWhatStaffMay(text) ? { asks: 'show_permissions' } : undefined,
  ],
  [
    'who did what',
    ({ text, slots }) => (asksAudit(text) || asksWhatStaffDid(text) ? trail(text, slots) : undefined),
  ],
  ['help', ({ text }) => (asksWhatFor(text) ? { asks: 'help' } : undefined)],
  [
    'unsupported action',
    ({ text }) => (asksAction(text) ? { asks: 'refuse', reason: 'unsupported_action' } : undefined),
  ],
  ['object', ({ text, before }) => (before?.asks === 'refuse' && onlyObject(text) ? fragment : undefined)],
  ['one more', ({ clause, before }) => (before && addsPerson(clause, before) ? fragment : undefined)],
  ['new coupon', newCoupon],
  [
    'what is not here',
    ({ text }) => (asksMissing(text) ? { asks: 'refuse', reason: 'unsupported_action' } : undefined),
  ],
  ['balance', ({ text }) => (asksBalance(text) ? { asks: 'show_balance' } : undefined)],
  ['code looked up', (view) => (asksOfCode(view) ? { asks: 'list_coupons' } : undefined)],
  ['list', listed],
  ['customer looked up', lookedUp],
];

/** Reads one clause as a request, or as a fragment of the request beside it. */
export function classify(clause: Clause, before: Frame | undefined): Frame {
  const slots = readSlots(clause);
  slots.customers = namedPeople(clause.items);
  const view: View = { text: unpressed(clause.text), clause, slots, before };
  for (const [rule, read] of RULES) {
    const found = read(view);
    if (found) return { rule, clauses: [clause], slots, ...found };
  }
  return { rule: 'fragment', clauses: [clause], slots };
}

/** "…, only in our Berlin store" says where a coupon holds. */
const limitsCoupon = (text: string, before: Frame | undefined): boolean =>
  (before?.asks === 'create_coupon' || (/~pct/.test(text) && only(text))) &&
  !asksAnything(text) &&
  !/~acct/.test(text);
const only = phrases('only|just|exclusively|solely|valid|redeemable');

const asksAnything = (text: string): boolean =>
  headNoun(text) !== undefined || asksBalance(text) || asksAudit(text) || asksPermissions(text);

const oneEntry = phrases(`
  last|latest|newest|most_recent ..1 log|audit|trail? line|entry|record|action|event|request|step $
`);

function trail(text: string, slots: Slots): Found {
  if (slots.limit === undefined && oneEntry(text)) slots.limit = 1;
  return { asks: 'show_audit' };
}

const onlyObject = phrases(`
  ^ the|of|for|charge|payment|order|customer|coupon|code|it_is|number|#* ~charge|~cus|~mail|~code|~id|~name $
`);
const onlyWho = phrases(`^ of|by|from|for|those_of* ~cus|~mail|~name 's? $`);
const addsPerson = (clause: Clause, before: Frame): boolean =>
  /^(?:and|,|or)$/.test(clause.joint) && onlyWho(clause.text) && /list_c/.test(before.asks ?? '');

const asksWho = phrases(`
  ^ {ask}* who|when|which|did_someone|did_anyone|did_somebody|did_anybody|has_someone|has_anyone|has_somebody|has_anybody
`);
/** "may I approve coupons" asks for rights, and skips nothing. */
const asksIfMay = phrases(`
  attempt(s)|request(s)|trail|log|audit ..5 without
  ^ and|so|hi|hello|,* may|can|could i|we also|even|ever? approve|confirm|submit {coupons}|{coupon}|a|any|the {coupon}|{coupons}? $
`);
const said = phrases(`
  ~data ..4 wrote|writes|said|says|asked|sent
  wrote|writes|said|says|asked|sent|forwarded|got|received|reads|goes ..3 ~data
`);
const reports = phrases(`
  wrote|writes|says|said|asked|asks|mailed|texted|told_me|told_us|message|mail|email|quote|forwarded|forward|fwd|ticket|complaint|reads|note|subject|letter|answered|replied to? us|me|him|her|them? that|reads|is? $
`);
const isReported = (text: string, clause: Clause): boolean =>
  (clause.next === ':' && reports(text)) || said(text);

/** A word of another topic says little beside a word of ours: "birthday coupon". */
function isElse({ text, slots }: View): boolean {
  const ours =
    headNoun(text) || slots.percents.length + slots.money.length + slots.statuses.length > 0 || slots.code;
  return isOffTopic(text) || (!ours && !asksData(text) && isOtherTopic(text));
}

function meaning(clause: Clause): Found {
  const terms = termsAsked(clause.items);
  return terms && { asks: 'explain', terms };
}

const usedOnce = phrases('used|redeemed|redeem|use only|just? once');
const submits = phrases('submit|confirm|approve|approved|ask|asking|confirmation|approval');
const isCouponTrait = (text: string, slots: Slots): boolean =>
  usedOnce(text) && slots.percents.length > 0 && !submits(text);
