import { expect } from 'chai';
import { describeTerms } from '../../src/masking/couponTerms.js';
import {
  maskBalance,
  maskCouponForm,
  maskCouponRecord,
  maskCouponReview,
  maskCoupons,
  maskDeclined,
} from '../../src/masking/mask.js';
import type { OfferTerms } from '../../src/offerTerms.js';
import type { CouponFacts } from '../../src/stripe/facts.js';
import { coupon, main, nowSeconds, promotionCode, reading, terms } from './facts.js';

function found(rows: CouponFacts[], question: { valid?: boolean; code?: string; limit?: number } = {}) {
  return { question, rows, counted: rows, shownBefore: 0, more: 'no' } as const;
}

describe('the coupons card', () => {
  const rows = [
    ['a valid one', {}, '15 % off, once', 'WELCOME15', 'not used yet · until 22 Dec', 'Valid'],
    [
      'an amount for some months',
      { percentOff: null, amountOff: 1000, currency: 'eur', duration: 'repeating', durationInMonths: 3 },
      '€10.00 off, for 3 months',
      'WELCOME15',
      'not used yet · until 22 Dec',
      'Valid',
    ],
    [
      'one that expired',
      { valid: false, redeemBy: nowSeconds - 1 },
      '15 % off, once',
      'WELCOME15',
      'not used yet · until 22 Nov',
      'Ended: expired',
    ],
    [
      'one that is used up',
      { valid: false, maxRedemptions: 5, timesRedeemed: 5, redeemBy: null },
      '15 % off, once',
      'WELCOME15',
      'used 5 of 5 · no end date',
      'Ended: used up',
    ],
    [
      'one that was ended in Stripe',
      { valid: false },
      '15 % off, once',
      'WELCOME15',
      'not used yet · until 22 Dec',
      'Ended: in Stripe',
    ],
    [
      'one with an unknown duration and no discount',
      { percentOff: null, duration: 'eternal', codes: [], name: 'Spring', timesRedeemed: 2 },
      'Discount',
      'no code · Spring',
      'used 2 times · until 22 Dec',
      'Valid',
    ],
  ] as const;
  for (const [name, own, title, codes, use, status] of rows) {
    it(`shows ${name}`, () => {
      const copied = 'codes' in own ? { ...own, codes: [] } : own;
      const [row] = maskCoupons(found([coupon(copied)]), reading).rows;
      expect([row?.title, row?.lines, row?.status[0]?.word]).to.deep.equal([title, [codes, use], status]);
    });
  }

  it('masks a code that is one customer’s', () => {
    const bound = coupon({ codes: [promotionCode({ code: 'JANE-2026', customer: 'cus_1' })] });
    const view = maskCoupons(found([bound]), reading);
    expect(view.rows[0]?.lines[0]).to.equal('JA••• (one customer)');
    expect(JSON.stringify(view).toLowerCase()).not.to.contain('jane');
  });

  it('shows three codes and how many more there are', () => {
    const codes = ['AAA', 'BBB', 'CCC', 'DDD', 'EEE'].map((code) =>
      promotionCode({ code, active: code !== 'BBB' }),
    );
    const [row] = maskCoupons(found([coupon({ codes })]), reading).rows;
    expect(row?.lines[0]).to.equal('AAA, BBB (ended), CCC, 2 more');
    const [further] = maskCoupons(found([coupon({ codes, moreCodes: true })]), reading).rows;
    expect(further?.lines[0]).to.equal('AAA, BBB (ended), CCC, more than 2 more');
  });

  it('counts valid and ended', () => {
    const view = maskCoupons(found([coupon(), coupon({ valid: false })]), reading);
    expect(view.summary).to.equal('Coupons: 1 valid, 1 ended.');
  });

  it('says what was searched when there is none', () => {
    expect(maskCoupons(found([], { valid: true }), reading).answer).to.equal(
      'No valid coupons, in Main store.',
    );
  });
});

