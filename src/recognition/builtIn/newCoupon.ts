import * as kinds from './kinds.js';
import { anyOf, has, opens } from './pattern.js';
import type { Found, View } from './rule.js';
import { COUPON_MANY, COUPON_ONE, CREATE_VERB, REQUEST_PREFIX } from './vocabulary.js';

const COUPON = anyOf(...COUPON_ONE, ...COUPON_MANY);
const MAKING = opens(
  `${REQUEST_PREFIX}(?:(?:(?:can|could|would|will) (?:you|i|we)|i|we|you|let us|let me|please|kindly|go ahead and|want to|need to|would like to|like to|want you to|should|must|have to|try to|help me|now|also|want|need) ){0,6}(?:${CREATE_VERB.join('|')}|offer|grant|reward|give|want|need|require|would like|like|have|get|run|do)(?! (?:me |us )?(?:the |a |an )?(?:list|overview|report|count|number)(?: |$))`,
);
const LISTING = opens(
  `${REQUEST_PREFIX}(?:(?:can|could|would) (?:you|i|we) |please |i (?:want|need|would like) (?:to )?(?:see|know|have)? ?|let me ){0,3}(?:show|list|display|find|fetch|see|view|pull|look|search|check|count|read|tell|which|what|how many|are there|is there|do we have|do we still have|have we|any|who|is|does|do|did|can|all|latest|last|recent|newest|the (?:last|latest|newest|\\d+)|\\d+ (?:last|latest|newest|most)|where|when|get me (?:the|all|our)|give me (?:the|all|our|\\d+)|get (?:the|all)|open)`,
);
const SINGULAR_COUPON = has(
  `(?:a|an|another|one|new|some|this|~pct|~money|\\d+|the) (?:\\S+ ){0,3}?(?:${COUPON_ONE.join('|')})|^(?:\\S+ ){0,2}?(?:${COUPON_ONE.join('|')})(?! (?:list|overview|codes?$|~code$))`,
);
const PAST_MAKING = has(
  '(?:we|i|you|they|was|were|been|have|has|had|did) (?:\\S+ )?(?:made|created|issued|generated|set up|added|launched|published|make|create|set up|add)|\\S+ (?:made|created|issued|set up|added|generated|launched) (?:~(?!pct|money)\\S+|by|in|between|on|since|last|recently|so far)|previous ones',
);
const ONE_OF = opens(
  '(?:(?:the )?(?:first|second|other|third)|one|another|a|an)(?: one)? (?:of|with|worth|for|at) (?:~money|~pct)|(?:another|one more) (?:~money|~pct)',
);
const OFF = has(
  '~pct|~either|(?:~money|\\d+) (?:off|discount|reduction|rebate|less|cheaper)|(?:off|discount of|reduction of|knock|save) ~money|free ~for|~for free|free (?:order|purchase|coupon|voucher|month|months)',
);

/** A coupon to be made: a verb of making with the noun, or a discount that nobody asks to see. */
export function newCoupon({ text, slots, before }: View): Found {
  const noun = new RegExp(`(?<![^ ])${COUPON}(?![^ ])`).test(text);
  const value =
    OFF.test(text) ||
    (before?.asks === 'create_coupon' && ONE_OF.test(text)) ||
    (slots.money.length > 0 && (noun || Boolean(slots.code)));
  const head = kinds.headNoun(text);
  if (LISTING.test(text) || PAST_MAKING.test(text)) return undefined;
  const made: Found = { asks: 'create_coupon' };
  if (
    value &&
    (noun ||
      head?.asks !== 'list_charges' ||
      /(?:~money|~for) off|off ~money/.test(text) ||
      MAKING.test(text) ||
      /~pct|~either/.test(text))
  )
    return made;
  if (noun && MAKING.test(text)) return made;
  if (
    !noun &&
    MAKING.test(text) &&
    /(?:add|make|create|need|want|generate) (?:one|another|it)(?: |$)/.test(text) &&
    before &&
    /coupon/.test(before.asks ?? '')
  )
    return made;
  const single =
    SINGULAR_COUPON.test(text) && !new RegExp(`(?<![^ ])${anyOf(...COUPON_MANY)}(?![^ ])`).test(text);
  return single &&
    !LATEST.test(text) &&
    !(slots.code && CODE_ASKED.test(text)) &&
    head?.asks === 'list_coupons' &&
    !/^code ~code$/.test(text)
    ? made
    : undefined;
}

const LATEST = has(
  'list|usage|stats|status|check|last|latest|newest|most recent|recent|previous|history|overview',
);
/** Words with which a code is looked up. */
export const CODE_ASKED = has(
  'has|have|was|were|did|when|how|run|check|look|lookup|find|search|show|does|is|can|still|works?|working|valid|status|active|verify|what|which|state|expired|info|details|about|see|usable|redeem|redeemable|exist|exists',
);
