import type { Asked } from './frame.js';
import { anyOf, has, opens } from './pattern.js';
import * as v from './vocabulary.js';
import { REQUEST_PREFIX, SHOW_VERB } from './vocabulary.js';

const NOUNS: [Asked, RegExp][] = [
  [
    'list_charges',
    new RegExp(
      `(?<![^ ])(?:${anyOf(...v.CHARGE_MANY, ...v.CHARGE_ONE, ...v.REFUND_NOUN, ...v.DISPUTE_NOUN, ...v.FAILURE_NOUN, '~charge')})(?![^ ])`,
      'g',
    ),
  ],
  ['list_coupons', new RegExp(`(?<![^ ])(?:${anyOf(...v.COUPON_MANY, ...v.COUPON_ONE)})(?![^ ])`, 'g')],
  ['list_customers', new RegExp(`(?<![^ ])(?:${anyOf(...v.CUSTOMER_MANY, ...v.CUSTOMER_ONE)})(?![^ ])`, 'g')],
];

interface Noun {
  asks: Asked;
  at: number;
  end: number;
}

/** The kind that a clause is about by its nouns: the first one, and of nouns in a row the last ("customer payments"). */
export function headNoun(text: string): Noun | undefined {
  const found = NOUNS.flatMap(([asks, pattern]) =>
    [...text.matchAll(pattern)].map((match) => ({
      asks,
      at: match.index,
      end: match.index + match[0].length,
    })),
  ).sort((a, b) => a.at - b.at);
  let head = found[0];
  for (const noun of found.slice(1)) {
    if (!head || noun.at > head.end + (text.slice(head.end, head.end + 3) === " 's" ? 4 : 1)) break;
    head = noun;
  }
  return head;
}

export const hasNoun = (asks: Asked, text: string): boolean =>
  NOUNS.some(([kind, pattern]) => kind === asks && text.search(pattern) >= 0);

const PAYING = has(
  'paid|pay|pays|taken|received|collected|(?:get|got|make|made|receive) (?:any |some |much |enough )?money|money (?:taken|received|in|coming in)|incoming money|paying|spent|spend|spends|bought|buy|buys|came in|come in|coming in|earn|earned|earning|sold|sell|took in|take in|took|make today|made today|charged|got charged|was charged|payers|who paid|cash in|went through|did we make|have we made|we make|been refunded|were refunded|was refunded|did we refund|refunded|disputed|declined|failed|bounced|not cleared|contested|contesting|charged back|chargebacked|reimbursed|card (?:that )?(?:ends|ending)|last4|revenue',
);
/** A payment by its verb: "what did we take", "how much has she paid". */
export const isPaying = (text: string): boolean => PAYING.test(text);

const JOINING = has(
  '(?:did|when|has|have|who)(?: \\S+){0,4} (?:register|join|enrol|enroll|subscribe|come on board)|signed up|sign up|signs up|registered|registers|joined|enrolled|subscribed|onboarded|opened an account|created an account|who is new|newly registered|came on board|new accounts?|new people|new users?|our users|new faces|(?:anybody|anyone|somebody|someone|who) (?:is )?new|(?:who is|who are) (?:~cus|~mail|~name|~quote|~called)|(?:look up|find|search|lookup|search for|look for|who is|locate|know|have) ~cus|~cus',
);
export const isJoining = (text: string): boolean => JOINING.test(text);

const LOOKUP = opens(
  `${REQUEST_PREFIX}(?:(?:can|could|would) you |please |i (?:need|want) (?:to )?|${anyOf(...SHOW_VERB)} |who is |do we (?:know|have) |is |search for |look for |find me |the |details (?:on|of|about|for) |profile of |info (?:on|about) |anything (?:on|about) |information (?:on|about) |me |out |everything (?:on|about) |data (?:on|of|about) |record of |contact ){0,5}(?:~mail|~cus|~name|~called)(?: 's)?(?: (?:profile|record|details|data|info|please|among us|in our system|in the system|in our books|in stripe|there|around|for me|up|registered|known|known to us|exist|with us|details please|file))*$`,
);
/** A customer looked up by nothing but the name. */
export const isLookup = (text: string): boolean => LOOKUP.test(text);

