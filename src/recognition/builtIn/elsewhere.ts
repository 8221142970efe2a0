import { phrases } from './phrases.js';

const OTHER =
  `another|a_different|different|other|someone_else_'s|somebody_else_'s|sister|partner|partners|partner_'s|parent|competitor|competitors|competitor_'s|rival|rivals|rival_'s
  |neighbour|neighbor|neighbours|neighbors|neighbour_'s|neighbor_'s|foreign|friend|friend_'s|external|affiliated|affiliate|daughter|third_party|their|his|her|acquired|whole_other|brother_'s
  |sister_'s|mother|wife_'s|husband_'s|client_'s|supplier|supplier_'s|franchise|franchisee_'s|holding|subsidiary|old|former|previous|former_employer_'s`.replace(
    /\s+/g,
    '',
  );
const PLACE =
  `company|companies|store(s)|shop(s)|business|businesses|merchant(s)|tenant(s)|organi[sz]ation|firm|franchise|subsidiary|branch|boutique|enterprise|seller|workspace|stripe
  |stripe_account(s)|dashboard|outlet|webshop(s)|web_shop|online_shop|online_store|brand|account|accounts|warehouse|cafe|entity|division|location`.replace(
    /\s+/g,
    '',
  );
const HOUSE =
  'company|store|shop|business|branch|boutique|outlet|webshop|entity|subsidiary|warehouse|franchise|division|location|office|stripe_account';

const elsewhere = phrases(`
  ~acct
  ${OTHER} ..1 ${PLACE}
  second|two|both|all ..1 account(s)|company|companies|shop(s)|store(s)|business|businesses !floor
  competitor(s)|rival(s)|subsidiary|subsidiaries|sister_company|partner_company|competition 's? !analysis
  our|my|the|of|a|from partner|partners 's? !program
  switch|change|log|go|connect|hop|jump|move over|in|into|on? to the|an|a|my|our? ..3 account|store|shop|company
  not ours
  ${HOUSE} of|belonging_to|called|named|run_by ~name|another|a|an|the_other|my|a_friend
  the|our|my|another|your|all ${HOUSE} in|at|from ~name
  the|our|my ~name|german|french|british|american|italian|spanish|dutch|polish|swiss|austrian|danish|us|uk|eu|european|asian ${HOUSE}
  ~name 's? stripe? account|store|shop|stripe|webshop|books !manager|balance_of
  our|the holding|parent|mother|daughter|neighbour company
  shop|store|company|business|firm|people|guys|place next_door|upstairs|downstairs|around_the_corner|in_the_same_building|over_there|across_the_street|across_the_road|down_the_road|opposite
  on behalf of another|a_different|a_client|a_partner
  not this|our shop|account|company|store|business|one_here
  some|any|every other account(s)|company|companies|merchant(s)
  outside of? our|this account|company
  account {number}
  ~name ..3 have|has|got|hold|holds ..3 account|stripe
`);

const here = phrases(`
  bank|company_bank|email|customer|user account(s)
  ~name is a
  ^ {ask}* transfer|wire|pay|send|move|payout ..6 to|into|onto ..3 account|bank
  other accounts? of ~name
  their|his|her|old|previous account
  opened|open|opening|launched|launch|moved|started|closed|since ..3 ${HOUSE}
  old|former|previous ${HOUSE} 's? address
`);

/** Asks for the data of another account, company or shop. */
export const asksElsewhere = (text: string): boolean => elsewhere(text) && (!here(text) || named(text));

const named = phrases(`
  ~acct
  stripe account of
  ~name ..3 have|has|got|hold|holds ..3 account|stripe
  another|different|competitor|sister|partner|rival ..1 ${PLACE}
`);
