import { type Day, weekOf } from './calendar.js';
import type { Item } from './item.js';
import { type Found, rewrite, words } from './rewrite.js';
import { inMonthOf } from './spans.js';

const TIME = '(?:~date|~when)';
const RANGE = words(
  String.raw`(?:between|from) (?:the )?(?<low>\d{1,2})(?:th)? (?:and|to|-|until|through) (?:the )?~date|(?<low2>\d{1,2})(?:th)? (?:-|to|until|through) (?:the )?~date|` +
    `between ${TIME} and ${TIME}|(?:from )?${TIME} (?:to|until|through|-|up to|up until|- >) ${TIME}|from ${TIME} (?:and|on) (?:until|to) ${TIME}|` +
    String.raw`(?:between |from )?~date (?:and|to|-|until|through) (?:the )?(?<high>\d{1,2})(?:th)?(?! [a-z])`,
);

const WEEK_OF = words(
  '(?:in |during |for |of |over )?(?:the )?week (?:of|from|starting|starting on|beginning|beginning on) (?:the )?~date',
);

/** The week that a day is in: "the week of 23 February". */
const readWeeks = (items: readonly Item[]): Item[] =>
  rewrite(items, WEEK_OF, ({ items: found }) => {
    const day = found.map((item) => item.value).find((value) => value?.kind === 'when');
    if (day?.kind !== 'when' || !day.from) return undefined;
    const { from, to } = weekOf(day.from);
    return { word: '~when', value: { kind: 'when', bound: 'span', from, to, start: from, end: to } };
  });

/** Tags stated ranges: "between 2 and 20 February", "from Monday to yesterday". */
export const readRanges = (items: readonly Item[], today: Day): Item[] =>
  rewrite(readWeeks(items), RANGE, (found) => range(found, today));

function range({ items, group }: Found, today: Day): Pick<Item, 'word' | 'value'> | undefined {
  const times = items.flatMap((item) => (item.value?.kind === 'when' ? [item.value] : []));
  const [first, second = first] = times;
  if (!first || !second) return undefined;
  const low = Number(group('low') || group('low2'));
  const high = Number(group('high'));
  const start = low ? inMonthOf(first.start ?? '', low) : first.start;
  const end = high ? inMonthOf(second.start ?? '', high) : second.end;
  const earlier = low ? inMonthOf(first.from ?? '', low) : first.from;
  const from = low && start && start <= today ? start : earlier;
  const to = [high ? inMonthOf(second.from ?? '', high) : second.to, end].find(
    (day) => day && from && day >= from,
  );
  if (!from || !to || !start || !end) return undefined;
  return {
    word: '~range',
    value: { kind: 'when', bound: 'between', from, to, start, end: end >= start ? end : to },
  };
}
