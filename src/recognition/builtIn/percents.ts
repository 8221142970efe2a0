import type { Item } from './item.js';
import { type Found, rewrite, words } from './rewrite.js';

const PERCENT = words(
  String.raw`(?<n>\d+(?:\.\d+)?)(?: -)? (?:%|percent|percentage|per cent)|half (?:off|price|the price)|(?:halves|halve|halving|halved)(?: (?:the|its|their|all))?(?: (?:price|prices|cost|bill))?|(?:percent|percentage) (?:: )?(?<after>\d+(?:\.\d+)?)(?! percent)|(?<quarter>quarter off|quarter of the price)`,
);

const EITHER = words(
  String.raw`(?:(?:between|from|either) )?\d+(?:\.\d+)?(?: (?:%|percent))? (?:and|to|or|-) (?:maybe )?\d+(?:\.\d+)? (?:%|percent)(?! off (?:and|coupon and))`,
);

/** Tags percentages: "12,5 %", "thirty percent", "half off". */
export const readPercents = (items: readonly Item[]): Item[] =>
  rewrite(rewrite(items, EITHER, eitherOf), PERCENT, ({ group }) => {
    const said = group('n') || group('after');
    const n = said ? Number(said) : group('quarter') ? 25 : 50;
    return { word: '~pct', value: { kind: 'percent', n } };
  });

/** Two percentages and a choice between them are none: "10 or 15%". "10% and 15%" are two. */
const eitherOf = ({ items }: Found) =>
  items.some((item) => item.word === 'and') && items[0]?.word !== 'between' ? undefined : { word: '~either' };
