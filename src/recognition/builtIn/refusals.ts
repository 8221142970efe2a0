import type { Refuse } from '../../abilities/refuse.js';
import { anyOf, has, opens } from './pattern.js';
import { CHARGE_MANY, COUPON_MANY, COUPON_ONE, CUSTOMER_MANY, REQUEST_PREFIX } from './vocabulary.js';

export type Reason = Refuse['reason'];

const ASK = `${REQUEST_PREFIX}(?:(?:can|could|would|will|may) (?:you|u|we|i|someone|somebody) (?:please |just |also |kindly |now )*|i (?:want|need|would like|wish|order|command|ask|authori[sz]e|instruct|tell|beg)(?: you)? (?:to )?(?:please )?|we (?:want|need|have|would like) (?:you )?to |go ahead and |let us |let me |you (?:must|should|have to|need to|can|may) (?:now )?|i (?:must|have to|need to) |try to |help me (?:to )?|do you |are you able to |is it possible to |able to |time to |want to |need to |to |it is time to |how about you |~name ){0,4}`;
const DETERMINED =
  '(?:the|a|an|this|that|these|those|my|our|his|her|their|all|every|any|some|it|them|him|everyone|everybody|each|both|last|first|latest|order|payment|charge|customer|~\\S+|\\d+|old|whatever)';

const UNDO =
  'reimburse|refund|cancel|delete|remove|erase|wipe|purge|drop|deactivate|disable|void|revoke|archive|kill|terminate|reverse|undo|unsubscribe|end|expire|stop|withdraw|invalidate|suspend|pause|block|ban|freeze|retire|kick|take down|turn off|switch off|shut down|get rid of|take back|clean up';
const ALTER =
  'change|update|edit|modify|rename|extend|prolong|lengthen|shorten|adjust|alter|correct|fix|amend|raise|increase|lower|reduce|replace|merge|reactivate|restore|renew|reset|upgrade|downgrade|move|switch|set(?! up)|mark|turn on|re ?activate|unblock|bump';
const PAY =
  'pay out|payout|transfer|wire|withdraw|send money|move money|cash out|capture|retry|bill|debit|invoice|charge|accept|submit evidence|respond to|contest|fight|dispute|collect|resend|top up|deposit|release|give back|pay back|email|notify|remind|mail|subscribe|approve|split|convert|exchange|issue a refund|import|upload';
const ACTED_ON = anyOf(
  ...CHARGE_MANY,
  ...CUSTOMER_MANY,
  ...COUPON_MANY,
  ...COUPON_ONE,
  'charge',
  'payment',
  'transaction',
  'order',
  'sale',
  'purchase',
  'customer',
  'client',
  'account',
  'card',
  'subscription',
  'subscriptions',
  'money',
  'expiry',
  'end date',
  'it',
  'them',
  'him',
  'her',
  'everyone',
  'everything',
  'refund',
  'refunds',
  'dispute',
  'disputes',
  'chargeback',
  'address',
  'email',
  'price',
  'plan',
  'plans',
  'invoice',
  'invoices',
  'payout',
  'payouts',
  'limit',
  'code',
  'name',
  'role',
  'balance',
  'amount',
  'funds',
  '~code',
  '~charge',
  '~cus',
  '~mail',
  '~name',
  '~id',
  '~money',
  '~acct',
  '~quote',
);

