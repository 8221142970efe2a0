import { expect } from 'chai';
import fc from 'fast-check';
import { allowedDurations, type Breach, breaches } from '../../src/access/couponPolicy.js';
import type { OfferTerms } from '../../src/offerTerms.js';
import { readSettings } from '../../src/settings.js';
import { fileWith } from '../settings/faults.js';

const today = '2026-12-30';
const terms: OfferTerms = { percentOff: 15, duration: 'once', firstTimeOnly: true, zone: 'Europe/Berlin' };
const off = (amountOff: number, currency: string): Partial<OfferTerms> => ({
  percentOff: undefined,
  amountOff,
  currency,
});
const policyOf = (coupons: object) => readSettings({ KEY: 'rk_test_x' }, fileWith({ coupons })).coupons;
const breachesOf = (coupons: object, more: Partial<OfferTerms> = {}) =>
  breaches({ ...terms, ...more }, policyOf(coupons), today, 'en-US');

const percent = (most: number): Breach => ({
  field: 'percent_off',
  sentence: `Here a coupon takes ${most} % off at most.`,
  nearest: String(most),
});
const amount = (most: string, nearest: string): Breach => ({
  field: 'amount_off',
  sentence: `Here a coupon takes ${most} off at most.`,
  nearest,
});
const end = (days: string, last: string): Breach => ({
  field: 'expires_on',
  sentence: `Here a coupon ends within ${days}, ${last} at the latest.`,
  nearest: last,
});
const uses = (most: string, nearest: string): Breach => ({
  field: 'max_redemptions',
  sentence: `Here a coupon is used ${most} at most.`,
  nearest,
});
const lasts = (how: string, nearest: string): Breach => ({
  field: 'duration',
  sentence: `Here a discount lasts ${how}.`,
  nearest,
});
const currency = (names: string): Breach => ({
  field: 'currency',
  sentence: `Here an amount is taken off in ${names} only.`,
});
const code = (what: string): Breach => ({ field: 'code', sentence: `${what} Choose such a code.` });

