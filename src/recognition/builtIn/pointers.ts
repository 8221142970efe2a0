import { phrases } from './phrases.js';

/** Points at something outside the message: "that one", "try once more", "as usual". */
export const pointsElsewhere = phrases(`
  try|do|run|show|say|give|send|make|repeat|read|load|check|tell_me ..3 again|once_more|one_more_time|another_time|over_again|a_second_time
  once more
  ^ the? first|second|third|last|other please? $
  one more time|try
  again please|$
  again
  the? same again|as_before|as_last_time|as_yesterday|as_always|as_usual|thing|procedure|as_usual|one|ones|story|query|request|question|please|for_me|list|$
  same $
  ^ {ask}* the? same as ..5 $
  do it|that|the_same|this ..2 $
  ^ yes|yep|yeah|no|ok|sure|nope|correct|right|exactly|please|so? ..1 that|this|the|the_other|the_first|the_second|the_third|the_last|the_previous|the_former|the_latter|these|those|which one|ones ..2 $
  as usual|always|ever
  ^ like|as ~when please? $
  show|give|take|use|pick|want|choose me? that|this|the_other|the_first|the_second|the_last one|ones please?
  like last_time|before|yesterday|always|usual|i_said|we_said|we_discussed
  the usual !discount|rate
  what i|we said|asked|told_you|discussed|talked_about|agreed|mentioned|wanted ..2
  the|my|our previous|earlier|last|former|prior question|request|message|query|answer|one|command|search|result|conversation|chat
  undo|redo|repeat|continue|go_on|carry_on|proceed|retry|resume that|it|please|this|the_last|with_it|with_that|from_there|where_we_left? $
  ^ yes|yep|yeah|yup|sure|no|nope|correct|exactly|indeed|agreed|right|do_it|go_ahead|and_then|why|really|more|next|the_other|this|that|it|those|these|them|maybe|perhaps|and|which|what|neither|either|both|option please|one|ones|then|too|is|it|more|now|two|a|b* $
  as i_said|discussed|agreed|mentioned|told|promised|planned|before
  you know what_i_mean|which|the_one
  what we discussed|talked_about|agreed ..2
  row|line|entry|number|item|option|position {number} $
  the|my|see? attached|attachment|screenshot|picture|image|file|photo|link|document|spreadsheet|pdf file|above|below|here|i_sent? $
  see|as above|below|attached
  the? first|second|third|fourth|last|\\d+th row|line|entry|one ..3 $
  that|this|these|those thing|coupon|charge|payment|list|code|voucher|transaction|discount|request|entry|refund|customer_there please|again|there|above|from_before|we_made|from_yesterday|i_sent|i_mentioned* $
  what about it|that|this|them|those|these|the_other $
  one|thing|ones from|we|i before|earlier|had|made|saw
  go back|forward
  where were we
  never mind that
  sort|order|group|arrange|rank it|them|these|those|by|this|that
  in between
  scroll|page down|up
  open it|that|this
  compare it|them|that|those|these
  explain it|that|this $
  show it|that|this|these|those|them please|now|then|again|to_me|all* $
  why|how come? is_that|that|not|so $
`);
