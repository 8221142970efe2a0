import { MONTH } from './dateWords.js';
import type { Item } from './item.js';
import { rewrite, words } from './rewrite.js';

const FIRST =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  );
const SPOKEN = `(?:(?:twenty|thirty) (?:- )?(?:${FIRST.slice(0, 9).join('|')})|${FIRST.join('|')}|thirtieth)`;
const A_MONTH = `(?:${MONTH}|may)`;
const END = '(?:to|until|and|through|till|-)';
const DAY = words(
  `${SPOKEN}(?= (?:day )?of ${A_MONTH})|(?<=the )${SPOKEN}(?= ${END} (?:the )?(?:${SPOKEN}|\\d{1,2}(?:th)?) (?:day )?(?:of )?${A_MONTH})|(?<=${A_MONTH} (?:the )?)${SPOKEN}(?! (?:order|payment|purchase|time))`,
);
const TENS: Record<string, number> = { twenty: 20, thirty: 30, thirtieth: 30 };

/** Spoken days of a month become digits: "the fifth of March" → "5th". */
export const readSpokenOrdinals = (items: readonly Item[]): Item[] =>
  rewrite(items, DAY, ({ items: found }) => ({
    word: `${found.reduce((sum, { word }) => sum + (TENS[word] ?? FIRST.indexOf(word) + 1), 0)}th`,
  }));