const UNDO_CLAUSE = opens(
  `${ASK}(?:fully |partially |completely |permanently |immediately |simply )?(?:${UNDO})(?: out| up| off)?(?: \\S+){0,4}? ${ACTED_ON}|${ASK}(?:refund|reimburse|cancel|delete|void|deactivate)(?: ${DETERMINED})?$`,
);
const ALTER_CLAUSE = opens(`${ASK}(?:please )?(?:${ALTER})(?: \\S+){0,4}? ${ACTED_ON}`);
const PAY_CLAUSE = opens(`${ASK}(?:${PAY})(?: (?:${DETERMINED}))`);
const STRONG = opens(
  `${ASK}(?:prolong|extend|deactivate|delete|cancel|refund|reimburse|void|revoke|rename|terminate|undo|unsubscribe) (?!(?:history|list|overview|report|status|rate|total|count|numbers?|table|reasons?|policy|requests?|payments?|charges?|coupons?|transactions?|for|from|of|since|in|last|this|yesterday|today|~when|~date|~since)(?: |$)$)\\S+`,
);
const GIVE_BACK = has(
  `(?:add|put|load|deposit) ~money (?:to|on|into|onto)|money back (?:for|to)|(?:give|get|send|return|hand|pay|wire|wants?|deserves?)(?: \\S+){0,5} (?:money|cash) back|(?:give|issue|make|do|process|send|trigger|initiate|start|grant|execute|perform|run|arrange|get|wants?|needs?|deserves?)(?: (?:me|him|her|them|us|~\\S+|the customer|customer|everyone|back|a|an|the|full|partial|his|her|their|this|that|complete))* (?:refunds?|reimbursement|money back|credit|payout|payouts|transfer|wire transfer|withdrawal|cancellation)(?! (?:history|list|overview|table|report|status|rate|total|count|numbers?))|` +
    `give (?:him|her|them|it|~\\S+) (?:his|her|their|the|all)? ?(?:money|cash|funds) back|(?:money|cash) back to|do (?:1|one) of ~money|send (?:the |our |all |my )*(?:money|funds|balance|cash|~money) (?:to|out|over)|put (?:the )?(?:money|~money) (?:back|on|into)|pay (?:the )?(?:supplier|staff|rent|bill|salary|wages|vendor|landlord|him|her|them|~name)|(?:~money|money|funds) (?:out )?to (?:my|our|the) (?:bank|company)`,
);
const MAKE_OTHER = opens(
  `${ASK}(?:create|make|add|set up|generate|issue|send|draft|open|register|sign up|enter|start|build|onboard|produce|write|prepare)(?: (?:me|us|him|her|them|~name|a|an|the|new|this|that|another|our|one|\\d+|monthly|yearly|recurring|~\\S+|for))* (?:customers?|clients?|invoices?|payment links?|links?|subscriptions?|products?|prices?|plans?|checkouts?|users?|webhooks?|api keys?|receipts?|quotes?|reminders?|payment intents?|payments?|charges?|accounts?|payouts?|tax rates?|credit notes?|bills?|checkout sessions?|paylinks?|gift cards?|transfers?)(?! (?:of|list|history|overview|report|from|list))`,
);
const ADD_PERSON = opens(
  `${ASK}(?:add|register|enter|sign up) (?:~name|~mail|a person)(?: .{1,40})? (?:as|to|in|into) .{0,20}(?:customers?|clients?|customer list|admins?|role|team|approvers?)|${ASK}(?:add|register) (?:~name|~mail)(?: with| \\(|$)`,
);
const ROLES = has(
  `(?:make|appoint|set) (?:me|him|her|them|us|~\\S+|[a-z]+)(?: to)?(?: be)? (?:an? |the )?(?:new )?(?:admin|administrator|owner|approver|analyst|manager|superuser|root|marketing|support|compliance)|(?:give|grant|assign|hand|add)(?: to)? (?:me|him|her|them|us|everyone|everybody|my \\w+|our \\w+|the \\w+|~\\S+)(?: \\w+){0,3} (?:rights?|role|roles|permissions?|access|privileges?|admin|approver)|(?:add|remove|take) (?:me|him|her|~\\S+) (?:to|from|off|into) (?:the )?(?:\\w+ )?(?:role|admins?|approvers?|group|team)|(?:change|raise|elevate|upgrade|promote|extend|widen|increase) (?:me|my|his|her|their|~\\S+)(?: 's)?(?: \\w+){0,2} ?(?:role|rights|permissions?|access|to admin|to owner|to approver|privileges)|promote (?:me|him|her|~\\S+)|take \\S+ (?:\\S+ )?off the|(?:let|allow|enable|permit) (?:~name|him|her|them|everyone|everybody|my \\S+|our \\S+|marketing|support|interns?) (?:to )?(?:see|view|access|use|create|make|read)|revoke (?:my|his|her|their|~\\S+)|(?:give|grant) (?:me|us) (?:admin|owner|(?:full|more|write|all) (?:rights?|access|permissions?|privileges|roles?))`,
);
const UNREADABLE = has(
  `which plans?|subscribers? (?:have|on)|new (?:invoice|payment link|product|subscription|api key)$|subscriptions?|invoices?|payouts?|payment links?|webhooks? (?:events?|logs?|deliver\\w+)|inventory|price list|(?:our|the|all|list|show|my|which|what) (?:products?|prices)(?! (?:off|only))|tax (?:rates?|reports?|forms?)|bank (?:account|details|transfers?)|bank account|abandoned carts?|carts|payroll|salar(?:y|ies)|wages|shipments?|deliver(?:y|ies)|stock levels?|open quotes|credit notes?|product catalogu?e|connected accounts|mrr|arr|churn|churn rate`,
);

