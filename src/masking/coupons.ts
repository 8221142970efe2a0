import type { CouponFacts, PromotionCodeFacts } from '../stripe/facts.js';
import { discountWords, durationWords } from './couponTerms.js';
import { inert } from './escape.js';
import { formatDay, formatNumber } from './format.js';
import { listView, type Page } from './listing.js';
import { maskCode, maskFreeText } from './masks.js';
import { periodWords } from './period.js';
import type { CouponsQuestion } from './questions.js';
import type { Reading } from './reading.js';
import type { ListView, Row } from './views.js';

/** Coupons that were found for a question, each with its promotion codes. */
export interface FoundCoupons extends Page<CouponFacts> {
  question: CouponsQuestion;
}

/** The coupons card before it is minted. */
export function couponsView(found: FoundCoupons, reading: Reading): ListView<'coupons'> {
  const { counted, rows } = found;
  const said = {
    headline: headline(found, reading),
    answer: counted.length > 0 ? countLine(counted, reading.locale) : noneFound(found, reading),
    rows: rows.map((coupon) => couponRow(coupon, reading)),
  };
  return listView('coupons', said, found, reading);
}

function countLine(coupons: readonly CouponFacts[], locale: string): string {
  const valid = coupons.filter((coupon) => coupon.valid).length;
  const words = [
    [valid, 'valid'],
    [coupons.length - valid, 'ended'],
  ] as const;
  return words
    .flatMap(([count, word]) => (count > 0 ? `${formatNumber(count, locale)} ${word}` : []))
    .join(' · ');
}

function couponRow(coupon: CouponFacts, reading: Reading): Row {
  const { percentOff, amountOff, currency } = coupon;
  const discount = discountWords({ percentOff, amountOff, currency }, reading.locale);
  return {
    title: [discount, durationWords(coupon)].filter(Boolean).join(', '),
    lines: [codeLine(coupon), useLine(coupon, reading)].filter(Boolean),
    status: [
      coupon.valid
        ? { word: 'Valid', color: 'good' }
        : { word: `Ended: ${whyEnded(coupon, reading)}`, color: 'default' },
    ],
  };
}

function codeLine({ name, codes, valid }: CouponFacts): string {
  const shown = codes.slice(0, 3).map((code) => codeWords(code, valid));
  const more = codes.length > shown.length ? [`${codes.length - shown.length} more`] : [];
  const words = codes.length > 0 ? [...shown, ...more].join(', ') : 'no code';
  return [words, maskFreeText(name)].filter(Boolean).join(' · ');
}

function codeWords({ code, customer, active }: PromotionCodeFacts, couponValid: boolean): string {
  const notes = [customer !== null ? 'one customer' : '', couponValid && !active ? 'ended' : ''].filter(
    Boolean,
  );
  return `${maskCode(code, customer !== null)}${notes.length > 0 ? ` (${notes.join(', ')})` : ''}`;
}

function useLine(coupon: CouponFacts, reading: Reading): string {
  const { redeemBy } = coupon;
  const until = redeemBy === null ? 'no end date' : `until ${formatDay(redeemBy, reading)}`;
  return `${usedWords(coupon, reading.locale)} · ${until}`;
}

function usedWords({ timesRedeemed: used, maxRedemptions: most }: CouponFacts, locale: string): string {
  if (most !== null) return `used ${formatNumber(used, locale)} of ${formatNumber(most, locale)}`;
  if (used === 0) return 'not used yet';
  return used === 1 ? 'used once' : `used ${formatNumber(used, locale)} times`;
}

function whyEnded({ redeemBy, maxRedemptions, timesRedeemed }: CouponFacts, { now }: Reading): string {
  if (redeemBy !== null && redeemBy * 1000 <= now.getTime()) return 'expired';
  return maxRedemptions !== null && timesRedeemed >= maxRedemptions ? 'used up' : 'deleted';
}

function headline(found: FoundCoupons, reading: Reading): string {
  const { question, counted } = found;
  if (question.code) return `Coupons with code ${askedCode(found)}`;
  const limited = question.limit !== undefined && counted.length > 0;
  const number = counted.length > 1 ? `${counted.length} ` : '';
  const words = limited ? `last ${number}${subject(found, reading)}` : subject(found, reading);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function subject({ question, counted }: FoundCoupons, reading: Reading): string {
  const standing = question.valid === undefined ? '' : question.valid ? 'valid ' : 'ended ';
  const noun = counted.length === 1 && question.limit !== undefined ? 'coupon' : 'coupons';
  return `${standing}${noun}${periodWords(question, reading)}`;
}

function noneFound(found: FoundCoupons, reading: Reading): string {
  const inPlace = `in ${inert(reading.place.label)}`;
  if (found.question.code) return `No coupon has the code ${askedCode(found)}, ${inPlace}.`;
  return `No ${subject(found, reading)}, ${inPlace}.`;
}

/** The code as it was typed, but not if it turned out to be one customer's. */
function askedCode({ question, counted }: FoundCoupons): string {
  const asked = question.code ?? '';
  const same = ({ code, customer }: PromotionCodeFacts) =>
    customer !== null && code.toLowerCase() === asked.toLowerCase();
  return counted.some(({ codes }) => codes.some(same)) ? maskCode(asked, true) : maskFreeText(asked);
}
