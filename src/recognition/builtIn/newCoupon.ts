import { isLabel } from './listing.js';
import { headNoun } from './nouns.js';
import { phrases } from './phrases.js';
import type { Found, View } from './rule.js';

const names = phrases('{coupon}|{coupons}');
const namesMany = phrases('{coupons}');
const making = phrases(`
  ^ {ask}* {create}|offer|grant|reward|give|want|need|require|would_like|like|have|get|run|do|hand|new|discount|put|throw_in|send_out|knock|take|set|prep|register|spin|whip|cook !me_the_list|list|overview|report|count|number|a_list|me_a_list
`);
const listing = phrases(`
  ^ {ask}* show|list|display|find|fetch|see|view|pull|look|search|check|count|read|tell|which|what|how_many|are|is|do_we_have|do_we_still_have|have_we|any|who|does|do_i|do_we|did|can_people|can_customers|can_they|all|latest|last|recent|newest|where|when|open|has|have_any|was|were|status|info|anything|details|verify|whether|if_the|why|how_often|how_much|whose|expired|active|valid|usable
  ^ {ask}* know|have the|all|our|any|about
  ^ {ask}* get|give me|us? the|all|our|{number} {coupons}|list|last|latest|newest|expired|active|valid|overview|status
  ^ {ask}* the last|latest|newest|{number}
  ^ {ask}* {number} last|latest|newest|most
  ^ {ask}* {number} {coupons} $
`);
const made = phrases(`
  we|i|you|they|was|were|been|have|has|had|did|colleagues|people ..1 made|created|issued|generated|added|launched|published|started|rolled_out|handed_out|had
  did we|i|you|they|anyone|anybody|someone ..1 make|create|add|issue|generate|set_up|launch|have|run|publish
  we|they|colleagues set_up
  made|created|issued|set_up|added|generated|launched|published by|in|between|on|since|last|recently|so_far|~when|~date|~since|~range|~until|~after|~name|~from|today|before|after|yesterday
  previous|earlier|past ones
`);
const oneOf = phrases(`
  ^ the? first|second|other|third|one|another|a|an one? of|with|worth|for|at|is|should_be|giving|being ~money|~pct
  ^ another|one_more|a_second ~money|~pct
`);
const off = phrases(`
  ~pct|~either
  ~money|{number} off|discount|reduction|rebate|less|cheaper|rabatt|discounted|voucher|coupon
  off|discount_of|reduction_of|knock|save|minus|rebate_of|saving ~money
  reward|thank|treat|welcome|surprise ..4 ~money
  free ~for|order|purchase|coupon|voucher|month|months|code|first_order
  ~for free
  ~free
  for free
  take|knock|get|give off {number}
  buy one|two|1|2|{number} ..1 get
  two|2|three|3 for one|1|two|2
  something|a_bit|a_little|some off
  some|a_few|a_certain percent
`);
const priced = phrases(`
  free order|purchase|month|coupon|voucher|code
  ~free
  ~money|~for off
  off ~money
  ~pct|~either
`);
const oneMore = phrases(
  'add|make|create|need|want|generate|another|do|issue one|another|it|a_second|two|one_more',
);
const single = phrases(`
  a|an|another|one|new|some|~pct|~money|{number}|two_for_one|for|~code|~name ..3 {coupon} !list|overview|status|history|stats
  ^ ..2 {coupon} !list|overview|~code_$|status|history|stats|usage
`);
const latest = phrases(
  'list|usage|stats|status|check|last|latest|newest|most_recent|recent|previous|history|overview|expired|record|records|creation|creations',
);
const codeAlone = phrases('^ {coupon}* ~code $');

/** A coupon to be made: a verb of making with the noun, or a discount that nobody asks to see. */
export function newCoupon(view: View): Found {
  const { text, slots, before, clause } = view;
  if (before?.asks === 'create_coupon' && isLabel(text)) return undefined;
  const noun = names(text);
  const value =
    off(text) ||
    (before?.asks === 'create_coupon' && oneOf(text)) ||
    (slots.money.length > 0 && (noun || Boolean(slots.code)));
  const head = headNoun(text);
  if (listing(text) || made(text)) return undefined;
  const found: Found = { asks: 'create_coupon' };
  if (value && (noun || head?.asks !== 'list_charges' || priced(text) || making(text))) return found;
  if ((noun || slots.code) && making(text) && !asksOfCode(view)) return found;
  if (!noun && making(text) && oneMore(text) && /coupon/.test(before?.asks ?? '')) return found;
  const alone = single(text) && !namesMany(text) && head?.asks === 'list_coupons';
  return alone && !latest(text) && !clause.asked && !asksOfCode(view) && !codeAlone(text) ? found : undefined;
}

const asked = phrases(`
  has|have|was|were|did|when|how|run|check|look|lookup|find|search|show|does|is|can|still|works|work|working|valid|status|active|verify|what|which|state|expired|info|details|about|see|usable|redeem|redeemable|exist|exists|anything|any|left|whether|if|tell|get|pull|history|usage|uses|often|many|good|alive|dead|expire|open|anyone|why|where|used|works_at|information|stats
`);

const definite = phrases('the|that|this|our {coupon}');

/** Whether a code is looked up: "does SPRING20 still work?". */
export const asksOfCode = ({ text, slots, clause, before }: View): boolean =>
  Boolean(slots.code) &&
  !(before?.asks === 'create_coupon' && isLabel(text)) &&
  (listing(text) || (!making(text) && (asked(text) || clause.asked || definite(text)))) &&
  slots.percents.length + slots.money.length === 0;
