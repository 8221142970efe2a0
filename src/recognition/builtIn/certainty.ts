import type { Step } from '../plan.js';
import { ABBREVIATIONS } from './abbreviations.js';
import type { Clause } from './clauses.js';
import type { Asked, Frame } from './frame.js';
import type { Item } from './item.js';
import { fold } from './tokenise.js';

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Words that add nothing to what is asked. */
const COURTESY = set(
  'please thanks thank you hi hello hey good morning afternoon and also then now me us just can could would i want need to like see',
);
const SHOWING = set(
  'show list give get display view find fetch the a an of our all in on for from by with last latest newest most recent look up pull tell check some few several total is are there any what which how many did do we have has were was been had',
);
const TIMES = set('~when ~date ~range ~since ~until');

/** For each kind the words that may be said about it: where no other word stands, no meaning can be left over.
 * A coupon is never certain: what is to be created is worth a second opinion. */
const PLAIN: Partial<Record<Asked, ReadonlySet<string>>> = {
  list_charges: set(
    `charge charges payment payments transaction transactions refunds disputes chargebacks failed declined pending refunded disputed
     successful succeeded completed contested bounced 's ~cur ~min ~bound ~name ~mail ~cus ~charge made paid`,
  ),
  list_customers: set(
    `customer customers client clients signups new registered signed up joined who ~mail ~cus`,
  ),
  list_coupons: set(
    `coupon coupons voucher vouchers promo code codes discount discounts rebates active valid expired does still work it created made ~code`,
  ),
  show_balance: set(
    'balance balances funds our available pending how much money we have do account stripe current ~cur',
  ),
  show_audit: set('audit log logs trail entries who used this bot the did what'),
  show_permissions: set('what am i allowed to do my permissions role permission may do here is'),
  help: set('help what can you do how does this work'),
  explain: set(
    'what is a an does mean explain the charge refund dispute chargeback payout coupon voucher pending succeeded failed disputed refunded balance available promo code promotion authorization',
  ),
};
const DATED: ReadonlySet<Asked | undefined> = new Set([
  'list_charges',
  'list_customers',
  'list_coupons',
  'show_audit',
]);
const SHOWN: ReadonlySet<Asked | undefined> = new Set([...DATED, 'show_balance']);
/** Stages that change the sense of what was typed; what they make is worth a second opinion. */
const DOUBTFUL = set('other_language quoted_text correction amount_put_right spoken_day range_of_days');
const MOST_FRAMES = 3;

/** What was made of a sentence. */
interface Read {
  frames: readonly Frame[];
  items: readonly Item[];
  rules: readonly string[];
  steps: readonly Step[];
}

/**
 * Whether a sentence is so plain that no other reading comes near: every word is accounted for, nothing is misspelt, taken
 * back, quoted or left over. Conservative: what it lets pass was right in 99 of 100 labelled sentences and more.
 */
export function isPlain({ frames, items, rules, steps }: Read): boolean {
  const asked = frames.filter(({ asks }) => asks);
  return (
    steps.every(({ do: does }) => does !== 'clarify' && does !== 'refuse') &&
    asked.length > 0 &&
    asked.length <= MOST_FRAMES &&
    !rules.some((rule) => DOUBTFUL.has(rule.replaceAll(' ', '_'))) &&
    items.every((item) => isAsTyped(item) && !hasTwoReadings(item)) &&
    frames.every(isPlainFrame)
  );
}

/** "3/4" is a day of March or of April, and "next Friday" one of two. */
const hasTwoReadings = ({ raw, value }: Item): boolean =>
  value?.kind === 'when' && /\d\/\d|\bnext \w+day\b|\bq[1-4]\b|\bquarter\b/i.test(raw);

/** A number between words counts rows; beside a time or a currency it could be part of it. */
const counts = (before: Item | undefined, after: Item | undefined): boolean =>
  !/^~(?!called)/.test(before?.word ?? '') && after?.word !== '~cur';

/** Neither mended nor guessed: the word as it was typed, a known short form, or a tagged value. */
const isAsTyped = ({ word, raw, value, glued }: Item): boolean =>
  word.startsWith('~') ||
  value !== undefined ||
  raw === '' ||
  (glued === true && /^['-]/.test(raw)) ||
  fold(raw) === word ||
  ABBREVIATIONS.has(fold(raw)) ||
  fold(raw).startsWith(word);

function isPlainFrame({ asks, clauses, slots, bare }: Frame): boolean {
  const words = asks ? PLAIN[asks] : COURTESY;
  if (!words || bare || slots.whens.length > 1 || slots.customers.length > 1) return false;
  if (slots.statuses.length > 1 || slots.currencies.length > 1 || slots.percents.length > 1) return false;
  return clauses.every((clause) => isPlainClause(clause, asks, words));
}

function isPlainClause(
  { items, joint }: Clause,
  asks: Asked | undefined,
  words: ReadonlySet<string>,
): boolean {
  if (/^(?:or|but|:|then)$/.test(joint)) return false;
  const numbers = items.filter(({ value }) => value?.kind === 'number').length;
  return (
    numbers <= 1 &&
    items.every((item, at) => item.value?.kind !== 'number' || counts(items[at - 1], items[at + 1])) &&
    items.every(
      ({ word }) =>
        words.has(word) ||
        COURTESY.has(word) ||
        /^\d+$/.test(word) ||
        (SHOWN.has(asks) && SHOWING.has(word)) ||
        (DATED.has(asks) && TIMES.has(word)),
    )
  );
}
