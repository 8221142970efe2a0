import { anyOf } from './pattern.js';
import { phrases } from './phrases.js';

/** Greetings and thanks: what a person says around a request. */
export const isGreeting = phrases(`
  ^ many_thanks|thanks_a_lot|thanks_a_bunch|much_appreciated|hi|hello|hey|heya|hiya|howdy|yo|morning|good_morning|good_evening|good_afternoon|good_day|good_night|evening|greetings|thanks|thank_you|thank|cheers|bye|goodbye|see_you|welcome|hallo|hola|bonjour|salut|ciao|ola|moin|servus|guten_tag|guten_morgen|guten_abend|gruss|danke|merci|gracias|nice|great|perfect|ok|okay|cool|super|awesome|good_bot|well_done|sup|what_is_up|how_are_you|how_is_it_going|dear|test|testing|ping|got_it|never_mind|nevermind|forget_it|no_thanks|all_good|that_is_all|dank|hej|afternoon|excellent|wonderful|fantastic|brilliant|lovely|great_job|good_job|good_work|appreciate|appreciated|understood|noted|alright|all_right|no_worries|no_problem|have_a|happy|wow|ahoy|hey_there|hiya|kind_regards|best_regards|regards|ta|tata|kudos|bravo|sorry|my_bad|oops|lol|haha|nah|nope|enough|done|hm|hmm|hmmm|ah|oh|aha|you_rock|you_are_great|you_are_the_best|nothing|no_more
`);

const WORD = new RegExp(
  `^(?:${anyOf(
    ...`good_afternoon good_morning good_evening good_day hi hello hey there ok okay great perfect nice cool fine super awesome good no nah nope alright all_right wonderful excellent that that_is it thanks thank_you many_thanks thank you very much a_lot a_bunch a_million
    so cheers never_mind nevermind forget_it forget_about_it forget_that forget leave_it leave_that drop_it drop_that drop_the_matter skip_it skip_that all for_now got_it understood done then i see will_do not_needed any_more no_longer_needed no_longer
    that_helps helpful was enough bye let_it_be no_need well bot please today for_today for_the_moment for_this for_that sorry my_bad actually hm hmm hmmm oh ah aha appreciated appreciate much_appreciated perfect exactly what_i_needed
    what_i_was_looking_for brilliant lovely fantastic great_job good_job good_work noted makes_sense right do_not_bother not_bother scrap_it scrap_that scrap_the_idea cancel_that cancel_it cancel stop abort changed_my_mind i_changed_my_mind i_have_changed_my_mind
    no_thanks thx really is it_is the_answer answers_it answers_my_question that_answers_it question me helps help a lot lots and mate dear friend guys team for the of your time just too we are i_am all_set all_done nothing_else nothing more
    wait hold_on on_second_thought second_thought let_us_not not_now later maybe_later another_time some_other_time another_day we_can_leave_it we_do_it_later sounds_good works_for_me exactly wow everything today everything_for_now the_bot
    have_a_nice_day have_a_good_day have_a_good_one have_a_great_day see_you see_you_later tomorrow cu goodbye good_night have_a_nice_evening weekend nice_one top ace cheers_mate love_it i_love_it interesting good_to_know glad_to_hear phew ~when ~date ha haha lol
    do_not_need_it i_do_not_need_it we_do_not_need_it do_not_need_that i_do_not_need_that any_longer not_important unimportant ignore_that ignore_me ignore_it disregard_that disregard nvm yes yep yeah that_will_do that_would_be_all that_would_be_it would_be that_one_is_enough you_can_close_it closing_it close_it let_it_go let_go`
      .trim()
      .split(/\s+/)
      .map((word) => word.replaceAll('_', ' ')),
  )}|[,.!;:)(]+)(?: |$)`,
);
const CLOSES = phrases(`
  thanks|thank_you|thank|cheers|great|perfect|cool|ok|okay|fine|nice|good|super|awesome|all_right|alright|wonderful|excellent|got_it|understood|bye|goodbye|helpful|helps|enough|appreciated|appreciate|brilliant|lovely|fantastic|noted|never_mind|nevermind|nvm|forget|leave|drop|skip|scrap|stop|abort|cancel|cancel_that|cancel_it|changed_my_mind|i_have_changed_my_mind|no_thanks|no_need|not_needed|no_longer|that_is_all|that_is_it|all_good|all_set|all_done|done|do_not_bother|not_bother|on_second_thought|later|see|makes_sense|wow|interesting|sounds_good|works_for_me|i_see|nothing|no|nope|nah|ignore|disregard|hm|hmm|hmmm|ah|oh|sorry|not_now|ha|haha|lol|close_it|closing_it|let_it_be|let_it_go|not_important|do_not_need_it|do_not_need_that
`);

const PARTS = phrases('thanks|thank_you|cheers|that_is_all|see_you|bye|done|goodbye|enough');

/** Thanks, assent to an answer, or the matter dropped, and nothing else: "ok cool, forget it". */
export function isClosing(text: string): boolean {
  if (!CLOSES(text) || (/~(?:when|date)/.test(text) && !PARTS(text))) return false;
  let rest = text;
  while (rest) {
    const match = WORD.exec(rest);
    if (!match) return false;
    rest = rest.slice(match[0].length);
  }
  return true;
}
