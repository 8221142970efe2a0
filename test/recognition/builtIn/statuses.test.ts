import { expect } from 'chai';
import { readStatuses } from '../../../src/recognition/builtIn/statuses.js';
import { readValidity } from '../../../src/recognition/builtIn/validity.js';

describe('the state of a charge', () => {
  const cases: [text: string, states: string[]][] = [
    ['payments that went through', ['succeeded']],
    ['payments that did not go through', ['failed']],
    ['cards that were turned down', ['failed']],
    ['payments not yet cleared', ['pending']],
    ['pending and failed charges', ['pending', 'failed']],
    ['money we gave back', ['refunded']],
    ['charges under dispute', ['disputed']],
    ['payments that did not fail', []],
    ['charges of today', []],
  ];
  for (const [text, states] of cases)
    it(`in "${text}" is ${states.join(', ') || 'none'}`, () => {
      expect(readStatuses(text)).to.deep.equal(states);
    });
});

describe('the validity of coupons', () => {
  const cases: [text: string, valid: boolean | undefined][] = [
    ['coupons that still work', true],
    ['coupons that are not expired', true],
    ['codes that ran out', false],
    ['codes nobody can use any more', false],
    ['coupons that cannot be redeemed', false],
    ['coupons expired or not', undefined],
    ['coupons of january', undefined],
  ];
  for (const [text, valid] of cases)
    it(`in "${text}" is ${valid}`, () => {
      expect(readValidity(text)).to.equal(valid);
    });
});
