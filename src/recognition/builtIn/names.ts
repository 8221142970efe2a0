import { type Item, rawOf } from './item.js';
import { isKnown } from './mend.js';
import { ISO, SPOKEN } from './money.js';

const FEASTS = 'christmas xmas easter halloween thanksgiving ramadan diwali hanukkah'.split(' ');
const LANGUAGES =
  'english german french spanish italian dutch portuguese polish japanese chinese latin swedish danish russian turkish'.split(
    ' ',
  );
const JOINERS = new Set([
  'de',
  'da',
  'di',
  'del',
  'van',
  'von',
  'der',
  'den',
  'la',
  'le',
  'dos',
  'of',
  '&',
  'al',
  'el',
  'bin',
  'ter',
  'y',
]);
const NEVER = new Set([
  'i',
  'stripe',
  'submit',
  'ceo',
  'cfo',
  'bot',
  'tillkeeper',
  'admin',
  'sir',
  'system',
  'ok',
  'vip',
  'csv',
  'pdf',
  'excel',
  'url',
  'json',
  'us',
  'uk',
  'eu',
  'hr',
  'it',
  ...LANGUAGES,
  ...FEASTS,
  ...ISO,
  ...Object.keys(SPOKEN),
]);
const ENDS_SENTENCE = /^[.?!:;\n"~-]$/;

/** Tags runs of capitalised words that are no words of ours as `~name`: "Ivana Petrović", "Delgado Motors". */
export function readNames(items: readonly Item[]): Item[] {
  const out: Item[] = [];
  const titled = isTitled(items);
  for (let at = 0; at < items.length; ) {
    const end = endOfName(items, at, titled);
    const part = items.slice(at, Math.max(end, at + 1));
    const [first] = part;
    if (!first) break;
    out.push(end > at ? { word: '~name', raw: rawOf(part), ...(first.glued ? { glued: true } : {}) } : first);
    at += part.length;
  }
  return out;
}

/** In a title every word has a capital, so capitals tell nothing. */
function isTitled(items: readonly Item[]): boolean {
  const wordsOf = items.filter((item) => /^\p{L}{3,}/u.test(item.raw));
  const capital = wordsOf.filter((item) => /^\p{Lu}/u.test(item.raw));
  return (
    wordsOf.length > 3 &&
    /^\p{Lu}/u.test(wordsOf[0]?.raw ?? '') &&
    /^\p{Lu}/u.test(items[0]?.raw ?? '') &&
    capital.length > wordsOf.length * 0.6
  );
}

function endOfName(items: readonly Item[], start: number, titled: boolean): number {
  const first = items[start];
  if (!first || !opensName(first, items[start - 1], titled)) return start;
  if (Object.hasOwn(SPOKEN, items[start + 1]?.word ?? '')) return start;
  let end = start + 1;
  for (;;) {
    const next = items[end];
    const after = items[end + 1];
    if (next && continuesName(next, titled)) end += 1;
    else if (next && after && JOINERS.has(next.word) && continuesName(after, titled) && next.word !== 'of')
      end += 2;
    else if (
      next?.word === '.' &&
      /^(?:\p{Lu}|Dr|Mr|Mrs|Ms|Prof|St)$/u.test(items[end - 1]?.raw ?? '') &&
      after &&
      continuesName(after, titled)
    )
      end += 2;
    else return end;
  }
}

const plainCapital = (item: Item): boolean =>
  !item.word.startsWith('~') &&
  !item.value &&
  !/^q[1-4]$|\$$/.test(item.word) &&
  /^(?:\p{Lu}|\p{Lo}.{0,7}$)/u.test(item.raw) &&
  !NEVER.has(item.word);

function opensName(item: Item, before: Item | undefined, titled: boolean): boolean {
  if (!plainCapital(item)) return false;
  if (!isKnown(item.word)) return true;
  const sentenceStart = !before || ENDS_SENTENCE.test(before.word);
  return !sentenceStart && !titled && item.raw !== item.raw.toUpperCase() && !isOurs(item.word);
}

const continuesName = (item: Item, titled: boolean): boolean =>
  (plainCapital(item) && !(titled && isKnown(item.word)) && !isOurs(item.word)) ||
  (/^-/.test(item.raw) && item.glued === true && !isKnown(item.word));

const OURS =
  /^(?:charges?|payments?|transactions?|customers?|clients?|coupons?|vouchers?|discounts?|balances?|refunds?|disputes?|chargebacks?|january|february|march|april|may|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day|and|or|the|please|show|list|create|q[1-4])$/;
const isOurs = (word: string): boolean => OURS.test(word);
