import { expect } from 'chai';
import { draftOfOffer, onlyNewCode } from '../../src/offers/draft.js';
import type { OfferTerms } from '../../src/offerTerms.js';
import type { Confirmation } from '../../src/store/offerRow.js';

const madeWith: OfferTerms = {
  percentOff: 15,
  duration: 'once',
  firstTimeOnly: true,
  code: 'TAKEN',
  customer: 'cus_1',
  endsOn: '2026-12-22',
  redeemBy: Date.parse('2026-12-22T22:59:59Z') / 1000,
  zone: 'Europe/Berlin',
};

const row: Confirmation = {
  id: 'digest',
  state: 'open',
  caller: 'p-1',
  role: 'marketing',
  conversation: 'c-1',
  channel: 'test',
  account: 'main',
  terms: madeWith,
  coupon: 'till-1',
  code: null,
  lapsesAt: 0,
  retryAt: null,
  settledAt: null,
  reason: null,
  approver: null,
  approverRole: null,
  card: null,
  onlyCode: false,
};

describe('the draft of an offer', () => {
  const offers: [string, Partial<Confirmation>, string | undefined][] = [
    ['that waits', {}, undefined],
    ['that was put away', { state: 'declined', reason: 'adjusted' }, undefined],
    ['that Stripe did not accept', { state: 'failed', reason: 'not_accepted' }, undefined],
    ['whose code was not made', { state: 'failed', reason: 'half' }, 'till-1'],
    ['of a code alone', { onlyCode: true }, 'till-1'],
    ['of a code alone that was put away', { onlyCode: true, state: 'declined' }, 'till-1'],
  ];
  for (const [what, own, coupon] of offers)
    it(`${what} ${coupon ? 'keeps its coupon' : 'makes a coupon anew'}`, () => {
      const draft = draftOfOffer({ ...row, ...own });
      expect([draft.coupon, draft.madeWith]).to.deep.equal([coupon, coupon && madeWith]);
      expect([draft.account, draft.values.percent_off, draft.values.customer]).to.deep.equal([
        'main',
        '15',
        'cus_1',
      ]);
    });
});

describe('a coupon that lacks its code', () => {
  const draft = { values: {}, coupon: 'till-1', madeWith };

  it('keeps its terms to the letter with another code, wherever the person is by then', () => {
    const { redeemBy = 0 } = madeWith;
    const elsewhere = { ...madeWith, code: 'FREE', zone: 'Asia/Tokyo', redeemBy: redeemBy - 8 * 3600 };
    expect(onlyNewCode(draft, elsewhere)).to.deep.equal({ ...madeWith, code: 'FREE' });
  });

  it('may get a code that Stripe makes', () => {
    const { code: _, ...without } = madeWith;
    expect(onlyNewCode(draft, without)).to.deep.equal(without);
  });

  const others: [string, Partial<OfferTerms>][] = [
    ['percentage', { percentOff: 20 }],
    ['customer', { customer: 'cus_2' }],
    ['end', { endsOn: '2026-12-23' }],
    ['number of uses', { maxRedemptions: 5 }],
    ['audience', { firstTimeOnly: false }],
    ['name', { name: 'Other' }],
  ];
  for (const [what, changed] of others)
    it(`is not the coupon of another ${what}`, () => {
      expect(onlyNewCode(draft, { ...madeWith, ...changed })).to.equal(null);
    });

  it('is nothing where there is no such coupon', () => {
    expect(onlyNewCode({ values: {} }, madeWith)).to.equal(null);
  });
});
