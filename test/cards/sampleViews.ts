import * as mask from '../../src/masking/mask.js';
import type { Reading } from '../../src/masking/reading.js';
import { askButton } from '../../src/masking/talk.js';
import type { CardName, Masked, View } from '../../src/masking/views.js';
import { charge, coupon, customer, eu, main, promotionCode, reading, terms } from '../masking/facts.js';

/** What a person or a merchant could have typed into every field that is text. */
export interface Words {
  text: string;
  email: string;
}

const ten = Array.from({ length: 10 });
const cursor = 'c'.repeat(300);

function lists(
  { text, email }: Words,
  to: Reading,
): Record<'charges' | 'customers' | 'coupons' | 'audit', Masked> {
  const page = { question: { limit: 10 }, shownBefore: 0, more: 'yes', next: cursor } as const;
  const charges = ten.map((_, at) =>
    charge({
      name: text,
      email,
      amountRefunded: at % 3 ? 0 : 4000,
      failureCode: text,
      currency: at % 2 ? 'eur' : text,
    }),
  );
  const customers = ten.map(() => customer({ name: text, email, delinquent: true }));
  const codes = [promotionCode({ code: text }), promotionCode({ code: text, customer: 'cus_1' })];
  const coupons = ten.map((_, at) => coupon({ name: text, codes, valid: at % 2 === 0 }));
  const rows = ten.map(() => ({ at: to.now, who: text, role: text, what: text, outcome: text }));
  return {
    charges: mask.maskCharges({ ...page, rows: charges, counted: charges, customerAsked: text }, to),
    customers: mask.maskCustomers({ ...page, rows: customers, counted: customers, searched: text }, to),
    coupons: mask.maskCoupons({ ...page, rows: coupons, counted: coupons }, to),
    audit: mask.maskAudit({ ...page, rows }, to),
  };
}

function coupons({ text, email }: Words, to: Reading) {
  const lapsesAt = new Date(to.now.getTime() + 600_000);
  const worded = { ...terms, name: text, code: text, customer: 'cus_1', minPurchase: 5000, currency: 'eur' };
  const customerShown = mask.maskCustomerLabel(customer({ name: text, email }), to);
  const values = {
    percent_off: '15',
    name: text,
    code: text,
    customer: text,
    currency: text,
    expires_on: '2026-12-22',
  };
  return {
    couponForm: mask.maskCouponForm({ nonce: 'nonce', values, faults: { code: text }, lead: text }, to),
    couponReview: mask.maskCouponReview(
      { nonce: 'nonce', terms: worded, customerShown, lapsesAt, lead: text },
      to,
    ),
    couponApproval: mask.maskCouponApproval(
      { nonce: 'nonce', terms: worded, customerShown, lapsesAt, lead: text },
      to,
    ),
    couponRecord: mask.maskCouponRecord({ terms: worded, couponId: text, code: text, createdAt: to.now }, to),
  };
}

function talk({ text }: Words, to: Reading) {
  const buttons = [askButton(text), askButton('list coupons')];
  const can = {
    may: [text, 'see charges'],
    mayNot: [text],
    roles: [text],
    accounts: [main, eu],
    limits: [text],
  };
  return {
    welcome: mask.maskWelcome({ name: text, examples: [text] }),
    explain: mask.maskExplain({ term: text, meaning: text, related: [text], buttons }),
    permissions: mask.maskPermissions(can, to),
    help: mask.maskHelp({ groups: [{ title: text, examples: [text, text] }] }, to),
    notice: mask.maskNotice({ text, lines: [text], buttons }, to),
    accounts: mask.maskAccounts({ places: [main, { ...eu, label: text }], current: 'main', lead: text }, to),
  };
}

/** Every card there is, ten rows long where it has rows, with the same words in every field. */
export function sampleViews(words: Words, own: Partial<Reading> = {}): Record<CardName, Masked<View>> {
  const to = { ...reading, others: [{ ...eu, label: words.text }], ...own };
  const money = [
    { amount: -1200, currency: 'eur' },
    { amount: 5000, currency: 'jpy' },
  ];
  const customers = ten.map(() => customer({ name: words.text, email: words.email }));
  return {
    ...lists(words, to),
    ...coupons(words, to),
    ...talk(words, to),
    balance: mask.maskBalance({ balance: { available: money, pending: money } }, to),
    customerChoice: mask.maskCustomerChoice({ asked: words.text, customers, resume: cursor }, to),
    takenBack: mask.maskTakenBack({ kind: words.text, id: cursor }),
  };
}
