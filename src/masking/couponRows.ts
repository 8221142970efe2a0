import type { CouponFacts, PromotionCodeFacts } from '../stripe/facts.js';
import { discountWords, durationWords } from './couponTerms.js';
import { statusWord, useLine, useOf, whyOver } from './couponUse.js';
import { maskCode, maskFreeText } from './masks.js';
import type { Reading } from './reading.js';
import type { Row } from './views.js';

/** One coupon of a list: its discount, its codes and name, its uses and end, whether it is valid. */
export function couponRow(coupon: CouponFacts, reading: Reading): Row {
  const use = useOf(coupon);
  return {
    title: couponTitle(coupon, reading.locale),
    lines: [codeLine(coupon), useLine(use, reading)],
    status: [statusWord(coupon.valid, whyOver(use, reading) ?? 'in Stripe')],
  };
}

/** "25 % off, for 3 months" */
export function couponTitle(coupon: CouponFacts, locale: string): string {
  const { percentOff, amountOff, currency } = coupon;
  return [discountWords({ percentOff, amountOff, currency }, locale), durationWords(coupon)]
    .filter(Boolean)
    .join(', ');
}

/** "SPRING20, SUMMER20 (ended) · Spring sale": three codes at most, and the coupon's name. */
export function codeLine({ name, codes, moreCodes, valid }: CouponFacts): string {
  const shown = codes.slice(0, 3).map((code) => codeWords(code, valid));
  const left = codes.length - shown.length;
  const more = moreCodes ? [`more than ${left} more`] : [`${left} more`];
  const words = codes.length > 0 ? [...shown, ...(left > 0 ? more : [])].join(', ') : 'no code';
  return [words, maskFreeText(name)].filter(Boolean).join(' · ');
}

function codeWords({ code, customer, active }: PromotionCodeFacts, couponValid: boolean): string {
  const notes = [customer !== null ? 'one customer' : '', couponValid && !active ? 'ended' : ''].filter(
    Boolean,
  );
  return `${maskCode(code, customer !== null)}${notes.length > 0 ? ` (${notes.join(', ')})` : ''}`;
}
