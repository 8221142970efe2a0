import { phrases } from './phrases.js';

const PERSON = `customer|client|buyer|registrant|newcomer|shopper|purchaser|payer|patron|guy|man|woman|lady|person|gentleman|dude|girl|boy|fellow|chap|user|company|bloke|kid|lad|caller|visitor|guest|member|subscriber|couple|firm|dentist|doctor|plumber|neighbour|student|teacher|lawyer|architect|chef|architect_firm|bakery|school|family|mister|misses|colleague_of_mine|friend_of_mine`;
const PEOPLE = 'customers|clients|buyers|people|guys|folks|users|ones|shoppers';
const SORT = `same|best|favourite|favorite|top|most_loyal|one|angry|nice|other|particular|specific|certain|dutch|german|french|italian|spanish|british|american|swiss|polish|big|biggest|old|long_time|young|very|said|unhappy|friendly|tall|rude|loud|important|main|annoyed|confused|impatient|regular|vip|mysterious|fat|quiet|blonde|funny|wholesale|corporate`;

const described = phrases(
  `
  that|this|a_certain|one_of_our|one_of_my ${SORT}* ${PERSON} !list|base|data|signup(s)|registration(s)|number(s)|count|records|should|can|may|must|gets|spend|discount|coupon|only
  that|this|my|a_certain|some|one_of_our|one_of_my|his|her ${SORT}* ${PERSON} !list|base|data|signup(s)|registration(s)|number(s)|count|records|in|should|can|may|must|only|gets|spend|discount|coupon who|that|from|with|whose|on|i|we|about|which|'s|payments|payment|charges|charge|paid|bought|spent|and|has|did|was|is|of|at|in|again|please|$
  that|this|my|a_certain|one_of_our|one_of_my ${SORT}* ${PERSON} $
  the ${SORT}* ${PERSON} who|that|from|with|whose|i|we|which|'s|payments|paid|bought|spent|has|did|was|is|at|on|in_the|again|about|complaining|called|calling|standing|waiting|sitting $?
  the ${SORT}* ${PERSON} who|that|from|with|whose|i|we|which|'s|payments|paid|bought|spent|has|did|was|at|about|complaining|calling|standing|waiting|sitting|in
  the ${SORT}* ${PERSON} $
  my|our ${SORT}+ ${PERSON}
  the ${SORT}+ ${PERSON} 's?
  what the ${SORT}* ${PERSON} paid|bought|spent|owes|wants|ordered
  ${PERSON} who|that called|rang|phoned|complained|emailed|wrote|came|visited|asked|spoke|just|i|we
  those|these ${PEOPLE} !who|with|from|that
  those|these|the ${PEOPLE} i|we|from_the|who_complained|who_called|who_wrote|at_the
  someone|somebody who|called|from|named|i|we
  the_one|the_person|whoever who|that|from|with|i|we
  you know_who
  what is ..1 his|her|their name
  one of my|our|the {customers}
  mr|mrs|ms|mister x|so_and_so|whatever
  what_s|whats|what_is his|her face|name
  my|our customer 's?
  a customer of_mine|i|we|who|asked|called|wrote|says|said|claims|complains|complained
`.replace(' $?', ''),
);
/** "the customer I just talked to": whom nobody else could know. */
export const describesSomebody = phrases(`
  for|to the|that|this|my|our|a ${SORT}* ${PERSON} i|we|who|that|from|whose|you|at|with !has|have|had|buys|buy|orders|spends|never|is_new|are|signs
`);
const pronoun = phrases('he|she|him|her|his|hers|herself|himself|s_he|hers');
const plural = phrases(`
  did|do|have|has|of|from|by|for|are|were|had|what|when|how_much ..1 they|them|these_people|those_people|those_guys|those_two
  their {charges}|{charge}|refunds|disputes|orders|spending|spend|history|details|profile|account_history|name
  they paid|bought|spent|owe|ordered|signed_up|registered
`);
const together = phrases(`
  {customers}
  all|both|each|some|any|none|most|one|two|many|few|either|neither|{number}|much|how_many|more|rest of them|those|these
  are|were|do|have|did they|them $
  are they|them still|all|valid|active|live|real|failed|expired
  if they
  they|them ..1 work|valid|active|good|usable|expired|redeemable|live|running
`);

/** Whether a person is meant by a pronoun. */
export const hasPronoun = (text: string): boolean => pronoun(text) || plural(text) || they(text);
const they = phrases('they|them|their|theirs');

/** Whether a customer is meant that only the people talking could know. */
export const namesNobody = (text: string): boolean =>
  pronoun(text) || (plural(text) && !together(text)) || (described(text) && !anyOne(text));

const anyOne = phrases(`
  last|latest|newest|most_recent|new|next ..1 {customer}
  what|which|how is|does|do|means ..1 a|an ${PERSON}
`);
