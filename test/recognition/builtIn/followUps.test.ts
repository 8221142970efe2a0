import { expect } from 'chai';
import { readPlan } from '../../../src/recognition/builtIn/recognise.js';
import type { Step } from '../../../src/recognition/plan.js';

const TODAY = '2026-03-10';
const charges = (fields: object): Step => ({ do: 'list_charges', ...fields });
const coupon: Step = { do: 'create_coupon', percent_off: 20, code: 'TENT20', expires_on: '2026-04-09' };

describe('a message that follows another', () => {
  const cases: [before: Step[], said: string, after: Step[]][] = [
    [[charges({ limit: 10 })], 'only the failed ones', [charges({ limit: 10, status: 'failed' })]],
    [
      [charges({ status: 'failed', from: '2026-03-09' })],
      'and last week?',
      [charges({ status: 'failed', from: '2026-03-02', to: '2026-03-08' })],
    ],
    [
      [charges({ from: '2026-01-01', to: '2026-01-31' })],
      'up to the 20th',
      [charges({ from: '2026-01-01', to: '2026-01-20' })],
    ],
    [
      [charges({ from: '2026-02-01', to: '2026-02-28' })],
      'the month before',
      [charges({ from: '2026-01-01', to: '2026-01-31' })],
    ],
    [[charges({ limit: 10 })], 'for Ann Lee', [charges({ limit: 10, customer: 'Ann Lee' })]],
    [
      [charges({ limit: 8, status: 'failed', customer: 'Ann' })],
      "everyone's, not only hers",
      [charges({ limit: 8, status: 'failed' })],
    ],
    [
      [charges({ limit: 5 }), { do: 'list_customers', limit: 5 }],
      '3 of each',
      [charges({ limit: 3 }), { do: 'list_customers', limit: 3 }],
    ],
    [[charges({ limit: 10 })], 'refund the second one', [{ do: 'refuse', reason: 'unsupported_action' }]],
    [[charges({ limit: 10 })], 'open the first', [{ do: 'clarify', about: 'other' }]],
    [[charges({ limit: 10 })], 'who paid that?', [{ do: 'clarify', about: 'which_customer' }]],
    [[{ do: 'show_balance' }], 'and in sterling?', [{ do: 'show_balance', currency: 'gbp' }]],
    [
      [{ do: 'clarify', about: 'which_customer', for: charges({ status: 'failed' }) }],
      'ann lee',
      [charges({ status: 'failed', customer: 'ann lee' })],
    ],
    [[charges({ limit: 10 })], 'next 20', [charges({ limit: 20 })]],
    [[charges({ limit: 10, customer: 'Ann' })], 'the balance', [{ do: 'show_balance' }]],
    [[charges({ customer: 'cus_1' })], 'her refunds', [charges({ customer: 'cus_1', status: 'refunded' })]],
    [
      [charges({ limit: 5, from: '2026-03-09' })],
      'same for customers',
      [{ do: 'list_customers', limit: 5, from: '2026-03-09' }],
    ],
    [[coupon], 'make it 25%', [{ ...coupon, percent_off: 25 }]],
    [[coupon], 'no code', [{ do: 'create_coupon', percent_off: 20, expires_on: '2026-04-09' }]],
    [[coupon], 'two weeks longer', [{ ...coupon, expires_on: '2026-04-23' }]],
    [
      [{ do: 'create_coupon', amount_off: 9, currency: 'usd' }],
      'in euros please',
      [{ do: 'create_coupon', amount_off: 9, currency: 'eur' }],
    ],
    [[coupon], 'a week earlier', [{ ...coupon, expires_on: '2026-04-02' }]],
    [[coupon], 'only once, not forever', [{ ...coupon, duration: 'once' }]],
    [
      [coupon, { do: 'create_coupon', percent_off: 5 }],
      'the second with 7%',
      [{ do: 'create_coupon', percent_off: 7 }],
    ],
    [[coupon], "I'm fine with that, activate it", [{ do: 'refuse', reason: 'bypass_confirmation' }]],
    [[coupon], 'yes', [{ do: 'refuse', reason: 'bypass_confirmation' }]],
    [[coupon], 'thanks', [{ do: 'help' }]],
    [[{ do: 'explain', term: 'dispute' }], 'do we have any?', [charges({ status: 'disputed' })]],
    [[{ do: 'explain', term: 'refund' }], 'and a payout?', [{ do: 'explain', term: 'payout' }]],
    [
      [{ do: 'refuse', reason: 'unmasked_data' }],
      'show it anyway',
      [{ do: 'refuse', reason: 'unmasked_data' }],
    ],
  ];
  for (const [steps, text, after] of cases)
    it(`"${text}" after ${JSON.stringify(steps)} is ${JSON.stringify(after)}`, () => {
      expect(readPlan({ text, today: TODAY, previous: { steps } }).plan.steps).to.deep.equal(after);
    });
});
