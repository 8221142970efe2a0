import { expect } from 'chai';
import fc from 'fast-check';
import { codePatternFault, exampleOf, followsPattern } from '../../src/access/codePattern.js';

describe('a pattern for codes', () => {
  const good: [pattern: string, example: string][] = [
    ['SPRING-[0-9]{2}', 'SPRING-00'],
    ['(SUMMER|WINTER)\\d{2}', 'SUMMER00'],
    ['[A-Z]+', 'AAA'],
    ['[A-Z]{3,8}-?\\d*', 'AAA-000'],
    ['TK-[A-Z0-9]{4,12}', 'TK-AAAA'],
    ['[^A]{4}', 'BBBB'],
    ['.*.*.*.*', 'AAAAAAAAAAAA'],
  ];
  for (const [pattern, example] of good)
    it(`may be ${pattern}, with ${example} to show what is meant`, () => {
      expect(codePatternFault(pattern)).to.equal(null);
      expect(exampleOf(pattern)).to.equal(example);
      expect(followsPattern(pattern, example)).to.equal(true);
    });

  const bad: [pattern: string, why: RegExp][] = [
    ['^A+$', /leave out \^ and \$/],
    ['(a+)+', /^write letters/],
    ['(a|a)*b', /^write letters/],
    ['((a)b)c', /^write letters/],
    ['(?=a)abc', /^write letters/],
    ['(a)\\1b', /^write letters/],
    ['[z-a]bc', /^write letters/],
    ['abc{3,1}', /^write letters/],
    ['[', /^write letters/],
    ['', /^write letters/],
    ['A', /a code of 3 to 40/],
    ['A{41}', /a code of 3 to 40/],
    ['A?A?A?A?A?', /use at most 4/],
  ];
  for (const [pattern, why] of bad)
    it(`may not be ${JSON.stringify(pattern)}`, () => {
      expect(codePatternFault(pattern)).to.match(why);
    });

  it('is compared with the whole code', () => {
    expect(followsPattern('AB|CD', 'ABX')).to.equal(false);
    expect(followsPattern('AB|CD', 'XCD')).to.equal(false);
  });

  it('never keeps anybody waiting, whatever pattern is taken and whatever code is compared', () => {
    const sign = fc.constantFrom('a', '[ab]', '.', '\\d', '[^b]', 'b');
    const times = fc.constantFrom('', '?', '*', '+', '{0,40}', '{2}', '{1,}');
    const part = fc.oneof(
      fc.tuple(sign, times).map((both) => both.join('')),
      fc.array(sign, { minLength: 1, maxLength: 8 }).map((each) => `(${each.join('|')})`),
    );
    const pattern = fc.array(part, { minLength: 1, maxLength: 8 }).map((each) => each.join('').slice(0, 100));
    const code = fc.integer({ min: 1, max: 40 }).map((length) => `${'a'.repeat(length - 1)}-`);
    let slowest = 0;
    fc.assert(
      fc.property(pattern, code, (one, other) => {
        if (codePatternFault(one) !== null) return;
        const began = performance.now();
        followsPattern(one, other);
        slowest = Math.max(slowest, performance.now() - began);
      }),
      { numRuns: 2000 },
    );
    expect(slowest).to.be.below(500);
  });
});
