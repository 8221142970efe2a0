import { ASK, THING } from './asking.js';
import { phrases } from './phrases.js';

const UNDO =
  `reimburse|refund|cancel|delete|remove|erase|wipe|purge|drop|deactivate|disable|void|revoke|archive|kill|terminate|reverse|undo|unsubscribe
  |end|expire|stop|withdraw|invalidate|suspend|pause|block|ban|freeze|retire|kick|take_down|turn_off|switch_off|shut_down|get_rid_of|take_back|clean_up
  |scrap|bin|trash|discard|unpublish|take_offline|cut_off|pull_down|blacklist|close|roll_back|nuke|hide|shut_off|clear_out|clear`.replace(
    /\s+/g,
    '',
  );
const ALTER =
  `change|update|edit|modify|rename|extend|prolong|lengthen|shorten|adjust|alter|correct|fix|amend|raise|increase|lower|reduce|replace|merge
  |reactivate|restore|renew|reset|upgrade|downgrade|switch|set|mark|turn_on|re_activate|unblock|bump|swap|convert|assign|link|attach|tag|label|make
  |halve|reopen|postpone|relaunch|revive|bring_back`.replace(/\s+/g, '');
const PAY =
  `pay_out|payout|transfer|wire|withdraw|send_money|move_money|cash_out|capture|retry|rerun|bill|debit|invoice|charge|accept|submit_evidence|respond_to
  |contest|fight|dispute|collect|resend|top_up|deposit|release|give_back|pay_back|email|notify|remind|mail|subscribe|approve|split|exchange|issue_a_refund
  |import|upload|settle|ping|deduct|take_money_from|authorize|authorise|reattempt|re_run|challenge|appeal|forward|pay|chase|compensate|repay`.replace(
    /\s+/g,
    '',
  );
const OBJECT =
  `{charges}|{charge}|{customers}|{customer}|{coupons}|{coupon}|account|card|subscription(s)|money|expiry|expiry_date|end_date|it|them|him|her|everyone|everything
  |refund(s)|dispute(s)|chargeback(s)|address|email|price|plan(s)|invoice(s)|payout(s)|limit|name|role|balance|amount|funds|phone|phone_number|card_details|payment_method|membership|discount|password|settings|language|time_zone
  |~code|~charge|~cus|~mail|~name|~id|~money|~acct|~quote|~called`.replace(/\s+/g, '');
const LOOKED_AT =
  `history|list|overview|report|status|rate|total|count|number(s)|table|reason(s)|policy|requests|payments|charges|coupons|transactions|for|from|of|since|in|last|this|yesterday
  |today|~when|~date|~since|~from|~range|~until|volume|quota|figures|stats|customers|log|by`.replace(
    /\s+/g,
    '',
  );
const GET_BACK =
  'refund|reimbursement|money_back|credit|payout|transfer|wire_transfer|withdrawal|cancellation|cash_back|compensation|partial_refund|full_refund';
const WHOM = '{his}|me|him|them|us|everyone|the_customer|customer|back|full|partial|complete|immediate|quick';
const MADE =
  `customer(s)|client(s)|invoice(s)|payment_link(s)|link(s)|subscription(s)|product(s)|price(s)|plan(s)|checkout(s)|user(s)|webhook(s)|api_key(s)|receipt(s)|quote(s)
  |reminder(s)|payment_intent(s)|payment(s)|charge(s)|account(s)|payout(s)|tax_rate(s)|credit_note(s)|bill(s)|checkout_session(s)|paylink(s)|gift_card(s)|transfer(s)|refund(s)
  |customer_account(s)|customer_record(s)|customer_profile|payment_request|pay_link|checkout_link|mandate|dispute|order|membership|connected_account|terminal`.replace(
    /\s+/g,
    '',
  );

