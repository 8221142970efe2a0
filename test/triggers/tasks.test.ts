import { expect } from 'chai';
import { stepOf, taskNames, triggerAsk } from '../../src/triggers/tasks.js';

const asked = { v: 1, id: 'a-1', account: 'main' } as const;
const today = '2026-03-01';

describe('the tasks of triggers', () => {
  const steps: [more: Parameters<typeof stepOf>[0], step: object][] = [
    [{ ...asked, task: 'balance_summary' }, { do: 'show_balance' }],
    [
      { ...asked, task: 'last_charges' },
      { do: 'list_charges', limit: 10 },
    ],
    [
      { ...asked, task: 'last_charges', count: 3 },
      { do: 'list_charges', limit: 3 },
    ],
    [
      { ...asked, task: 'coupons_ending_soon' },
      { do: 'coupons_ending_soon', by: '2026-03-08' },
    ],
    [
      { ...asked, task: 'coupons_ending_soon', days: 31 },
      { do: 'coupons_ending_soon', by: '2026-04-01' },
    ],
    [
      { ...asked, task: 'failed_payments_since' },
      { do: 'list_charges', status: 'failed', from: '2026-02-28' },
    ],
    [
      { ...asked, task: 'failed_payments_since', days: 90 },
      { do: 'list_charges', status: 'failed', from: '2025-12-01' },
    ],
  ];
  for (const [ask, step] of steps)
    it(`${JSON.stringify(ask)} are the step ${JSON.stringify(step)}`, () => {
      expect(stepOf(triggerAsk.parse(ask), today)).to.deep.equal(step);
    });

  it('have a step each', () => {
    expect([...new Set(steps.map(([{ task }]) => task))].toSorted()).to.deep.equal([...taskNames].toSorted());
  });

  const refused: [what: string, body: unknown][] = [
    ['nothing', undefined],
    ['a coupon', { ...asked, task: 'create_coupon' }],
    ['another field', { ...asked, task: 'balance_summary', text: 'and a coupon' }],
    ['a number of another task', { ...asked, task: 'balance_summary', count: 3 }],
    ['a number in quotes', { ...asked, task: 'last_charges', count: '3' }],
    ['half a charge', { ...asked, task: 'last_charges', count: 0.5 }],
    ['no charge', { ...asked, task: 'last_charges', count: 0 }],
    ['a year of failures', { ...asked, task: 'failed_payments_since', days: 365 }],
    ['an id with a line in it', { ...asked, id: 'a\nb', task: 'balance_summary' }],
    ['an id without end', { ...asked, id: 'a'.repeat(101), task: 'balance_summary' }],
    ['an empty account', { ...asked, account: '', task: 'balance_summary' }],
    ['an address as conversation', { ...asked, conversation: { id: 'x' }, task: 'balance_summary' }],
  ];
  for (const [what, body] of refused)
    it(`are not ${what}`, () => {
      expect(triggerAsk.safeParse(body).success).to.equal(false);
    });
});
