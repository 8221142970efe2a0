import { mainStore } from '../../src/demo/stripe/data/mainStore.js';
import { maskBalance, maskCharges, maskCoupons, maskCustomers } from '../../src/masking/mask.js';
import type { Detail, Reading } from '../../src/masking/reading.js';
import type { CouponFacts, PromotionCodeFacts } from '../../src/stripe/facts.js';
import { balance } from '../../src/stripe/leaves/balance.js';
import { charge } from '../../src/stripe/leaves/charge.js';
import { coupon } from '../../src/stripe/leaves/coupon.js';
import { customer } from '../../src/stripe/leaves/customer.js';
import { promotionCode } from '../../src/stripe/leaves/promotionCode.js';
import type { Kind } from './leaves.js';

const now = 1_795_352_700;
const store = mainStore(now);
const firstCharge = store.charges.at(-1);
const bound = { customer: null, active: true, expires_at: null, max_redemptions: null };

/** What the bot does with a kind of object: one as Stripe sends it, what is taken of it, and what a card makes of that. */
export interface Handling {
  raw: object;
  taken: (raw: unknown) => object;
  /** The rows; what stands above them where those say nothing. */
  shown: (raw: unknown, detail: Detail) => readonly unknown[];
}

const page = { question: {}, shownBefore: 0, more: 'no' } as const;

const readingOf = (detail: Detail): Reading => ({
  place: { id: 'main', label: 'Main store', mode: 'test' },
  others: [],
  detail,
  zone: 'UTC',
  locale: 'en-US',
  now: new Date(now * 1000),
});

const ofCoupons = (facts: CouponFacts, detail: Detail, code?: PromotionCodeFacts) =>
  maskCoupons(
    { ...page, question: code ? { code: code.code } : {}, rows: [facts], counted: [facts] },
    readingOf(detail),
  );

const plainCoupon = { ...store.coupons[0], valid: true, redeem_by: null };

/** The five kinds of objects that the bot reads. */
export const handlings: Record<Kind, Handling> = {
  charge: {
    raw: { ...firstCharge, status: 'succeeded', amount: 12_000, amount_refunded: 0, captured: true },
    taken: (raw) => charge.parse(raw),
    shown: (raw, detail) => {
      const rows = [charge.parse(raw)];
      return [maskCharges({ ...page, rows, counted: rows }, readingOf(detail)).rows];
    },
  },
  customer: {
    raw: { ...store.customers[0] },
    taken: (raw) => customer.parse(raw),
    shown: (raw, detail) => {
      const rows = [customer.parse(raw)];
      return [maskCustomers({ ...page, rows, counted: rows }, readingOf(detail)).rows];
    },
  },
  coupon: {
    raw: plainCoupon,
    taken: (raw) => coupon.parse(raw),
    shown: (raw, detail) => [ofCoupons(coupon.parse(raw), detail).rows],
  },
  promotion_code: {
    raw: { ...store.promotionCodes[0], ...bound },
    taken: (raw) => promotionCode.parse(raw),
    shown: (raw, detail) => {
      const code = promotionCode.parse(raw);
      const facts = { ...coupon.parse(plainCoupon), codes: [code] };
      const { answer, rows } = ofCoupons(facts, detail, code);
      return [rows, answer];
    },
  },
  balance: {
    raw: store.balance,
    taken: (raw) => balance.parse(raw),
    shown: (raw, detail) => [maskBalance({ balance: balance.parse(raw) }, readingOf(detail)).rows],
  },
};
