import type { Item } from './item.js';
import { rewrite, words } from './rewrite.js';
import { CHARGE_MANY } from './vocabulary.js';

/** "10 EUR charges" counts charges in euros; a larger or a broken number before a currency is a sum. */
const SUM_FOR_SURE =
  '(?!100 )\\d{3,}(?:\\.\\d+)?|\\d+\\.\\d+|(?<=(?:max|maximum|min|minimum|over|under|above|below|least|most|than|exactly|of) )\\d+';
const AMOUNT = words(
  `(?<before>~cur) (?<first>\\d+(?:\\.\\d+)?)(?: (?:~cur))?|(?<third>${SUM_FOR_SURE}) ~cur(?!(?: and)? \\d{1,2} (?:cents?|pence|p))|(?<![a-z]*(?:last|latest|newest|recent|top) )(?<second>\\d+(?:\\.\\d+)?) ~cur(?:(?: and)? (?<cents>\\d{1,2}) (?:cents?|pence|p|centimes?|pennies))?(?! (?:(?!for |on |off |and |to |from |of |with |in )\\w+ )?(?:${CHARGE_MANY.join('|')})(?![a-z]))`,
);

/** Two amounts and a choice between them are none. */
const EITHER_AMOUNT = words(
  String.raw`(?:either )?(?:\d+(?:\.\d+)? or (?:maybe |perhaps |even )?\d+(?:\.\d+)? ~cur|~cur \d+(?:\.\d+)? or (?:maybe |perhaps |even )?(?:~cur )?\d+(?:\.\d+)?)`,
);

/** Joins an amount and its currency: "$50", "50 euros", "CHF 20". "10 EUR charges" stays a count and a currency. */
export const readAmounts = (items: readonly Item[]): Item[] =>
  rewrite(
    rewrite(items, EITHER_AMOUNT, () => ({ word: '~either' })),
    AMOUNT,
    ({ items: found, group }) => {
      const amount =
        Number(group('first') || group('second') || group('third')) + Number(group('cents') || 0) / 100;
      const code = found.map((item) => item.value).find((value) => value?.kind === 'currency');
      return amount > 0
        ? {
            word: '~money',
            value: { kind: 'money', amount, ...(code?.kind === 'currency' ? { currency: code.code } : {}) },
          }
        : undefined;
    },
  );
