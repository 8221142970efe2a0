import type { Clause } from './clauses.js';
import type { Asked, Frame } from './frame.js';
import * as kinds from './kinds.js';
import { anyOf, has, opens } from './pattern.js';
import { namedPeople } from './people.js';
import type { Found, View } from './rule.js';
import type { Slots } from './slots.js';
import * as vague from './vague.js';
import { CHARGE_ONE, COUPON_ONE, CUSTOMER_ONE } from './vocabulary.js';

const COUPON_LABEL = opens(
  '(?:(?:with|using|the|its|use|under|promo|discount|coupon|both|all|each|make|it|promotion) )*(?:as )?(?:codes?)(?: (?:is|name|should|be|word|named|called))*(?: ~code| ~called)?(?: please)?$',
);
/** A list by its noun, its verb or its status. */
export function listed(view: View): Found {
  const { text, slots, before } = view;
  const noun = kinds.headNoun(text)?.asks;
  const states = slots.statuses.length > 0;
  if (noun === 'list_coupons' && before?.asks === 'create_coupon' && COUPON_LABEL.test(text))
    return undefined;
  if (noun === 'list_coupons') return singular({ asks: 'list_coupons' }, text, slots, COUPON_ONE);
  if (
    noun === 'list_customers' &&
    (kinds.hasNoun('list_charges', text) && states ? true : chargesOfCustomers(text, states))
  )
    return charges(view);
  if (noun === 'list_customers') return customers(view);
  if (noun === 'list_charges' || slots.charge || slots.last4) return charges(view);
  if (kinds.isJoining(text) && !kinds.isPaying(text)) return customers(view);
  if ((states && CHARGE_STATE.test(text)) || (slots.bound && ANYTHING.test(text))) return charges(view);
  return kinds.isPaying(text) &&
    /(?:^| )(?:who|what|how|which|anything|did|has|have|is|was|were|all|everything|~name|~mail|~cus|show|list|any|anyone|anything|whatever|money|cash|somebody|someone|customers?)(?: |$)/.test(
      text,
    )
    ? charges(view)
    : undefined;
}

const ANYTHING = has('anything|everything|all|any|something|what|which|whatever|those');
const CHARGE_STATE = has(
  'anything|something|what|which|show|list|see|how many|how much|any|all|those|everything|the|was|were|got|is|are|~when|~date|~since|did|have|~range|~from|give|get|\\d+',
);

const chargesOfCustomers = (text: string, states: boolean): boolean =>
  states ||
  /(?:^| )customers? (?:payments?|charges?|transactions?|orders?)(?: |$)/.test(text) ||
  /(?:^| )(?:who|that|which|did) (?:\S+ )?(?:paid|pay|bought|spent|spend|ordered|buy)(?: |$)/.test(text) ||
  /(?:^| )(?:did|has|have|does|how much)(?: \S+){0,6} (?:paid|pay|bought|spent|spend|buy)(?: |$)/.test(
    text,
  ) ||
  /(?:contest|contesting|disputing|disputed|charged)/.test(text);

const FROM_PLACE = has(
  '(?:guy|woman|man|lady|customer|client|person|gentleman|company|buyer) (?:from|in|out of|with) ~name',
);

function charges({ text, slots, before }: View): Found {
  if (FROM_PLACE.test(text)) slots.customers = [];
  const known = slots.customers.length > 0 || Boolean(slots.charge) || Boolean(slots.last4);
  if (!known && vague.hasPronoun(text) && before?.slots.customers.length) {
    slots.customers = [...before.slots.customers];
    return { asks: 'list_charges' };
  }
  return (
    unclear(text, slots, known, 'list_charges') ?? singular({ asks: 'list_charges' }, text, slots, CHARGE_ONE)
  );
}

function customers({ text, slots }: View): Found {
  return (
    unclear(text, slots, slots.customers.length > 0, 'list_customers') ??
    singular({ asks: 'list_customers' }, text, slots, CUSTOMER_ONE)
  );
}

function unclear(text: string, slots: Slots, known: boolean, waiting: Asked): Found {
  if (
    !known &&
    vague.namesNobody(text) &&
    !/(?:last|latest|newest|most recent|new) (?:\S+ )?(?:customer|client|signup)/.test(text)
  )
    return { asks: 'clarify', about: 'which_customer', waiting };
  if (vague.leavesEndOpen(text) || (vague.namesNoDay(text) && slots.whens.length === 0))
    return { asks: 'clarify', about: 'which_period', waiting };
  return undefined;
}

const ONE_OF = 'last|latest|newest|most recent|very last|very latest|recent|final|first|single';

/** "the last charge" is one charge. */
function singular<T extends Partial<Frame>>(found: T, text: string, slots: Slots, one: readonly string[]): T {
  const pattern = has(
    `(?:${ONE_OF})(?: \\S+){0,2}? ${anyOf(...one, 'refund', 'dispute', 'chargeback', 'decline', 'one')}`,
  );
  if (slots.limit === undefined && pattern.test(text)) slots.limit = 1;
  return found;
}

/** A customer who is looked up by name, or is only pointed at. */
export function lookedUp(text: string, clause: Clause): Found {
  if (
    vague.namesNobody(text) &&
    /(?:^| )(?:find|search|look|who|show|get|customer|client|about|he|she|charged|pay|paid|is|did|details|info|lookup|locate|tell)(?: |$)/.test(
      text,
    ) &&
    namedPeople(clause.items).length === 0
  )
    return { asks: 'clarify', about: 'which_customer', waiting: 'list_customers' };
  return kinds.isLookup(text) && namedPeople(clause.items).length > 0
    ? { asks: 'list_customers' }
    : undefined;
}