describe('the coupons card, asked about one code', () => {
  const past = nowSeconds - 86_400;
  const cases = [
    ['that works', {}, {}, 'WELCOME15 works.', 'Valid', 'not used yet · until 22 Dec'],
    [
      'with conditions',
      { firstTimeOnly: true, minimumAmount: 2000, minimumAmountCurrency: 'eur' },
      {},
      'WELCOME15 works, for first-time customers, on orders from €20.00.',
      'Valid',
      'not used yet · until 22 Dec',
    ],
    [
      'with its own end and uses',
      { expiresAt: nowSeconds + 86_400, timesRedeemed: 3, maxRedemptions: 9 },
      { timesRedeemed: 50 },
      'WELCOME15 works.',
      'Valid',
      'used 3 of 9 · until 23 Nov',
    ],
    [
      'that expired',
      { active: false, expiresAt: past },
      {},
      'WELCOME15 does not work any more: it expired on 21 Nov.',
      'Ended: expired',
      'not used yet · until 21 Nov',
    ],
    [
      'whose coupon expired',
      { active: false },
      { valid: false, redeemBy: past },
      'WELCOME15 does not work any more: it expired on 21 Nov.',
      'Ended: expired',
      'not used yet · until 21 Nov',
    ],
    [
      'that is used up',
      { active: false, timesRedeemed: 2, maxRedemptions: 2 },
      {},
      'WELCOME15 does not work any more: it is used up.',
      'Ended: used up',
      'used 2 of 2 · until 22 Dec',
    ],
    [
      'whose coupon is used up',
      { active: false, timesRedeemed: 1 },
      { valid: false, timesRedeemed: 5, maxRedemptions: 5 },
      'WELCOME15 does not work any more: it is used up.',
      'Ended: used up',
      'used once · until 22 Dec',
    ],
    [
      'that was switched off',
      { active: false },
      {},
      'WELCOME15 does not work any more: it was switched off in Stripe.',
      'Ended: switched off',
      'not used yet · until 22 Dec',
    ],
    [
      'that is on while its coupon is not',
      {},
      { valid: false },
      'WELCOME15 does not work any more: it was switched off in Stripe.',
      'Ended: switched off',
      'not used yet · until 22 Dec',
    ],
  ] as const;
  for (const [what, ofCode, ofCoupon, answer, status, use] of cases)
    it(`answers for one ${what}`, () => {
      const one = coupon({ ...ofCoupon, codes: [promotionCode(ofCode)] });
      const view = maskCoupons(found([one], { code: 'welcome15' }), reading);
      expect([view.answer.toUpperCase(), view.summary]).to.deep.equal([answer.toUpperCase(), view.answer]);
      expect([view.headline, view.rows[0]?.status[0]?.word, view.rows[0]?.lines[1]]).to.deep.equal([
        'Code welcome15',
        status,
        use,
      ]);
    });

  it('answers for the one that works, where an older coupon had the same code', () => {
    const over = coupon({
      id: 'old',
      valid: false,
      redeemBy: past,
      codes: [promotionCode({ active: false })],
    });
    const view = maskCoupons(found([over, coupon()], { code: 'WELCOME15' }), reading);
    expect(view.answer).to.equal('WELCOME15 works.');
    expect(view.rows.map(({ status }) => status[0]?.word)).to.deep.equal(['Ended: expired', 'Valid']);
  });

  it('shows the other codes of the coupon nothing', () => {
    const codes = [promotionCode(), promotionCode({ code: 'OTHER' })];
    const view = maskCoupons(found([coupon({ codes })], { code: 'WELCOME15' }), reading);
    expect(JSON.stringify(view)).to.not.contain('OTHER');
  });

  it('masks one that is one customer’s, everywhere', () => {
    const bound = coupon({ codes: [promotionCode({ code: 'JANE-2026', customer: 'cus_1' })] });
    const view = maskCoupons(found([bound], { code: 'jane-2026' }), reading);
    expect(view.answer).to.equal('ja••• works, for one customer.');
    expect(JSON.stringify(view).toLowerCase()).not.to.contain('jane');
  });

  it('says when it is the id of a coupon', () => {
    const view = maskCoupons(found([coupon()], { code: 'till-1' }), reading);
    expect([view.headline, view.answer, view.rows[0]?.lines[0]]).to.deep.equal([
      'Coupon till\\-1',
      'till-1 is the id of a coupon, not a code that customers type.',
      'WELCOME15',
    ]);
  });

  it('says when nobody has it', () => {
    expect(maskCoupons(found([], { code: 'SPRING20' }), reading).answer).to.equal(
      'No coupon in Main store has the code SPRING20. Check how it is written, or list the coupons.',
    );
  });
});

