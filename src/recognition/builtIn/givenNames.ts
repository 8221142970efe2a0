import { type Item, rawOf } from './item.js';

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
    if (!CALLED.has(item.word) || asksOtherwise(items, at - 1)) continue;
    while (FILLER.has(items[at]?.word ?? '') && !isCapital(items[at])) at += 1;
    const end = endOfLabel(items, at);
    if (end > at) out.push({ word: '~called', raw: rawOf(items.slice(at, end)) });
    at = end;
  }
  return out;
}

/** "the name of", "we should name our dog", "call the police": none of them names a coupon. */
function asksOtherwise(items: readonly Item[], at: number): boolean {
  const [before = '', word = '', next = ''] = [items[at - 1]?.word, items[at]?.word, items[at + 1]?.word];
  if (word === 'call')
    return !/^(?:it|them|this|that|one|~.*)$/.test(next) && !/^["\p{Lu}]/u.test(items[at + 1]?.raw ?? '');
  return word === 'name' && /^(?:the|of|my|their|full|we|i|you|should|could|would)$/.test(before);
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
