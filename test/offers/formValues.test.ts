import { expect } from 'chai';
import fc from 'fast-check';
import { formOfStep, takeForm } from '../../src/offers/formValues.js';
import { formFields } from '../../src/offerTerms.js';

describe('takeForm', () => {
  const read: [string, Record<string, unknown>, Record<string, string>][] = [
    [
      'numbers and toggles',
      { percent_off: 15, first_time_only: true },
      { percent_off: '15', first_time_only: 'true' },
    ],
    [
      'text, without the blanks around it',
      { code: ' SPRING ', name: 'a  b' },
      { code: 'SPRING', name: 'a b' },
    ],
    ['a percent sign', { percent_off: '15 %' }, { percent_off: '15' }],
    [
      'a decimal comma',
      { percent_off: '7,5', amount_off: '10,50' },
      { percent_off: '7.5', amount_off: '10.50' },
    ],
    ['a comma that may part thousands, as it is', { amount_off: '1,000' }, { amount_off: '1,000' }],
    [
      'commas of words, as they are',
      { name: '1,5', customer: 'Doe, 22' },
      { name: '1,5', customer: 'Doe, 22' },
    ],
    ['a currency in capitals', { currency: 'EUR' }, { currency: 'eur' }],
    [
      'nothing of what is empty, blank or null',
      { code: '', name: '  ', customer: null, amount_off: undefined },
      {},
    ],
    ['nothing that is no input of the form', { tillkeeper: 'x', __proto__: 'y', act: 'coupon.create' }, {}],
    ['no signs that are not to be seen', { name: 'a\u202Eb\u0000c\u200Dd \u200B e' }, { name: 'abcd e' }],
    ['255 characters', { customer: 'x'.repeat(255) }, { customer: 'x'.repeat(255) }],
  ];
  for (const [what, inputs, values] of read)
    it(`reads ${what}`, () => {
      expect(takeForm(inputs)).to.deep.equal({ values, faults: {} });
    });

  const unreadable = [{ a: 1 }, [1], [['x']], Number.NaN, () => 'x', Symbol('x')];
  for (const raw of unreadable)
    it(`says at the input that it cannot read ${Array.isArray(raw) ? 'a list' : typeof raw}, and keeps the rest`, () => {
      const taken = takeForm({ percent_off: raw, code: 'SPRING' });
      expect(taken.values).to.deep.equal({ code: 'SPRING' });
      expect(taken.faults).to.deep.equal({
        percent_off: 'I could not read “Percent off”. Fill it in once more.',
      });
    });

  it('says at the input that a text is too long, and keeps the rest', () => {
    const taken = takeForm({ name: 'x'.repeat(10_000), code: 'SPRING' });
    expect(taken.values).to.deep.equal({ code: 'SPRING' });
    expect(taken.faults).to.deep.equal({
      name: '“Name on invoices” is too long to read. Write it shorter.',
    });
  });

  it('has a sentence of its own for every input', () => {
    const faults = takeForm(Object.fromEntries(formFields.map((field) => [field, {}]))).faults;
    expect(Object.keys(faults)).to.deep.equal([...formFields]);
    expect(new Set(Object.values(faults)).size).to.equal(formFields.length);
  });

  it('never throws, and takes what it gives unchanged', () => {
    const inputs = fc.dictionary(fc.constantFrom(...formFields), fc.anything(), { noNullPrototype: true });
    fc.assert(
      fc.property(inputs, (sent) => {
        const { values, faults } = takeForm(sent);
        expect(takeForm(values)).to.deep.equal({ values, faults: {} });
        for (const field of Object.keys(faults)) expect(values).to.not.have.property(field);
      }),
    );
  });
});

describe('formOfStep', () => {
  it('fills the form with what the sentence stated, and nothing else', () => {
    expect(
      formOfStep({ do: 'create_coupon', percent_off: 15, first_time_only: true, expires_on: '2026-12-21' }),
    ).to.deep.equal({ percent_off: '15', first_time_only: 'true', expires_on: '2026-12-21' });
    expect(formOfStep({ do: 'create_coupon' })).to.deep.equal({});
  });

  const customers = ['Ava', 'x'.repeat(256), 'x'.repeat(20_000), '\u200b\u202e', ' ', ''];
  for (const customer of customers)
    it(`keeps a customer of ${customer.length} signs, for without one the coupon would be for everyone`, () => {
      expect(formOfStep({ do: 'create_coupon', customer })).to.have.property('customer');
    });
});