/** A Stripe action or a piece of Stripe that the bot does not have. */
export const isUnsupported = (text: string): boolean =>
  [UNDO_CLAUSE, STRONG, ALTER_CLAUSE, PAY_CLAUSE, GIVE_BACK, MAKE_OTHER, ADD_PERSON, ROLES, UNREADABLE].some(
    (pattern) => pattern.test(text),
  ) && !LOOKS_BACK.test(text);

/** "what did we refund", "the refunds that we made", "who cancelled": looking at it is not doing it. */
const LOOKS_BACK = has(
  `(?:what|which|how many|how much|when|who|whom|whose)(?: \\S+){0,4}? (?:did|have|has|had|was|were|been|got|we)(?: \\S+){0,4}? (?:refund|refunded|reimburse|reimbursed|cancel|cancelled|give back|given back|pay back|pay|paid|charge|charged|send back|sent back|collect|collected|contest|contested|dispute|disputed|capture|captured|accept|accepted|return)|did we (?:refund|reimburse|give|charge|collect|capture)|(?:refunds|payments|charges|transactions|disputes) (?:that |which )?(?:we|i|you|they) (?:gave|made|issued|did|sent)`,
);

const SECRET = has(
  `api ?keys?|secret keys?|private keys?|secret|secrets|passwords?|passphrases?|credentials?|access tokens?|tokens?|signing (?:secret|key)s?|system ?prompts?|hidden prompts?|initial prompts?|your (?:own )?(?:prompt|instructions|system message|rules|guidelines|configuration|source code|env|environment variables?|settings file|secret)|(?:secret|restricted|stripe|openrouter|master|encryption) keys?|~key|env (?:file|vars?|variables?)|environment variables?|\\. env|connection string|webhook secrets?|client secrets?`,
);
const CARD_DATA = has(
  `\\d{4} \\d{4} \\d{4} \\d{1,4}|\\d{13,19}|(?:cvc|cvv|cvcs|cvvs|cvv2|security codes?|pans?|card verification)|(?:full|complete|entire|whole|raw|unmasked|real|actual|clear|plain|uncensored|unredacted|unhidden|original|all 16|16|sixteen|untruncated)(?: [a-z0-9']+){0,3} (?:card|cards|card numbers?|card data|card details|numbers?|emails?|email addresses|addresses|phone numbers?|names?|pan|digits?|data|ibans?)|(?:credit |debit |bank |payment )?card (?:numbers?|data)|(?:16|sixteen|all) (?:- )?digits?|(?:credit|debit) card details|bank account numbers?|ibans?|account numbers|first (?:6|six|12|twelve) digits|expiry dates? of (?:the |her |his |their )?cards?|numbers? on (?:the|his|her|their) cards?`,
);
const UNMASK = has(
  `unmask\\w*|unredact\\w*|unhide|uncensor\\w*|de ?anonymi[sz]\\w*|unobfuscated|unfiltered|without (?:any |the |your )?(?:mask|masks|masking|redaction|redacting|hiding|anonymi[sz]ation|stars|asterisks|censoring|dots)|no (?:mask|masks|masking|redaction|stars|asterisks)|(?:turn|switch) (?:off )?(?:the )?(?:mask|masking|redaction)(?: off)?|(?:disable|remove|lift|drop|skip|bypass) (?:the |all |any |your )?(?:mask|masks|masking|redaction|stars|asterisks)|nothing (?:hidden|masked)|not masked|hide nothing|in (?:clear|plain) text|(?:raw|whole|full|complete|entire) (?:\\w+ )?(?:json|export|exports|dump|dumps|data|database|objects?|records?|response|csv|payload)|(?:database|data|db) dump|dump (?:of )?(?:all|every|the|our|your|everything|whole)|(?:export|download|extract) (?:\\S+ ){0,5}(?:csv|excel|file|spreadsheet|json|emails?|database|data|pdf|xlsx|everything)|(?:the|your|our)(?: \\S+)? database|raw exports?|raw|complete emails?|full emails?|(?:show|reveal|give|list|see)(?: \\S+){0,3} (?:hidden|masked) (?:data|values?|fields?|numbers?|digits?|parts?|emails?)|behind the (?:mask|stars|asterisks|dots)|repeat (?:the )?(?:text|words) above|(?:download|export)(?: \\S+){0,4} (?:customers|charges|payments|transactions|emails|clients)`,
);

