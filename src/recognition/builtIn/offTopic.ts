import { ASK } from './asking.js';
import { phrases } from './phrases.js';

const ASKS =
  'please|can_you|could_you|would_you|will_you|i_want_you_to|i_want_to|i_need_you_to|i_need_to|we_need_to|need_to|let_us|kindly|help_me|can_i|could_i|can_we|also|and';
const WRITE =
  'write|compose|draft|translate|rewrite|rephrase|proofread|summarise|summarize|paraphrase|brainstorm|invent|suggest|recommend|think_of|word|phrase|formulate|spell_check|polish|sketch|narrate';
const TEXT = `email(s)|mail(s)|text(s)|letter(s)|newsletter(s)|post(s)|tweet(s)|story|poem(s)|haiku|song|essay|speech|slogan(s)|ad|advert|blog|article|script|program|message|announcement|reply|sms|caption|headline|press_release|copy|description|subject_line|invitation|banner|paragraph|sentence|sentences|line|lines|flyer|presentation|slides|report_text|answer_to|toast|greeting_card|wording`;

/** Texts to write and changes of persona: never ours, whatever else is said. */
export const isOffTopic = phrases(`
  ${ASK} ${WRITE} !a_coupon|a_voucher|coupons|vouchers|discount|a_discount|discount_codes|the_coupon|coupon|voucher ..1 ${'{det}|me|us|some|{number}|it|this|our|~quote|~data|how|what|that|~called|into|names|something|ideas'}
  ${ASK} ${WRITE} ..4 ${TEXT}
  ${ASK} ${'name|names'} ideas
  come up with ..3 names|name|slogan|ideas|text
  into german|french|spanish|italian|dutch|english|portuguese|polish|japanese|chinese|latin|swedish|danish|russian|turkish
  in german|french|spanish|italian|japanese|chinese|latin|polish|dutch|swedish please? $
  joke(s)|riddle|poem(s)|haiku(s)|essay|tweet|homework|horoscope|lottery|chatgpt|weather|bitcoin
  you_are|you_will_be|be|become|act_as|acting_as|pretend|pretend_to_be|roleplay|role_play|play|imagine_you_are|from_now_on_you_are|behave_like|behave_as|talk_like|speak_like|speak_as|respond_as|answer_as|call_yourself|act_like|act now|a|an|the|you|are|to|be|from|on|no|longer|my|as|like* pirate|dan|evil|cat|dog|robot|poet|wizard|shakespeare|king|queen|unrestricted|grandmother|grandma|girlfriend|boyfriend|friend|therapist|chef|comedian|teacher|villain|hacker|jailbroken|human|another_bot|another_ai|another_assistant|different_bot|different_ai|different_assistant|general_assistant|~name|santa|yoda|free_ai|butler|terminal|linux_terminal|character|python_interpreter|other|parrot|alien|rapper|clown|ghost|vampire|drunk|baby|child|travel_agent|lawyer|doctor|journalist
  talk|speak|answer|respond|reply only? like|as_if|in_rhyme|in_rhymes|in_riddles|in_verse
  forget stripe
  ^ ${ASKS}+ order|buy|book|reserve !history|by|number|of|from|list|id|it|them|those|~\\S+|\\d+ ..1 {word}
  developer mode $
  do anything now
  jailbreak
  change your name|personality|tone|voice
  new persona|personality
`);

/** Topics of another kind; a clause that also speaks of payments or discounts may use such a word ("birthday coupon"). */
export const isOtherTopic = phrases(`
  recipe(s)|song(s)|football|soccer|world_cup|champions_league|bitcoin|crypto_price|lottery|horoscope|meeting_room(s)|meeting|flight(s)|hotel(s)|restaurant(s)|pizza|lunch|dinner|breakfast|coffee|taxi|vacation|holiday_request|sick_leave|movie(s)|film(s)|netflix
  stock price|market|exchange|tips
  weather forecast|in|today|tomorrow
  forecast|predict|prediction(s) for|of|the|us|our|next !balance
  capital of|city
  president|prime_minister|chancellor|population_of|homework|python|javascript|typescript|sql|excel_formula|riddle|story|stories|love_me|love_you|in_love|marry|meaning_of_life|chatgpt|gpt|wifi|wi|printer|laptop|birthday|translate|translation|calculate|square_root|temperature|train(s)|bus|traffic|election|politics|religion|game|chess|sing_me|slogan|newsletter|blog|tweet|linkedin|instagram|facebook|essay|remind_me_to|reminder_to|alarm|timer|calendar|appointment|breaking_news|headlines|celebrity|medicine|doctor|lawyer|tax_advice|invest|investment|insurance|vpn|parking|password_reset|christmas_party|business_plan|tiktok|youtube|spotify|podcast|gym|yoga_class|cinema|concert|theatre|museum|umbrella|rain_today|sunny_today|quiz|trivia|sudoku|crossword|knock_knock|chitchat|small_talk
  how old are you
  how are you feeling
  are you human|real|alive|sentient|an_ai|a_robot|a_bot|a_person|single|married|happy|sad|tired|conscious
  what time is it
  what day is it|today
  the time in
  schedule a|an|the|my|our meeting|call|appointment
  book a|me|us|an|the|meeting|my
  order a|me|us|some pizza|lunch|coffee|food|cake|taxi|flowers|toner|paper|laptop|desk|chair|sushi
  marketing|campaign idea(s)|plan|strategy|advice
  competitor analysis
  ^ {ask}* plan|organise|organize|cook|bake|play|sing|drive|clean|paint|wash|draw|solve|guess|greet|wish|congratulate|praise|google|wake|entertain|water|fix_my|call_me|remind ..1 {det}|me|us|{word}
  {number} times|x|\\*|divided_by|plus|minus {number}
`);
