import type { CouponFacts, PromotionCodeFacts } from '../stripe/facts.js';
import { codeLine, couponRow, couponTitle } from './couponRows.js';
import { statusWord, type Use, useLine, useOf, whyOver } from './couponUse.js';
import { inert } from './escape.js';
import { formatAmount, formatDay } from './format.js';
import { maskCode, maskFreeText } from './masks.js';
import type { Reading } from './reading.js';
import type { Row } from './views.js';

/** A code with the coupon it stands for. */
interface Coded {
  code: PromotionCodeFacts;
  coupon: CouponFacts;
}

/** Coupons that answer to a code that was typed. */
interface Found {
  code: string;
  rows: readonly CouponFacts[];
  counted: readonly CouponFacts[];
}

/** What a coupons card says when one code was asked about: whether it works, and why not. */
export function askedCodeWords({ code: asked, ...found }: Found, reading: Reading) {
  const matching = found.counted.flatMap((coupon) => codesOf(coupon, asked));
  const bound = matching.some(({ code }) => code.customer !== null);
  const shown = bound ? maskCode(asked, true) : maskFreeText(asked);
  const isId = matching.length === 0 && found.counted.length > 0;
  return {
    headline: `${isId ? 'Coupon' : 'Code'} ${shown}`,
    answer: answerTo(shown, { matching, isId }, reading),
    rows: found.rows.flatMap((coupon) =>
      isId ? couponRow(coupon, reading) : codesOf(coupon, asked).map((coded) => codeRow(coded, reading)),
    ),
  };
}

function codesOf(coupon: CouponFacts, asked: string): Coded[] {
  const same = coupon.codes.filter(({ code }) => code.toLowerCase() === asked.toLowerCase());
  return same.map((code) => ({ code, coupon }));
}

function answerTo(
  shown: string,
  { matching, isId }: { matching: Coded[]; isId: boolean },
  reading: Reading,
): string {
  if (isId) return `${shown} is the id of a coupon, not a code that customers type.`;
  const [first] = matching;
  if (first === undefined)
    return `No coupon in ${inert(reading.place.label)} has the code ${shown}. Check how it is written, or list the coupons.`;
  const working = matching.find(works);
  if (working) return `${shown} works${conditions(working.code, reading)}.`;
  return `${shown} does not work any more: ${whyWords(first, reading)}.`;
}

function works({ code, coupon }: Coded): boolean {
  return code.active && coupon.valid;
}

/** Who may use it and from which amount on: ", for first-time customers, on orders from $20.00". */
function conditions(code: PromotionCodeFacts, { locale }: Reading): string {
  const { customer, firstTimeOnly, minimumAmount, minimumAmountCurrency } = code;
  const least =
    minimumAmount === null
      ? ''
      : `on orders from ${formatAmount(minimumAmount, minimumAmountCurrency ?? '', locale)}`;
  return [customer === null ? '' : 'for one customer', firstTimeOnly ? 'for first-time customers' : '', least]
    .filter(Boolean)
    .map((each) => `, ${each}`)
    .join('');
}

/** The code's own uses; the end is whichever comes first, its own or the coupon's. */
function useOfCode({ code, coupon }: Coded): Use {
  const ends = [code.expiresAt, coupon.redeemBy].filter((end) => end !== null);
  const { timesRedeemed, maxRedemptions } = code;
  return { timesRedeemed, maxRedemptions, endsAt: ends.length === 0 ? null : Math.min(...ends) };
}

function whyWords(coded: Coded, reading: Reading): string {
  const { endsAt } = useOfCode(coded);
  const why = whyEnded(coded, reading);
  if (why === 'expired' && endsAt !== null) return `it expired on ${formatDay(endsAt, reading)}`;
  return why === 'used up' ? 'it is used up' : 'it was switched off in Stripe';
}

function whyEnded(coded: Coded, reading: Reading): string {
  return whyOver(useOfCode(coded), reading) ?? whyOver(useOf(coded.coupon), reading) ?? 'switched off';
}

function codeRow(coded: Coded, reading: Reading): Row {
  const coupon = { ...coded.coupon, codes: [coded.code], moreCodes: false };
  return {
    title: couponTitle(coupon, reading.locale),
    lines: [codeLine(coupon), useLine(useOfCode(coded), reading)],
    status: [statusWord(works(coded), whyEnded(coded, reading))],
  };
}
