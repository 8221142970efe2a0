import { readBounds } from './amountBounds.js';
import { readAmounts } from './amounts.js';
import { readCodes } from './codes.js';
import { correct } from './corrections.js';
import { readDates } from './dates.js';
import { gloss } from './foreign.js';
import { readCalled } from './givenNames.js';
import { type Item, textOf } from './item.js';
import { readLengths } from './lengths.js';
import { isKnown } from './mend.js';
import { readCurrencies } from './money.js';
import { readNames } from './names.js';
import { normalise } from './normalise.js';
import { readSpokenNumbers } from './numbers.js';
import { readSpokenOrdinals } from './ordinals.js';
import { readPercents } from './percents.js';
import { quotesSomebody, readQuotes } from './quotes.js';
import { readRanges } from './ranges.js';
import { readRolling } from './rolling.js';
import { tidy } from './tidy.js';
import { readBoundsOfTime } from './timeBounds.js';

/** More than this is not read: nobody asks in so many characters, and it bounds the work. */
const MOST_CHARACTERS = 6000;

/** The day that times count from, and the first day talked about before, if there was one. */
export interface Calendar {
  today: string;
  before?: string | undefined;
}

type Stage = (items: readonly Item[], calendar: Calendar) => Item[];

/** Each stage takes what the ones before have left; its name is a rule that fired when it changed something. */
const STAGES: [string, Stage][] = [
  ['other language', (items) => gloss(items, isKnown)],
  ['spelling', normalise],
  ['given name', readCalled],
  ['person', readNames],
  ['code', readCodes],
  ['spoken day', readSpokenOrdinals],
  ['spoken number', readSpokenNumbers],
  ['currency', readCurrencies],
  ['amount', readAmounts],
  ['percentage', readPercents],
  ['rolling period', (items, { today }) => readRolling(items, today)],
  ['date', (items, { today, before }) => readDates(items, today, before)],
  ['range of days', (items, { today }) => readRanges(items, today)],
  ['bound of time', readBoundsOfTime],
  ['length of time', readLengths],
  ['amount put right', correct],
  ['bound of amount', readBounds],
  ['correction', correct],
];

/** From what was typed to tagged items, with the names of the stages that found something. */
export function readItems(text: string, calendar: Calendar): { items: Item[]; rules: string[] } {
  const cut = tidy(text.slice(0, MOST_CHARACTERS));
  const rules: string[] = [];
  let items = readQuotes(cut);
  if (quotesSomebody(cut) || items.some(({ word }) => word === '~data' || word === '~quote'))
    rules.push('quoted text');
  for (const [name, read] of STAGES) {
    const next = read(items, calendar);
    if (textOf(next) !== textOf(items)) rules.push(name);
    items = next;
  }
  return { items, rules };
}
