import { expect } from 'chai';
import { canBeGuessed } from '../../../src/commands/doctor/guessable.js';

describe('a secret', () => {
  const cases: readonly [string, boolean][] = [
    ['', true],
    ['f3a9c1d47be2508', true],
    ['f3a9c1d47be25086', false],
    ['aaaaaaaaaaaaaaaaaaaaaaaa', true],
    ['passwordpassword', true],
    ['correct-horse-battery-staple', false],
  ];
  for (const [secret, guessed] of cases)
    it(`${guessed ? 'can' : 'cannot'} be guessed: "${secret}"`, () => {
      expect(canBeGuessed(secret)).to.equal(guessed);
    });
});
