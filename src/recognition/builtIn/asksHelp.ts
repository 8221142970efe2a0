import { phrases } from './phrases.js';

const TOOL = 'tillkeeper|stripe_desk|bot|tool|assistant|thing|app|chat|chatbot|desk|helper';

const about = phrases(`
  help me|us|needed|please|out|! $
  help $
  ^ {ask}* help me|us? out|here|please|? $
  i|we need|want|could_use ..1 help|assistance|support $
  what all? can|do|could|would|will you all|actually|even|do|offer|help|support|know|handle|answer|provide|understand|good_for|show|tell|give|cover* me|us|here|for_me|for_us|with|please|exactly|then|help|do|answer? ..3 $
  what is? it? ..1 you can|could|do help|assist|do|offer
  what you can|could|may? do|offer|can|know|are_for
  what you are ..1 able|capable|good|made|for
  what are you for|good|good_for|here|able|capable|made|doing|used|about|there|meant|built|supposed|good_at? ..4 $
  what is|are your|ur job|purpose|role|function(s)|task(s)|feature(s)|capabilities|use|skills|abilities|point|commands|deal|business|scope|strengths|duties
  who|what are you $
  who|what are you ..1 and|then|exactly|again|please|here
  what is|are this|it|these ..1 good_for|for|about|used_for $
  what can|could this|the|that ${TOOL} do|answer|offer
  what is|does this|the ${TOOL} for|do|about|good_for|all_about|can_do|able_to_do|offer|here_for* $
  what this|the ${TOOL} does|can_do|is_for|offers|is_about
  what should|can|could|may|might|do {me}|one|people ask|type|say|write|tell|request|enter|do_with_you|do_with_this
  what can|could|do|should|may i|we|one do|use_you|use_this with|for|via|through|in|about? you|this_bot|the_bot|here? $
  which|what sort|sorts|kind|kinds|type|types? of? question(s)|command(s)|thing(s)|request(s)|topic(s)|help|assistance|support|service(s)|information|info ..1 can|could|may|should|do {me}|you|one|people
  which|what questions|commands|features|functions|topics
  which|what ..2 can|could|do|may|should you|i|we help|do|answer|handle|offer|support|ask|type|say|request|tell
  example|sample question(s)|phrase(s)|prompt(s)|command(s)|sentence(s)|queries
  some|any|an|give_me|show_me|for example(s) $
  commands|command_list|get_started|getting_started|user_guide|userguide|tutorial|manual|handbook|quick_start|onboarding|faq
  instruction(s) for use
  introduce yourself
  your feature(s)|capabilities|functions|commands|abilities|skills|job|purpose|options|menu
  how do|does this|the_bot|this_bot|it|you|that|the_tool|this_tool|the_assistant|this_thing|everything ..1 work
  how do|does|can|should|would|could {me}|one|somebody|someone|people|anyone use|start|begin|talk_to|work_with|operate you|this|it|the_bot|this_bot|here|with_this|with_you
  how to|do|can i|we? use|start|begin|work_with|talk_to|ask|operate you|this|it|the_bot|this_bot|with_you
  menu
  what to ask|say|type|write $
  tips|hints|suggestions|ideas|advice ..4 ask|use|you|say|type
  what are my options|choices|possibilities
  ^ {ask}* instructions|options|info_about_you|introduction please? $
  who am i talking|speaking|chatting to|with
  what is|are tillkeeper|stripe_desk
  ^ {ask}* what is this please|here? $
  ^ {ask}* example(s) please|? $
  usage instructions|help|guide|tips
  what is possible|on_offer|doable here|with_you|with_this
  can|could you help me|us? $
  are you there|awake|online|alive|ready|up
  you|u there|awake|online $
  anybody|anyone|someone there|here|home $
  what else can|do you
  i am lost|new_here|stuck|new_to_this|confused
  show me the_ropes|around
  where do|should|can i|we start|begin
  tell me|us ..2 about yourself|what_you_do|what_you_can|how_you_work
  explain yourself|how_you_work|what_you_do
  can you do $
  who made|built|created|programmed|owns you
  why do|are|were you exist|here|there|built|made
  what happens|would_happen|will_happen if|when|after|once i|we|you|one
  your use|usefulness
  i do_not_know what|how to? ask|say|use
`);

const how = phrases(`
  ^ {ask}* how can|could|do|does|is|are|should {det}? ..2 be|get|being found|made|created|shown|seen|listed|looked_up|searched|filtered|added|issued|used|checked|opened|done
  ^ {ask}* tell_me|show_me|explain|explain_to_me|teach_me|i_wonder|wondering|do_you_know|any_idea|question|quick_question|remind_me? how do|can|would|could|should|might|does|must|shall {me}|one|you|somebody|someone|people|anyone|customers|a_colleague|~name
  ^ {ask}* tell_me|show_me|explain|teach_me|remind_me|i_wonder|wondering|any_idea|no_idea|not_sure? how to|i_can|i_could|i_would|one_can|we_can|is_it_possible|does_one|one_would
  ^ {ask}* what is the_way|the_best_way|the_easiest_way|the_right_way to
  ^ {ask}* is there ..1 way to
  ^ {ask}* the_way|best_way|steps|procedure|way to
  ^ {ask}* what do|must|should|would|does {me}|one need|have|do|type|say|write|enter|click|ask to|for|if|when
  ^ {ask}* what must|should|do {me}|one do|type|say|write|enter
  ^ {ask}* where do|can|could {me} find|see|get|make|create|look|start|ask
`);
const worksItself = phrases(`
  how do|does|can a|an|the|refunds|payouts|chargebacks|disputes|coupons|charges|promotion_codes|promo_codes|authorizations|captures|fees ..3 work|happen
  how much|many
  help me find|understand|see|get|look
  help me with {word}
`);

/** Asks what the bot is for. */
export const asksWhatFor = (text: string): boolean => about(text) && !worksItself(text);
/** Asks how something is done with it. */
export const asksHow = (text: string): boolean => how(text) && ofOurs(text) && !worksItself(text);

/** "how do I cook rice" is no question to the bot. */
const ofOurs = phrases(`
  {charges}|{charge}|{customers}|{customer}|{coupons}|{coupon}|{refunds}|{disputes}|{balance}|{log}|{rows}|~code|~pct|~name|~mail|~cus|~charge|~when|~money
  you|this|here|bot|it|that|filter|date|dates|ask|search|look_up|see|find|use|start|begin|expiry|code|role|submit|who|money|account|stripe|month|week|page|next
`);
