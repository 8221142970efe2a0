import { expect } from 'chai';
import { runsOf } from '../../src/audit/runs.js';

describe('numbers that follow each other', () => {
  const cases: [numbers: number[], runs: [number, number][]][] = [
    [[], []],
    [[4], [[4, 4]]],
    [
      [1, 2, 3, 7, 9, 10],
      [
        [1, 3],
        [7, 7],
        [9, 10],
      ],
    ],
  ];
  for (const [numbers, runs] of cases)
    it(`${numbers.join(', ') || 'none'} are ${runs.length} runs`, () => {
      expect(runsOf(numbers).map(({ from, to }) => [from, to])).to.deep.equal(runs);
    });
});
