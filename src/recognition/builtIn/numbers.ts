import type { Item } from './item.js';
import { rewrite, words } from './rewrite.js';

const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const SMALL: ReadonlyMap<string, number> = new Map([
  ...UNITS.map((word, n): [string, number] => [word, n]),
  ...TENS.map((word, n): [string, number] => [word, (n + 2) * 10]),
]);

const SMALL_WORD = [...SMALL.keys()].join('|');
/** "one" alone is a pronoun more often than a number; it counts only with something to count. */
const SPOKEN = words(
  `(?:(?<dozens>half a dozen|a dozen|dozen)(?: of)?|(?:a )?(?<couple>couple)(?: of)?|` +
    `(?:(?:a|${SMALL_WORD}|\\d+) )?(?:hundred|thousand)(?: (?:and )?(?:${SMALL_WORD})(?: (?:${SMALL_WORD}))?)?|` +
    `(?:${TENS.join('|')})(?: (?:${SMALL_WORD}))?|` +
    `(?!zero|one)(?:${SMALL_WORD})|` +
    `one(?= (?:- )?(?:day|week|month|year|hour|use|redemption|percent|~cur|dollar|euro|pound|(?:\\w+ )?(?:charge|payment|transaction|customer|client|person|dispute|refund|chargeback|signup|decline)s?(?! (?:only|who)))(?![a-z])))`,
);

/** Spoken numbers become digits: "a dozen" → 12, "thirty five" → 35, "a hundred and fifty" → 150. */
export const readSpokenNumbers = (items: readonly Item[]): Item[] =>
  rewrite(items, SPOKEN, ({ items: found, group }) => {
    if (group('dozens')) return number(group('dozens').startsWith('half') ? 6 : 12);
    if (group('couple')) return number(2);
    return number(spoken(found.map((item) => item.word)));
  });

const number = (n: number): Pick<Item, 'word' | 'value'> => ({
  word: String(n),
  value: { kind: 'number', n },
});

function spoken(parts: string[]): number {
  let sum = 0;
  for (const part of parts) {
    if (part === 'hundred') sum = Math.max(sum, 1) * 100;
    else if (part === 'thousand') sum = Math.max(sum, 1) * 1000;
    else sum += SMALL.get(part) ?? (/^\d+$/.test(part) ? Number(part) : 0);
  }
  return sum;
}

/** Reads written digits: "1.500,00" and "1,500.00" are 1500, "12,5" is 12.5, "2k" is 2000. */
export function readDigits(text: string): number | undefined {
  const match = /^(\d[\d.,]*)(k?)$/.exec(text);
  if (!match) return undefined;
  const digits = (match[1] ?? '').replace(/[.,]+$/, '');
  const last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
  const tail = digits.length - last - 1;
  const grouped = last >= 0 && tail === 3 && /^\d{1,3}(?:[.,]\d{3})+$/.test(digits);
  const whole = (last < 0 || grouped ? digits : digits.slice(0, last)).replace(/[.,]/g, '');
  const n = Number(last < 0 || grouped ? whole : `${whole}.${digits.slice(last + 1)}`);
  return match[2] ? n * 1000 : n;
}
