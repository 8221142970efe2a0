import { expect } from 'chai';
import fc from 'fast-check';
import { lettersApart } from '../../src/abilities/glossary/nearness.js';
import { termKey } from '../../src/abilities/glossary/termKey.js';
import { findTerm, glossary } from '../../src/abilities/glossary.js';

const termFor = (asked: string): string => {
  const found = findTerm(asked);
  return 'term' in found ? found.term : `nearest: ${found.nearest.join(', ')}`;
};

describe('the glossary', () => {
  it('explains at least 45 terms', () => {
    expect(glossary.length).to.be.at.least(45);
  });

  it('has each spelling once', () => {
    const keys = glossary.flatMap(({ term, aliases }) => [...new Set([term, ...aliases].map(termKey))]);
    expect(keys.filter((key, place) => keys.indexOf(key) !== place)).to.deep.equal([]);
  });

  it('points only to terms it has, and never to itself', () => {
    const terms = new Set(glossary.map(({ term }) => term));
    const lost = glossary.flatMap(({ term, related }) =>
      related.filter((next) => next === term || !terms.has(next)).map((next) => `${term} → ${next}`),
    );
    expect(lost).to.deep.equal([]);
  });

  for (const { term, meaning } of glossary) {
    it(`says ${term} in one to three short sentences, without shouting`, () => {
      const sentences = meaning.split(/[.!?](?:\s|$)/).filter((part) => part.trim() !== '');
      expect(sentences.length, meaning).to.be.within(1, 3);
      expect(meaning)
        .to.match(/^\P{Ll}.*[.]$/u)
        .and.not.match(/!|simply|powerful|seamless/i);
      expect(meaning.length).to.be.at.most(230);
    });
  }
});

describe('findTerm', () => {
  const cases: readonly [asked: string, term: string][] = [
    ['charge', 'charge'],
    ['CHARGES', 'charge'],
    ['  a  charge? ', 'charge'],
    ['promo code', 'promotion code'],
    ['Promo-Codes', 'promotion code'],
    ['promotion codes', 'promotion code'],
    ['voucher', 'coupon'],
    ['failed payment', 'failed'],
    ['failed charge', 'failed'],
    ['payment failed', 'failed'],
    ['refunded', 'refund'],
    ['available', 'available balance'],
    ['pending', 'pending'],
    ['pending balance', 'pending balance'],
    ['min purchase', 'minimum purchase'],
    ['minimum amount', 'minimum purchase'],
    ['charge-back', 'chargeback'],
    ['authorization', 'uncaptured'],
    ['authorisations', 'uncaptured'],
    ['currencies', 'currency'],
    ['fees', 'fee'],
    ['max redemptions', 'redemption limit'],
    ['what is a payout?', 'payout'],
    ['what does net mean', 'net'],
    ["Stripe's fee", 'fee'],
    ['tax ids', 'tax id'],
    ['last 4', 'last four'],
    ['3DS', '3D Secure'],
    ['ＳＥＰＡ', 'SEPA debit'],
    ['disput', 'dispute'],
    ['chargbeack', 'chargeback'],
    ['reciept', 'receipt'],
    ['promtion cod', 'promotion code'],
    ['idempotancy key', 'idempotency key'],
    ['uncapturd', 'uncaptured'],
  ];
  for (const [asked, term] of cases) {
    it(`takes "${asked}" as ${term}`, () => {
      expect(termFor(asked)).to.equal(term);
    });
  }

  const differences: readonly [asked: string, term: string][] = [
    ['coupon vs promotion code', 'coupon vs promotion code'],
    ['promo code versus coupons', 'promotion code vs coupon'],
    ['the difference between net and gross', 'net vs gross'],
    ['difference between a dispute and a charge-back?', 'dispute vs chargeback'],
    ['voucher or coupon', 'coupon'],
    ['coupon vs gift card', 'coupon'],
  ];
  for (const [asked, term] of differences) {
    it(`answers "${asked}" with ${term}`, () => {
      expect(termFor(asked)).to.equal(term);
    });
  }

  it('gives both meanings when asked for a difference', () => {
    const found = findTerm('gross vs net');
    expect(found)
      .to.have.property('meaning')
      .that.matches(/^Gross: .+\n\nNet: .+/s);
    expect(found).to.have.deep.property('related', ['gross', 'net']);
  });

  const unknown: readonly [asked: string, nearest: string[]][] = [
    ['coupon fee', ['coupon', 'fee']],
    ['recipient', []],
    ['weather', []],
    ['', []],
    ['🙂', []],
  ];
  for (const [asked, nearest] of unknown) {
    it(`does not guess what "${asked}" is`, () => {
      const found = findTerm(asked);
      expect(found).to.have.property('nearest').that.includes.members(nearest);
      expect(found).to.not.have.property('term');
    });
  }

  it('never offers more than three terms, nor one it cannot explain', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (asked) => {
        const found = findTerm(asked);
        if ('term' in found) return true;
        return found.nearest.length <= 3 && found.nearest.every((term) => termFor(term) === term);
      }),
      { numRuns: 200 },
    );
  });
});

describe('lettersApart', () => {
  const cases: readonly [string, string, number, number][] = [
    ['refund', 'refund', 2, 0],
    ['refund', 'refnud', 2, 1],
    ['refund', 'refnd', 2, 1],
    ['refund', 'rfnd', 2, 2],
    ['coupon', 'payout', 2, 3],
    ['', 'abc', 1, 2],
  ];
  for (const [one, other, most, apart] of cases) {
    it(`counts ${apart} between "${one}" and "${other}", looking no further than ${most}`, () => {
      expect(lettersApart(one, other, most)).to.equal(apart);
      expect(lettersApart(other, one, most)).to.equal(apart);
    });
  }
});
