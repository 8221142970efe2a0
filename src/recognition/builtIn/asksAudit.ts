import { phrases } from './phrases.js';

const DID =
  `did|used|uses|use|cancel|refund|delete|ask|access|view|see|open|approve|submit|confirm|request|touch|made|make|created|create|changed|change
  |deleted|cancelled|canceled|asked|accessed|looked|viewed|opened|submitted|approved|confirmed|ran|run|requested|refunded|talked|worked|touched|queried|listed
  |saw|seen|searched|issued|generated|added|set|pressed|clicked|tried|triggered|logged|read|exported|did_what|produced|launched|was_denied|were_denied
  |was_refused|got_denied|got_refused|was_using|been_using|set_up|handed|gave|published|executed|talk|do|done|look|launch|press|issue|pulled|checked|fetched
  |signed_off|looking|using|asking|checking|viewing|working|creating|making|touching|querying|doing|reading|talking|searching|pressing|exporting|played|generate|interacted|interact|chatted|wrote|typed|logged_in|been_active|active|behind`.replace(
    /\s+/g,
    '',
  );
const DENIED =
  'denied|refused|rejected|blocked|forbidden|turned_down|turned_away|declined|locked_out|disallowed|prohibited';
const ASKED =
  'requests|request|attempts|attempt|questions|question|actions|action|asks|queries|query|commands|access|operations';
const TOOL = 'bot|assistant|tool|app|chatbot|helper|desk';
const WHO = 'who|whoever|who_all|who_else|by_whom|which_of_us|which_one_of_us|which_team_member(s)';
const SOMEBODY =
  '{anybody}|any_of_us|any_colleague|a_colleague|any_one|my_team|my_colleague(s)|our_team|the_team|the_others|others|people|colleagues|users|the_admin(s)';
const BOUGHT =
  'paid|pay|bought|money|payment(s)|purchase(s)|a_payment|an_account|an_order|a_purchase|an?_refund|with_us|you';

/** Asks who did what with this bot: the log, the trail, what was denied. */
const audit = phrases(`
  {log}
  ${WHO} has|have|had|all|else|actually|already|just|of_us|recently|last|ever|is|was|were|been* ${DID} !${BOUGHT}
  which|what|any|one of my|our|the|these? {colleague}+ has|have|had|did|all|else|actually|already|just|recently|last* ${DID} !${BOUGHT}
  which|what {colleague}+ has|have|had|did|all|else|actually|already|just|recently|last* ${DID} !${BOUGHT}
  did|has|have|had|was|were ${SOMEBODY} already|just|recently|ever|actually|else* ${DID} !${BOUGHT}
  by_whom
  ${WHO}|{anybody}|which_colleague(s) has|have|had|all|else|just|recently* {word}ed|saw|ran|read|took_a_look_at ..1 {det}? {charges}|{customers}|{coupons}|{balance}|refunds|disputes|data|it|this|that !${BOUGHT}
  was|were|is|are|has|have|did|been ${SOMEBODY} ..1 been|get|got? ${DENIED}
  ${DENIED} ${ASKED}
  ${ASKED} that|which|has|have|been|were|was|got|are|did|get|we|you* ${DENIED}|recorded|done|made|performed|taken|asked|carried_out
  ${ASKED} ..4 refuse|deny|reject|block|decline|refused|denied
  ${SOMEBODY}|who ..1 get|got|was|were|been|be|gets ..1 ${DENIED}
  recorded|logged|audited action(s)|request(s)|event(s)|activity|step(s)
  bot|user|usage|team|recent|our|all|the|admin|access|request|action|staff|employee activity|activities|usage
  activity|activities
  what did|has|have|was|were ${SOMEBODY}|~name|~mail|everyone|everybody|~called ..1 do|done|doing|been|ask|asked|look|looked|request|requested|change|changed|create|created|see|saw|view|query|use|used|up_to
  what ..2 ${TOOL} did|do|does|done|answered|asked|been_doing|been_used|was_used|been_asked
  the|this|our ${TOOL} has|have|was|had? been? did|done|does|do|answered|showed|shown|asked|used|doing|handled|touched
  everything|anything|all|things|stuff ..1 ${TOOL} did|does|do|done
  all|the|our|recent|latest|last|{number}|any|which|what ..1 actions
  used|using|use_of|usage_of|work_with|worked_with|done_with|done_in|done_via|happened_in|happened_with|asked_of|asked|talked_to|talking_to|via|through|with this|the|our ${TOOL}
  what has? happened|been_happening|went_on|was_going_on here|in_the_bot|in_here|with_the_bot|in_this_bot|inside
  things|stuff|everything|anything|what that|which? ..1 happened|went_on|took_place here|in_here|in_the_bot|in_this_bot|with_the_bot|with_this_bot|through_the_bot
  history of action(s)|requests|the_bot|this_bot|use|usage|what_was_done
  things|stuff|everything|anything that|which? was|were|has_been|have_been|got|been done|asked|made|requested|recorded|logged
  done|asked|requested with|of|from|by|through|via you|this|the_bot
  who did_what
  who made it|them|these|those|this|that
  who is|was behind
  record(s) of who|what_people|use|actions|requests
  used|asked|queried you
  what was|were|has_been|been asked|requested|done
  to whom
  last|first time {anybody}|~name|we|one_of_us
  what|everything|all {anybody}|people|colleagues did|asked|has_done|have_done|used|looked_at
  {coupon} creation(s)
  people|users|colleagues|anyone|anybody|somebody|someone|everyone|they|we|others ..2 ask|asked|use|used|query|queried|need|needed you|this_bot|the_bot
  what did|have you ..1 do|done|answer|answered|show|shown|tell|told
  last|latest|recent|all|newest|list|show|{number} ..1 events
  refusal(s)|denial(s)
  bot|assistant|tool history|usage|use|statistics
  everything|anything|all|what|whatever ~name ..1 did|done|asked|looked_at|requested|queried
  did|has|have ~name|~mail ..1 ask|asked|look|looked|query|queried|press|pressed|submit|submitted|approve|approved|create|view|viewed|export|search|request|requested !an_account|a_payment
  accountability|four_eyes
`);

const customerAct = phrases(`
  who has|have|all|else|just|recently|of_our_customers* paid|pay|pays|bought|buy|signed_up|registered|joined|subscribed|purchased|ordered|spent|opened_an_account|created_an_account|enrolled|disputed|contested|charged_back|are|is !behind|been|[a-z]{1,}ing
  who did|have|had we|i|you
  payment|transaction|sales|purchase log|activity
  {charges}|{customers} activity
`);
const value = phrases(`
  ~pct|~either !coupon|code|voucher|discount
  for ..3 people|customers|{number} who
`);

/** Whether a clause asks for the trail: a customer who paid or signed up did nothing with the bot. */
export const asksAudit = (text: string): boolean =>
  audit(text) && !/webhook/.test(text) && !customerAct(text) && !(value(text) && !logged(text));

const logged = phrases(`
  {log}
  ^ {ask}* who|did|which|by_whom
`);
