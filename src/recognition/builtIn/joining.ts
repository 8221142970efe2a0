import { phrases } from './phrases.js';

/** A customer by the verb: "who joined", "new people since Monday". */
export const isJoining = phrases(`
  did|when|has|have|who|how_many|anyone|anybody|someone ..4 register|join|enrol|enroll|subscribe|come_on_board|sign_on|sign
  signed|sign|signs|signing up|on|in !off
  registered|registers|joined|enrolled|subscribed|onboarded|registering|joining
  opened|created|made|set_up|open an|their|a? new? account(s) !with_acct
  who is|are new
  newly registered|joined|added
  came|come on_board
  new account(s)|people|user(s)|faces|member(s)|contacts|folks|arrivals|joiners|ones_who
  our users|members|contacts
  {anybody}|who is? new
  who is|are ~cus|~mail|~name|~quote|~called
  look_up|find|search|lookup|search_for|look_for|who_is|locate|know|have|pull_up|open ~cus
  ~cus
  we won|gained|acquired|added !coupon|code|voucher
  became|become a? {customer}|{customers}
  how long has|have|is ..4 been|with
`);

const POLITE = '{ask}*';
const DETAIL =
  'is_there|there_is|an|any|details_on|details_of|details_about|details_for|profile_of|info_on|info_about|anything_on|anything_about|information_on|information_about|everything_on|everything_about|data_on|data_of|data_about|record_of|record_for|entry_of|entry_for|contact|customer_record_of|the|out|me|for|up|is|who_is|do_we_know|do_we_have|tell_me_about|find_me|search_for|look_for|look_up|know_of|whether|if|on_file_for|a|client|customer|person|someone|somebody|our|about';
const TAIL =
  'profile|record|details|data|info|please|among|us|our|clients|customers|in|the|our|system|books|stripe|there|around|for_me|for_us|up|registered|known|to|with|exist|exists|file|on_file|already|still|at_all|anywhere|a|one|of|client|customer|listed|entry|database|somewhere|dear|now|again|with_you|look_up|lookup';

/** A customer looked up by nothing but the name. */
export const isLookup = phrases(`
  ^ ${POLITE} {show}|${DETAIL}* ~mail|~cus|~name|~called|~quote 's? ${TAIL}* $
`);