const act = phrases(`
  ${ASK} ${UNDO} out|up|off|down? ..4 ${OBJECT}
  ${ASK} refund|reimburse|cancel|delete|void|deactivate|undo|reverse ${THING}? $
  ${ASK} prolong|extend|deactivate|delete|cancel|refund|reimburse|void|revoke|rename|terminate|undo|unsubscribe|archive|reactivate !${LOOKED_AT} ..1 ${THING}|{det}|~when|~in|~for|everything|orders|old|order|due
  ${ASK} ${ALTER.replace('|set|', '|').replace('|make', '')} ..4 ${OBJECT}
  ${ASK} set|move !up|on ..4 ${OBJECT}
  ${ASK} call|text|message|contact ..1 him|her|them|~name|~mail|~cus|customer(s)
  ${ASK} open|start a|an|the|new* account|case|subscription|dispute|trial
  ${ASK} make {his}|it|them|~code|code ..3 longer|shorter|inactive|active_again|invalid|valid_again|void|bigger|smaller
  ${ASK} ${PAY} ${THING}
  ${ASK} ${PAY.replace('|pay|', '|').replace('|charge|', '|').replace('|dispute|', '|')} ..2 customer(s)|invoice(s)|dispute(s)|chargeback(s)|payment(s)|balance|payout(s)
  ${ASK} ${UNDO} ..1 number|row|line|entry|no {number}|one|two|three
  ${ASK} double !check|checking ..4 ${OBJECT}
  ${ASK} notify|alert|inform|warn|ping me|us ..2 when|if|about|as_soon_as|whenever|every|of
  when|whenever|every_time|as_soon_as|each_time ..6 notify|alert|inform|warn|ping|email|message me|us
  every|each ..2 send|mail|email me|us
  ${ASK} send|mail|email me|us ..6 every|each|weekly|daily|monthly day|week|month|monday|morning|evening|friday|quarter
  switch|turn|take|shut ~code|it|them|that|this|the_code|the_coupon ..1 off|down|offline
  take ~code|it|the_coupon off|down|offline
  give|hand|pay|send|get|return|refund|wire|hands ..5 money|cash|~money|payment|funds|euros|dollars|everything|it back
  money|cash|~money back for|to
  wants|want|needs|deserves|demands ..2 money|cash back
  add|put|load|deposit|book ~money to|on|into|onto
  give|issue|make|do|process|send|trigger|initiate|start|grant|execute|perform|run|arrange|get|wants|want|needs|need|deserves|schedule|request|order|file|authorise|approve ${WHOM}* ${GET_BACK} !{log}|history|list|overview|table|report|status|rate|total|count|number(s)|from|since|for_last|for_yesterday|~when|~since|~range
  make|do|process|issue|execute|trigger|arrange|approve the|these|those|all|some|any|more|our* refunds|payouts|reimbursements|transfers
  do 1|one of|for ~money
  ${ASK} send|give|email|mail|write|forward ..5 receipt|invoice|link|payment_link|reminder|email|message|sms|statement|letter|notification
  give|issue|grant|process|owe ..6 a|the|full|partial|his|her|their|as|another refund|credit|reimbursement|chargeback
  ${ASK} return|repay|refund|reverse {his}* money|cash|payment|~money|charge|order|amount
  send the|our|all|my|some|these|those* money|funds|balance|cash|~money to|out|over|back
  put the? money|~money back|on|into
  pay {his}? supplier|staff|rent|bill|salary|salaries|wages|vendor|landlord|him|her|them|invoice(s)|bill(s)|taxes|freelancer|people_out
  ~money|money|funds out? to {his} bank|company|iban|account
  ${ASK} create|make|add|set_up|generate|issue|send|draft|register|sign_up|enter|build|onboard|produce|write|prepare|raise {det}|me|us|him|her|them|new|one|monthly|yearly|recurring|for|{number}|~name|~money|~mail|~cus* customer? ${MADE} !of|list|history|overview|report|from|made|since|by
  ${ASK} add|register|enter|sign_up|onboard|create|put ~name|~mail|a_person|him|her ..6 as|to|in|into ..3 customer(s)|client(s)|customer_list|admin(s)|role|team|approver(s)|system|database|stripe
  ${ASK} add|register|onboard ~name|~mail $
  ${ASK} add|register ~name|~mail with
  ${ASK} subscribe|sign_up|enrol|enroll ~name|~mail|him|her|them|customers|cus
  merge|combine ..2 customers|profiles|accounts
  change|update|edit|correct ..4 address|email|phone|name|card|details|price|expiry
  fight|contest|answer|accept|challenge the|this|that|all ..2 dispute(s)|chargeback(s)
`);

