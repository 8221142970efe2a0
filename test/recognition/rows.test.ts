import { expect } from 'chai';
import type { Plan } from '../../src/recognition/plan.js';
import { atRow } from '../../src/recognition/rows.js';

describe('atRow', () => {
  const back: Plan = { steps: [{ do: 'clarify', about: 'other' }] };
  const charges = ['ch_1', 'ch_2', 'ch_3'].map((charge, at) => ({
    charge,
    customer: at === 2 ? undefined : `cus_${at}`,
  }));
  const customers = [{ customer: 'cus_a' }, { customer: 'cus_b' }];

  const cases: [
    string,
    readonly { charge?: string | undefined; customer?: string | undefined }[],
    object | null,
  ][] = [
    ['details on the second one', charges, { do: 'list_charges', charge: 'ch_2' }],
    ['row 3', charges, { do: 'list_charges', charge: 'ch_3' }],
    ['open the 1st', charges, { do: 'list_charges', charge: 'ch_1' }],
    ['the last one', charges, { do: 'list_charges', charge: 'ch_3' }],
    ['who is the first one?', charges, { do: 'list_customers', customer: 'cus_0' }],
    ['who paid the third?', charges, { do: 'list_charges', charge: 'ch_3' }],
    ['payments of the second one', customers, { do: 'list_charges', customer: 'cus_b' }],
    ['the first', customers, { do: 'list_customers', customer: 'cus_a' }],
    ['row 9', charges, null],
    ['that one', charges, null],
    ['the second one', [], null],
  ];
  for (const [text, rows, step] of cases) {
    it(`reads “${text}” over ${rows.length} rows`, () => {
      expect(atRow(back, text, rows)).to.deep.equal(step && { steps: [step] });
    });
  }

  it('leaves a plan that says something itself', () => {
    const plan: Plan = { steps: [{ do: 'refuse', reason: 'unsupported_action' }] };
    expect(atRow(plan, 'refund the second one', charges)).to.equal(null);
  });
});
