import { reader } from './phrases.js';

const TELL =
  '{ask}|i_want_to_know|i_would_like_to_know|i_need_to_know|tell_me|tell_us|remind_me|do_you_know|does_anyone_know|quick_question|question|i_am_new|new_here|i_wonder|wondering|just_curious|curious|and|so|sorry|stupid_question|silly_question|dumb_question|noob_question|for_my_understanding|again';
const LEAD =
  'a|an|the|what|by|of|the_word|the_words|the_term|the_terms|the_expression|the_phrase|the_concept_of|the_idea_of|the_meaning_of|the_definition_of|the_notion_of|the_purpose_of|the_point_of|the_difference_between|the_difference_of|difference_between|the_difference_in|how|the_letters|letters|the_acronym|the_abbreviation|acronym|abbreviation|this|that|word|term|these|those|this_thing_called|that_thing_called|so_called';
const ASIDE =
  `in_stripe|on_stripe|with_stripe|at_stripe|in_this_context|here|in_payments|in_simple_words|in_simple_terms|in_plain_words|in_plain_english|in_english|in_short|in_general|in_a_few_words|in_a_sentence|in_one_sentence
  |exactly|actually|again|then|to_me|to_us|to_a_beginner|please|precisely|in_detail|briefly|quickly|for_me|like_i_am_5|for_beginners|for_dummies|good_for|used_for|for|mean|means|all_about|about|anyway|thanks|simply|in_finance
  |in_accounting|in_accounting_terms|for_a_layman|once_more|by_the_way|in_our_context|in_the_context_of_stripe|basically|really|there|in_there|on_there|in_this_bot|in_your_answers|on_the_card|on_my_card|in_a_coupon|on_a_coupon|for_a_coupon|of_a_coupon|in_a_voucher|on_a_voucher|in_coupons|on_coupons|is|are|work|works|stands_for|supposed_to_be|supposed_to_mean|a|for_once|the`.replace(
    /\s+/g,
    '',
  );
const SHOWN =
  'charge(s)|payment(s)|transaction(s)|coupon(s)|refund(s)|customer(s)|balance|it|something|code|voucher(s)|order|one|money|amount';
const OTHERWISE = `the_same_as|the_same_thing_as|same_as|different_from|different_to|different_than|equal_to|identical_to|identical_with|just_another_word_for|another_word_for|another_name_for|a_synonym_for|synonymous_with|any_different_from|the_opposite_of|not_the_same_as|similar_to|related_to`;

/** Each line asks what a word means; `<>` is the word, twice where two are compared. */
export const askedTerms = reader(`
  ^ ${TELL}* <> versus|or|against|compared_to|compared_with ${LEAD}* <> ${ASIDE}|explained|explain|difference|what_is_the_difference|which_is_which* $
  ^ ${TELL}* what means|signifies|stands_for ${LEAD}* <> ${ASIDE}* $
  ^ ${TELL}* is|are|isn_t|aren_t ${LEAD}* <> ${OTHERWISE} ${LEAD}* <> ${ASIDE}* $
  ^ ${TELL}* is|are a|an <> a|an|also|really|basically|just|always+ <> ${ASIDE}* $
  ^ ${TELL}* is|are ${LEAD}* <> and|or ${LEAD}* <> the|one|not|completely|really|always* same|different|identical|equal|synonyms|interchangeable|similar|one thing|things? ${ASIDE}* $
  ^ ${TELL}* how|where is|are|do|does ${LEAD}* <> different_from|different_to|differ_from|compare_to|compare_with|not_the_same_as|unlike ${LEAD}* <> ${ASIDE}* $
  ^ ${TELL}* what ..1 makes|distinguishes|separates|sets ${LEAD}* <> different_from|from|apart_from ${LEAD}* <> ${ASIDE}* $
  ^ ${TELL}* what does_it_mean when|if|that {det}? ${SHOWN} is|was|are|shows|says|reads|has|goes marked|shown|as|been|a|an* <> ${ASIDE}* $
  ^ ${TELL}* what do_you|does_one|do_they|do_we|do_people|does_stripe|did_you|would_you|do_i|is|are all? mean|understand|call|meant by|with|under|when_they_say|when_you_say? ${LEAD}* <> ${ASIDE}* $
  ^ ${TELL}* what|wat exactly|actually|the_hell|on_earth? do|does|did|would|could|might|is|are ${LEAD}* <> mean|do|stand_for|stands_for|refer_to|signify|imply|means|meant|denote|describe ${ASIDE}* $
  ^ ${TELL}* explain|define|describe|clarify|clear_up|explain_to_me|explain_me|shed_light_on|help_me_understand|elaborate_on|spell_out|tell_me_about|teach_me|teach_me_about|tell_me_more_about|understand|learn_about|know_about|know_more_about|read_about|hear_about to_me|me|us|again? ${LEAD}* <> ${ASIDE}* $
  ^ ${TELL}* what|whats is|are meant_by|the_difference_between|the_difference_of|the_differences_between|the_meaning_of|the_definition_of|meaning_of|the_point_of|the_purpose_of|the_use_of|the_idea_of|the_idea_behind ${LEAD}* <> ${ASIDE}* $
  ^ ${TELL}* what|wat exactly|actually|the_hell|on_earth|the_heck? is|are a|an|meant_by|this_thing_called|that_thing_called|a_so_called|these|so_called|those <> ${ASIDE}* $
  ^ ${TELL}* the? meaning|definition|explanation|glossary of|entry_for|for|: ${LEAD}* <> ${ASIDE}* $
  ^ ${TELL}* meaning|definition ${LEAD}* <> ${ASIDE}* $
  ^ ${TELL}* the? difference|differences|distinction|distinguish between ${LEAD}* <> ${ASIDE}* $
  ^ ${TELL}* a|an|the? <> meaning|definition|explained|means_what|mean_what|is_what_exactly|what_is_that|what_is_it|explanation|means ${ASIDE}* $
  ^ ${TELL}* what|how ${LEAD}* <> is|are|means|mean|does|do ${ASIDE}* $
  ^ ${TELL}* how do|does|can|is|are ${LEAD}* <> work|happen|arise|come_about|function|calculated|made_up|defined ${ASIDE}* $
  ^ i|we never|not|hardly|barely|still|really ..1 understood|understand|get|got|grasp|grasped|follow|know|knew|heard_of|heard_about what|of|about? ${LEAD}* <> ${ASIDE}* $
  ^ i? have? no idea|clue what|of|about? ${LEAD}* <> ${ASIDE}* $
  ^ i_am? i? do|did|could|can? not really|quite|fully|exactly? sure_what|sure_i_get|sure_i_understand|sure_about|get|understand|follow|know_what|certain_what|know ${LEAD}* <> ${ASIDE}* $
  ^ ${TELL}* i_am? confused_about|unsure_about|puzzled_by|unfamiliar_with|never_heard_of|wondering_about|wondering_what|curious_what|unclear_on|lost_on|unsure_what|clueless_about|stuck_on ${LEAD}* <> ${ASIDE}* $
  ^ ${TELL}* what|wat exactly|actually|the_hell|on_earth|the_heck? is|are !pending|failed|disputed|refunded|declined|processing|succeeded|new|open|available|active|expired|the|our|my|on|in|we|your|his|her|left|new|it|that|this|there|~name|~when|~cur|going|happening|up|still|already|currently|available_now|available_to|available_right <> ${ASIDE}* $
  ^ {det}? ${SHOWN} is|are|was|were marked|labelled|labeled|called|shown_as|flagged as? <> $
  ^ the? word|term <> ${ASIDE}* $
`);
