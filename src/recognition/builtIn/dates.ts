import type { Day } from './calendar.js';
import { EXACT, exactDay } from './exactDates.js';
import type { Item } from './item.js';
import { NAMED, namedTime, SINCE_A_TIME } from './namedDates.js';
import { tagged } from './reading.js';
import { type Found, rewrite, words } from './rewrite.js';
import { readShifts } from './shifts.js';

/** "may" is a month only where no verb can stand; then it is read as "mai". */
const MAY = words(
  `(?:(?<=(?:in|of|since|until|till|by|from|to|for|during|last|this|next|early|late|mid|through|before|after|whole|all|between|and|or|versus|month|week|half|quarter|[,:-]|\\d{1,4}|\\d{1,2}th) )may|may(?= (?:\\d|[,.;?!:]|'s|and |to |-))|may(?=$)|(?<=^)may(?= (?:charges|payments|refunds|transactions|sales|customers|coupons|vouchers)))(?! (?:i|we|you|he|she|it|they|be|not|have|do|see|use|redeem|only|also|a|an|the|my|our|approvers?|analysts?|marketing|support|anyone|everyone|~name))`,
);

/** Days with a name of their own are events, not weekdays. */
const MOVABLE = words(
  '(?:black|good|cyber|easter|palm|ash|fat|super) (?:friday|monday|sunday|saturday|tuesday|wednesday)',
);

/** Tags dates and periods: `~date` is one exact day, `~when` a day, week, month, quarter or year by its name.
 * `before` is the first day talked about before, if there was one: "the 15th" is of its month, "the week before" counts from it. */
export function readDates(items: readonly Item[], today: Day, before?: Day): Item[] {
  const steps = before ? readShifts(items) : items;
  const months = rewrite(steps, MAY, () => ({ word: 'mai' }));
  const plain = rewrite(months, MOVABLE, () => ({ word: 'holiday' }));
  const timed = rewrite(plain, SINCE_A_TIME, () => sinceToday(today));
  const dated = rewrite(timed, EXACT, (found) => tagged('~date', exactDay(found, today, before)));
  return rewrite(dated, NAMED, (found) => tagged('~when', namedTime(saidIn(found), today)));
}

const saidIn = ({ items }: Found): string => items.map((item) => item.word).join(' ');

const sinceToday = (today: Day): Pick<Item, 'word' | 'value'> => ({
  word: '~since',
  value: { kind: 'when', bound: 'since', from: today, start: today },
});
