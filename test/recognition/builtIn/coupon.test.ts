import { expect } from 'chai';
import { readPlan } from '../../../src/recognition/builtIn/recognise.js';

const stepsOf = (text: string) => readPlan({ text, today: '2026-03-10' }).plan.steps;
const made = (...terms: object[]) => terms.map((fields) => ({ do: 'create_coupon', ...fields }));

describe('the terms of a coupon', () => {
  const cases: [text: string, steps: object[]][] = [
    ['10% off for one week', made({ percent_off: 10, expires_on: '2026-03-17' })],
    ['10% off for one month', made({ percent_off: 10, duration: 'repeating', duration_in_months: 1 })],
    [
      '10% for 3 months, expiring in 10 days',
      made({ percent_off: 10, duration: 'repeating', duration_in_months: 3, expires_on: '2026-03-20' }),
    ],
    ['spend 100 euros get 20 euros off', made({ min_purchase: 100, amount_off: 20, currency: 'eur' })],
    ['SUNNY: 10% off', made({ percent_off: 10, code: 'SUNNY' })],
    ['use SUNNY as the code, 10%', made({ percent_off: 10, code: 'SUNNY' })],
    ['code: sunny-days, 10%', made({ percent_off: 10, code: 'sunny-days' })],
    ['call it Sunny Days, 18%, 3 uses', made({ percent_off: 18, name: 'Sunny Days', max_redemptions: 3 })],
    ['for Ola Nordmann: 10%', made({ percent_off: 10, customer: 'Ola Nordmann' })],
    ['until friday: 20% off', made({ percent_off: 20, expires_on: '2026-03-13' })],
    ['applies once, only one redemption, 5%', made({ percent_off: 5, duration: 'once', max_redemptions: 1 })],
    ['20 Swiss francs off', made({ amount_off: 20, currency: 'chf' })],
    [
      'two codes: TEN10 (10%) and TEN20 (20%)',
      made({ percent_off: 10, code: 'TEN10' }, { percent_off: 20, code: 'TEN20' }),
    ],
    [
      'create MOON and SUN, both 10%',
      made({ percent_off: 10, code: 'MOON' }, { percent_off: 10, code: 'SUN' }),
    ],
  ];
  for (const [text, steps] of cases)
    it(`of "${text}" are read`, () => {
      expect(stepsOf(text)).to.deep.equal(steps);
    });

  const unclear: [about: string, texts: string[]][] = [
    [
      'what_discount',
      ['coupon of 20', '10 or 15%', 'buy one get one', '120% off', 'some discount', '$5 or $8 off'],
    ],
    [
      'other',
      [
        '10% on shoes only',
        '10% off, once per customer',
        '10% for students',
        '10% from 1 April to 30 April',
        '10% in April',
        '15% up to 50 euros',
        '10% only in our Berlin store',
        '10% until 1 March 2026',
      ],
    ],
    ['which_customer', ['10% for her', 'a coupon for the customer I talked to, 10%']],
    ['which_period', ['10% until the fair']],
  ];
  for (const [about, texts] of unclear)
    for (const text of texts)
      it(`of "${text}" are asked back: ${about}`, () => {
        const [step] = stepsOf(text);
        expect(step).to.include({ do: 'clarify', about });
      });
});
