import { expect } from 'chai';
import fc from 'fast-check';
import { createBuiltIn, readPlan } from '../../../src/recognition/builtIn/recognise.js';
import { plan } from '../../../src/recognition/plan.js';

const TODAY = '2026-03-10';
const stepsOf = (text: string, today = TODAY) => readPlan({ text, today }).plan.steps;
const isPlan = (text: string) => plan.safeParse(readPlan({ text, today: TODAY }).plan).success;

const PIECES = [
  'last',
  '10',
  '999999999999999999999',
  '0',
  '-5',
  'charges',
  'coupon',
  '15%',
  '0%',
  '$0',
  '€12,50',
  'and',
  'or',
  ',',
  '.',
  ':',
  '\n',
  'code',
  'SAVE10',
  'called',
  'Anna',
  'from',
  'until',
  '31.02.',
  '30 February',
  'yesterday',
  'for',
  '3 months',
  'refund',
  'what is',
  'a payout',
  '"quoted',
  "it's",
  '@Bot',
  'cus_1',
  'ch_1',
  'acct_1',
  'a@b.example',
  '😀',
  '٣',
  '田中',
  'past 99999999 years',
  'in 900000 days',
  'between',
  'over',
  'under',
  'first',
  'once',
  'x'.repeat(60),
];

describe('the built-in recogniser', () => {
  it('reads the sentence of the scenario', () => {
    expect(
      stepsOf(
        'show me the last 10 charges and create a 15% off coupon for first-time customers, expiring in 30 days',
      ),
    ).to.deep.equal([
      { do: 'list_charges', limit: 10 },
      { do: 'create_coupon', percent_off: 15, first_time_only: true, expires_on: '2026-04-09' },
    ]);
  });

  it('takes nothing said for a question what it does', () => {
    for (const text of ['', '   ', '\n', '😀', '...', '\u200b'])
      expect(stepsOf(text), JSON.stringify(text)).to.deep.equal([{ do: 'help' }]);
  });

  it('counts days from the day it is given', () => {
    expect(stepsOf('charges since yesterday', '2024-03-01')).to.deep.equal([
      { do: 'list_charges', from: '2024-02-29' },
    ]);
    expect(stepsOf('10% off, expires in 2 months', '2025-12-31')).to.deep.equal([
      { do: 'create_coupon', percent_off: 10, expires_on: '2026-02-28' },
    ]);
  });

  it('makes five steps at most, and asks what the others were', () => {
    const steps = stepsOf('charges, customers, coupons, balance, audit log, permissions');
    expect(steps.map((step) => step.do)).to.deep.equal([
      'list_charges',
      'list_customers',
      'list_coupons',
      'show_balance',
      'clarify',
    ]);
  });

  it('says which rules have read a sentence', () => {
    expect(readPlan({ text: 'balance', today: TODAY }).rules).to.deep.equal(['balance']);
  });

  it('names itself as the reader', async () => {
    const read = createBuiltIn();
    const said = { text: 'balance', today: TODAY, zone: 'UTC', locale: 'en' };
    expect(await read(said, new AbortController().signal)).to.deep.equal({
      plan: { steps: [{ do: 'show_balance' }] },
      by: 'built-in',
      certain: true,
    });
  });

  it('never gives anything but a plan for any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), isPlan), { numRuns: 300 });
  });

  it('never gives anything but a plan for any heap of its own words', () => {
    const heap = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((parts) => parts.join(' '));
    fc.assert(fc.property(heap, isPlan), { numRuns: 1000 });
  });

  it('never gives another plan for the same sentence', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }), (parts) => {
        const text = parts.join(' ');
        expect(readPlan({ text, today: TODAY })).to.deep.equal(readPlan({ text, today: TODAY }));
      }),
      { numRuns: 100 },
    );
  });

  it('reads 10,000 characters of anything', () => {
    const long = [
      'a',
      'charges ',
      'i need to ',
      'refund the ',
      '"',
      "'a ",
      '1,',
      '@a ',
      '> ',
      '<at>',
      'not not ',
      'of the ',
      'Anna ',
      'and ',
      '~',
      '&amp;',
      'what is a ',
    ];
    for (const piece of long)
      expect(isPlan(piece.repeat(Math.ceil(10_000 / piece.length))), piece).to.equal(true);
  });
});
