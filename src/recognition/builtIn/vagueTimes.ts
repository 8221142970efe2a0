import { phrases } from './phrases.js';

const AROUND =
  'since|after|before|until|till|around|prior_to|ever_since|up_to|following|leading_up_to|from_before|from_after|during|throughout|right_after|shortly_after|shortly_before|right_before';

/** "payments since the campaign kicked off": a time that only those who were there could know. */
const event = phrases(`
  ${AROUND} !now|then|all|you|i_ask|the_fees|the_fee|the_tax|tax|fees|checkout|submit|submitting|my|me|use|it_expires|them|him|her|us|~when|~date|~range|~since|~until|~after|~from|~in|~for|~name|~money|~pct|~cur|~cus|~mail|~min|~bound|~code|~charge|~called|~quote|{number}|customers|all|any|each|every|and|or|first|least|most|{charges}|{customers}|{coupons}|ones|what|which|how|show|list|another|more|work|they_can|it_was|you_are
  in|on|of|from|during|for|over the|that|those|these week|weeks|month|months|day|days|time|times|hours|year|period|phase|quarter|season before|after|of|when|we|around|following|leading|that|the|with|where|in_which|between|it|i|they
  in|on|of|from the|that|those week|weeks|month|months|day|days|time|times|hours|year|period|phase $
  in|on|of|from|during the|that|those ..1 week|day|month|period|time ..1 launched|started|happened|opened|failed|crashed|broke
  ~when|~date|~in|~for before|after|following|around|leading_up_to we|the|our|i|they|that|it|my
  around|about then|that_time|the_time|this_time
  back then|when
  at that time|point|moment
  at the time
  the other day|week|month
  a|some while|time ago|back
  ~vague
  a? few|couple_of|some|several|many days|weeks|months|hours|years ago|back
  some|one|that|which day|week|month|time|period $
  in those days
  when|while|once|whenever we|the|our|i|they|it|she|he|my
  once upon_a_time
  in the old|early|good_old days
  way|long back|ago
  those|these days
  around|about|roughly|circa ~date|~when
  since|from|between ~date|~when until|to|and|till $
  since|from|between $
  ages|years ago
  last time we|i
  christmas_time|xmas|the_holidays|holidays|holiday_season|black_friday|easter|ramadan|the_launch|the_event|the_fair|lent|carnival|thanksgiving|the_sale|sale_season|summer|winter|spring|autumn|fall !{coupons}|{coupon}|sale|promo|special|~pct
`);
const openEnd = phrases(`
  from|between|since? ~date|~when|~since|~from until|to|and|till|through|up_to $
  between ~date|~when $
  from|between|until|till|since|up_to $
  until|till|to|through|and ..1 open|unknown|whenever|you_know_when
`);

/** An end left open: "charges from 3 March until". */
export const leavesEndOpen = openEnd;
/** A time that no calendar knows: an event, "around then", an end left open. */
export const namesNoDay = (text: string): boolean => event(text) || openEnd(text);
