import { phrases } from './phrases.js';

/** A payment by its verb: "what did we take", "how much has she paid". */
export const isPaying = phrases(`
  paid|pay|pays|paying|taken|received|receive|collected|collect|spent|spend|spends|spending|bought|buy|buys|buying|earn|earned|earning|earns|sold|sell|sells|took|takes|purchased|ordered|transferred
  get|got|make|made|receive any|some|much|enough|more? money
  money taken|received|in|coming_in|made|earned|came_in
  money ..2 came|come|comes|flowed|arrived
  incoming|inbound money|cash|funds
  came|come|comes|coming|flowed|rolled|going|went in !to
  came|come|comes|coming ~when|~date|~since|~range|~from|~until
  took|take|brought|bring|raked|rake in
  make|made|bring_in|take_in today|yesterday|~when|~date
  charged|got_charged|was_charged|billed|been_charged
  who paid
  cash in
  went|gone|go through
  did|have|had|could we make|made|get|got|take|turn_over|cash|bring_in|have_made
  we make|made|earned|sold|took
  been|were|was|got|get refunded|reimbursed|disputed|declined
  did we refund
  refunded|disputed|declined|failed|bounced|not_cleared|contested|contesting|charged_back|chargebacked|reimbursed|rejected
  card ..1 ends|ending|last4
  revenue|turnover|business_did_we_do
  spending
  everything|anything|all by|from|of ~mail|~cus|~name
`);