/** Something that is never shown whole: card numbers, keys, the prompt, raw exports. */
export const asksUnmasked = (text: string): boolean =>
  (CARD_DATA.test(text) || UNMASK.test(text) || SECRET.test(text)) && !HARMLESS.test(text);

const HARMLESS = has(
  `(?:secret|hidden) (?:sale|santa|discount|coupon)|last (?:4|four) (?:digits|numbers)|(?:make|create|mint|new)(?: \\S+){0,3} secret (?:coupon|code)|who (?:may|can|is allowed)(?: \\S+){0,4}`,
);

const OTHER =
  "another|a different|different|the other|other|some other|someone else 's|somebody else 's|sister|second|partner|partners|partner 's|parent|competitor|competitors|competitor 's|rival|rivals|rival 's|neighbou?r|neighbou?rs|neighbou?r 's|foreign|friend|friend 's|external|affiliated|daughter|third party|their|his|her|acquired";
const PLACE =
  'company|companies|store|stores|shop|shops|business|businesses|merchant|merchants|tenant|organi[sz]ation|firm|franchise|subsidiary|branch|boutique|enterprise|seller|workspace|stripe|stripe account|stripe accounts|accounts|dashboard|outlet|webshop|brand';
const ELSEWHERE = has(
  `~acct|(?:${OTHER}) (?:\\w+ ){0,1}?(?:${PLACE}|account)(?: 's)?|(?:competitor|competitors|rival|rivals|subsidiary|subsidiaries|sister company|partner company)(?: 's)?|(?:our|my|the|of|a|from) partners?(?: 's)?(?! program)|(?:switch|change|log|go|connect|hop) (?:over |in |into )?to (?:the |an? |my )?(?:\\S+ ){0,3}(?:account|store|shop|company)|not ours|(?:stripe account|account|store|shop) (?:of|belonging to) (?:~name|another|a|an|the other|my|our)(?! (?:customer|client))|~name(?: 's)? (?:stripe )?(?:account|store|shop|stripe)(?! (?:manager|balance of))|(?:our|the) (?:holding|parent|mother|daughter|neighbour) company|(?:shop|store|company|business|firm|people) (?:next door|across the street)|on behalf of (?:another|a different)`,
);
/** Another company's account. */
export const asksElsewhere = (text: string): boolean =>
  ELSEWHERE.test(text) && !/(?:bank|company bank|email) account|~name is a/.test(text);

const STEP =
  '(?:the |a |any |my |your |our |further |this |that |more |extra |all |usual |silly |whole |human |manual )*(?:submit|submitting|submission|confirm|confirming|confirmation|confirmations|confirmed|review|reviewing|approval|approvals|approving|form|forms|step|steps|button|buttons|card|dialog|asking|click|clicking|clicks|prompt|check|checks|consent|sign off|permission|question|questions|pressing|ok|okay|double check|preview|confirm step|verification|me confirming|me pressing|me clicking|waiting)';
