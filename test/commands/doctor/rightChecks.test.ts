import { expect } from 'chai';
import { type Asked, rightChecks } from '../../../src/commands/doctor/rightChecks.js';

const told = (rights: Asked['told']['rights']): Asked['told'] => ({
  rights,
  live: false,
  owner: null,
  fault: null,
  ahead: null,
});
const linesOf = (asked: Asked) =>
  rightChecks('account main', asked).map(({ check, status }) => `${status} ${check}`);

describe('the lines on what a key may do', () => {
  const cases: readonly [string, Asked, string[]][] = [
    [
      'only of what was asked',
      { told: told({ charges: 'has' }), which: 'key', needed: [] },
      ['ok account main, Charges: Read'],
    ],
    [
      'a warning where Stripe did not tell',
      { told: told({ charges: 'unknown', makeCoupons: 'unknown' }), which: 'key', needed: ['charges'] },
      ['warn account main, Charges: Read', 'warn account main, Coupons: Write'],
    ],
    [
      'of the coupon key only what it writes',
      { told: told({ coupons: 'has', makeCoupons: 'lacks' }), which: 'coupon key', needed: [] },
      ['fail account main, Coupons: Write'],
    ],
    [
      'a warning where customers can be read and not searched',
      { told: told({ customers: 'has', customerSearch: 'unknown' }), which: 'key', needed: [] },
      ['ok account main, Customers: Read', 'warn account main, customer search'],
    ],
    [
      'nothing of the search where customers cannot be read',
      { told: told({ customers: 'lacks', customerSearch: 'lacks' }), which: 'key', needed: ['customers'] },
      ['fail account main, Customers: Read'],
    ],
  ];
  for (const [what, asked, lines] of cases)
    it(`are ${what}`, () => {
      expect(linesOf(asked)).to.deep.equal(lines);
    });
});
