import { expect } from 'chai';
import { changesCoupon } from '../../src/recognition/change.js';
import type { Plan } from '../../src/recognition/plan.js';

describe('changesCoupon', () => {
  const coupon = (terms: object): Plan => ({ steps: [{ do: 'create_coupon', ...terms }] });
  const previous = coupon({ percent_off: 15 });
  const list: Plan = { steps: [{ do: 'list_charges' }] };

  const cases: [text: string, plan: Plan, alone: Plan, changes: boolean][] = [
    ['make it 20% instead', coupon({ percent_off: 20 }), coupon({ percent_off: 20 }), true],
    ['for new customers', coupon({ percent_off: 15, first_time_only: true }), list, true],
    [
      'a new one: £6 off',
      coupon({ amount_off: 6, currency: 'gbp' }),
      coupon({ amount_off: 6, currency: 'gbp' }),
      false,
    ],
    ['also make another for 5%', coupon({ percent_off: 5 }), list, false],
    ['a new 25% off coupon for first-time customers', coupon({ percent_off: 25 }), list, false],
    ['create a 20% off coupon instead', coupon({ percent_off: 20 }), list, true],
    ['create a 5% coupon', coupon({ percent_off: 5 }), coupon({ percent_off: 5 }), false],
    ['and the failed ones?', list, list, false],
  ];
  for (const [text, plan, alone, changes] of cases) {
    it(`says ${changes} of “${text}”`, () => {
      expect(changesCoupon(text, { plan, alone, previous })).to.equal(changes);
    });
  }

  it('says false where no coupon was before', () => {
    const plan = coupon({ percent_off: 20 });
    expect(changesCoupon('make it 20%', { plan, alone: plan, previous: list })).to.equal(false);
  });
});
