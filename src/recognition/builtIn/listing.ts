import type { Asked, Frame } from './frame.js';
import { isJoining, isLookup } from './joining.js';
import { headNoun } from './nouns.js';
import { isPaying } from './paying.js';
import { namedPeople } from './people.js';
import { phrases } from './phrases.js';
import type { Found, View } from './rule.js';
import type { Slots } from './slots.js';
import { hasPronoun, namesNobody } from './vaguePeople.js';
import { leavesEndOpen, namesNoDay } from './vagueTimes.js';

/** A list by its noun, its verb or its status. */
export function listed(view: View): Found {
  const { text, slots, before } = view;
  if (before?.asks === 'show_balance' && ofBalance(text)) return { rule: 'fragment' };
  const noun = headNoun(text)?.asks;
  const states = slots.statuses.length > 0;
  if (noun === 'list_coupons')
    return before?.asks === 'create_coupon' && isLabel(text) ? undefined : coupons(view);
  if (noun === 'list_customers' && (states || paysAsCustomer(text))) return charges(view);
  if (noun === 'list_customers') return customers(view);
  if (noun === 'list_charges' || slots.charge || slots.last4) return charges(view);
  if (before?.asks === 'list_coupons' && made(text)) return undefined;
  if (isJoining(text) && !isPaying(text)) return customers(view);
  if (before?.asks === 'list_coupons' && slots.valid !== undefined && again(text))
    return { asks: 'list_coupons', rule: before.slots.valid === undefined ? 'said more' : 'said again' };
  if ((states && ofCharges(text)) || (slots.bound && anything(text))) return charges(view);
  return isPaying(text) && asksPaying(text) ? charges(view) : undefined;
}

/** "… with the code", "both as codes": names a new coupon's code, and asks for no list. */
export const isLabel = phrases(`
  ^ with|using|let|have|give_it|and|the|its|use|under|promo|discount|coupon|both|all|each|make|it|promotion|voucher* as? code|codes is|name|should|be|word|named|called|shall|reads|it* ~code|~called? please? $
  ^ with|using|let|have|use|make* ~code be|as the|a? promo|discount? code please? $
`);
/** "…, made last year" after coupons. */
const made = phrases(
  '^ made|created|issued|set_up|added|launched|published|handed_out|generated ~when|~date|~since|~range|~until|by|in|on',
);
/** "available and pending in dollars" is one balance. */
const ofBalance = phrases('^ the|also|what_is? pending|available in? ~cur? please? $');
const again = phrases('which|what|ones|any|and|those|still|the|how_many');
const anything = phrases('anything|everything|all|any|something|what|which|whatever|those|ones');
const ofCharges = phrases(`
  anything|something|what|which|show|list|see|how|any|all|those|everything|the|was|were|got|is|are|~when|~date|~since|did|have|~range|~from|give|get|{number}|card|cards|~cur|~name|ones|only|just|display|find|tell|~until|has|been|who|whose|every|please|check|pull|recent|new|last|latest|count|number|also|us|me|~bound|~min|~cus|~mail
`);
const asksPaying = phrases(`
  who|what|how|which|anything|did|has|have|is|was|were|all|everything|~name|~mail|~cus|show|list|any|anyone|whatever|money|cash|somebody|someone|customer(s)|when|anybody|everyone|our|the|~when|~cur|total|find|tell|stuff|things|does|do
`);
const paysAsCustomer = phrases(`
  customer|client payments|charges|transactions|orders|purchases|refunds|spending|revenue
  customers|clients payments|charges|transactions|orders|purchases|refunds|spending|revenue
  who|that|which|did ..1 paid|pay|bought|spent|spend|ordered|buy|purchased
  did|has|have|does|how_much ..6 paid|pay|bought|spent|spend|buy|purchased
  contest|contesting|disputing|disputed|charged
  paying {customer}|{customers}
  says|said|claims|insists|thinks|believes|swears ..4 paid|charged|billed|bought|ordered|pays
`);

const fromPlace = phrases(`
  guy|woman|man|lady|customer(s)|client(s)|person|gentleman|company|companies|buyer(s)|people|users|shoppers|anyone|everyone|folks|somebody|someone from|in|out_of|with ~name
`);

function charges({ text, slots, before }: View): Found {
  if (fromPlace(text)) slots.customers = [];
  const known = slots.customers.length > 0 || Boolean(slots.charge) || Boolean(slots.last4);
  if (!known && hasPronoun(text) && before?.slots.customers.length) {
    slots.customers = [...before.slots.customers];
    return { asks: 'list_charges', rule: 'pronoun' };
  }
  return (
    unclear(text, slots, known, 'list_charges') ?? singular({ asks: 'list_charges' }, text, slots, oneCharge)
  );
}

const coupons = ({ text, slots }: View): Found =>
  unclear(text, slots, true, 'list_coupons') ?? singular({ asks: 'list_coupons' }, text, slots, oneCoupon);

const customers = ({ text, slots }: View): Found =>
  unclear(text, slots, slots.customers.length > 0, 'list_customers') ??
  singular({ asks: 'list_customers' }, text, slots, oneCustomer);

function unclear(text: string, slots: Slots, known: boolean, waiting: Asked): Found {
  if (!known && namesNobody(text)) return { asks: 'clarify', about: 'which_customer', waiting };
  if (leavesEndOpen(text) || (namesNoDay(text) && slots.whens.length === 0 && !slots.code))
    return { asks: 'clarify', about: 'which_period', waiting };
  return undefined;
}

const ONE_OF = 'last|latest|newest|most_recent|very_last|very_latest|recent|final|first|single|most_recently';
const oneCharge = phrases(`
  ${ONE_OF} ..2 {charge}|refund|dispute|chargeback|decline|one
  which|what {charge}|refund|dispute|chargeback|one is|was|came ..1 ${ONE_OF}
  who ..1 paid|bought|ordered last $
  last|latest|newest to pay|buy|order
`);
const oneCustomer = phrases(`${ONE_OF} ..2 {customer}|one`);
const oneCoupon = phrases(`${ONE_OF} ..2 {coupon}|one`);

/** "the last charge" is one charge. */
function singular(
  found: Partial<Frame>,
  text: string,
  slots: Slots,
  isOne: (text: string) => boolean,
): Found {
  if (slots.limit === undefined && isOne(text)) slots.limit = 1;
  return found;
}

const asksWhom = phrases(`
  find|search|look|who|show|get|customer|client|about|he|she|charged|pay|paid|is|did|details|info|lookup|locate|tell|they|has|have|does|what|when|where|her|him|his|pull|open
`);

/** "…, just for Imogen Clarke" after a coupon. */
const forThem = phrases(
  '^ only|just|but|exclusively* for|to|only_for|just_for ~name|~mail|~cus|~quote|{word}',
);

/** A customer who is looked up by name, or is only pointed at. */
export function lookedUp({ text, clause, before }: View): Found {
  if (before?.asks === 'create_coupon' && forThem(text)) return undefined;
  const named = namedPeople(clause.items).length > 0;
  if (!named && namesNobody(text) && asksWhom(text))
    return { asks: 'clarify', about: 'which_customer', waiting: 'list_customers' };
  return named && isLookup(text) ? { asks: 'list_customers' } : undefined;
}
