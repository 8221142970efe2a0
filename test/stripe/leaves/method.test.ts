import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { method } from '../../../src/stripe/leaves/method.js';

const rows = readFileSync(new URL('../../data/stripe-fields.tsv', import.meta.url), 'utf8')
  .split('\n')
  .map((line) => line.split('\t'));

/** The leaves of a method that are listed to be shown or masked, and those listed to be dropped. */
const listed = new Map<string, string>();
const types = new Set<string>();
for (const [resource, path = '', , , treatment = ''] of rows) {
  const [, type, leaf] =
    /^payment_method_details\.(\w+)\.(brand|last4|iban_last4|country|wallet\.type)$/.exec(path) ?? [];
  const [, any] = /^payment_method_details\.(\w+)\./.exec(path) ?? [];
  if (resource === 'charge' && any) types.add(any);
  if (resource === 'charge' && type && leaf) listed.set(`${type}.${leaf}`, treatment);
}

const full = {
  brand: 'a-brand',
  last4: '1111',
  iban_last4: '2222',
  country: 'DE',
  wallet: { type: 'a-wallet' },
};

describe('how a charge was paid', () => {
  it('is known of the methods of the list', () => {
    expect(types.size).to.be.above(40);
  });

  for (const type of types)
    it(`takes of ${type} nothing but what is listed to be shown`, () => {
      const facts = method.parse({ type, [type]: full });
      const kept = (leaf: string) => ['show', 'mask'].includes(listed.get(`${type}.${leaf}`) ?? 'drop');
      if (!kept('last4') && !kept('iban_last4')) expect(facts?.last4).to.equal(null);
      if (!kept('brand')) expect(facts?.brand).to.equal(null);
      if (!kept('country')) expect(facts?.country).to.equal(null);
      if (!kept('wallet.type')) expect(facts?.wallet).to.equal(null);
    });

  it('takes of a method nobody knows its name alone', () => {
    for (const type of ['qzpay', '__proto__', 'constructor', 'toString'])
      expect(method.parse({ type, [type]: full })).to.deep.equal({
        type,
        brand: null,
        last4: null,
        country: null,
        wallet: null,
      });
  });

  it('still takes a card’s brand, last four, country and wallet', () => {
    expect(method.parse({ type: 'card', card: full })).to.deep.include({
      brand: 'a-brand',
      last4: '1111',
      wallet: 'a-wallet',
    });
  });
});
