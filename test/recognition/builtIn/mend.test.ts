import { expect } from 'chai';
import { mend } from '../../../src/recognition/builtIn/mend.js';

describe('mend', () => {
  const cases: [typed: string, meant: string][] = [
    ['chrages', 'charges'],
    ['custmers', 'customers'],
    ['januray', 'january'],
    ['jane', 'jane'],
    ['charles', 'charles'],
    ['lisa', 'lisa'],
    ['marco', 'marco'],
  ];
  for (const [typed, meant] of cases) {
    it(`takes ${typed} for ${meant}`, () => {
      expect(mend(typed)).to.equal(meant);
    });
  }
});
