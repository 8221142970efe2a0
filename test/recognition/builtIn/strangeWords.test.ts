import { expect } from 'chai';
import { readPlan } from '../../../src/recognition/builtIn/recognise.js';

const stepsOf = (text: string) => readPlan({ text, today: '2026-03-10' }).plan.steps;

describe('a coupon in words that are not all understood', () => {
  for (const text of [
    'Gutschein 10% nur auf Schuhe',
    'code promo 10% seulement pour les chaussures',
    'cupón del 10% solo para zapatos',
    'kupon 10% na buty',
    'buono sconto 10% soltanto scarpe',
  ])
    it(`is asked back: "${text}"`, () => {
      expect(stepsOf(text).map((step) => step.do)).to.deep.equal(['clarify']);
    });

  it('is made where all words are', () => {
    expect(stepsOf('10 % Rabatt für alle')).to.deep.equal([{ do: 'create_coupon', percent_off: 10 }]);
  });

  it('asks back in a script that no rule reads', () => {
    expect(stepsOf('покажи последние платежи')).to.deep.equal([{ do: 'clarify', about: 'other' }]);
  });
});