describe('terms in one sentence', () => {
  const sentences: readonly (readonly [Partial<OfferTerms>, string])[] = [
    [{}, '15 % off for first-time customers until 22 Dec'],
    [{ firstTimeOnly: false, endsOn: undefined, redeemBy: undefined }, '15 % off'],
    [{ customer: 'cus_secret', firstTimeOnly: false }, '15 % off for one customer until 22 Dec'],
    [{ customer: 'cus_secret' }, '15 % off for one customer’s first purchase until 22 Dec'],
    [{ duration: 'forever', firstTimeOnly: false }, '15 % off forever until 22 Dec'],
    [{ redeemBy: undefined, endsOn: '2027-01-05' }, '15 % off for first-time customers until 5 Jan 2027'],
    [
      {
        percentOff: undefined,
        amountOff: 1000,
        currency: 'eur',
        minPurchase: 5000,
        maxRedemptions: 100,
        firstTimeOnly: false,
      },
      '€10.00 off on orders from €50.00 until 22 Dec, at most 100 times',
    ],
    [{ name: 'Secret', code: 'SECRET' }, '15 % off for first-time customers until 22 Dec'],
  ];
  for (const [own, sentence] of sentences) {
    it(`are "${sentence}"`, () => {
      expect(describeTerms({ ...terms, ...own }, reading)).to.equal(sentence);
    });
  }
});

describe('the review card', () => {
  const lapsesAt = new Date(reading.now.getTime() + 600_000);

  it('says the exact terms, the account, the mode and when it lapses', () => {
    const view = maskCouponReview({ nonce: 'n', terms, lapsesAt }, reading);
    expect(view.discount).to.equal('15 % off, once');
    expect(view.terms.map(({ label, value }) => `${label}: ${value}`)).to.deep.equal([
      'Who: first-time customers',
      'Until: 22 Dec 2026, 23:59 (Berlin)',
      'Code: made by Stripe',
      'Uses: no limit',
    ]);
    expect([view.place, view.mode, view.modeColor, view.lapses]).to.deep.equal([
      'Main store',
      'Test',
      'default',
      'lapses at 14:15 (Berlin)',
    ]);
  });

  it('shows every further term that is set', () => {
    const all = {
      ...terms,
      customer: 'cus_1',
      minPurchase: 5000,
      currency: 'eur',
      code: 'HELLO',
      name: '**Hi** jane@example.com',
      maxRedemptions: 1,
    };
    const view = maskCouponReview(
      { nonce: 'n', terms: all, customerShown: 'j•••@e•••.com', lapsesAt },
      reading,
    );
    expect(Object.fromEntries(view.terms.map(({ label, value }) => [label, value]))).to.deep.equal({
      Who: 'one customer, j•••@e•••.com, first purchase only',
      Minimum: 'orders from €50.00',
      Until: '22 Dec 2026, 23:59 (Berlin)',
      Code: 'HELLO',
      Name: '**Hi** •••',
      Uses: 'once',
    });
  });

  it('calls attention to Live', () => {
    const live = { ...reading, place: { ...main, mode: 'live' } } as const;
    const { mode, modeColor } = maskCouponReview({ nonce: 'n', terms, lapsesAt }, live);
    expect([mode, modeColor]).to.deep.equal(['Live', 'attention']);
  });

  it('names the day when it lapses on another one', () => {
    const view = maskCouponReview({ nonce: 'n', terms, lapsesAt: new Date('2026-11-23T08:00:00Z') }, reading);
    expect(view.lapses).to.equal('lapses at 23 Nov 2026, 09:00 (Berlin)');
  });
});

describe('the record', () => {
  it('shows the code whole, the terms, the id and where to end it', () => {
    const view = maskCouponRecord(
      { terms, couponId: 'till-7f3c', code: 'WELCOME15', createdAt: reading.now },
      reading,
    );
    expect(view.code).to.equal('WELCOME15');
    expect(view.lines).to.deep.equal([
      '15 % off, once · first-time customers',
      'until 22 Dec 2026, 23:59 (Berlin)',
    ]);
    expect(view.footer).to.deep.equal([
      'Id till-7f3c · end it in Stripe: Product catalogue → Coupons',
      'Main store · Test · by you, 14:05',
    ]);
  });
});

