import { expect } from 'chai';
import { namesAnother } from '../../src/access/namedAccount.js';

const accounts = [
  { id: 'main', label: 'Main store' },
  { id: 'eu', label: 'EU store' },
  { id: 'wholesale-2', label: 'Sales' },
  { id: 'odd', label: 'C++ (old) shop' },
];

const cases: [text: string, current: string | null, another: boolean][] = [
  ['list customers in EU store', 'main', true],
  ['list customers in eu  STORE, please', 'main', true],
  ['the balance of the eu account', 'main', true],
  ['what came in at the account “eu”?', 'main', true],
  ['the store eu', 'main', true],
  ['the EU store’s charges', 'main', true],
  ['charges of the C++ (old) shop', 'main', true],
  ['the wholesale-2 account', 'main', true],
  ['the balance of the Sales account', 'main', true],
  ['Main store and EU store', 'main', true],
  ['list customers in EU store', null, true],
  ['list customers in EU store', 'eu', false],
  ['the balance of the eu account', 'eu', false],
  ['sales of last week', 'main', false],
  ['how many customers are from the EU?', 'main', false],
  ['the main thing', 'eu', false],
  ['a museum store coupon', 'main', false],
  ['charges of the store', 'main', false],
  ['', 'main', false],
];

describe('another account named in a sentence', () => {
  for (const [text, current, another] of cases)
    it(`is ${another ? '' : 'not '}found in “${text}” by who works in ${current ?? 'none'}`, () => {
      expect(namesAnother(text, current, accounts)).to.equal(another);
    });
});
