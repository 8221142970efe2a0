import { expect } from 'chai';
import { phrases, reader } from '../../../src/recognition/builtIn/phrases.js';

describe('the language of phrases', () => {
  const cases: [lines: string, fits: string[], not: string[]][] = [
    ['who did', ['who did it', 'tell me who did'], ['whodid', 'who it did']],
    ['charge|payment today', ['a payment today'], ['payments today']],
    ['coupon(s) left', ['coupons left', 'one coupon left'], ['couponx left']],
    ['two_words here', ['two words here'], ['two here']],
    ['show me? all', ['show all', 'show me all'], ['show you all']],
    ['very* good', ['good', 'very very good'], ['bad']],
    ['very+ good', ['very good'], ['good']],
    ['from ..1 to', ['from a to', 'from to'], ['from a b to']],
    ['code !red', ['code blue', 'code'], ['code red']],
    ['^ help', ['help me'], ['please help']],
    ['again $', ['once again'], ['again and again then']],
    ['again please|$', ['again please', 'once again'], ['again now']],
    ['{refunds} of', ['refunds of today'], ['charges of today']],
    ['page {number}', ['page 12'], ['page twelve']],
  ];
  for (const [lines, fits, not] of cases)
    it(`reads "${lines}"`, () => {
      const test = phrases(lines);
      for (const text of fits) expect(test(text), text).to.equal(true);
      for (const text of not) expect(test(text), text).to.equal(false);
    });

  it('takes out what stands in its gaps, of every line that fits, in order', () => {
    const read = reader('what is a <> $\n is a <> like a|an <> $\n what <> $');
    expect(read('what is a late fee')).to.deep.equal([['late fee'], ['is a late fee']]);
    expect(read('is a coupon like a code')).to.deep.equal([['coupon', 'code']]);
    expect(read('nothing')).to.deep.equal([]);
  });

  it('takes several lines as either', () => {
    const test = phrases('red\nblue sky');
    expect(['red', 'a blue sky', 'a blue sea'].map(test)).to.deep.equal([true, true, false]);
  });
});
