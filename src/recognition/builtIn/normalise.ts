import { ABBREVIATIONS } from './abbreviations.js';
import type { Item } from './item.js';
import { isKnown, mend } from './mend.js';
import { readDigits } from './numbers.js';

const DOTTED_DATE = /^\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2})?$/;
const ORDINAL = /^(\d{1,2})(?:st|nd|rd|th)$/;
const COUNTED =
  /^(\d[\d.,]*)(x|d|h|w|days?|weeks?|months?|hours?|usd|eur|euros?|gbp|chf|jpy|aud|cad|dollars?|bucks|pounds?|times|pct|am|pm)$/;
const UNIT: Record<string, string> = { x: 'times', d: 'days', h: 'hours', w: 'weeks', pct: 'percent' };
const ID_TAG: [RegExp, string][] = [
  [/^(?:ch|py|pi)_[a-z0-9_]+$/, '~charge'],
  [/^cus_[a-z0-9_]+$/, '~cus'],
  [/^acct_[a-z0-9_]+$/, '~acct'],
  [/^[sprw][kh](?:sec)?_[a-z0-9_]+$/, '~key'],
  [/^(?!coupon|promo|percent|amount|max|first|expires|duration|min)[a-z]+_[a-z0-9_]*\d[a-z0-9_]*$/, '~id'],
];

/** Capitals that are shouted words rather than codes. */
const isShouted = (items: readonly Item[]): boolean => {
  const letters = items.filter((item) => /\p{L}/u.test(item.raw));
  return (
    letters.length > 1 && letters.every((item) => item.raw === item.raw.toUpperCase() || /_|@/.test(item.raw))
  );
};

/** Turns typed words into the words that rules read: short forms spelt out, typos mended, ids and codes tagged. */
export function normalise(items: readonly Item[]): Item[] {
  const shouted = isShouted(items);
  return items.flatMap((item, at) =>
    isOwnWord(item, items[at + 1])
      ? [item]
      : normaliseOne(item, { first: at === 0 && !/^\p{Lu}\p{Ll}/u.test(items[at + 1]?.raw ?? ''), shouted }),
  );
}

/** "3D Secure" is no length of time. */
const isOwnWord = (item: Item, next: Item | undefined): boolean =>
  item.word === '3d' && next?.word === 'secure';

function normaliseOne(item: Item, place: { first: boolean; shouted: boolean }): Item[] {
  if (item.word.startsWith('~') || item.value) return [item];
  if (item.word.includes('@')) return [{ ...item, word: '~mail' }];
  const id = ID_TAG.find(([pattern]) => pattern.test(item.word));
  if (id) return [{ ...item, word: id[1] }];
  if (/^\d/.test(item.word)) return numeric(item);
  if (!/^\p{L}/u.test(item.word)) return [item];
  return isCode(item.raw, place.shouted) ? [{ ...item, word: '~code' }] : spellOut(item, place);
}

function numeric(item: Item): Item[] {
  if (DOTTED_DATE.test(item.word) || /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}$/.test(item.word)) return [item];
  const ordinal = ORDINAL.exec(item.word);
  if (ordinal) return [{ ...item, word: `${Number(ordinal[1])}th` }];
  const n = readDigits(item.word);
  if (n !== undefined) return [{ ...item, word: String(n), value: { kind: 'number', n } }];
  const counted = COUNTED.exec(item.word);
  const count = counted ? readDigits(counted[1] ?? '') : undefined;
  if (counted && count !== undefined) {
    const unit = counted[2] ?? '';
    const number: Item = {
      ...item,
      word: String(count),
      raw: counted[1] ?? '',
      value: { kind: 'number', n: count },
    };
    return [number, { word: UNIT[unit] ?? unit, raw: unit, glued: true }];
  }
  const [, digits = '', letters = ''] = /^(\d+)([a-z]{4,})$/.exec(item.word) ?? [];
  if (isKnown(letters))
    return [
      { ...item, word: digits, raw: digits, value: { kind: 'number', n: Number(digits) } },
      { word: letters, raw: letters, glued: true },
    ];
  return [/\p{L}/u.test(item.raw) && !isKnown(item.word) ? { ...item, word: '~code' } : item];
}

/** SPRING20 and FRESH-START are codes; EUR, VIP and shouted words are not. */
function isCode(raw: string, shouted: boolean): boolean {
  if (/^(?:Q[1-4]|(?:DE|GB|FR|NL|ES|IT|AT|CH)\d{12,})$/.test(raw)) return false;
  if (/^[A-Z][A-Z0-9_-]*\d[A-Z0-9_-]*$/.test(raw) && raw.length >= 3) return true;
  if (/^(?=.*[A-Za-z].*[A-Za-z])[A-Za-z]+\d{1,4}$/.test(raw)) return !isKnown(raw.toLowerCase());
  return !shouted && raw.length >= 4 && /^[A-Z]+(?:[-_][A-Z0-9]+)+$/.test(raw);
}

function spellOut(item: Item, place: { first: boolean; shouted: boolean }): Item[] {
  const stands = ABBREVIATIONS.get(item.word);
  if (stands) return spread(item, stands);
  const possessive = /^(.+)'s$/.exec(item.word);
  if (possessive) {
    const owner = { ...item, word: possessive[1] ?? '', raw: item.raw.slice(0, -2) };
    return [...spellOut(owner, place), { word: "'s", raw: item.raw.slice(-2), glued: true }];
  }
  if (item.word.includes('-')) return hyphened(item, place);
  return [{ ...item, word: mended(item, place) }];
}

const spread = (item: Item, stands: readonly string[]): Item[] =>
  stands.flatMap((word, at) =>
    word
      .split('-')
      .map((part, n) => (at + n === 0 ? { ...item, word: part } : { word: part, raw: '', glued: true })),
  );

function hyphened(item: Item, place: { first: boolean; shouted: boolean }): Item[] {
  let at = 0;
  return item.word.split('-').flatMap((word, n) => {
    const raw = item.raw.slice(at, at + word.length + (n === 0 ? 0 : 1));
    at += raw.length;
    const part: Item = { ...item, word, raw, ...(n === 0 ? {} : { glued: true }) };
    if (ABBREVIATIONS.has(word) || /^\d/.test(word)) return normaliseOne(part, place);
    return [{ ...part, word: mended({ ...part, raw: n === 0 ? raw : raw.slice(1) }, place) }];
  });
}

/** A capital inside a sentence is a name: names are left as they are. */
function mended(item: Item, place: { first: boolean; shouted: boolean }): string {
  const capital = /^\p{Lu}/u.test(item.raw);
  return capital &&
    !place.first &&
    !place.shouted &&
    !isKnown(item.word) &&
    item.raw !== item.raw.toUpperCase()
    ? item.word
    : mend(item.word);
}
