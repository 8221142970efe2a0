import type { Frame } from './frame.js';
import { isPaying } from './paying.js';
import { phrases } from './phrases.js';

const ofMoney = phrases(`
  money|cash|funds|liquidity|~cur ..5 we|our|us|ours|account|stripe|have|left|there|hold
  we|our|us|ours|account|stripe|have|got ..5 money|cash|funds|liquidity|~cur
`);
const ofRights = phrases(
  'allowed|permitted|permission(s)|privilege(s)|entitled|authorised|authorized|clearance|my_role|my_access|my_rights',
);
const ofHelp = phrases(`
  help|assist|assistance|guidance
  what ..2 you do|offer|for|provide|able
`);
const ofLog = phrases(`
  logged|recorded|on_record|tracked|audited
  who ..2 [a-z-]{2,}ed the|our|any|all? {charges}|{customers}|{coupons}|{balance}|it|this|that
`);

const looksUp = phrases(`
  find|search|look|lookup|show|know|profile|details|info|information|record|data|registered|exist|exists|customer|client|buyer|account|file|database|books|system
  is there
  tell me about
`);

/** What a clause that no rule reads is most likely about, by a single word of it; undefined when none tells. */
export function likely(frame: Frame): Frame | undefined {
  const text = frame.clauses[0]?.text ?? '';
  const known = frame.clauses.some(({ items }) =>
    items.some(({ word }) => word === '~mail' || word === '~cus'),
  );
  if (known || (frame.slots.customers.length > 0 && looksUp(text)))
    return { ...frame, asks: isPaying(text) ? 'list_charges' : 'list_customers', rule: 'likely: customer' };
  if (ofRights(text)) return { ...frame, asks: 'show_permissions', rule: 'likely: rights' };
  if (ofLog(text)) return { ...frame, asks: 'show_audit', rule: 'likely: log' };
  if (ofMoney(text)) return { ...frame, asks: 'show_balance', rule: 'likely: money' };
  return ofHelp(text) ? { ...frame, asks: 'help', rule: 'likely: help' } : undefined;
}