const BALANCE = has(
  `(?:${anyOf(...v.BALANCE_NOUN)})|how much (?:\\S+ )?(?:money |cash |is )?(?:do we have|have we got|we have|we have got|we hold|do we hold|do we own|is (?:still )?(?:left|available|there|in|on)|left|available|is in|is on)(?: \\S+){0,5}|(?:available|pending|remaining|our|the|whatever|what|how much) (?:money|cash)(?! back)|money (?:available|left|on|in|do we|have we|is|that is)(?: \\S+){0,3}|what is (?:left|in|on|there) (?:in |on |the |our )*(?:account|stripe|till|bank|kitty|purse|pot)|what (?:do|have) we (?:have|got) (?:left |in |on |the |our |available )*(?:account|stripe|till|balance|kitty)?$|what (?:do|have) we (?:have|got) (?:\\S+ ){0,3}(?:stripe|account|~cur)(?: \\S+){0,2}|do we (?:hold|have|own) (?:any |some |enough )?~cur(?: \\S+){0,3}|(?:any|our|how many|how much) ~cur(?: (?:do we|on|in|left|have|available|are|is)(?: \\S+){0,4})?$|in the (?:till|kitty|coffers)|account (?:total|level|state|standing)|cash (?:position|level|on hand|available|at hand|in hand)|money at hand|available ~cur|what is available|(?:available|pending) amounts?|available(?: for payout)?$|how much is (?:available|pending|there|left|on|in)(?: \\S+){0,4}|how (?:full|filled|rich|healthy|well filled)(?: \\S+){0,2} (?:account|till|balance)|finances|how rich are we|are we (?:broke|solvent)`,
);
export const isBalance = (text: string): boolean => BALANCE.test(text);

const DID =
  'did|used|uses|use|cancel|refund|delete|ask|access|view|see|open|approve|submit|confirm|request|touch|made|make|created|create|changed|change|deleted|cancelled|canceled|asked|accessed|looked|viewed|opened|submitted|approved|confirmed|ran|run|requested|refunded|talked|worked|touched|queried|listed|saw|searched|issued|generated|added|set|pressed|clicked|tried|triggered|logged|read|exported|did what|produced|launched|looked at|was denied|were denied|was refused|got denied|got refused|was using|has used|has been|have been|set up|handed|gave|published|executed';
const WHO =
  'who|who all|which (?:of us|person|people|user|users|colleague|colleagues|employee|employees|one of us|admin|admins|team member|team members)|(?:did|has|have) (?:somebody|someone|anybody|anyone|any of us|any colleague|a colleague|any one)|by whom|whoever';
const AUDIT = has(
  `(?:${anyOf(...v.AUDIT_NOUN)})|(?:${WHO})(?: (?:has|have|had|all|else|actually|already|just|of us|recently|last))*(?: (?:${DID}))(?! (?:paid|pay|bought|money|payments?|purchases?|a payment|an? purchase|an? order|an account))|(?:denied|refused|rejected|blocked|forbidden|turned down) (?:requests?|attempts?|questions?|actions?|asks)|(?:requests?|actions?|questions?)(?: (?:that|which|has|have|been|were|was|got|are|did|get))+ (?:denied|refused|blocked|rejected|turned down|recorded|done|made|performed|taken|asked|carried out)|requests?(?: \\S+){0,4} (?:refuse|deny|reject|block)|requests? (?:denied|refused|blocked|rejected|turned down)|recorded (?:actions?|requests?|events?|activity)|(?:bot|user|usage|team|recent|our|all|the|admin|access|request|action) (?:activity|activities|usage)|activity|activities|what (?:did|has|have|was|were) (?:~name|~mail|people|my team|my colleagues?|colleagues|everyone|everybody|others|the team|the admins?|users|~called|[a-z]+) (?:do|done|doing|been|ask|asked|look|request|change|create)(?: \\S+){0,6}|(?:all|the|our|recent|latest|last|\\d+|any) actions?|(?:used|using|use of|usage of|work with|done with|done in|happened in|happened with|asked of) (?:this|the|our) (?:bot|assistant|tool|app)|what (?:has )?happened (?:here|in the bot|in here|with the bot|in this bot)|history of (?:actions|requests|the bot|this bot|use)|(?:things|stuff|everything|anything)(?: that| which)? (?:was|were|has been|have been|got|been) (?:done|asked|made|requested)|(?:done|asked|requested) (?:with|of|from) (?:you|this|the bot)|who did what|who made (?:it|them|these|those|this|that)`,
);
const CUSTOMER_ACT = has(
  'who(?: has| have| all| else| just| recently)* (?:paid|pay|pays|bought|signed up|registered|joined|subscribed|purchased|ordered|is|are|spent|opened an account|created an account|enrolled|disputed|contested|charged back)',
);
export const isAudit = (text: string): boolean =>
  AUDIT.test(text) &&
  !CUSTOMER_ACT.test(text) &&
  !/(?:payment|transaction|sales|purchase) (?:log|activity)/.test(text);

