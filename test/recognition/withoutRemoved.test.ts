import { expect } from 'chai';
import type { Plan, Step } from '../../src/recognition/plan.js';
import { withoutRemoved } from '../../src/recognition/withoutRemoved.js';

describe('withoutRemoved', () => {
  const whom: Step = { do: 'clarify', about: 'which_customer' };
  const cases: [text: string, step: Step, left: Step][] = [
    ['charges of [removed]', { do: 'list_charges' }, whom],
    ['find customer [removed]', { do: 'list_customers' }, whom],
    ['charges of customer "[removed]"', { do: 'list_charges', customer: '[removed]' }, whom],
    ['a 10% coupon for [removed]', { do: 'create_coupon', percent_off: 10 }, whom],
    [
      'a 10% coupon called [removed]',
      { do: 'create_coupon', percent_off: 10, name: '[removed]' },
      { do: 'create_coupon', percent_off: 10 },
    ],
    [
      'my card is [removed], last 10 charges',
      { do: 'list_charges', limit: 10 },
      { do: 'list_charges', limit: 10 },
    ],
    ['[removed] last 10 charges', { do: 'list_charges', limit: 10 }, { do: 'list_charges', limit: 10 }],
    ['charges of jane', { do: 'list_charges', customer: 'jane' }, { do: 'list_charges', customer: 'jane' }],
    ['what is our balance [removed]', { do: 'show_balance' }, { do: 'show_balance' }],
  ];
  for (const [text, step, left] of cases) {
    it(`makes of “${text}” ${JSON.stringify(left)}`, () => {
      const plan: Plan = { steps: [step] };
      expect(withoutRemoved(plan, text)).to.deep.equal({ steps: [left] });
    });
  }

  it('asks once where several steps mean the same person', () => {
    const plan: Plan = { steps: [{ do: 'list_charges' }, { do: 'list_customers' }] };
    expect(withoutRemoved(plan, 'charges and details of [removed]')).to.deep.equal({ steps: [whom] });
  });
});
