import type { Clause } from './clauses.js';
import { phrases } from './phrases.js';

const takesBack = phrases(`
  ^ i_mean|i_meant|no_wait|scratch_that|correction|no_sorry|sorry_i_meant|sorry_no|no_i_mean|wait_no|actually_no|make_that|forget_that|or_rather|no_rather|nope|oops|wait
`);
const takesBackAlone = phrases(`
  ^ i_mean|i_meant|no_wait|no|sorry|scratch_that|correction|wait_no|oops|wait|actually|rather|forget_that|nope $
`);

/** "…, no wait, customers of today": what was asked before is taken back. */
export function retracts(clause: Clause, clauses: readonly Clause[]): boolean {
  const before = clauses[clauses.indexOf(clause) - 1];
  return (
    takesBack(clause.text) ||
    (before !== undefined && before !== clauses[0] && clauses.length > 2 && takesBackAlone(before.text))
  );
}