const PERMITTED = has(
  `(?:am|are|is|was|were) (?:i|we|~name|he|she|they|anyone|everyone|somebody|someone|marketing|support|my \\S+|the \\S+)(?: \\S+){0,2} (?:allowed|permitted|authori[sz]ed|entitled|able to|cleared|supposed)|(?:allowed|permitted|entitled|authori[sz]ed) to|(?:my|our|the|which|what|his|her|their|these|those) (?:\\S+ )?(?:rights|permissions?|privileges|access rights|access level|authori[sz]ations?|entitlements|clearance)|(?:my|our|which|what|what is my) (?:own )?(?:roles?|access)|permissions?|privileges|access rights|(?:what|which \\S+) (?:all )?(?:may|can|am|are|must|might) (?:i|we)(?: not)?(?: (?:do|see|use|access|view|create|make|allowed|able|look|get|touch|read|ask for))|(?:what|which \\S+)(?: \\S+){0,2} (?:i|we) (?:may|can|am allowed|have access|have the right|am able|am permitted)(?! ask)|who (?:may|can|is allowed|is able|are allowed|has access|has the right|has permission|is permitted|could|must|should|is entitled|is authori[sz]ed)|why (?:can|may|could|am|was|were|are|do|did|have|is|will|would)(?: i| we| my| me)? ?(?:not )?(?: ?i | ?we )?(?:not|denied|refused|allowed|blocked|rejected|forbidden|be|see|get|access|have|use|make|create|no)(?: \\S+){0,8}|do (?:i|we) (?:even |also )?have (?:\\S+ ){0,2}(?:access|rights?|permission|the right|clearance|the power)|have i (?:access|got access|the right|permission)|(?:may|can|could) (?:i|we) (?:also |even |actually )?(?:create|make|add|issue|generate|set up|see|view|use|access|approve|look at|list|read|get) (?:coupons|vouchers|discounts|discount codes|promo codes|codes|coupon|customers|charges|payments|the audit|audit|balances|the balance|the trail|everything)$|may (?:marketing|support|analysts?|approvers?|colleagues|~name|everyone|anyone|my \\S+|our \\S+) \\S+|(?:has|have|had) (?:~name|marketing|support|everyone|my \\S+|our \\S+)(?: \\S+)? access|what am i(?: \\S+)?$|(?:have|has|get|got) access|access to (?:the )?(?:charges|customers|coupons|payments|balance|audit|trail|log)|(?:may|can|could) (?:i|we) (?:also )?(?:create|make|add|issue|generate) an? (?:coupon|voucher|discount|promo code|code|discount code)$|(?:may|can|could|must) (?:an? |the |our |my )?(?:approvers?|analysts?|admins?|support|marketing|compliance|managers?|users?|colleagues?|team|guests?|auditors?|interns?)(?: team)? (?:do|see|create|make|use|access|view|approve)|am i (?:an? |the |one of the )?(?:approvers?|analysts?|admins?|administrator|support|marketing|compliance|owner)|is it (?:allowed|permitted|ok|okay) (?:for me|to)|(?:do|would) (?:i|we) need (?:\\S+ ){0,3}(?:roles?|permissions?|rights?|access|clearance)|what (?:can|may|could) not (?:i|we) (?:do|see|use|access)|limits of my (?:role|access)|off limits`,
);
const CONCRETE = has(
  `(?:can|may|could) (?:i|we) (?:please |just |also )?(?:see|get|have|view|look at)(?: \\S+)* (?:last|latest|newest|recent|~\\S+|\\d+)`,
);
export const isPermissions = (text: string): boolean => PERMITTED.test(text) && !CONCRETE.test(text);

