import { expect } from 'chai';
import { timeFor } from '../../../src/commands/doctor/timeFor.js';

describe('the time for a check', () => {
  const cases: [since: number, time: number, what: string][] = [
    [0, 5000, 'is whole for a process that began quickly'],
    [4000, 5000, 'is whole as long as it fits'],
    [6500.4, 2499, 'is what is left of nine seconds'],
    [60_000, 2000, 'is two seconds at least'],
  ];
  for (const [since, time, what] of cases)
    it(what, () => {
      expect(timeFor(since)).to.equal(time);
    });
});
