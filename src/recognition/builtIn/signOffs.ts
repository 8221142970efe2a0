import type { Clause } from './clauses.js';

const SIGN_OFF = /(?:^| )(?:regards|sincerely|cheers|best|greetings|yours|thanks|thank you|rgds|br|love)$/;

/** "Regards, Tom": whose name it is asks for nothing. */
export function signsOff(clause: Clause, clauses: readonly Clause[]): boolean {
  const before = clauses[clauses.indexOf(clause) - 1];
  return before !== undefined && /^~name$/.test(clause.text) && SIGN_OFF.test(before.text);
}
