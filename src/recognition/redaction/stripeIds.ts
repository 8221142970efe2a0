import type { Identifier } from './identifier.js';

/** Objects that staff may name by id. The first four are the plan's own; the others only look like ids when long. */
const short = /(?=[cp])(?<![\p{L}\p{N}])(?:cus|ch|py|pi)_[A-Za-z0-9]+(?:_[A-Za-z0-9]+)*/gu;
const long =
  /(?=[a-z])(?<![\p{L}\p{N}])(?:acct|ba|ca|card|cn|cs|di|dp|du|evt|file|gcus|iauth|ii|il|in|ipi|link|mandate|plan|plink|pm|po|price|prod|promo|prv|pst|qt|re|req|seti|setatt|si|src|sub|tok|btok|tr|trr|txi|txn|txr|vs|wc|we)_(?:test_|live_)?[A-Za-z0-9]{8,}(?:_[A-Za-z0-9]+)*/gu;
/** A placeholder's own form, typed by a person: it is replaced like an id, so that none is taken for ours. */
const placeholder = /(?=[a-z])(?<![\p{L}\p{N}])(?:customer_\d+|[a-z]{2,8}_placeholder\d+)(?![\p{L}\p{N}])/giu;

/** Finds ids of Stripe objects, and words that look like our placeholders. */
export const findStripeIds = (text: string): Identifier[] => [
  ...found(text, short),
  ...found(text, long).filter(({ value }) => /\d/.test(value)),
  ...found(text, placeholder),
];

const found = (text: string, pattern: RegExp): Identifier[] =>
  [...text.matchAll(pattern)].map((match) => ({
    kind: /^cus/i.test(match[0]) ? 'customer' : 'id',
    value: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
