import { expect } from 'chai';
import { clockCheck } from '../../../src/commands/doctor/clockCheck.js';

describe('the clock', () => {
  const cases: readonly [heard: number[], status: string, what: RegExp][] = [
    [[], 'warn', /^Nobody answered/],
    [[0], 'ok', /agrees/],
    [[60_000], 'ok', /agrees/],
    [[-60_001], 'warn', /^It is 1 minute behind\.$/],
    [[300_000], 'warn', /^It is 5 minutes ahead\.$/],
    [[300_001, 300_002], 'fail', /^It is 5 minutes ahead, so tokens will be refused\.$/],
    [[-900_000, 1000], 'ok', /agrees/],
  ];
  for (const [heard, status, what] of cases)
    it(`is ${status} when it is ahead by ${heard.join(' and ') || 'an unknown time'}`, () => {
      const line = clockCheck(heard);
      expect(line.status).to.equal(status);
      expect(line.what).to.match(what);
    });
});