const HELP = has(
  `help(?: me| us)?(?: out)?(?: please)?$|what (?:all )?(?:can|do|could|would|will) you(?: all| actually| even)?(?: (?:do|offer|help|support|know|handle|answer|provide|understand|good for))?(?: \\S+){0,4}$|what you (?:can |could |may )?(?:do|offer|can)|what are you(?: (?:for|good|good for|here|able|capable|made|doing|used))?(?: \\S+){0,4}$|what (?:is|are) (?:your|ur) (?:job|purpose|role|function|functions|task|tasks|features|capabilities|use|skills|abilities|point|commands)(?: \\S+){0,2}|who are you|what (?:is|does) (?:this|the) (?:bot|tool|assistant|thing|app|chat)(?: (?:for|do|about|good for|all about|can do))*$|what (?:should|can|could|may|might) (?:i|we) (?:ask|type|say|write|tell|request)(?: \\S+){0,4}|which (?:questions|commands)(?: \\S+){0,5}|(?:what|which)(?: \\S+){1,3} (?:can|could|may|should) (?:i|we) (?:ask|say|type|request|tell)(?: you)?|(?:what|which) (?:sort|sorts|kind|kinds|type|types)? ?(?:of )?(?:\\S+ )?(?:can|could|do) you (?:help|do|answer|handle|offer|support)(?: \\S+){0,3}|(?:example|sample) (?:questions|phrases|prompts|commands)|examples|commands|get started|getting started|user ?guide|tutorial|instructions for use|introduce yourself|your (?:features|capabilities|functions|commands|abilities|skills|job|purpose)|how (?:does|do) (?:this|the bot|this bot|it|you|that)(?: bot| tool| thing)? work|menu|how (?:to use|do (?:i|we) use|can (?:i|we) use|should i use) (?:you|this|it|the bot|this bot)(?: \\S+){0,2}|usage instructions|what is possible here|can you help(?: me)?$|are you there|what else can you do|i am (?:lost|new here|stuck)|show me (?:the ropes|around)|where do i (?:start|begin)`,
);
const HOW = opens(
  `${REQUEST_PREFIX}(?:(?:can|could) you )?(?:tell me |show me |explain (?:to me )?|teach me |i wonder |wondering |do you know )?(?:how (?:do|can|would|could|should|might|does|must) (?:i|we|one|you|someone|people|anyone)|how to|how is it possible|what is the way to|the way to|what do i (?:need|have) to (?:do|type|write|say)|what must i (?:type|do|say)|where (?:do|can) i|is there a way to|steps to|what (?:do|should) i (?:type|say|write|do) (?:to|for|if))`,
);
export const isHelp = (text: string): boolean =>
  (HELP.test(text) && !/help me (?:with|find|understand|see)/.test(text)) ||
  (HOW.test(text) && !/how (?:do|does|can) (?:a|an|the|\S+s) \S+ work/.test(text));

const GREETING = opens(
  '(?:many thanks|thanks a (?:lot|bunch|million)|much appreciated|hi|hello|hey|heya|hiya|howdy|yo|morning|good (?:morning|evening|afternoon|day|night)|evening|greetings|thanks|thank you|thank|cheers|bye|goodbye|see you|welcome|hallo|hola|bonjour|salut|ciao|ola|moin|servus|guten (?:tag|morgen|abend)|gruss|danke|merci|gracias|nice|great|perfect|ok|okay|cool|super|awesome|good bot|well done|sup|what is up|how are you|how is it going|dear|test|testing|ping|got it|never mind|nevermind|forget it|no thanks|all good|that is all|gracias|dank|hej)',
);
export const isGreeting = (text: string): boolean => GREETING.test(text);
