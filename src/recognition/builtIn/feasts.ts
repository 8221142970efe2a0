import type { Day } from './calendar.js';
import { datedDay } from './exactDates.js';
import type { Reading } from './reading.js';

const FEASTS: [RegExp, { month: number; date: number }][] = [
  [/^new years? (?:'s )?eve$/, { month: 12, date: 31 }],
  [/^new years?(?: 's)?(?: day)?$/, { month: 1, date: 1 }],
  [/^(?:christmas|xmas) eve$/, { month: 12, date: 24 }],
  [/^(?:christmas|xmas)(?: day)?$/, { month: 12, date: 25 }],
  [/^boxing day$/, { month: 12, date: 26 }],
  [/^valentines?(?: 's)?(?: day)?$/, { month: 2, date: 14 }],
  [/^halloween$/, { month: 10, date: 31 }],
];

/** Feasts of a fixed date, as a pattern. */
export const FEAST =
  "new years? (?:'s )?eve|new years?(?: 's)?(?: day)?|(?:christmas|xmas) eve|christmas day|(?<=(?:until|till|by|since|before|after|through|on|from|til) )(?:christmas|xmas)|boxing day|valentines?(?: 's)? day|halloween(?= ~none|$| [,.;!?])";

/** The day of a feast of a fixed date. */
export function feastDay(phrase: string, today: Day): Reading | undefined {
  const found = FEASTS.find(([pattern]) => pattern.test(phrase));
  return found && datedDay({ ...found[1], year: 0 }, today);
}
