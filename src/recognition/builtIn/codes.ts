import { type Item, rawOf } from './item.js';
import { isKnown } from './mend.js';
import { ISO } from './money.js';

const ACTS =
  /^(?:create|prolong|extend|cancel|deactivate|delete|remove|disable|stop|rename|kill|pause|expire|end|does|reactivate|renew|void)$/;
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

const acts = (item: Item | undefined): boolean => ACTS.test(item?.word ?? '');
const joins = (item: Item | undefined): boolean => /^(?:and|,|or)$/.test(item?.word ?? '');

/** Tags the code that is named: "code CREW", "code: spring-deal", "HELLO as a code". */
export function readCodes(items: readonly Item[]): Item[] {
  const tagged = new Set<number>();
  const spoken = items.filter(({ raw }) => /\p{L}/u.test(raw));
  const shouted = spoken.length > 1 && spoken.every(({ raw }) => raw === raw.toUpperCase());
  items.forEach((item, at) => {
    if (!shouted && isAllCaps(item) && (acts(items[at - 1]) || (joins(items[at - 1]) && tagged.has(at - 2))))
      tagged.add(at);
    if (item.word === 'as' && isCodeTail(items, at) && couldBeCode(items[at - 1], true)) tagged.add(at - 1);
    if (at === 0 && !shouted && isAllCaps(item) && !CALLS.test(item.word) && givesValue(items)) tagged.add(0);
    if (!CODE_WORD.test(item.word)) return;
    let next = at + 1;
    while (AFTER_CODE.has(items[next]?.word ?? '') && next < at + 4) next += 1;
    if (items[next]?.word === ',' && isAllCaps(items[next + 1])) next += 1;
    if (item.word === 'code' && /^[:=]$/.test(items[next - 1]?.word ?? '') && isWord(items[next]))
      tagged.add(next);
    if (couldBeCode(items[next], item.word === 'code' || item.word === 'codes')) tagged.add(next);
    if (item.word === 'code' && isAllCaps(items[at - 1])) tagged.add(at - 1);
  });
  return items.flatMap((item, at) => {
    if (isTail(items, at, tagged)) return [];
    return tagged.has(at) ? [codeAt(items, at)] : [item];
  });
}

const isWord = (item: Item | undefined): boolean => /^[A-Za-z][A-Za-z0-9_-]*$/.test(item?.raw ?? '');

/** The parts of "sunny-days" belong to the code that they are glued to. */
const isTail = (items: readonly Item[], at: number, tagged: ReadonlySet<number>): boolean => {
  let head = at;
  while (items[head]?.glued && items[head]?.raw.startsWith('-')) head -= 1;
  return head < at && tagged.has(head);
};

function codeAt(items: readonly Item[], at: number): Item {
  let end = at + 1;
  while (items[end]?.glued && items[end]?.raw.startsWith('-')) end += 1;
  return { word: '~code', raw: rawOf(items.slice(at, end)), ...(items[at]?.glued ? { glued: true } : {}) };
}

const CALLS =
  /^(?:urgent|important|asap|system|fyi|note|user|admin|question|idea|request|todo|hello|hey|thanks|stop|help|attention|quick|today|tomorrow|sale)$/;

/** "SUNNY: 10% off", "SUNNY 10%": a code and what it gives. */
function givesValue(items: readonly Item[]): boolean {
  const at = /^(?:[:=,-]|is|gives|for)$/.test(items[1]?.word ?? '') ? 2 : 1;
  const unit = items[at + 1]?.word ?? '';
  return (
    /^(?:[$£€]|\d)/.test(items[at]?.raw ?? '') &&
    (unit === '%' ||
      /^(?:percent|off|euros?|dollars?|pounds?|eur|usd|gbp)$/.test(unit) ||
      /^[$£€]/.test(items[at]?.raw ?? ''))
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
