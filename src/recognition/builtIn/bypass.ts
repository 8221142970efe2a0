import { ASK } from './asking.js';
import { phrases } from './phrases.js';

const STEP =
  `submit|submitting|submission|confirm|confirming|confirmation(s)|confirmed|review|reviewing|approval(s)|approving|form(s)|step(s)|button(s)|card|dialog|asking|click|clicking|clicks|prompt|check(s)
  |consent|sign_off|permission|question|questions|pressing|ok|okay|double_check|preview|confirm_step|verification|me_confirming|me_pressing|me_clicking|waiting|popup|four_eyes|second_person|second_pair_of_eyes
  |formalities|red_tape|bureaucracy|hassle|hitch|human|human_check|screen|summary_card|last_step|final_step`.replace(
    /\s+/g,
    '',
  );
const ITS =
  'the|a|an|any|my|your|our|further|this|that|more|extra|all|usual|silly|whole|human|manual|annoying|stupid|normal|final|last|separate|additional|second|or|and|submit|review|confirm|approval';
const NONE =
  `without|w|with_no|no_need_for|no_need_of|no_time_for|no|skip|skipping|skips|bypass|bypassing|omit|avoid|circumvent|ignore|forget|drop|leave_out|jump_over|minus|waive|suppress|disable|turn_off|switch_off
  |never_mind|do_not_need|not_need|do_not_want|sans|instead_of|spare_me|dispense_with|do_away_with|get_rid_of|cut|minus|never|override|go_around|work_around|get_around|remove|no_more|save_me|not_want|need_no|hate|zero|do_not_show_me|do_not_show|do_not_send_me|do_not_give_me|do_not_bring_up|never_show_me`.replace(
    /\s+/g,
    '',
  );
const PRESS = 'press|click|hit|push|tap|presses|clicks|pressing|clicking';
const CONFIRM =
  'submit|confirm|approve|finalise|finalize|sign_off|accept|confirming|submitting|approving|complete';
const DONE =
  'approved|confirmed|submitted|accepted|signed_off|authorised|authorized|reviewed|agreed|okayed|ok_d|green_lit|cleared|greenlit|rubber_stamped|pressed_submit|clicked_submit|pre_approved|blessed|validated|ratified';
const PERSON =
  'i|we|she|he|they|who|~name|colleague|boss|manager|ceo|cfo|coo|cto|finance|legal|director|team|lead|management|owner|supervisor|everyone|someone|head|accounting|marketing|compliance|board';

/** Asks that a coupon be made without its Submit, or claims that the Submit is done. */
export const asksBypass = phrases(
  `
  ${NONE} ${ITS}* ${STEP} !number(s)|data|details|of|from|ending|on
  ${STEP} is|are|was|has_been|not|already|be|can_be|off|should_be* off|disabled|unnecessary|skipped|waived|needless|optional|deactivated|bypassed|suspended|switched_off|turned_off|not_needed|not_required|needed_not|redundant|out_of_order|overridden|broken|done|given
  confirmation|approval|review|submit|check is|are|was not needed|required|necessary|wanted|possible|available
  no|not|without ..1 confirmation|approval|review|confirming needed|required|necessary
  without asking|me|my|bothering|checking|waiting|further|having|showing|prompting|us
  no_need|not_necessary|do_not_need|need_not|not_have|unnecessary|pointless|do_not_bother|you_need_not for_me|for_anyone? to? ask|confirm|submit|review|press|click|check|approve|wait|show|have_me
  do not ask|wait|bother|make_me|show_me_the|prompt|confirm|check_with|request|require|let_me|double_check|need_me|bother_me|come_back
  no questions asked?
  ${PRESS}|do|accept|answer|choose|select|say on? the? submit|confirm|confirmation|create|yes|ok|button|approve button? for|yourself|on_my|in_my|to|automatically|instead|too|as_well|directly|right|so_i|because|already
  you can|may|should|must|just|could|please* ${PRESS}|submit|confirm|approve
  ${ASK} ${PRESS} ..2 submit|confirm|create|approve|button
  ${CONFIRM} ..3 yourself|for_me|on_my_behalf|automatically|without|in_my_name|directly|in_advance|instead_of_me|for_us|right_away|now|immediately|straight_away|already
  auto|automatically|pre|self|instantly|auto_matically -? confirm|submit|approve|accept|submits|confirms|approved|confirmed|create|created|publish|activate|submitted|approves
  autoconfirm|autosubmit|autoapprove|preapproved|preapprove|preconfirmed|preconfirm
  already|been|is|was|as|are|all|consider|treat|assume|count|regard|take|deem|been_through ..3 ${DONE} !payments|charges|requests|transactions
  ${PERSON} have|has|already|just|hereby|had|will|also|all|fully|verbally* approve|approved|approves|confirm|confirmed|signed_off|clicked|pressed|hit|pushed|tapped|okayed|said_yes|said_ok|agreed|submitted|authorised|authorized|gave_the_ok|gave_green_light|gave_permission|given_the_ok|gave_his_ok|gave_her_ok|gave_their_ok|nodded|ok_d|gave_the_go|gave_the_green_light|preapproved
  hereby|herewith ..1 confirm|approve|submit|authorise|authorize
  confirmed|approved =|:? true|yes
  status =|: confirmed|approved
  mark|marked|flag it|them|this? as? confirmed|approved|submitted
  consider it|this|them done|confirmed|approved|submitted
  accept|answer|approve|confirm|acknowledge ..2 confirmation(s)|prompt(s)|submits|approvals|reviews|forms
  silently|quietly_in_the_background|in_the_background|on_the_quiet|under_the_radar
  behind my|the|their|his|her|everyone back|backs
  straight|directly to|into|in live|production|stripe
  put|push|write|send|create|make ..3 directly|straight in|into|to|on stripe|live|production
  in my|our name
  approve|approves|approval|approved|confirm|submit|review|sign_off|checks ..5 later|afterwards|retroactively|tomorrow|another_time
  apply|use|take|extend|carry_over|reuse|count my|our|his|her|this approval|ok|consent|confirmation|yes
  i already|have ..1 pressed|clicked|hit ..2 submit|confirm|button
  you have|got my|our|his|her|their ok|okay|approval|permission|blessing|go|consent|confirmation|yes|word
  ${DONE} by !the_bank
  ^ {ask}* submit|confirm|approve it|that|this|them|the_coupon|the_code|the_voucher|all $
  create|make|issue|prepare and|or? submit|confirm|approve
  submit on_my_behalf|in_my_name|for_me|yourself|it_all|all
  step(s) = |: confirmed
`.replace('= |:', '=|:'),
);
