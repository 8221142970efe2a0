import { type Item, textOf } from './item.js';

const RETRACTING =
  /^(?:no|nope|sorry|oops|wait|mean|meant|rather|actually|correction|scratch|make|pardon|mistake|typo|erm|err|hmm|better)$/;
const BETWEEN =
  /^(?:[,.;!?():-]|no|nope|sorry|oops|wait|i|mean|meant|that|it|rather|actually|correction|scratch|make|or|well|hm|hmm|uh|pardon|my|mistake|typo|erm|err|better|let|us|say|to|be|hold|on|hang|not|the|it's|is|but|should|off|percent|coupon|discount|voucher|in|for|since|last|latest|a|an|of|please|by|from)$/;
const NOUN =
  /^(?:charges?|payments?|transactions?|customers?|clients?|coupons?|vouchers?|balances?|audit|log|trail|refunds?|disputes?|failed|pending|refunded|disputed|succeeded|successful|declined)$/;
const MOST_BETWEEN = 7;

/** What kind of value an item is: only like replaces like. */
function sort(item: Item | undefined): string | undefined {
  if (!item) return undefined;
  if (/^\d/.test(item.word) && item.value?.kind === 'number') return 'amount';
  if (/^~(?:pct|money)$/.test(item.word)) return 'amount';
  if (/^~(?:when|date|range|since|until|from|after)$/.test(item.word)) return 'time';
  if (/^~(?:in|for)$/.test(item.word)) return 'length';
  if (/^~(?:name|mail|cus)$/.test(item.word)) return 'person';
  if (/^~(?:cur|min|bound)$/.test(item.word)) return item.word;
  return NOUN.test(item.word) ? 'noun' : undefined;
}

/** Lets a correction win: "5, no, 8" is 8; "not the charges, the balance" is the balance. */
export function correct(items: readonly Item[]): Item[] {
  return withoutDenied(withoutRetracted(items));
}

function withoutRetracted(items: readonly Item[]): Item[] {
  const gone = new Set<number>();
  items.forEach((item, at) => {
    const kind = sort(item);
    if (!kind) return;
    const again = saidAgain(items, at, kind);
    if (again === undefined) return;
    for (let i = at; i < again; i++) if (i === at || BETWEEN.test(items[i]?.word ?? '')) gone.add(i);
  });
  return items.filter((_, at) => !gone.has(at));
}

/** Where the value that replaces this one stands, if a word of correction leads to it. */
function saidAgain(items: readonly Item[], at: number, kind: string): number | undefined {
  let retracts = false;
  for (let i = at + 1; i < items.length && i - at <= MOST_BETWEEN; i++) {
    const item = items[i];
    if (!item) return undefined;
    const like = sort(item);
    if (like === kind && retracts) return i;
    const noun = kind !== 'noun' && like === 'noun' && !retracts;
    if (!noun && !BETWEEN.test(item.word)) return undefined;
    if (RETRACTING.test(item.word))
      retracts ||= item.word !== 'make' || /^(?:that|it)$/.test(items[i + 1]?.word ?? '');
  }
  return undefined;
}

const EXCEPT =
  /(?<![^ ])(?:except|excluding|other than|apart from|but not|without|non)(?: (?:for|the|any|those|-))* (?:failed|pending|refunded|disputed|declined|succeeded|successful|expired|refunds|disputes|declines)(?: (?:ones|charges|payments))?(?![^ ])/g;
const INSTEAD =
  /(?<![^ ])(?:instead of|rather than|and not|(?<=rather .{0,40})than)(?: (?:the|any|all|for|in))* (?:~(?:when|date|cur)|charges|payments|transactions|customers|clients|coupons|vouchers|(?:the )?balance|refunds|disputes|failed|pending|refunded|disputed)(?: ones)?(?![^ ])/g;
const DENIED =
  /(?<![^ ])(?:do not (?:show|list|want|need|give)(?: me)?|not|without|no)(?: (?:the|for|in|from|those|any|about|interested in|all|my|our))* (?<left>~(?:when|date|name|cur)|charges?|payments?|transactions?|customers?|clients?|coupons?|vouchers?|balance|refunds|disputes|the audit log|failed|pending|refunded|disputed|declined)(?: (?:ones|charges|payments|list|log))?(?= (?:[,.;]|but|just|only|rather|instead)|$)/g;

/** "Not X, only Y" is Y alone, "Y, not X" as well. */
function withoutDenied(items: readonly Item[]): Item[] {
  const text = textOf(items);
  const spans = [EXCEPT, INSTEAD, DENIED]
    .flatMap((pattern) => [...text.matchAll(pattern)])
    .map((match) => [match.index, match.index + match[0].length] as const);
  if (spans.length === 0) return [...items];
  let at = 0;
  const kept = items.filter((item) => {
    const inside = spans.some(([from, to]) => at >= from && at < to);
    at += item.word.length + 1;
    return !inside;
  });
  return kept.some((item) => /[a-z~]/.test(item.word)) ? kept : [...items];
}
