import { expect } from 'chai';
import { readItems } from '../../../src/recognition/builtIn/itemReading.js';
import { readPlan } from '../../../src/recognition/builtIn/recognise.js';

const TODAY = '2026-03-10';
const rulesOf = (text: string) => readPlan({ text, today: TODAY }).rules;

describe('the names of the rules that fired', () => {
  const cases: [text: string, rules: string[]][] = [
    ['balance', ['balance']],
    ['last ten charges', ['spoken number', 'list']],
    ['letzte 5 Zahlungen', ['other language', 'list']],
    ['chagres of Mia Lund', ['spelling', 'person', 'list']],
    [
      'code TEA 10%, $5 minimum',
      ['code', 'currency', 'amount', 'percentage', 'bound of amount', 'new coupon'],
    ],
    ['charges of last week, no, last month', ['date', 'amount put right', 'list']],
  ];
  for (const [text, rules] of cases)
    it(`for "${text}" are ${rules.join(', ')}`, () => {
      expect(rulesOf(text)).to.deep.equal(rules);
    });

  it('name the rule of a follow-up', () => {
    const previous = { steps: [{ do: 'list_charges' as const, limit: 5 }] };
    const { rules } = readPlan({ text: 'only failed', today: TODAY, previous });
    expect(rules).to.deep.equal(['follow-up: list changed']);
  });
});

describe('the work for one message', () => {
  const hostile = [
    'a ',
    'paymnts ',
    "'a ",
    '"',
    'Anna ',
    '1, ',
    '10% or ',
    'not not ',
    '@a ',
    '> ',
    '<at>',
    'what is a ',
  ];
  const filled = (piece: string) => piece.repeat(Math.ceil(28_672 / piece.length));

  for (const piece of hostile)
    it(`has a bound for 28 KB of ${JSON.stringify(piece)}`, () => {
      const text = filled(piece);
      expect(readItems(text, { today: TODAY }).items.length).to.be.at.most(400);
      expect(readPlan({ text, today: TODAY })).to.deep.equal(
        readPlan({ text: text.slice(0, 6000), today: TODAY }),
      );
    });
});
