import { expect } from 'chai';
import { type FormRules, readForm } from '../../src/offers/readForm.js';
import type { FormFaults, FormValues, OfferTerms } from '../../src/offerTerms.js';
import { rules } from './rules.js';

type Policy = Partial<FormRules['policy']>;

const basic = { duration: 'once', firstTimeOnly: false, zone: 'Europe/Berlin' } as const;
const endOfFirstDay2027 = Date.parse('2027-01-31T22:59:59Z') / 1000;

describe('readForm', () => {
  const good: [string, FormValues, Partial<OfferTerms>][] = [
    ['a percentage', { percent_off: '15' }, { percentOff: 15 }],
    ['an amount', { amount_off: '10.50', currency: 'usd' }, { amountOff: 1050, currency: 'usd' }],
    [
      'yen, which have no decimals',
      { amount_off: '500', currency: 'jpy' },
      { amountOff: 500, currency: 'jpy' },
    ],
    [
      'a percentage from an order of a size on',
      { percent_off: '15', min_purchase: '50', currency: 'eur' },
      { percentOff: 15, minPurchase: 5000, currency: 'eur' },
    ],
    [
      'a percentage, leaving out a currency without an amount',
      { percent_off: '5', currency: 'eur' },
      { percentOff: 5 },
    ],
    [
      'first-time customers',
      { percent_off: '5', first_time_only: 'true' },
      { percentOff: 5, firstTimeOnly: true },
    ],
    ['everyone', { percent_off: '5', first_time_only: 'false' }, { percentOff: 5 }],
    [
      'some months',
      { percent_off: '5', duration: 'repeating', duration_in_months: '3' },
      { percentOff: 5, duration: 'repeating', durationInMonths: 3 },
    ],
    [
      'months without a word on how long',
      { percent_off: '5', duration_in_months: '3' },
      { percentOff: 5, duration: 'repeating', durationInMonths: 3 },
    ],
    ['forever', { percent_off: '5', duration: 'forever' }, { percentOff: 5, duration: 'forever' }],
    [
      'a code, a name and a number of uses',
      { percent_off: '5', code: 'Spring-5', name: 'Frühling 🌻', max_redemptions: '100' },
      { percentOff: 5, code: 'Spring-5', name: 'Frühling 🌻', maxRedemptions: 100 },
    ],
    [
      'an end at the last second of its day in the asker’s zone',
      { percent_off: '5', expires_on: '2027-01-31' },
      { percentOff: 5, endsOn: '2027-01-31', redeemBy: endOfFirstDay2027 },
    ],
    [
      'an end today',
      { percent_off: '5', expires_on: '2026-11-21' },
      { percentOff: 5, endsOn: '2026-11-21', redeemBy: Date.parse('2026-11-21T22:59:59Z') / 1000 },
    ],
  ];
  for (const [what, values, terms] of good)
    it(`reads ${what}`, () => {
      expect(readForm(values, rules)).to.deep.equal({ kind: 'terms', terms: { ...basic, ...terms } });
    });

  const percent = { percent_off: '15' };
  const tooMuch = 'Write a percentage above 0 and up to 100, with two decimals at most, such as 15 or 7.5.';
  const codes = 'A code has 3 to 40 letters (A to Z), digits and dashes, and no spaces.';
  const uses = 'How often may it be used? Write a whole number from 1, or leave it empty for no limit.';
  const months = 'Write the months as a whole number from 1 to 36.';
  const over = 'That day is over. Today is 2026-11-21; choose today or a later day, or leave it empty.';
  const dollars = 'Write the amount off as a number above 0 in USD, without thousands signs, such as 10.50.';
  const bad: [string, FormValues, FormFaults][] = [
    ['nothing at all', {}, { percent_off: 'How much off? Write a percentage, or an amount below it.' }],
    ['150 %', { percent_off: '150' }, { percent_off: tooMuch }],
    ['a third of a percent', { percent_off: '33.333' }, { percent_off: tooMuch }],
    ['words for a percentage', { percent_off: 'lots' }, { percent_off: tooMuch }],
    [
      'both a percentage and an amount',
      { ...percent, amount_off: '10', currency: 'usd' },
      { amount_off: 'A coupon takes off a percentage or an amount, not both. Clear one of the two.' },
    ],
    [
      'an amount without a currency',
      { amount_off: '10' },
      { currency: 'Which currency is the amount in? Choose one.' },
    ],
    [
      'a currency that nobody has',
      { amount_off: '10', currency: 'zzz' },
      { currency: 'I do not know this currency. Choose another one.' },
    ],
    ['thousands parted by a comma', { amount_off: '1,000', currency: 'usd' }, { amount_off: dollars }],
    ['nothing off', { amount_off: '0', currency: 'usd' }, { amount_off: dollars }],
    [
      'half a yen',
      { amount_off: '0.5', currency: 'jpy' },
      {
        amount_off: 'Write the amount off as a number above 0 in JPY, without thousands signs, such as 1000.',
      },
    ],
    [
      'a smallest order that is no number',
      { ...percent, min_purchase: 'much', currency: 'eur' },
      {
        min_purchase:
          'Write the smallest order as a number above 0 in EUR, without thousands signs, such as 10.50.',
      },
    ],
    [
      'repeating without months',
      { ...percent, duration: 'repeating' },
      { duration_in_months: 'For how many months? Write a whole number from 1 to 36.' },
    ],
    [
      'half a month',
      { ...percent, duration: 'repeating', duration_in_months: '1.5' },
      { duration_in_months: months },
    ],
    ['37 months', { ...percent, duration_in_months: '37' }, { duration_in_months: months }],
    [
      'months of what lasts once',
      { ...percent, duration: 'once', duration_in_months: '3' },
      { duration: 'A number of months goes with “For some months”. Choose that, or clear the months.' },
    ],
    [
      'a duration that there is not',
      { ...percent, duration: 'always' },
      { duration: 'On a subscription the discount lasts once, for some months, or forever. Choose one.' },
    ],
    ['a code with a space', { ...percent, code: 'SPRING 20' }, { code: codes }],
    ['a code with an emoji', { ...percent, code: '🎉🎉🎉' }, { code: codes }],
    ['a code with an underscore, which Stripe does not take', { ...percent, code: 'A_B' }, { code: codes }],
    ['a code of two letters', { ...percent, code: 'AB' }, { code: codes }],
    ['a code of 41 letters', { ...percent, code: 'A'.repeat(41) }, { code: codes }],
    [
      'a name of 41 letters',
      { ...percent, name: '🌻'.repeat(41) },
      { name: 'A coupon’s name has 40 characters at most; it is printed on invoices. Write it shorter.' },
    ],
    ['no use at all', { ...percent, max_redemptions: '0' }, { max_redemptions: uses }],
    ['one and a half uses', { ...percent, max_redemptions: '1.5' }, { max_redemptions: uses }],
    ['abc uses', { ...percent, max_redemptions: 'abc' }, { max_redemptions: uses }],
    [
      'a toggle that stands between',
      { ...percent, first_time_only: 'maybe' },
      { first_time_only: 'Is it for first-time customers only? Choose yes or no.' },
    ],
    ['yesterday', { ...percent, expires_on: '2026-11-20' }, { expires_on: over }],
    [
      'a day that there is not',
      { ...percent, expires_on: '2027-02-30' },
      { expires_on: 'Write the last day as year-month-day, such as 2027-01-31.' },
    ],
    [
      'more than five years ahead',
      { ...percent, expires_on: '2031-11-21' },
      { expires_on: 'Stripe takes an end at most five years ahead. Choose an earlier day.' },
    ],
    [
      'several things at once',
      { percent_off: '150', code: 'A B', expires_on: '2026-11-20' },
      { percent_off: tooMuch, code: codes, expires_on: over },
    ],
  ];
  for (const [what, values, faults] of bad)
    it(`says what to do about ${what}, and keeps every value`, () => {
      expect(readForm(values, rules)).to.deep.equal({ kind: 'faults', values, faults });
    });

  it('takes "today" from the asker’s zone', () => {
    const values = { ...percent, expires_on: '2026-11-21' };
    expect(readForm(values, { ...rules, zone: 'Pacific/Auckland', today: '2026-11-22' }).kind).to.equal(
      'faults',
    );
    expect(readForm(values, { ...rules, zone: 'America/New_York' }).kind).to.equal('terms');
  });

  const limits: [string, Policy, FormValues, FormValues, RegExp][] = [
    ['a percentage', { maxPercentOff: 50 }, { percent_off: '80' }, { percent_off: '50' }, /50 %/],
    [
      'an amount',
      { maxAmountOff: { usd: 100 } },
      { amount_off: '250', currency: 'usd' },
      { amount_off: '100', currency: 'usd' },
      /\$100\.00/,
    ],
    [
      'an end',
      { mustExpireWithinDays: 30 },
      { percent_off: '5' },
      { percent_off: '5', expires_on: '2026-12-21' },
      /30 days/,
    ],
    [
      'a number of uses',
      { maxRedemptions: 10 },
      { percent_off: '5', max_redemptions: '11' },
      { percent_off: '5', max_redemptions: '10' },
      /10 times/,
    ],
    [
      'a duration, with the months that no longer fit',
      { durations: ['once'] },
      { percent_off: '5', duration: 'repeating', duration_in_months: '3' },
      { percent_off: '5', duration: 'once' },
      /once/,
    ],
  ];
  for (const [what, policy, values, nearest, sentence] of limits)
    it(`opens with the nearest allowed value for ${what}, the rest as it was`, () => {
      const name = { name: 'kept', code: 'KEPT' };
      const form = readForm({ ...values, ...name }, { ...rules, policy: { ...rules.policy, ...policy } });
      if (form.kind !== 'faults') expect.fail('the limit was not seen');
      expect(form.values).to.deep.equal({ ...nearest, ...name });
      expect(Object.values(form.faults).join(' ')).to.match(sentence);
    });

  it('says what was written and what was filled in instead', () => {
    const policy = {
      ...rules.policy,
      maxPercentOff: 50,
      mustExpireWithinDays: 10,
      durations: ['once' as const],
    };
    const form = readForm({ percent_off: '60', duration: 'forever' }, { ...rules, policy });
    expect(form.kind === 'faults' ? form.faults : {}).to.deep.equal({
      percent_off:
        'Here a coupon takes 50 % off at most. You wrote 60; I filled in 50, which you can change.',
      expires_on:
        'Here a coupon ends within 10 days, 2026-12-01 at the latest. You named none; I filled in 2026-12-01, which you can change.',
      duration: 'Here a discount lasts once. You wrote forever; I filled in once, which you can change.',
    });
  });
});
