import { addDays, type Day, weekOf } from './calendar.js';
import type { Item, Length, When } from './item.js';
import { type Found, rewrite, words } from './rewrite.js';
import { back, inMonthOf } from './spans.js';

const UNIT = '(?<unit>day|week|month|year|hour|minute)s?';
const PAST = words(
  String.raw`(?:(?:in|within|over|during|for|from|of|since) )?(?:the |these |this )?(?:past|last|previous|preceding|trailing) (?:few (?<few>days|weeks|months)|(?:(?<n>\d+) )?(?:calendar |business |full )?${UNIT})`,
);
const ROLLING = words(String.raw`(?:last|past|this past) (?<n>\d+)(?: (?:days|d))`);

/** Tags periods that are counted back from today: "past 30 days", "over the last 3 months", "24 hours". */
export function readRolling(items: readonly Item[], today: Day): Item[] {
  const counted = rewrite(items, PAST, (found) => rolling(found, today));
  return rewrite(counted, ROLLING, (found) => rolling(found, today));
}

function rolling({ group, items }: Found, today: Day): Pick<Item, 'word' | 'value'> | undefined {
  if (group('few')) return { word: '~vague' };
  const calendar = items.some((item) => /^(?:last|previous|preceding)$/.test(item.word));
  const unit = group('unit') || 'day';
  if (!group('n') && calendar && unit !== 'hour' && unit !== 'minute') return undefined;
  const n = Number(group('n') || 1);
  const from =
    unit === 'minute' ? today : unit === 'hour' ? addDays(today, -Math.floor(n / 24)) : back(today, n, unit);
  return { word: '~when', value: { kind: 'when', bound: 'since', from, start: from } };
}

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

const BOUND = words(
  `(?<since>since|starting|starts|start|beginning|begins|as of|from|valid from|on or after|effective|as from) (?:on |from )?(?:the )?(?:~date|~when(?= (?:on|onwards?|forward)|$| [,.?!;]))(?: (?:on|onwards?|forward))?|` +
    `since ~when|(?:starting|starts|beginning|begins|starting from) ~when|` +
    `(?<onward>~when|~date) (?:on|onwards?|forward|and later|and after|or later|and newer)(?= [,.?!;)]|$)|` +
    `(?<until>until|till|up to|up until|(?<!(?:go|goes|went|gone|going|come|came|get|got) )(?:through|thru)|by|not after|no later than|to|til|expires|expiring|expire|ends|ending|ended by|valid until|up till|ends on|expiry|expires on) (?:and including )?(?:on |the |at |at the )*${TIME}|` +
    `(?<after>after) ${TIME}|(?<before>before|prior to|earlier than|ahead of) ${TIME}`,
);

/** Tags one-sided bounds: "since Monday", "after 3 March", "until Friday", "before June". */
export const readBoundsOfTime = (items: readonly Item[]): Item[] => rewrite(items, BOUND, bounded);

function bounded({ items, group }: Found): Pick<Item, 'word' | 'value'> | undefined {
  const time = items.map((item) => item.value).find((value) => value?.kind === 'when');
  if (time?.kind !== 'when') return undefined;
  const said = items[0]?.word ?? '';
  if (group('until') && !time.to) return undefined;
  if (group('until')) return tag('~until', { bound: 'until', to: time.to, end: time.end });
  if (group('after') && time.to)
    return tag('~after', { bound: 'since', from: addDays(time.to, 1), end: time.end, start: time.end });
  if (group('before') && time.from)
    return tag('~until', {
      bound: 'until',
      to: addDays(time.from, -1),
      end: addDays(time.start ?? time.from, -1),
    });
  const span =
    said === 'from' &&
    items.some((item) => item.word === '~when') &&
    !items.some((item) => /^(?:on|onwards?|forward)$/.test(item.word) && item !== items[1]);
  if (span) return { word: '~from', value: time };
  return tag('~since', { bound: 'since', from: time.from, start: time.start });
}

const tag = (
  word: string,
  when: { [K in 'from' | 'to' | 'start' | 'end']?: Day | undefined } & { bound: When['bound'] },
) => {
  const value: When = { kind: 'when', bound: when.bound };
  if (when.from) value.from = when.from;
  if (when.to) value.to = when.to;
  if (when.start) value.start = when.start;
  if (when.end) value.end = when.end;
  return { word, value };
};

const LENGTH = words(
  String.raw`(?:(?:expires|expiring|expire|ends|ending) )?(?:(?<in>in|within|after|in the next|within the next|for the next|next|over the next|the next) |(?:for|during|over|throughout) )?(?:the )?(?<n>\d+|an?|one|another) (?:- )?(?:more |extra |additional |further |full |calendar |whole |another )*${UNIT}(?<later> from (?:now|today)| later| after today)?`,
);
const HALF_YEAR = words('(?:for |during |over )?(?:half a year|half year|a half year)');
const FIRST = words(
  String.raw`(?:for |in |during |on )?(?:the |their |your |his |her )?(?:first|initial) (?:(?<n>\d+) )?(?<unit>month|year)s?`,
);

const FREE = words(
  String.raw`(?:for )?(?:(?<n>\d+)|an?|one|the first|their first|the) free (?<unit>month|year)s?`,
);

/** Tags lengths of time: "in 30 days" (`~in`), "for 3 months", "first month" (`~for`). */
export function readLengths(items: readonly Item[]): Item[] {
  const free = rewrite(items, FREE, (found) => ({ ...length(found, 'for'), word: '~free' }));
  const half = rewrite(free, HALF_YEAR, () => ({
    word: '~for',
    value: { kind: 'length', said: 'for', n: 6, unit: 'month' },
  }));
  const first = rewrite(half, FIRST, (found) => length(found, 'for'));
  return rewrite(first, LENGTH, (found) =>
    length(found, found.group('in') || found.group('later') ? 'in' : 'for'),
  );
}

function length({ group }: Found, said: Length['said']): Pick<Item, 'word' | 'value'> | undefined {
  const n = Number(group('n')) || 1;
  const hours = group('unit') === 'hour';
  const unit = hours ? 'day' : unitOf(group('unit'));
  if (!unit || n > 5000) return undefined;
  return { word: `~${said}`, value: { kind: 'length', said, n: hours ? Math.ceil(n / 24) : n, unit } };
}

const unitOf = (word: string): Length['unit'] | undefined =>
  word === 'day' || word === 'week' || word === 'month' || word === 'year' ? word : undefined;