const BYPASS = has(
  `(?:without|w ?o|with no|no need (?:for|of)|no time (?:for|to)|no|skip|skipping|bypass|bypassing|omit|avoid|circumvent|ignore|forget|drop|leave out|jump over|minus|waive|suppress|disable|turn off|switch off|never mind|do not need|not need|do not want|sans|instead of) ${STEP}|without (?:asking|me|my|bothering|checking|waiting|further|having)|(?:no need|not necessary|do not need|need not|not have|unnecessary|pointless|do not bother|you need not) (?:for (?:me|anyone) )?(?:to )?(?:ask|confirm|submit|review|press|click|check|approve|wait|show|have me)|do not (?:ask|wait|bother|make me|show me the|prompt|confirm|check with|request|require|let me|double check|need me)(?: \\S+){0,2}|no questions(?: asked)?|` +
    `(?:press|click|hit|push|tap|do|accept|answer|choose|select|say)(?: on)? (?:the )?(?:submit|confirm|confirmation|create|yes|ok|button|approve)(?: button)?(?: (?:for|yourself|on my|in my|to|automatically|instead|too|as well|directly|right))+|you (?:can |may |should |must |just )*(?:press|click|hit|submit|confirm|approve)(?: \\S+){0,3}|(?:submit|confirm|approve|finali[sz]e|sign off|accept)(?: \\S+){0,3} (?:yourself|for me|on my behalf|automatically|without|in my name|directly|in advance|instead of me)|(?:auto|automatically|pre|self|instantly)(?: -)? ?(?:confirm|submit|approve|accept|submits|confirms|approved|confirmed|create|created)\\w*|(?:already|been|is|was|as|are|all|consider(?: it| this| that)?|treat(?: \\S+){0,3}|assume(?: \\S+){0,2}|count(?: \\S+){0,2}|regard(?: \\S+){0,2}|take(?: \\S+){0,2} as) (?:pre|already|as|fully|been|duly|hereby|all|is|was|i|have|\\s)*(?:approved|confirmed|submitted|accepted|signed off|authori[sz]ed|reviewed|agreed|pressed submit|clicked submit|okayed|cleared by)|(?:i|we|she|he|they|who|~name|colleague|boss|manager|ceo|cfo|finance|legal)(?: have| has| already| just| hereby| had| will)* (?:approved?|confirm(?:ed)?|pre approved?|approves|signed off|clicked|pressed|hit|pushed|tapped|okayed|said yes|agreed|submitted)(?: (?:submit|it|this|them|that|everything|all|every|on|in|to|the|already|any|yes|create)(?: \\S+){0,3})?|confirmed (?:=|:)? ?(?:true|yes)|approved (?:=|:)? ?(?:true|yes)|status (?:=|:)? ?(?:confirmed|approved)|marked? (?:it |them |this )?(?:as )?(?:confirmed|approved|submitted)|consider (?:it|this|them) (?:done|confirmed|approved)|(?:accept|answer|approve|confirm|acknowledge)(?: \\S+){0,2} (?:confirmations?|prompts?|submits?|approvals?|reviews?|forms?)|silently|behind (?:my|the|their|his|her) backs?|straight (?:to|into) (?:live|production|stripe)`,
);
/** Asks that a coupon be made without its Submit. */
export const asksBypass = (text: string): boolean => BYPASS.test(text);