const roles = phrases(`
  ${ASK} make|appoint|set|name {his}|me|him|them|us|everyone|{colleague} to? be? an?|the? new? admin|administrator|owner|approver|analyst|manager|superuser|root|superadmin|viewer|super_admin
  ${ASK} make|appoint ~name ..2 admin|administrator|owner|approver|analyst|manager|marketing|support|compliance
  ${ASK} give|grant|assign|hand|add|get|want|need|i_need|i_want|we_need|i_would_like|i_require to? {his}|me|him|her|them|us|{anybody}|{colleague}* ..3 right(s)|role(s)|permission(s)|access|privilege(s)|admin_rights|approver_role|admin_role
  ${ASK} give|grant|assign|hand {his}|me|him|her|them|us|{anybody}|{colleague}+ ..1 admin|approver|owner
  ${ASK} add|remove|take|put|move me|him|her|~name|~mail|{colleague} ..1 to|from|off|into|in the|our? ..1 role|admin(s)|approver(s)|group|team|list_of_approvers
  ${ASK} change|raise|elevate|upgrade|promote|extend|widen|increase|lower|reduce|downgrade|set {his}|me|him|her|them|{colleague}* 's? ..2 role(s)|rights|permissions|access|to_admin|to_owner|to_approver|privileges
  ${ASK} promote|demote me|him|her|~name|them|{colleague}
  ${ASK} let|allow|enable|permit ~name|him|her|them|{anybody}|{det}|marketing|support|interns {colleague}* to? see|view|access|use|create|make|read|approve
  ${ASK} revoke|withdraw|remove|strip|take_away {his}|me|him|my ..2 right(s)|role(s)|permission(s)|access|privileges|admin
  ${ASK} give|grant me|us admin|owner|full|more|write|all right(s)|access|permissions|privileges|role(s)
  ${ASK} bump|upgrade|elevate|promote|switch|move|turn|change me|him|her|~name|us to|into|from
  ${ASK} make {colleague}|{det}|~name|me|him|her|them+ able|capable|allowed
`);

const notHere = phrases(`
  will|be|get|gets|was|were|been paid_out
  fees of|for|last|this|~when|we_paid|we_pay|did_we_pay
  how much ..2 fees
  subscription(s)|invoice(s)|payouts|payment_link(s)|membership(s)
  payout !is|mean|means|fee !schedule_means
  which plan(s)
  subscriber(s)
  new invoice|payment_link|product|subscription|api_key $
  webhook(s) event(s)|log(s)|deliver|delivery|deliveries
  inventory|price_list|abandoned_cart(s)|carts|payroll|salary|salaries|wages|shipment(s)|delivery|deliveries|stock_level(s)|open_quotes|credit_note(s)|product_catalogue|product_catalog|connected_account(s)|mrr|arr|churn|churn_rate|price_plans|pricing_plans|tax_rates
  our|the|all|list|show|my|which|what product(s)|prices !off|only
  tax report(s)|form(s)|rate(s)
  bank account|details|transfer(s)
  ${'renewals|trials|free_trials|upcoming_renewals'}
  payment methods on_file
  saved cards
  {customer} addresses|phone_numbers
  shipping addresses
`);

/** "what did we refund", "the refunds that we made", "who cancelled": looking at it is not doing it. */
const looksBack = phrases(`
  what|which|how_many|how_much|when|who|whom|whose ..4 did|have|has|had|was|were|been|got|we ..4 refund|refunded|reimburse|reimbursed|cancel|cancelled|give_back|given_back|gave_back|pay_back|pay|paid|charge|charged|send_back|sent_back|collect|collected|contest|contested|dispute|disputed|capture|captured|accept|accepted|return
  did|have|has we|i|they|you ..1 refund|reimburse|give|charge|collect|capture|refunded|reimbursed|charged
  refunds|payments|charges|transactions|disputes that|which? we|i|you|they gave|made|issued|did|sent|paid
`);

/** Asks to give or take rights: nobody does that by talking. */
export const changesRoles = roles;

/** A Stripe action that the bot does not do. */
export const asksAction = (text: string): boolean => act(text) && !looksBack(text);

/** A piece of Stripe that the bot does not have. */
export const asksMissing = (text: string): boolean => notHere(text) && !looksBack(text);
