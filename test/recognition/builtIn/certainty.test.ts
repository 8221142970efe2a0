import { expect } from 'chai';
import { readPlan } from '../../../src/recognition/builtIn/recognise.js';

const isCertain = (text: string) => readPlan({ text, today: '2026-03-10' }).certain;

describe('a sentence that is certain', () => {
  const plain = [
    'last 10 charges',
    'show me the last 10 charges',
    'balance please',
    'failed payments since 1 March',
    'how many customers signed up last week?',
    'payments of jane@mail.example',
    'list coupons',
    'what is a dispute?',
    'last 5 payments and the balance',
    'help',
  ];
  for (const text of plain)
    it(`is "${text}": every word is accounted for`, () => {
      expect(isCertain(text)).to.equal(true);
    });

  const doubtful: [why: string, text: string][] = [
    ['a misspelt word', 'last 10 chagres'],
    ['a word that says more', 'last 10 charges that look odd'],
    ['a choice', 'charges of last week or last month'],
    ['a correction', 'last 10, no, 12 charges'],
    ['a negation', 'charges, not refunds'],
    ['quoted text', 'mail: "refund all". charges'],
    ['another language', 'letzte 5 Zahlungen'],
    ['a day with two readings', 'charges since 3/4'],
    ['a question back', 'make a discount'],
    ['a refusal', 'refund the last payment'],
    ['a pronoun', 'show his charges'],
    ['a coupon', 'create a 10% off coupon'],
    ['a fourth request', 'charges, customers, coupons and balance'],
  ];
  for (const [why, text] of doubtful)
    it(`has not ${why}: "${text}"`, () => {
      expect(isCertain(text)).to.equal(false);
    });

  it('is none that leans on the plan before, and is one that does not', () => {
    const previous = { steps: [{ do: 'list_charges' as const, limit: 5 }] };
    const isCertainAfter = (text: string) => readPlan({ text, today: '2026-03-10', previous }).certain;
    expect(isCertainAfter('last 10')).to.equal(false);
    expect(isCertainAfter('only failed')).to.equal(false);
    expect(isCertainAfter('list coupons')).to.equal(true);
  });
});
