import type { Item, Length } from './item.js';
import { type Found, rewrite, words } from './rewrite.js';

const UNIT = '(?<unit>day|week|month|year|hour|minute)s?';
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
