import { addDays, type Day } from './calendar.js';
import type { Item } from './item.js';
import { type Found, rewrite, words } from './rewrite.js';
import { back } from './spans.js';

const UNIT = '(?<unit>day|week|month|year|hour|minute)s?';
const PAST = words(
  String.raw`(?:(?:in|within|over|during|for|from|of|since) )?(?:the |these |this )?(?:past|last|previous|preceding|trailing) (?:few (?<few>days|weeks|months)|(?<half>half (?:a )?year|half(?:-| )year)|(?<three>quarter of (?:a|the) year)|(?:(?<n>\d+) )?(?:calendar |business |full )?${UNIT})`,
);
const ROLLING = words(String.raw`(?:last|past|this past) (?<n>\d+)(?: (?:days|d))`);

/** Tags periods that are counted back from today: "past 30 days", "over the last 3 months", "24 hours". */
export function readRolling(items: readonly Item[], today: Day): Item[] {
  const counted = rewrite(items, PAST, (found) => rolling(found, today));
  return rewrite(counted, ROLLING, (found) => rolling(found, today));
}

function rolling({ group, items }: Found, today: Day): Pick<Item, 'word' | 'value'> | undefined {
  if (group('few')) return { word: '~vague' };
  if (group('half') || group('three')) {
    const from = back(today, group('half') ? 6 : 3, 'month');
    return { word: '~when', value: { kind: 'when', bound: 'since', from, start: from } };
  }
  const calendar = items.some((item) => /^(?:last|previous|preceding)$/.test(item.word));
  const unit = group('unit') || 'day';
  if (!group('n') && calendar && unit !== 'hour' && unit !== 'minute') return undefined;
  const n = Number(group('n') || 1);
  const from =
    unit === 'minute' ? today : unit === 'hour' ? addDays(today, -Math.floor(n / 24)) : back(today, n, unit);
  return { word: '~when', value: { kind: 'when', bound: 'since', from, start: from } };
}
