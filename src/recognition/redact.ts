import { findCards } from './redaction/cards.js';
import { type Folded, fold, unfolded } from './redaction/fold.js';
import { findHidden } from './redaction/hidden.js';
import { findIbans } from './redaction/ibans.js';
import { findKeys } from './redaction/keys.js';
import { findPasswords } from './redaction/passwords.js';
import { findPhones } from './redaction/phones.js';
import { findSecurityCodes } from './redaction/securityCodes.js';
import { type Find, joined, type Kind, kinds, lowerOf, type Stretch } from './redaction/span.js';

/** What stands where something was taken out for good. */
export const removedSign = '[removed]';

/** A sentence without what nobody may pass on. `sensitive` says what was in it, so that the person can be told. */
export interface Redacted {
  text: string;
  sensitive: readonly Kind[];
}

const finders: readonly Find[] = [
  findKeys,
  findPasswords,
  findCards,
  findSecurityCodes,
  findIbans,
  findPhones,
  findHidden,
];

/**
 * Takes out card numbers and their codes, IBANs, telephone numbers, keys, tokens and passwords. What merely looks
 * like them (ids, amounts, days, order numbers, versions, coupon codes) stays, character by character.
 */
export function redact(sentence: string): Redacted {
  const folded = fold(sentence);
  const lower = lowerOf(folded.text);
  const spans = finders.flatMap((find) => find(folded.text, lower));
  return {
    text: replaced(folded, spans, () => removedSign),
    sensitive: kinds.filter((kind) => spans.some((span) => span.kind === kind)),
  };
}

/** The source of a folded text with stretches of it replaced; stretches that touch are one. */
export function replaced(folded: Folded, spans: readonly Stretch[], by: (found: Stretch) => string): string {
  const parts: string[] = [];
  let at = 0;
  for (const found of joined(spans)) {
    const { start, end } = unfolded(folded, found);
    parts.push(folded.source.slice(at, start), by(found));
    at = end;
  }
  return parts.join('') + folded.source.slice(at);
}
