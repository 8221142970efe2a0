/** Months as rules read them: "may" is a verb until it is known to be the month "mai". */
export const MONTHS =
  'january february march april mai june july august september october november december'.split(' ');
/** Days of the week, Monday first. */
export const WEEKDAYS = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ');
/** Any month, as a pattern. */
export const MONTH = `(?:${MONTHS.join('|')})`;
/** Any day of the week, as a pattern. */
export const WEEKDAY = `(?:${WEEKDAYS.join('|')})`;
