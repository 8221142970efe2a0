import type { CreateCoupon } from '../../abilities/createCoupon.js';
import type { Day } from './calendar.js';
import { lengthIn, limitsUse, monthsOf } from './couponDuration.js';
import type { Item, When } from './item.js';
import { back } from './spans.js';

const ENDS_AFTER = /(?:expires?|expiring|ends?|ending|invalid|dead|gone|off|void) ~after/;

/** Puts the last day into the terms; true when a start or a day gone by cannot be carried. */
export function readEnd(items: readonly Item[], text: string, terms: CreateCoupon, today: Day): boolean {
  const whens = items.flatMap((item) =>
    item.value?.kind === 'when' ? [{ word: item.word, when: item.value }] : [],
  );
  const starts = whens.some(({ word, when }) => startsLater(word, when, today, text));
  const end = whens.map(({ word, when }) => endOf(word, when, text)).find((day) => day !== undefined);
  const length = lengthIn(items, 'in') ?? lengthIn(items);
  if (end) terms.expires_on = end;
  else if (length && (length.said === 'in' || !monthsOf(length) || limitsUse(text)))
    terms.expires_on = back(today, -length.n, length.unit);
  if (terms.expires_on === undefined || terms.expires_on >= today) return starts;
  delete terms.expires_on;
  return true;
}

function startsLater(word: string, when: When, today: Day, text: string): boolean {
  if (when.bound === 'until' || (word === '~after' && ENDS_AFTER.test(text))) return false;
  if (when.bound === 'span' && word !== '~from' && word !== '~since' && when.start === when.end) return false;
  return (when.start ?? today) > today;
}

function endOf(word: string, when: When, text: string): Day | undefined {
  if (word === '~after') return ENDS_AFTER.test(text) ? when.end : undefined;
  return when.bound === 'since' || word === '~from' ? undefined : when.end;
}
