import { expect } from 'chai';
import fc from 'fast-check';
import { chargeFilters } from '../../src/abilities/chargeFilters.js';
import type { ChargesQuestion } from '../../src/masking/questions.js';
import type { ChargeFacts } from '../../src/stripe/facts.js';
import { charge } from '../masking/facts.js';

const passes = (question: ChargesQuestion, own: Partial<ChargeFacts>): boolean =>
  chargeFilters(question).every((keep) => keep(charge(own)));

describe('filters of charges', () => {
  const visa = { type: 'card', brand: 'visa', last4: '4242', country: null, wallet: null };
  const cases: readonly [ChargesQuestion, Partial<ChargeFacts>, boolean][] = [
    [{}, { status: 'of tomorrow' }, true],
    [{ status: 'succeeded' }, {}, true],
    [{ status: 'succeeded' }, { amountRefunded: 12_000, refunded: true }, true],
    [{ status: 'succeeded' }, { status: 'failed' }, false],
    [{ status: 'failed' }, { status: 'failed' }, true],
    [{ status: 'pending' }, { status: 'pending' }, true],
    [{ status: 'pending' }, {}, false],
    [{ status: 'refunded' }, { amountRefunded: 1 }, true],
    [{ status: 'refunded' }, { refunded: true }, true],
    [{ status: 'refunded' }, {}, false],
    [{ status: 'disputed' }, { disputed: true }, true],
    [{ status: 'disputed' }, {}, false],
    [{ currency: 'eur' }, { currency: 'eur' }, true],
    [{ currency: 'eur' }, { currency: 'usd' }, false],
    [{ min_amount: 19.99 }, { amount: 1999, currency: 'usd' }, true],
    [{ min_amount: 19.99 }, { amount: 1998, currency: 'usd' }, false],
    [{ max_amount: 19.99 }, { amount: 1999, currency: 'usd' }, true],
    [{ max_amount: 19.99 }, { amount: 2000, currency: 'usd' }, false],
    [{ min_amount: 99.5 }, { amount: 100, currency: 'jpy' }, true],
    [{ min_amount: 99.5 }, { amount: 99, currency: 'jpy' }, false],
    [{ max_amount: 99.5 }, { amount: 99, currency: 'jpy' }, true],
    [{ min_amount: 1.234 }, { amount: 1234, currency: 'kwd' }, true],
    [{ min_amount: 1.2345 }, { amount: 1234, currency: 'kwd' }, false],
    [{ min_amount: 5, max_amount: 5 }, { amount: 500, currency: 'usd' }, true],
    [{ card_last4: '4242' }, { method: visa }, true],
    [{ card_last4: '4242' }, { method: { ...visa, last4: null } }, false],
    [{ status: 'failed', currency: 'usd' }, { status: 'failed', currency: 'eur' }, false],
  ];
  for (const [question, own, kept] of cases)
    it(`${kept ? 'keep' : 'drop'} ${JSON.stringify(own)} for ${JSON.stringify(question)}`, () => {
      expect(passes(question, own)).to.equal(kept);
    });

  it('are none where Stripe filters by itself', () => {
    expect(chargeFilters({ from: '2026-01-01', limit: 10, charge: 'ch_1' })).to.deep.equal([]);
  });

  it('find every amount by itself, as it is written', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99_999_999 }),
        fc.constantFrom('usd', 'jpy', 'kwd'),
        (amount, currency) => {
          const places = { usd: 2, jpy: 0, kwd: 3 }[currency] ?? 2;
          const written = Number((amount / 10 ** places).toFixed(places));
          expect(passes({ min_amount: written, max_amount: written }, { amount, currency })).to.equal(true);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
