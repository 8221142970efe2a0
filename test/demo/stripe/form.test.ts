import { expect } from 'chai';
import fc from 'fast-check';
import { formFingerprint, parseForm } from '../../../src/demo/stripe/form.js';

const cases = [
  { text: '', form: {} },
  { text: 'a=1&b=', form: { a: '1', b: '' } },
  { text: 'created%5Bgte%5D=5&created[lt]=9', form: { created: { gte: '5', lt: '9' } } },
  { text: 'expand[0]=a&expand[1]=b', form: { expand: ['a', 'b'] } },
  { text: 'expand[]=a&expand[]=b', form: { expand: ['a', 'b'] } },
  { text: 'applies_to[products][0]=x', form: { applies_to: { products: ['x'] } } },
  { text: 'metadata[7]=x', form: { metadata: { 7: 'x' } } },
  { text: 'a=1&a[b]=2', form: { a: { b: '2' } } },
  { text: 'a[b=1', form: { 'a[b': '1' } },
  { text: 'name=a+b%26c', form: { name: 'a b&c' } },
];

describe('a form as Stripe reads it', () => {
  for (const { text, form } of cases)
    it(`reads ${text || 'nothing'}`, () => {
      expect(parseForm(text)).to.deep.equal(form);
    });

  it('never fails and never reaches a prototype', () => {
    const name = fc.stringMatching(/^(a|b|__proto__|constructor|\[|\]|\[\]|\[0\]|\[__proto__\]){1,6}$/);
    fc.assert(
      fc.property(fc.array(fc.tuple(name, fc.string())), (pairs) => {
        parseForm(new URLSearchParams(pairs).toString());
        expect(Object.keys(Object.prototype)).to.be.empty;
        expect({}).to.not.have.property('a');
      }),
    );
  });

  it('is the same in any order', () => {
    expect(formFingerprint('a=1&b=2')).to.equal(formFingerprint('b=2&a=1'));
    expect(formFingerprint('a=1&b=2')).to.not.equal(formFingerprint('a=2&b=1'));
  });
});
