import { expect } from 'chai';
import { aboveLimit, approversWords, limitWords } from '../../src/access/approvalLimit.js';
import type { OfferTerms } from '../../src/offerTerms.js';
import { readSettings } from '../../src/settings.js';
import { fileWith } from '../settings/faults.js';

const terms: OfferTerms = { duration: 'once', firstTimeOnly: false, zone: 'UTC' };
const policyOf = (approval?: object) =>
  readSettings({ KEY: 'rk_test_x' }, fileWith({ coupons: approval ? { approval } : {} })).coupons;

describe('the approval limit', () => {
  const cases: [
    what: string,
    approval: object | undefined,
    more: Partial<OfferTerms>,
    above: string | null,
  ][] = [
    ['nobody is asked where there is none', undefined, { percentOff: 100 }, null],
    ['nor up to it', { abovePercentOff: 30 }, { percentOff: 30 }, null],
    [
      'a hair more takes a second person',
      { abovePercentOff: 30 },
      { percentOff: 30.01 },
      'More than 30 % off',
    ],
    ['a limit of nothing takes one always', { abovePercentOff: 0 }, { percentOff: 1 }, 'Any per cent off'],
    ['an amount is no percentage', { abovePercentOff: 30 }, { amountOff: 1_000_000, currency: 'usd' }, null],
    [
      'an amount up to its own limit takes none',
      { abovePercentOff: 30, aboveAmountOff: { usd: 50 } },
      { amountOff: 5000, currency: 'usd' },
      null,
    ],
    [
      'a cent more does',
      { abovePercentOff: 30, aboveAmountOff: { usd: 50 } },
      { amountOff: 5001, currency: 'usd' },
      'More than $50.00 off',
    ],
    [
      'a currency without a limit is no way around it',
      { abovePercentOff: 30, aboveAmountOff: { usd: 50 } },
      { amountOff: 1, currency: 'eur' },
      'An amount in EUR',
    ],
    [
      'yen have no cents',
      { abovePercentOff: 30, aboveAmountOff: { jpy: 500 } },
      { amountOff: 501, currency: 'jpy' },
      'More than ¥500 off',
    ],
  ];
  for (const [what, approval, more, above] of cases)
    it(what, () => {
      expect(aboveLimit({ ...terms, ...more }, policyOf(approval), 'en-US')).to.equal(above);
    });

  it('is said in words, all of it', () => {
    const policy = policyOf({ abovePercentOff: 12.5, aboveAmountOff: { usd: 50, eur: 40 } });
    expect(limitWords(policy, 'en-US')).to.equal(
      'More than 12.5 % off, more than $50.00 off or more than €40.00 off',
    );
    expect(limitWords(policyOf(), 'en-US')).to.equal('');
  });

  it('names roles, never people', () => {
    expect(approversWords(['approver', 'head-of_sales'])).to.equal(
      'someone with the role Approver or Head of sales',
    );
    expect(approversWords([])).to.equal('no role here may approve coupons yet');
  });
});
