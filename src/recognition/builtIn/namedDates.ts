import { addDays, type Day } from './calendar.js';
import { MONTH, WEEKDAY } from './dateWords.js';
import { FEAST, feastDay } from './feasts.js';
import {
  edge,
  month,
  numberedWeek,
  partOfMonth,
  period,
  quarter,
  weekday,
  weekend,
} from './namedReadings.js';
import type { Reading } from './reading.js';
import { words } from './rewrite.js';
import { back, one } from './spans.js';

const PERIOD = '(?:week|month|quarter|year)';
const QUARTER = '(?:q[1-4]|(?:first|second|third|fourth) quarter)';
const PART = '(?: morning| afternoon| evening| night| noon)?';
const CLOCK = String.raw`(?:\d{1,2} : \d\d(?: (?:am|pm))?|\d{1,2} (?:am|pm|o'clock|oclock|hrs)|noon|midnight|lunch|lunchtime|breakfast|this morning|the morning)`;

/** Days and periods with a name: "yesterday", "last week", "Q4", "end of next month", "on Friday", "in December". */
export const NAMED = words(
  `(?:(?:in|on|of|during|for|from|over|at|throughout|across) )?(?:the )?(?:` +
    [
      `(?:first|last) (?:week|half) of (?:the )?(?:${MONTH}|month)|day before yesterday|day after tomorrow|(?:so far |earlier |later )?today${PART}(?: so far| only)?|tonight|this (?:morning|afternoon|evening|noon)|(?<=(?:until|till|to|til) )(?:now|the present)|(?<=(?:until|till|to|til|by|before) )midnight`,
      `yesterday${PART}|last night|tomorrow${PART}|${FEAST}`,
      `(?:so far )?(?:this|current|running|present|ongoing)(?: calendar| business| whole)? ${PERIOD}(?: so far| to date)?|(?:week|month|quarter|year) (?:so far|to date)|(?:calendar )?(?:week|cw|kw) \\d{1,2}|mtd|ytd|qtd|wtd`,
      `(?:last|previous|prior|past full|last full|preceding|last complete|whole of last|all of last|entire last|whole last|full last)(?: calendar| business)? ${PERIOD}|(?:next|coming|following)(?: calendar)? ${PERIOD}`,
      `${PERIOD} before last|(?:week|month|quarter|year) before(?= ~none| (?:[,.?!;:]|'s|and)|$)`,
      `(?:last |past |this |this past |previous |coming |whole )?weekend`,
      `(?:end|last day) of (?:the |this |next |coming )?(?:business )?(?:day|week|month|quarter|year|weekend|${MONTH}|${QUARTER})|(?:month|year|quarter|week) (?:- )?end|eom|eoy|eod|eow`,
      `(?:rest|remainder) of (?:the |this )?(?:week|month|quarter|year)|(?:start|beginning|first day|first) of (?:the |this |last |next )?(?:week|month|quarter|year|${MONTH})`,
      String.raw`(?:q|quarter )[1-4](?: (?:of |in )?(?:20\d\d|last year))?(?: so far)?|(?:first|second|third|fourth|last) quarter of (?:20\d\d|last year)|(?:first|second|third|fourth) quarter`,
      String.raw`(?:\d+|an?) (?:day|week|month|year|hour|minute)s? (?:ago|back)`,
      `(?:last |this |next |coming |past |this past |this coming |previous |whole )?${WEEKDAY}${PART}|${WEEKDAY} (?:last|next|this|of last|of next|of this) week`,
      String.raw`(?:last |this |next |past |whole |month of |whole of |all of |entire |full month of |early |late )?${MONTH}(?: (?:of )?20\d\d| last year| this year)?(?: so far)?|(?<=(?:in|during|of|since|for|from|over|all|year|until|before|after|whole|entire) )20[012]\d`,
    ].join('|') +
    `)`,
);

/** A time of day within today: "since 9 am", "from noon till now". */
export const SINCE_A_TIME = words(
  `(?:since|from|after) (?:about |around )?${CLOCK}(?: (?:today|till now|until now|to now|on|onwards?))*`,
);

const DAYS: Record<string, number> = {
  'day before yesterday': -2,
  'day after tomorrow': 2,
  'last night': -1,
};
const TODAY =
  /today|tonight|this (?:morning|afternoon|evening|noon)|^(?:now|midnight|the present|present)$|eod|end of (?:the |this )?(?:business )?day/;

/** Reads a named day or period as it is said, without "in the". */
export function namedTime(said: string, today: Day): Reading | undefined {
  const phrase = said
    .replace(/^(?:in|on|of|during|for|from|over|at|throughout|across) /, '')
    .replace(/^the /, '');
  const shift = DAYS[phrase] ?? (/^yesterday/.test(phrase) ? -1 : /^tomorrow/.test(phrase) ? 1 : undefined);
  if (shift !== undefined) return { past: one(addDays(today, shift)) };
  if (TODAY.test(phrase)) return { past: one(today) };
  if (/(?:hour|minute)s? (?:ago|back)$/.test(phrase)) return { past: one(today) };
  const ago = /^(\d+|an?) (day|week|month|year)s? (?:ago|back)$/.exec(phrase);
  const week = /(?:week|cw|kw) (\d{1,2})$/.exec(phrase)?.[1];
  if (week) return numberedWeek(Number(week), today);
  if (ago) return { past: one(back(today, Number(ago[1]) || 1, ago[2] ?? 'day')) };
  return (
    feastDay(phrase, today) ??
    partOfMonth(phrase, today) ??
    edge(phrase, today) ??
    weekend(phrase, today) ??
    weekday(phrase, today) ??
    quarter(phrase, today) ??
    month(phrase, today) ??
    period(phrase, today)
  );
}
