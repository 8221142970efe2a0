import { findEmails } from './emails.js';
import type { Identifier } from './identifier.js';
import { findNames } from './names.js';
import { nameWords } from './nameWords.js';
import { findStripeIds } from './stripeIds.js';

/** Finds identifiers in a folded text, none over another. `known`: customers that the plan before names. */
export type FindIdentifiers = (text: string, known: readonly string[]) => Identifier[];

/** E-mail addresses, Stripe ids, and names where a customer is asked for. */
export const findIdentifiers: FindIdentifiers = (text, known) => {
  const certain = apart([...findEmails(text), ...findStripeIds(text), ...findKnown(text, known)]);
  return apart([...certain, ...findNames(text, certain)]);
};

/** The same without Stripe ids, which say nothing of a person to whom Stripe is closed. */
export const findPersonal: FindIdentifiers = (text, known) => {
  const ids = new Set(findStripeIds(text).map(({ start }) => start));
  return findIdentifiers(text, known).filter(({ start }) => !ids.has(start));
};

/** Names that were asked for before, in whatever letters they are written now: still the same customer. */
function findKnown(text: string, known: readonly string[]): Identifier[] {
  const names = known.filter((name) => name.length > 2 && !nameWords.isOrdinary(nameWords.plain(name)));
  return names.flatMap((name) => {
    const pattern = new RegExp(
      `(?<![\\p{L}\\p{N}])${name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')}(?![\\p{L}\\p{N}])`,
      'giu',
    );
    return [...text.matchAll(pattern)].map(({ 0: found, index }) => ({
      kind: 'customer' as const,
      value: name,
      start: index,
      end: index + found.length,
    }));
  });
}

/** Of those that overlap, the one that came first in the list. */
function apart(found: readonly Identifier[]): Identifier[] {
  const ranked = found.map((one, rank) => ({ one, rank }));
  ranked.sort((a, b) => a.one.start - b.one.start || a.rank - b.rank);
  const kept: typeof ranked = [];
  for (const next of ranked) {
    const last = kept.at(-1);
    if (!last || next.one.start >= last.one.end) kept.push(next);
    else if (next.rank < last.rank) kept[kept.length - 1] = next;
  }
  return kept.map(({ one }) => one);
}
