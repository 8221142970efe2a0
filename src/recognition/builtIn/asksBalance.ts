import { phrases } from './phrases.js';

const balance = phrases(
  `
  {balance} !transaction(s)
  ^ {ask}* {show}? the|our? money|cash $
  how_much ..1 money|cash|is|stripe_money? do_we_have|have_we_got|we_have|we_have_got|we_hold|do_we_hold|do_we_own|do_we_still_have|is_left|is_still_left|is_available|is_there|is_in|is_on|left|available|remains|sits|is_sitting|are_we_sitting|have_we !made|taken|earned|sold|received|collected|paid|refunded
  available|pending|remaining|our|the|whatever|what|how_much|any money|cash !back|did|came|from|that_came|we_made|we_took|we_got|for|of|to
  money|cash available|left|on|in|at|do_we|have_we|we_have|is|that_is !from
  what is left|in|on|there|available in|on? the|our? {account}|stripe|till|bank|kitty|purse|pot
  what is|sits|is_sitting ..1 on|in the|our stripe? {account}|stripe|till|bank|kitty
  what do|have we have|got ..2 $
  what is left $
  is|are the|our {account}|till|funds|balance ..1 empty|full|low|covered|enough|drained|negative|positive
  state|status|level of the|our {account}|funds
  {account} ..1 worth
  what|how_much ..4 account|stripe ..1 hold|holds|contain|contains|say|says|show|shows
  ~cur position(s)
  how_much can|could we ..1 withdraw|pay_out|spend|transfer|take_out
  what do|have we have|got|own|hold|keep ..3 bank|{account}|stripe|~cur|till|kitty
  do|have we ..1 hold|have|own|got|keep any|some|enough ~cur
  do|have we ..1 hold|have|own|keep ~cur
  any|our|how_many|how_much ~cur do_we|on|in|left|have|have_we|available|are|is|we
  ^ {ask}* show? any|our|how_many|how_much ~cur $
  in the|our till|kitty|coffers|purse|bank_account|stripe_account|stripe $
  {account} total|level|state|standing|status
  cash position|level|on_hand|available|at_hand|in_hand|pile|flow_position
  money at_hand|on_hand|in_hand
  available ~cur
  what is still|now|currently|actually? available
  available|pending amount(s)|sum(s)|total(s)
  available for_payout? $
  how_much is ..1 available|pending|there|left|on|in
  how full|filled|rich|healthy|liquid ..2 account|till|balance|we|kitty
  how|what is|are|does|do ..1 our|the finances|account|funds
  finances
  how rich|liquid are_we
  are we broke|solvent|rich|liquid|in_the_red|in_the_black|in_the_plus
`.replaceAll('{account}', 'account|stripe_account'),
);

const sums = phrases('~money|~min|~bound');

/** Asks what money is on the account; a sum is never asked for. */
export const asksBalance = (text: string): boolean => balance(text) && !sums(text);
