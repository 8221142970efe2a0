import { anyOf, has } from './pattern.js';
import { CUSTOMER_ONE, VAGUE_NOUN } from './vocabulary.js';

const PERSON = anyOf(
  ...CUSTOMER_ONE.filter((word) => word !== 'signup' && word !== 'registration'),
  'guy',
  'man',
  'woman',
  'lady',
  'person',
  'gentleman',
  'dude',
  'girl',
  'boy',
  'fellow',
  'chap',
  'user',
  'company',
  'client',
);
const DESCRIBED = has(
  `(?:that|this|the|my|our|a certain|some|one of our|a|his|her|which) (?:same |best |favou?rite |top |most loyal |one |angry |nice |other |particular |specific |certain |dutch |german |french |big |biggest |old |long time )*${PERSON}(?: 's)?(?! (?:list|base|data|signups?|registrations?|numbers?|count|records|in)(?= |$))(?: (?:who|that|from|with|whose|on|i|we|about|which|in)(?= |$)|$| 's| payments?| charges?| paid| bought| spent| and)|(?:the|that|this) (?:guy|man|woman|lady|gentleman|dude|girl|boy|fellow|chap)|someone (?:who|called|from|named)|somebody (?:who|from)|(?:the one|the person|whoever) who|you know who|what is (?:his|her) name`,
);
const PRONOUN = has('he|she|him|her|his|hers|herself|himself');
const PLURAL_PRONOUN = has(
  '(?:did|do|have|has|of|from|by|for|are|were) (?:they|them|these people|those people)|their (?:payments|charges|orders|transactions)',
);

/** Whether a customer is meant that only the people talking could know. */
export const namesNobody = (text: string): boolean =>
  PRONOUN.test(text) ||
  (PLURAL_PRONOUN.test(text) && !/(?:^| )(?:customers|clients|buyers)(?: |$)/.test(text)) ||
  DESCRIBED.test(text);
export const hasPronoun = (text: string): boolean =>
  PRONOUN.test(text) || PLURAL_PRONOUN.test(text) || has('they|them|their').test(text);

const EVENT = has(
  `(?:since|after|before|until|till|around|prior to|ever since|up to|following|leading up to|from before|from after|during|throughout) (?!~|now\\b|then\\b|all\\b|you\\b|i ask|the (?:fees?|tax)|tax|fees?|checkout|that$)\\S+|(?:in|on|of|from) (?:the|that|those) (?:week|weeks|month|months|day|days|time|times|hours|year)(?: (?:before|after|of|when|we|around|following|leading)(?= |$)| \\S+ (?:launched|started|happened)|$)|~(?:when|date|in|for) (?:before|after) (?:we|the|our|i|they|that|it)|around (?:then|that time|the time)|back then|back when|at that time|the other (?:day|week)|(?:a|some) (?:while|time) (?:ago|back)|~vague|(?:a )?few (?:days|weeks|months) ago|(?:some|one|that) (?:day|week|month|time|period)$|in those days|(?:when|while) (?:we|the|our|i|they|it)(?: \\S+)+|once upon a time|at the time|in the old days|way back|those days|around ~(?:date|when)|(?:from|between|since) ~(?:date|when) (?:until|to|and|till)$|(?:from|between|since)$`,
);
const OPEN_END = has(
  '(?:from|between)? ?~(?:date|when|since|from) (?:until|to|and|till|through)$|between ~(?:date|when)$|(?:from|between|until|till)$',
);
/** A time that no calendar knows: an event, "around then", an end left open. */
export const leavesEndOpen = (text: string): boolean => OPEN_END.test(text);
export const namesNoDay = (text: string): boolean => EVENT.test(text) || OPEN_END.test(text);

const POINTER = has(
  `(?:try|do|run|show|say|give|send|make|repeat)(?: \\S+){0,3} (?:again|once more|one more time|another time)|once more|again please|again$|(?:the )?same (?:again|as (?:before|last time|yesterday|always|usual)|thing|procedure|as usual)|do (?:it|that|the same|this)(?: \\S+){0,2}$|^(?:yes|yep|yeah|no|ok|sure|nope|correct|right|exactly|please)?(?: \\S+){0,1} ?(?:that|this|the|the other|the first|the second|the third|the last|the previous|the former|the latter) (?:one|ones)(?: \\S+){0,2}$|as usual|(?:show|give|take|use|pick)(?: me)? (?:that|this|the other) one(?: please)?$|like (?:last time|before|yesterday|always)|the usual|what i (?:said|asked|told you)(?: \\S+){0,2}|(?:the|my) (?:previous|earlier|last|former) (?:question|request|message|query|answer|one)|(?:undo|redo|repeat|continue|go on|carry on|proceed|retry)(?: (?:that|it|please|this|the last|with it|with that))?$|^(?:yes|yep|yeah|yup|sure|no|nope|correct|exactly|indeed|agreed|right|do it|go ahead|and then|why|really|more|next|the other|this|that|it|those|these|them)(?: (?:please|one|ones|then|too|is|it|more))*$|as (?:i said|discussed|agreed|mentioned)(?: \\S+){0,2}|you know what i mean|what we (?:discussed|talked about|agreed)(?: \\S+){0,2}|(?:row|line|entry|number|item) (?:\\d+|one|two|three)$|(?:the )?(?:attached|attachment|screenshot|picture|file) ?(?:file|above|below)?|(?:see|as) (?:above|below|attached)|(?:the )?(?:first|second|third|fourth|last|\\d+th) (?:row|line|entry|one)(?: \\S+){0,3}$|(?:that|this) (?:thing|coupon|charge|payment|list|code|voucher|transaction)(?: (?:please|again|there|above|from before|we made))?$|what about (?:it|that|this|them|those)$|(?:one|thing) (?:from|we) (?:before|earlier|had)`,
);
/** Points at something outside the message. */
export const pointsElsewhere = (text: string): boolean => POINTER.test(text);

const NOTHING = new RegExp(
  `^(?:${anyOf(...VAGUE_NOUN, ...'top show me list get give send display the a an all our my some any please just can could you someone somebody i want need would like to see have what is are about how for of with from in on and now again tell us it this that there here do we got lists two three latest recent newest last full complete more few really quick quickly today everything else also then ok so hey hi hello new current who which right first one next only going happened happening happens news new did go been were was things look fetch pull up ~when ~date ~range ~since ~until ~after ~from ~in ~for ~cur put together bring ready make prepare year monthly weekly daily year numbers overview rundown know your you ask let check whatever'.split(' '))}|\\d+)(?: |$)`,
);

/** Nothing in it but asking words, times and counts: a request without a kind of data. */
export function isEmptyRequest(text: string): boolean {
  let rest = text;
  while (rest) {
    const match = NOTHING.exec(rest);
    if (!match) return false;
    rest = rest.slice(match[0].length);
  }
  return true;
}

const NAMED_NOTHING = has(
  anyOf(
    ...VAGUE_NOUN.filter((word) => !/^(?:some|any|every)thing$|^ones?$|^things$|^stuff$|^items$/.test(word)),
  ),
);
export const asksData = (text: string): boolean => NAMED_NOTHING.test(text);
