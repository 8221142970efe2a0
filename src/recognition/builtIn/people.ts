import type { Item } from './item.js';
import { isKnown } from './mend.js';

const BEFORE = new Set([
  'by',
  'a',
  'an',
  'from',
  'of',
  'for',
  'to',
  'customer',
  'client',
  'is',
  'called',
  'named',
  'find',
  'search',
  'up',
  'about',
  'with',
  'did',
  'has',
  'buyer',
  'user',
  'does',
  'know',
  'only',
  'was',
  'on',
  'whether',
  'if',
  'belonging',
  'under',
  'name',
  'person',
  'lookup',
  'got',
  'locate',
  'have',
  'give',
  'offer',
  'grant',
  'send',
]);

/** The customers that a clause names: ids and addresses, names in the place of a name, owners ("Anna's payments"). */
export function namedPeople(items: readonly Item[]): string[] {
  const found: string[] = [];
  items.forEach((item, at) => {
    if (item.word === '~cus' || item.word === '~mail') found.push(item.raw);
    else if (item.word === '~name' || item.word === '~quote' || item.word === '~called')
      found.push(...(isPlaced(items, at) ? [item.raw] : []));
    else if (isLowerName(items, at)) found.push(lowerName(items, at));
  });
  return [...new Set(found)];
}

function isPlaced(items: readonly Item[], at: number): boolean {
  const before = items[at - 1]?.word;
  const after = items[at + 1]?.word;
  return (
    items[at]?.word === '~called' ||
    before === undefined ||
    BEFORE.has(before) ||
    after === "'s" ||
    after === 'as' ||
    after === undefined ||
    /^(?:payments?|charges?|transactions?|orders?|among|in|a|one|pay|pays|paid|spend|spent|buy|bought|record|has|had|did|does|made|ordered|purchased|ever|owes|already|really|signed|registered|joined)$/.test(
      after,
    )
  );
}

const isUnknown = (item: Item | undefined): item is Item =>
  item !== undefined && !item.value && /^[a-z]{2,}$/.test(item.word) && !isKnown(item.word);

/** "payments by marta kowalska": words that nobody knows, where a name belongs. */
function isLowerName(items: readonly Item[], at: number): boolean {
  const before = items[at - 1]?.word ?? '';
  return (
    !/^~(?:mail|cus|name)$/.test(items[at + 1]?.word ?? '') &&
    isUnknown(items[at]) &&
    !isUnknown(items[at - 1]) &&
    (/^(?:by|from|of|for|customer|client|called|named|did|has|find|lookup|give|offer|grant|reward)$/.test(
      before,
    ) ||
      LOOKS_UP.test(`${items[at - 2]?.word ?? ''} ${before}`) ||
      items[at + 1]?.word === "'s")
  );
}

const LOOKS_UP =
  /^(?:look up|search for|look for|who is|know about|info on|details on|details about|profile of|me about|locate|.{0,20} search)$/;

function lowerName(items: readonly Item[], at: number): string {
  const parts: string[] = [];
  for (let i = at; isUnknown(items[i]) && parts.length < 4; i++) parts.push(items[i]?.raw ?? '');
  return parts.join(' ');
}