describe('the coupon policy', () => {
  const cases: [what: string, coupons: object, more: Partial<OfferTerms>, broken: Breach[]][] = [
    ['nothing is limited by default', {}, { percentOff: 100, duration: 'forever' }, []],
    ['no amount is limited by default', {}, off(99_999_999, 'usd'), []],
    ['the percentage itself is allowed', { maxPercentOff: 50 }, { percentOff: 50 }, []],
    ['a hair more is not', { maxPercentOff: 50 }, { percentOff: 50.01 }, [percent(50)]],
    ['a percentage has decimals', { maxPercentOff: 12.5 }, { percentOff: 13 }, [percent(12.5)]],
    ['a percentage is no amount', { maxPercentOff: 50 }, off(99_999_999, 'usd'), []],
    ['the amount itself is allowed', { maxAmountOff: { usd: 100 } }, off(10_000, 'usd'), []],
    ['a cent more is not', { maxAmountOff: { usd: 100 } }, off(10_001, 'usd'), [amount('$100.00', '100')]],
    [
      'cents in the limit count',
      { maxAmountOff: { usd: 19.99 } },
      off(2000, 'usd'),
      [amount('$19.99', '19.99')],
    ],
    ['yen have no cents', { maxAmountOff: { jpy: 500 } }, off(500, 'jpy'), []],
    ['nor a hundredth of one', { maxAmountOff: { jpy: 500 } }, off(501, 'jpy'), [amount('¥500', '500')]],
    ['dinars have a thousand fils', { maxAmountOff: { kwd: 1 } }, off(1000, 'kwd'), []],
    [
      'each currency has its own limit',
      { maxAmountOff: { usd: 100, eur: 5 } },
      off(501, 'eur'),
      [amount('€5.00', '5')],
    ],
    [
      'a currency without a limit is no way around it',
      { maxAmountOff: { usd: 100 } },
      off(1, 'eur'),
      [currency('USD')],
    ],
    [
      'those that are limited are named',
      { maxAmountOff: { usd: 100, eur: 90, jpy: 9 } },
      off(1, 'gbp'),
      [currency('USD, EUR or JPY')],
    ],
    [
      'a name that every object has is no currency',
      { maxAmountOff: { usd: 100 } },
      off(1, 'toString'),
      [currency('USD')],
    ],
    ['amounts do not limit percentages', { maxAmountOff: { usd: 1 } }, { percentOff: 100 }, []],
    ['the last day is allowed', { mustExpireWithinDays: 30 }, { endsOn: '2027-01-29' }, []],
    [
      'a day later is not',
      { mustExpireWithinDays: 30 },
      { endsOn: '2027-01-30' },
      [end('30 days', '2027-01-29')],
    ],
    ['no end at all is not', { mustExpireWithinDays: 1 }, {}, [end('1 day', '2026-12-31')]],
    [
      'a far end counts leap days',
      { mustExpireWithinDays: 427 },
      { endsOn: '2028-03-02' },
      [end('427 days', '2028-03-01')],
    ],
    ['the uses themselves are allowed', { maxRedemptions: 100 }, { maxRedemptions: 100 }, []],
    ['one more is not', { maxRedemptions: 100 }, { maxRedemptions: 101 }, [uses('100 times', '100')]],
    ['no limit of uses is not', { maxRedemptions: 1 }, {}, [uses('1 time', '1')]],
    ['a duration that is listed is allowed', { durations: ['repeating'] }, { duration: 'repeating' }, []],
    [
      'one that is not listed is not',
      { durations: ['once', 'repeating'] },
      { duration: 'forever' },
      [lasts('once or for some months', 'once')],
    ],
    ['the only one is offered', { durations: ['forever'] }, {}, [lasts('forever', 'forever')]],
    [
      'what takes a second person breaks no rule',
      { approval: { abovePercentOff: 30 } },
      { percentOff: 31 },
      [],
    ],
    [
      'what no second person may approve does',
      { maxPercentOff: 20, approval: { abovePercentOff: 30 } },
      { percentOff: 31 },
      [percent(20)],
    ],
    ['a code of the pattern is allowed', { codePattern: 'SPRING-[0-9]{2}' }, { code: 'SPRING-15' }, []],
    [
      'a code that only contains it is not',
      { codePattern: 'SPRING-[0-9]{2}' },
      { code: 'SPRING-150' },
      [code('Here a code is written like SPRING-00.')],
    ],
    [
      'nor is the other one of a choice cut off',
      { codePattern: '(SUMMER|WINTER)' },
      { code: 'SUMMERY' },
      [code('Here a code is written like SUMMER.')],
    ],
    [
      'nor is none, for Stripe would make one up',
      { codePattern: 'SPRING-[0-9]{2}' },
      {},
      [code('Here a code is chosen, and is written like SPRING-00.')],
    ],
    [
      'every rule that is broken is told at once',
      { maxPercentOff: 10, mustExpireWithinDays: 1, maxRedemptions: 5, durations: ['forever'] },
      { maxRedemptions: 6 },
      [percent(10), end('1 day', '2026-12-31'), uses('5 times', '5'), lasts('forever', 'forever')],
    ],
    [
      'switched off, nothing else is told',
      { enabled: false, maxPercentOff: 10 },
      {},
      [{ field: '', sentence: 'Coupons are switched off at the moment, in this bot’s settings.' }],
    ],
  ];
  for (const [what, coupons, more, broken] of cases)
    it(what, () => {
      expect(breachesOf(coupons, more)).to.deep.equal(broken);
    });

  it('writes the limit as the asker’s locale does', () => {
    const [first] = breaches(
      { ...terms, ...off(20_000, 'eur') },
      policyOf({ maxAmountOff: { eur: 100 } }),
      today,
      'de-DE',
    );
    expect(first?.sentence).to.match(/^Here a coupon takes 100,00\s€ off at most\.$/);
  });

  it('never lets terms through that are above a limit', () => {
    const policy = {
      maxPercentOff: 40,
      maxAmountOff: { usd: 10 },
      mustExpireWithinDays: 5,
      maxRedemptions: 3,
    };
    const within = (given: Partial<OfferTerms>) =>
      (given.percentOff ?? 0) <= 40 &&
      (given.amountOff === undefined || (given.currency === 'usd' && given.amountOff <= 1000)) &&
      given.endsOn !== undefined &&
      given.endsOn <= '2027-01-04' &&
      (given.maxRedemptions ?? 4) <= 3;
    const discount = fc.oneof(
      fc.record({ percentOff: fc.integer({ min: 1, max: 100 }) }),
      fc.record({
        percentOff: fc.constant(undefined),
        amountOff: fc.integer({ min: 1, max: 2000 }),
        currency: fc.constantFrom('usd', 'eur', 'jpy', 'kwd'),
      }),
    );
    const rest = fc.record(
      {
        endsOn: fc.constantFrom('2026-12-30', '2027-01-04', '2027-01-05', '2031-01-01'),
        maxRedemptions: fc.integer({ min: 1, max: 6 }),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(discount, rest, (one, other) => {
        const given = { ...one, ...other };
        expect(breachesOf(policy, given).length === 0).to.equal(within(given));
      }),
      { numRuns: 500 },
    );
  });

  it('says how long a discount may last, where not everything is allowed', () => {
    expect(allowedDurations(policyOf({}))).to.equal('');
    expect(allowedDurations(policyOf({ durations: ['once', 'repeating'] }))).to.equal(
      'once or for some months',
    );
    expect(allowedDurations(policyOf({ durations: ['once', 'once'] }))).to.equal('once');
  });
});
