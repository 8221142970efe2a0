import type { CouponFacts } from '../stripe/facts.js';
import { askedCodeWords } from './askedCode.js';
import { couponRow } from './couponRows.js';
import { inert } from './escape.js';
import { formatNumber } from './format.js';
import { listView, type Page } from './listing.js';
import { periodWords } from './period.js';
import type { CouponsQuestion } from './questions.js';
import type { Reading } from './reading.js';
import type { ListView } from './views.js';

/** Coupons that were found for a question, each with its promotion codes. */
export interface FoundCoupons extends Page<CouponFacts> {
  question: CouponsQuestion;
}

/** The coupons card before it is minted. */
export function couponsView(found: FoundCoupons, reading: Reading): ListView<'coupons'> {
  const { code } = found.question;
  const said = code === undefined ? listWords(found, reading) : askedCodeWords({ ...found, code }, reading);
  return listView('coupons', said, found, reading);
}

function listWords(found: FoundCoupons, reading: Reading) {
  const { counted, rows } = found;
  return {
    headline: headline(found, reading),
    answer: counted.length > 0 ? countLine(counted, reading.locale) : noneFound(found, reading),
    rows: rows.map((coupon) => couponRow(coupon, reading)),
  };
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

function headline(found: FoundCoupons, reading: Reading): string {
  const { question, counted } = found;
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
  return `No ${subject(found, reading)}, in ${inert(reading.place.label)}.`;
}
