/** Where unsupported, bypassing and writing requests begin; see `{ask}`. */
export const ASK =
  '^ {ask}* fully|partially|completely|permanently|immediately|simply|just|also|kindly|quickly|now? {ask}*';
/** What points at the thing that something is done to. */
export const THING =
  'the|a|an|this|that|these|those|my|our|his|her|their|all|every|any|some|it|them|him|everyone|everybody|each|both|last|first|latest|order|payment|charge|customer|old|whatever|{number}|~name|~mail|~cus|~charge|~code|~money|~id|~called|~quote|me|you|us|half|everything|something|anything|more|back|out|nobody|~cur';
