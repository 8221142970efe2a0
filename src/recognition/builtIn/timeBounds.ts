import { addDays, type Day } from './calendar.js';
import type { Item, When } from './item.js';
import { type Found, rewrite, words } from './rewrite.js';

const TIME = '(?:~date|~when)';
const BOUND = words(
  `(?<since>since|starting|starts|start|beginning|begins|as of|from|valid from|on or after|effective|as from) (?:on |from )?(?:the )?(?:~date|~when(?= (?:on|onwards?|forward)|$| [,.?!;]))(?: (?:on|onwards?|forward))?|` +
    `since ~when|(?:starting|starts|beginning|begins|starting from) ~when|` +
    `(?<onward>~when|~date) (?:on|onwards?|forward|and later|and after|or later|and newer)(?= [,.?!;)]|$)|` +
    `(?<until>until|till|up to|up until|(?<!(?:go|goes|went|gone|going|come|came|get|got) )(?:through|thru)|by|not after|no later than|(?<!(?:compared|relative|similar|next) )to|til|expires|expiring|expire|ends|ending|ended by|valid until|up till|ends on|expiry|expires on) (?:and including )?(?:on |the |at |at the )*${TIME}|` +
    `(?<after>after) ${TIME}|(?<before>before|prior to|earlier than|older than|ahead of) ${TIME}`,
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
