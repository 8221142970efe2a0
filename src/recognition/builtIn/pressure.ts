import { phrases } from './phrases.js';

const RANK =
  'owner|admin|administrator|ceo|cfo|cto|coo|boss|manager|developer|engineer|auditor|director|founder|supervisor|lead|chief|president|head|police|officer|investigator|inspector|regulator|accountant';

const pressed = phrases(`
  ^ \\[|\\]|=|<|>|#|\\*+
  ^ please? ignore|disregard|forget|override|discard|drop ..4 instruction(s)|guidelines|rules|prompt(s)|restrictions|training|policy|policies|above|said_before|limits|told|guardrails|everything_before
  ^ override|system|admin|developer|root|sudo|debug|assistant|user|new mode|message|note|override|access|prompt|=|role|owner|on|enabled|active|:|instruction(s)|command|notice* $
  ^ override|system|admin|developer|root|sudo|debug mode|message|note|override|access|prompt|=|role|owner|:|instruction(s)|command|notice+
  ^ role =
  ^ as|since_i_am|because_i_am|speaking_as the|an|a|your|our* new|real|acting|chief|senior|head|account|company|store* ${RANK}
  ^ i am the|an|a|your|our|from* new|real|acting|chief|senior|head* ${RANK}|stripe_support|stripe|security|it|it_department|legal
  ^ this_is|it_is very|really|an|a|super|extremely|your|the* urgent|emergency|important|test|drill|security_test|time_critical|boss|ceo|cfo|admin|owner
  ^ you are now? in? admin|developer|debug|god|root|maintenance|an_admin|an_unrestricted|unrestricted|free mode?
  ^ pentest|urgent|emergency|important|asap|hurry|security_test|red_team_exercise|drill|quick|quickly|fast
  ^ lives_depend|my_job|trust_me|do_it|no_time|time_is_short|it_is_an_order|that_is_an_order|i_order|i_insist|i_command
`);
const names = phrases('~mail|~cus|~charge');

const AUTHORITY = new RegExp(
  `^(?:(?:as|since i am|because i am|speaking as|being|i am) (?:the |an? |your |our )?(?:\\w+ ){0,2}?(?:${RANK})(?: of \\w+| here| now)?(?: and| so)? )(?=\\S)`,
);

/** A clause without the authority that it claims first: "as an admin i order you to …". */
export const unpressed = (text: string): string => text.replace(AUTHORITY, '');

/** Pressure and fake authority around a request: they change nothing and ask for nothing. */
export const isPressure = (text: string): boolean => pressed(text) && !names(text);
