import { phrases } from './phrases.js';

const STAFF = `colleague(s)|coworker(s)|teammate(s)|employee(s)|staff|intern(s)|trainee(s)|analyst(s)|approver(s)|admin(s)|administrator(s)|manager(s)|auditor(s)|our_team|my_team|the_team|team_member(s)|marketing|support|compliance|operations|security_people|finance_people|among_us|of_us|one_of_us|department(s)|agents|my_boss|our_boss|newcomers_in_the_team|someone_here|anyone_here|people_here|others_here`;
const staff = phrases(STAFF);
const modal = phrases(
  'may|can|could|might|must|allowed|able|permitted|entitled|authorised|authorized|cleared',
);
const did = phrases(`
  did|made|has|have|had|was|were|been|used|asked|refused|looked|created|changed|opened|searched|requested|denied|queried|pressed|submitted|approved|touched|checked|viewed|saw|ran|got
`);
/** "marketing wants sales over $500": they are only named as who asks. */
const asksForThem = phrases(`
  ${STAFF} ..1 wants|want|needs|need|asks|ask|asked_for|asked_me|would_like|requests|requires|is_asking|are_asking|likes|has_to_see|must_see
  for ${STAFF}
  ^ ${STAFF} here|:|,|speaking
  customer|client|technical support
`);
const asks = phrases(
  '^ {ask}* who|whom|which|what|did|do|does|has|have|had|was|were|is|are|may|can|could|how|when|whether|{show}|by|any',
);

const about = (text: string): boolean => staff(text) && asks(text) && !asksForThem(text);

/** Asks what people of the house may do. */
export const asksWhatStaffMay = (text: string): boolean => about(text) && modal(text);
/** Asks what people of the house have done. */
export const asksWhatStaffDid = (text: string): boolean => about(text) && !modal(text) && did(text);
