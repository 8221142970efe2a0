import { expect } from 'chai';
import { asksForMore } from '../../src/recognition/paging.js';

describe('asksForMore', () => {
  const more = [
    'next',
    'next 10',
    'Next 10 please',
    'show more',
    'show me more of them',
    'more',
    'older ones',
    'and the rest',
    'continue',
    'can you show me the next page?',
    'give me the following 10 charges',
  ];
  for (const text of more) {
    it(`takes “${text}” for the next rows`, () => {
      expect(asksForMore(text)).to.equal(true);
    });
  }

  const other = [
    'the next coupon ends when?',
    'more than 100 euros',
    'show me more about the second one',
    'older than 30 days',
    'next week',
    'the rest of January',
    'no more',
    `more ${'please '.repeat(4000)}`,
  ];
  for (const text of other) {
    it(`reads “${text.slice(0, 40)}” as a question of its own`, () => {
      expect(asksForMore(text)).to.equal(false);
    });
  }
});