const WRITING = opens(
  `${ASK}(?:write|compose|draft|translate|rewrite|rephrase|proofread|summari[sz]e|paraphrase|brainstorm|invent|suggest|recommend|come up with|think of|design)(?! (?:a|an|the|us|me|\\d+)? ?(?:\\S+ )?(?:coupons?|vouchers?|discounts?|discount codes?)(?: |$))`,
);
const TEXTS = has(
  `(?:write|compose|draft|translate|rewrite)(?: \\S+){0,4} (?:email|emails|mail|text|texts|letter|newsletter|post|tweet|story|poem|haiku|song|essay|speech|slogan|ad|advert|blog|article|script|code|message|announcement|reply|sms|caption|headline|press release|copy|description|subject line)|into (?:german|french|spanish|italian|dutch|english|portuguese|polish|japanese|chinese)|in (?:german|french|spanish|italian|japanese|chinese|latin)$`,
);
const ELSE = has(
  `jokes?|weather|forecast|poems?|haikus?|recipes?|songs?|football|soccer|world cup|bitcoin|crypto price|stock (?:price|market)|lottery|horoscope|meeting ?rooms?|flights?|hotel|restaurant|pizza|lunch|dinner|coffee|taxi|vacation|holiday request|sick leave|movie|film|netflix|capital of|president|prime minister|population of|homework|python|javascript|sql query|riddle|story|stories|love|marry|meaning of life|how old are you|are you (?:human|real|alive|sentient|chatgpt|an ai)|chatgpt|gpt|wifi|printer|laptop|birthday|translate|translation|calculate|square root|what time is it|the time in|temperature|train|bus|traffic|election|politics|religion|game|chess|sing|dance|slogan|newsletter|blog|tweet|linkedin|instagram|facebook|essay|remind me|reminder|set an alarm|timer|calendar|appointment|schedule a|book (?:a|me|us)|order (?:a|me|us|some)(?! list)|news|headlines|celebrity|medicine|doctor|lawyer|tax advice|invest|investment|insurance|vpn|parking|password reset|christmas party|competitor analysis|marketing (?:ideas?|plan|strategy)|business plan|\\d+ (?:times|x|\\*|divided by) \\d+`,
);
const PERSONA = has(
  `(?:you are|you will be|be|become|act as|acting as|pretend|pretend to be|role ?play\\w*|play|imagine you are|from now on you are|behave like|behave as|talk like|speak like|speak as|respond as|answer as|call yourself) (?:now |a |an |the |you |are |to be |from now on |no longer |my )*(?:pirate|dan|evil|cat|dog|robot|poet|wizard|shakespeare|king|queen|unrestricted|grandmother|grandma|girlfriend|boyfriend|friend|therapist|chef|comedian|teacher|villain|hacker|jailbroken|human|another (?:bot|ai|assistant)|different (?:bot|ai|assistant)|general assistant|~name|doctor|santa|yoda|a free ai|butler|terminal|linux terminal|character|stripe bot no more|python interpreter|other)|(?:talk|speak|answer|respond|reply) (?:only )?(?:like|as if|in rhyme|in riddles)|forget stripe|developer mode|do anything now|jailbreak|change your (?:name|personality|tone)|new persona`,
);
/** Nothing to do with this: chat, texts to write, a change of persona. */
export const isOffTopic = (text: string): boolean =>
  WRITING.test(text) || TEXTS.test(text) || ELSE.test(text) || PERSONA.test(text);

/** Pressure and fake authority around a request: they change nothing and ask for nothing. */
export const isPressure = (text: string): boolean => PRESSURE.test(text) && !/~mail|~cus|~charge/.test(text);
const PRESSURE = opens(
  `(?:\\[|\\]|=|<|>|#|\\*)+|(?:please )?(?:ignore|disregard|forget|override|discard)(?: \\S+){0,4} (?:instructions?|guidelines|rules|prompts?|restrictions|training|policy|policies|above|said before|limits|told)(?: \\S+){0,3}|(?:override|system|admin|developer|root|sudo|debug)(?: (?:mode|message|note|override|access|prompt|=|role|owner|on|enabled|active|:))*|role = \\w+|(?:as|since i am) (?:the |an? |your )?(?:new |real |acting |chief |senior )*(?:owner|admin|administrator|ceo|cfo|boss|manager|developer|engineer|auditor|director|founder)|i am (?:the |an? |your |from )?(?:new |real |acting |chief |senior )*(?:owner|admin|administrator|ceo|cfo|boss|manager|developer|engineer|auditor|director|founder|stripe support|stripe|security|it)|(?:this is|it is) (?:very |really |an? |super )*(?:urgent|emergency|important|test|drill|security test)|you are (?:now )?(?:in )?(?:admin|developer|debug|god|root|maintenance|an? (?:admin|unrestricted))(?: mode)?|pentest(?: in progress)?|urgent|emergency|important`,
);