describe('the notice of what was not created', () => {
  it('says the terms and offers to adjust them', () => {
    const view = maskDeclined({ nonce: 'n', terms }, reading);
    expect(view.text).to.equal('Not created: 15 % off for first-time customers until 22 Dec.');
    expect(view.buttons).to.deep.equal([
      { title: 'Adjust', data: { tillkeeper: { act: 'coupon.adjust', nonce: 'n' } } },
    ]);
  });
});

describe('the form', () => {
  const lead = 'Fill in what you want.';

  it('gives back what was typed, and says what cannot stay', () => {
    const values = {
      percent_off: '150',
      code: 'A B',
      first_time_only: 'true',
      currency: 'isk',
      customer: 'jane@example.com',
      expires_on: '2026-12-22',
    };
    const faults = { '': 'Choose one discount.', percent_off: 'A percentage goes from 0.01 to 100.' };
    const view = maskCouponForm({ nonce: 'n', values, faults, lead }, reading);
    expect(view.faults).to.deep.equal(['Choose one discount.', 'A percentage goes from 0.01 to 100.']);
    expect([
      view.percentOff,
      view.code,
      view.firstTimeOnly,
      view.customer,
      view.expiresOn,
      view.duration,
    ]).to.deep.equal([150, 'A B', 'true', 'jane@example.com', '2026-12-22', 'once']);
    expect(view.currencies.at(-1)).to.deep.equal({ title: 'ISK, Icelandic Króna', value: 'isk' });
  });

  it('leaves empty what no input of its kind can hold', () => {
    const values = {
      percent_off: 'many',
      amount_off: ' ',
      currency: 'Euro',
      duration: 'always',
      expires_on: 'soon',
    };
    const view = maskCouponForm({ nonce: 'n', values, faults: {}, lead }, reading);
    expect([view.percentOff, view.amountOff, view.currency, view.duration, view.expiresOn]).to.deep.equal([
      null,
      null,
      null,
      'once',
      null,
    ]);
  });

  it('begins today, in the zone of the reader', () => {
    const auckland = { ...reading, zone: 'Pacific/Auckland' };
    expect(maskCouponForm({ nonce: 'n', values: {}, faults: {}, lead }, auckland).today).to.equal(
      '2026-11-23',
    );
  });
});

describe('the balance card', () => {
  const balance = {
    available: [
      { amount: 100, currency: 'eur' },
      { amount: -1300, currency: 'eur' },
      { amount: 5000, currency: 'jpy' },
    ],
    pending: [{ amount: 8900, currency: 'usd' }],
  };

  it('has a row per currency, and says in words what is below zero', () => {
    const view = maskBalance({ balance }, reading);
    expect(view.rows).to.deep.equal([
      {
        available: {
          amount: '−€12.00',
          size: 'large',
          word: 'EUR available, below zero',
          color: 'attention',
        },
        pending: { amount: '€0.00', size: 'large', word: 'EUR pending', color: 'default' },
      },
      {
        available: { amount: 'JP¥5,000', size: 'large', word: 'JPY available', color: 'default' },
        pending: { amount: 'JP¥0', size: 'large', word: 'JPY pending', color: 'default' },
      },
      {
        available: { amount: 'US$0.00', size: 'large', word: 'USD available', color: 'default' },
        pending: { amount: 'US$89.00', size: 'large', word: 'USD pending', color: 'default' },
      },
    ]);
    expect(view.answer).to.equal('Read at 14:05');
  });

  it('writes very long amounts smaller, so that they fit a phone', () => {
    const rich = { available: [{ amount: 1_234_567_890, currency: 'jpy' }], pending: [] };
    expect(maskBalance({ balance: rich }, reading).rows[0]?.available.size).to.equal('medium');
  });

  it('keeps to the currency asked for', () => {
    expect(maskBalance({ balance, currency: 'jpy' }, reading).summary).to.equal(
      'Balance: JP¥5,000 available and JP¥0 pending.',
    );
    expect(maskBalance({ balance, currency: 'EUR' }, reading).summary).to.equal(
      'Balance: −€12.00 available (below zero) and €0.00 pending.',
    );
    expect(maskBalance({ balance, currency: 'gbp' }, reading).answer).to.equal(
      'Main store holds nothing in GBP.',
    );
  });
});
