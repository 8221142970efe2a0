import { type Item, rawOf } from './item.js';
import { isKnown } from './mend.js';
import { ISO } from './money.js';

const CALLED = new Set([
  'called',
  'named',
  'titled',
  'entitled',
  'name',
  'call',
  'naming',
  'calling',
  'title',
  'label',
  'labelled',
  'labeled',
  'rename',
]);
const FILLER = new Set([
  'it',
  'them',
  'is',
  ':',
  '=',
  'as',
  'the',
  'coupon',
  'to',
  'be',
  'should',
  'that',
  'this',
  'of',
  'something',
  'like',
  'thing',
]);
const STOPS =
  /^(?:[,;.?!\n():"-]|with|for|and|that|which|valid|until|till|code|at|of|worth|expires|expiring|expiry|once|limited|max|maximum|only|on|in|giving|it|to|from|a|an|is|please|off|has|have|who|among|as|~.*|%|\d+|by|per|ending|ends|starting|forever|first|single|one|or|but|then|plus|&)$/;
const MOST_WORDS = 6;

/** Tags what follows "called", "named", "name it" as `~called`, so that no rule reads the words of a name. */
export function readCalled(items: readonly Item[]): Item[] {
  const out: Item[] = [];
  for (let at = 0; at < items.length; ) {
    const item = items[at];
    if (!item) break;
    out.push(item);
    at += 1;
    if (
      !CALLED.has(item.word) ||
      (item.word === 'name' && /^(?:the|of|my|their|full)$/.test(items[at - 2]?.word ?? ''))
    )
      continue;
    while (FILLER.has(items[at]?.word ?? '') && !isCapital(items[at])) at += 1;
    const end = endOfLabel(items, at);
    if (end > at) out.push({ word: '~called', raw: rawOf(items.slice(at, end)) });
    at = end;
  }
  return out;
}

const isCapital = (item: Item | undefined): boolean => /^\p{Lu}/u.test(item?.raw ?? '');

function endOfLabel(items: readonly Item[], start: number): number {
  if (/^~(?:quote|name|code|mail|cus)$/.test(items[start]?.word ?? '')) return start + 1;
  let end = start;
  while (end < items.length && end - start < MOST_WORDS) {
    const item = items[end];
    if (!item) break;
    const joins = item.word === '&' && isCapital(items[end + 1]) && end > start;
    const inTitle = end > start && isCapital(item) && isCapital(items[end - 1]);
    const year = end > start && /^(?:19|20)\d\d$/.test(item.raw);
    if (leavesTitle(items, end, start)) break;
    if (
      !joins &&
      !inTitle &&
      !year &&
      !(item.glued && end > start && /^\p{L}|^-/u.test(item.raw)) &&
      STOPS.test(item.word)
    )
      break;
    end += 1;
  }
  return end;
}

const TITLE_WORD = /^(?:of|the|and|for|in|on|to|a|an|or|de|la|le|by|with|from|&)$/;

/** "Spring Clean good until": after words with capitals a small one goes on with the sentence. */
const leavesTitle = (items: readonly Item[], at: number, start: number): boolean =>
  at > start &&
  isCapital(items[at - 1]) &&
  isCapital(items[start]) &&
  /^\p{Ll}/u.test(items[at]?.raw ?? '') &&
  items[at]?.glued !== true &&
  !(TITLE_WORD.test(items[at]?.word ?? '') && isCapital(items[at + 1]));

const CODE_WORD = /^(?:code|codes|promo|coupon|voucher)$/;
const AFTER_CODE = new Set([
  ':',
  '=',
  'is',
  'named',
  'called',
  'should',
  'be',
  '"',
  'it',
  'reads',
  'as',
  'word',
]);

/** Tags the code that is named: "code CREW", "code: spring-deal", "HELLO as a code". */
export function readCodes(items: readonly Item[]): Item[] {
  const tagged = new Set<number>();
  items.forEach((item, at) => {
    if (item.word === 'as' && isCodeTail(items, at) && couldBeCode(items[at - 1], true)) tagged.add(at - 1);
    if (!CODE_WORD.test(item.word)) return;
    let next = at + 1;
    while (AFTER_CODE.has(items[next]?.word ?? '') && next < at + 4) next += 1;
    if (items[next]?.word === ',' && isAllCaps(items[next + 1])) next += 1;
    if (couldBeCode(items[next], item.word === 'code' || item.word === 'codes')) tagged.add(next);
    if (item.word === 'code' && isAllCaps(items[at - 1])) tagged.add(at - 1);
  });
  return items.map((item, at) =>
    tagged.has(at) ? { word: '~code', raw: item.raw, ...(item.glued ? { glued: true } : {}) } : item,
  );
}

function isCodeTail(items: readonly Item[], at: number): boolean {
  const tail = items
    .slice(at + 1, at + 4)
    .map((item) => item.word)
    .join(' ');
  return /^(?:(?:a|the) )?(?:(?:promo|discount|coupon|promotion) )?code(?: |$)/.test(tail);
}

const isAllCaps = (item: Item | undefined): boolean =>
  item !== undefined &&
  /^[A-Z][A-Z0-9_-]{2,}$/.test(item.raw) &&
  !SHOUTABLE.test(item.word) &&
  !item.value &&
  !ISO.includes(item.word);

function couldBeCode(item: Item | undefined, named: boolean): boolean {
  if (!item || item.value || /^~(?!code|quote|called|name)/.test(item.word)) return false;
  if (!/^[A-Za-z0-9][A-Za-z0-9_-]{2,39}$/.test(item.raw)) return false;
  if (/^[A-Z0-9_-]+$/.test(item.raw) && !/^\d+$/.test(item.raw))
    return !SHOUTABLE.test(item.word) && !ISO.includes(item.word);
  return named && (/\d/.test(item.raw) || !isKnown(item.word));
}

const SHOUTABLE =
  /^(?:with|for|and|the|a|an|this|that|my|our|off|new|please|valid|until|only|eur|usd|gbp|api|vip|now|asap|promo|coupon|discount|voucher|gift|first|one|two|percent|make|create|want|need|no|not|or|code|codes|via|per|all|any|good|free)$/;
