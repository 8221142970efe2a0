import type { Stretch } from './span.js';

/** Digits that stand together, and where. */
export interface Group extends Stretch {
  digits: string;
  /** A comma with a blank before it, as in a list of several numbers. */
  listed: boolean;
}

/** What may stand between two groups of one number: a few marks or blanks; no letter, no sign of money or percent. */
const between = /^[^\p{L}\p{N}\p{Sc}%]+$/u;
const longestGap = 5;

/** The digits of a folded text, those as one run that only marks or blanks part. Days, times of day and UUIDs part runs. */
export function digitRuns(text: string): Group[][] {
  const runs: Group[][] = [];
  let end = -1;
  for (const match of withoutCalendar(text).matchAll(/\d+/g)) {
    const start = match.index;
    const gap = start - end > longestGap ? '' : text.slice(end, start);
    const group = { digits: match[0], start, end: start + match[0].length, listed: /[,;] /.test(gap) };
    const run = runs.at(-1);
    if (run && between.test(gap)) run.push(group);
    else runs.push([group]);
    end = group.end;
  }
  return runs;
}

const calendar = new RegExp(
  [
    String.raw`(?<![\d][-/.]?)(?:19|20)\d\d([-/.])(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12]\d|3[01])(?![-/.]?\d)`,
    String.raw`(?<![\d][-/.]?)(?:0?[1-9]|[12]\d|3[01])([-/.])(?:0?[1-9]|[12]\d|3[01])\2(?:19|20)\d\d(?![-/.]?\d)`,
    String.raw`(?<![\da-f-])[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}(?![\da-f-])`,
    String.raw`(?<![\d]:?)(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?!:?\d)`,
  ].join('|'),
  'g',
);

/** The text with days, times of day and UUIDs crossed out, every other character in its place. */
export const withoutCalendar = (text: string): string =>
  text.replace(calendar, (found) => 'x'.repeat(found.length));

/** "1 2 3 4", "2024 2025 2026": a list that counts on, no number in groups. */
export function countsOn(groups: readonly Group[]): boolean {
  return (
    groups.length > 2 &&
    groups.every(({ digits }, at) => at === 0 || Number(digits) === Number(groups[at - 1]?.digits) + 1)
  );
}
