import { phrases } from './phrases.js';

const WHO = '{me}|he|she|they|{anybody}|~name|{colleague}';
const ALLOWED =
  'allowed|permitted|authorised|authorized|entitled|able_to|cleared_to|cleared_for|supposed_to|eligible|empowered|qualified_to';
const RIGHT =
  'right(s)|permission(s)|privilege(s)|access_right(s)|access_level(s)|authorisation(s)|authorization(s)|entitlement(s)|clearance|role(s)';
const ACT = `do|see|use|access|view|create|make|look|get|touch|read|ask_for|change|open|add|issue|generate|set_up|approve|list|cancel|refund|hand_out|check|submit|confirm|delete|export|launch`;
const DATA =
  '{coupons}|{customers}|{charges}|everything|refunds|disputes|audits|logs|customer_data|payment_data|data';

const permitted = phrases(
  `
  am|are|is|was|were|be|been {det}? ${WHO}+ not|also|even|really? ..1 ${ALLOWED}
  ${ALLOWED} to
  not|never|nobody ${ALLOWED}
  my|our|which|what|his|her|their|these|those|own|the ..1 ${RIGHT} !back
  my|our|which|what|his|her|their access|access_rights !code|to_it|for_customers
  access|permission rights|level(s)|list|overview
  permission(s)|privilege(s)|access_rights
  what|which ..2 may|can|am|are|must|might|could not? {me} ..1 not? all|also|actually? ${ACT}|allowed|able|say_no !from_you|you
  what|which ..2 {me} may|can|am_allowed|have_access|have_the_right|am_able|am_permitted|have_rights|can_not|may_not|could !ask|say|type
  whether|if {me} may|can|could|might ..1 ${ACT} !you|ask
  whether|if {me} am|are|have|has|had ..1 ${ALLOWED}|access|rights|permission
  what may|can|could {det}? {colleague}+ ${ACT}
  what|which ..2 {det}? {colleague}+ may|can|is_allowed|are_allowed|could ${ACT}|touch
  which|what may|could not {me} ${ACT}
  who|who_else|who_all may|can|could|must|should ..1 ${ACT}
  which {colleague}+ may|can|could|must|should ..1 ${ACT}
  who|who_else|who_all is|are|was ..1 ${ALLOWED}
  which {colleague}+ is|are|was ..1 ${ALLOWED}
  who has|have|gets|got ..1 access|the_right|permission(s)|rights|the_power|the_role
  who signs_off|must_approve|has_to_approve|needs_to_approve
  why ..1 can|may|could|am|was|were|are|do|did|have|is|will|would|does {me}|my? ..1 not|denied|refused|allowed|blocked|rejected|forbidden|no|locked_out|restricted|see|get|access|have|use|make|create
  why ..4 can|may|could|am|was|were|are|do|did|have|is|will|does not {me}
  why ..4 {me} may|can|could|am not
  what is ..1 blocked|forbidden|off_limits|closed|hidden|locked for|to me|us
  what would|will {det}? {colleague}+ be? able_to|allowed|do|see
  need|needs|require|requires ..2 second_person|second_approval|second_pair_of_eyes|approver|sign_off|two_people|four_eyes
  why ..3 access|permission|role|rights
  ^ {please}* {me} can|may|could not ${ACT}
  ^ {please}* {me} am|are not able_to|allowed
  do|does|did|would|has|have|had {det}? ${WHO}+ also|even|still|already|get|got|have|has|need|really* any|some|full|the|a|enough|admin|write|read* ${RIGHT}|access|power
  have|has|got|get|lack|lacks|lacking|without|given|no access
  do|have|had {me} ..1 ${RIGHT}|access
  am|are {me} in|part_of {det}? role|group|team
  access to the|our? {charges}|{customers}|{coupons}|{balance}|{log}|data
  ^ {please}* may|can|could {me} also|even|actually? create|make|add|issue|generate|set_up|approve|hand_out|launch|do a|an|any|some|new? {coupon}|{coupons} $
  ^ {please}* may|can|could {me} also|even|actually? see|view|use|access|look_at|list|read|open|export|check all|any? ${DATA} $
  may|can|could|should everyone|everybody|anybody|anyone|someone in|from|of {det}? {colleague}* ${ACT}
  may|can|could|must|should|is|are {det}? {colleague}+ ${ACT}|allowed
  may {det}? ${WHO}+ ${ACT}
  am i {det}|one_of_the? ${'approver(s)|analyst(s)|admin(s)|administrator|support|marketing|compliance|owner|manager|viewer'}
  is it allowed|permitted|ok|okay|fine|forbidden for_me|to|if_i|that_i|for_us|for_marketing|for_support
  ^ {please}* can|may|could|should ~name also|even? ${ACT} !me|us
  do|would|will|does {me}|one|you|they|~name need|require ..3 role(s)|approval|permission(s)|right(s)|access|clearance|approval_from
  what am_i $
  what am_i ..1 here|in_here|in_this_bot|not|actually $
  what|which role
  limits of my role|access
  account|role|profile|access ..1 allow|allows|permit|permits|let|lets me|us
  who gets|get to
  how_come ..2 {me} ..1 not
  ^ {ask}* {show}? the|all|our|your? roles
  who is|are {det}? approver(s)|admin(s)|administrator(s)|analyst(s)
  whether|if ~name may|can|could|is_allowed
  off_limits
  my|our level of access
  how far does my access
  allowed $
  (do|am|are) ..2 missing ..1 {rights}
`
    .replaceAll('{please}', 'please|and|so|hi|hello|hey|,|if|also')
    .replaceAll('{rights}', RIGHT)
    .replaceAll('(do|am|are)', 'do|am|are'),
);

/** "Can I see the last 5 customers" asks for them. */
const concrete = phrases(`
  can|may|could {me} please|just|also? see|get|have|view|look_at|look_up|find|pull|list ..5 last|latest|newest|recent|~when|~date|~name|~mail|~cus|~charge|~range|~since|~code|{number}|failed|refunded|disputed|pending|our|the|expired|today
`);

/** Asks what somebody may do: own rights and roles, who may, why not. */
export const asksPermissions = (text: string): boolean =>
  permitted(text) && !concrete(text) && !teaches(text);

const teaches = phrases(`
  can|may ..1 use|redeem|claim it|the_code|the_coupon|this_code|this_coupon|the_voucher|them
  rights? of_return|of_withdrawal
  {coupon} access_code
  {coupons}|{coupon} ..4 can|may|could ..2 use|redeem|apply|claim
`);
