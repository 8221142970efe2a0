import { nameWords } from './nameWords.js';
import type { Stretch } from './span.js';

const quoted =
  /(?<![\p{L}\p{N}])(?:["“„«](?<double>[^"“”„«»\n]{1,60})["”“»]|['‘‚](?<single>[^'‘’\n]{1,60})['’‘])(?![\p{L}\p{N}])/gu;
const mostWords = 4;

/**
 * Quoted words by what they are: a customer's name, or a term of the user's (a coupon's name, a code).
 * @param explains the sentence asks what a word means, and the word may be quoted
 */
export function readQuotes(text: string, explains: boolean): { names: Stretch[]; terms: Stretch[] } {
  const names: Stretch[] = [];
  const terms: Stretch[] = [];
  for (const match of text.matchAll(quoted)) {
    const inner = match.groups?.double ?? match.groups?.single ?? '';
    const stretch = { start: match.index + 1, end: match.index + 1 + inner.length };
    const means = meaningOf(text.slice(Math.max(0, match.index - 60), match.index), inner, explains);
    if (means === 'name') names.push(stretch);
    if (means === 'term') terms.push(stretch);
  }
  return { names, terms };
}

function meaningOf(before: string, inner: string, explains: boolean): 'name' | 'term' | undefined {
  const words = before.match(/[\p{L}\p{M}]+/gu) ?? [];
  const last = nameWords.plain(words.at(-1) ?? '');
  const naming = /^(?:it|them|this|that|is|as|to|be)$/.test(last)
    ? nameWords.plain(words.at(-2) ?? '')
    : last;
  if (!/[\s:=,(]$/.test(before) || !/\p{L}/u.test(inner) || /[@_\ufffd]/.test(inner)) return undefined;
  if (nameWords.names(naming)) {
    const ofCustomer = nameWords.endsWithCustomer(before.replace(/[\p{L}\p{M}]+\P{L}*$/u, '').trimEnd());
    return ofCustomer && /^(?:called|named?)$/.test(naming) ? 'name' : 'term';
  }
  const few = (inner.match(/[\p{L}\p{M}]+/gu) ?? []).length <= mostWords;
  const leads = explains ? nameWords.leadsSurely : nameWords.leads;
  return few && leads(last) && !isPlain(inner) ? 'name' : undefined;
}

/** "charges of 'last month'": everyday words in quotes are no name. */
const isPlain = (inner: string): boolean =>
  (inner.match(/[\p{L}\p{M}]+/gu) ?? []).every(
    (word) => !/^\p{Lu}/u.test(word) && nameWords.isOrdinary(nameWords.plain(word)),
  );
