import { phrases } from './phrases.js';

const OPENING = `yes|yep|yeah|yup|sure|ok|okay|perfect|great|fine|good|right|correct|exactly|please|alright|all_right|cool|super|nice|awesome|excellent|absolutely|definitely|of_course|agreed|looks_good|looks_great|looks_right|looks_fine|looks_ok|looks_okay|sounds_good|seems_fine|that_is_right|that_is_correct|that_is_fine|that_looks_good|i_am_happy|i_am_happy_with_it|happy_with_it|all_good|everything_is_correct|confirmed|approved|yes_please|thanks|then|so|now|just|let_us|and|you_can|you_may|i|we|hereby|can_you|could_you|would_you|will_you|i_want_you_to|i_would_like_you_to|go|well|it_is|is|very|all|lovely|wonderful|cheers|that|it|good_to|i_say|my_answer_is|affirmative|roger`;
const DOES = `confirm|confirmed|submit|submitted|approve|approved|go_ahead|create|make|issue|do|publish|ship|launch|send|accept|accepted|proceed|go_for_it|make_it_so|press|click|hit|activate|finalise|finalize|execute|generate|release|save|set_it_up|looks_good|looks_great|good_to_go|green_light|engage|carry_on|go_on|continue|put_it_live|make_it_live|set_it_live|push_it|run|complete|let_it_go_live|go_live|roll_it_out|i_agree|i_accept|take_it|pull_the_trigger|place_it|book_it`;
const OBJECT = `it|that|this|them|both|all|the|coupon|coupons|voucher|code|discount|button|submit|create|confirm|for_me|for_us|then|now|please|as_is|like_that|yourself|with_it|and|create_it|right_away|immediately|on_my_behalf|today|exactly|so|as_shown|as_it_is|ahead|live|everything|terms|one|thing|already|thanks|straight_away|in_my_name|directly|asap|at_once|card`;

const assent = phrases(`
  ^ ${OPENING}|,* ${DOES} ${OBJECT}|,* ${OBJECT}|,* $
  ^ ${OPENING}|,* ${OPENING}|,* ${DOES} ${OBJECT}|,* ${OBJECT}|,* $
  ^ yes|yep|yeah|yup|sure|absolutely|of_course|definitely|agreed|i_agree|y|ja|si|oui|yes_please|certainly|indeed|affirmative please|do|it|sure|yes|,|thanks|exactly|i_do|that_is_right|correct|looks_good|perfect|great|good* $
  ^ go|good_to_go|do_it|go_for_it|make_it_happen|make_it_so $
`);

/** One clause of assent among others: "I'm fine with that, activate it". */
export const assentsIn = phrases(`
  ^ please|just|now|then|so|go|can_you|could_you|you_can|and* ${DOES} it|that|this|them|the_coupon|the_voucher|the_code ${OBJECT}* $
`);

/** Typed assent to a coupon that waits for its Submit. */
export const assents = assent;
