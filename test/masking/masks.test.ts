import { expect } from 'chai';
import fc from 'fast-check';
import {
  initials,
  lastFour,
  maskAsked,
  maskCode,
  maskEmail,
  maskFreeText,
  objectId,
} from '../../src/masking/masks.js';
import { countryName, methodLabel, plainWords } from '../../src/masking/methods.js';
import { hostileTexts } from './hostileTexts.js';

const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.emailAddress(),
  fc.constantFrom(...hostileTexts),
);

/** Runs of four of `original` that stand in `shown`; runs of the mask's own signs do not count. */
function survivors(original: string, shown: string): string[] {
  const points = [...original];
  const runs = points.map((_, at) => points.slice(at, at + 4)).filter((run) => run.length === 4);
  return runs.map((run) => run.join('')).filter((run) => !/[•…]/.test(run) && shown.includes(run));
}

function table(
  name: string,
  mask: (text: string) => string,
  cases: readonly (readonly [string, string])[],
): void {
  describe(name, () => {
    for (const [text, masked] of cases) {
      it(`shows "${text.slice(0, 30)}" as "${masked}"`, () => {
        expect(mask(text)).to.equal(masked);
      });
    }
  });
}

table('an e-mail', maskEmail, [
  ['jane@example.com', 'j•••@e•••.com'],
  ['jane.roe+tag@mail.example.co.uk', 'j•••@m•••.uk'],
  ['j@example.com', '•••@e•••.com'],
  ['jürgen@münchen.рф', 'j•••@m•••.рф'],
  ['😀😀@x.com', '•••@•••.com'],
  ['"a@b"@c.example', '•••@•••.example'],
  ['jane@localhost', 'j•••@l•••'],
  ['no address', '•••'],
  ['jane@example.notatopleveldomain', 'j•••@e•••'],
  [`${'x'.repeat(5000)}@example.com`, 'x•••@e•••.com'],
  ['', ''],
]);

table('a name', initials, [
  ['Jane Roe', 'J. R.'],
  ['jane van der rohe', 'J. R.'],
  ['Jane', 'J.'],
  ['李 小龙', '李. 小.'],
  ['😀 4242', ''],
  ['[x](javascript:alert(1))', 'X.'],
  ['x'.repeat(5000), 'X.'],
  ['', ''],
]);

table('an id', (id) => objectId(id, false), [
  ['ch_3PqKd2LkdIwHu7ix0aB3x', 'ch_…aB3x'],
  ['cus_9s6XKzkNRiz8i3', 'cus_…z8i3'],
  ['ch_1', 'ch_…'],
  ['jane_roe_of_example', '…mple'],
  ['', '…'],
]);

table('a code of one customer', (code) => maskCode(code, true), [
  ['WELCOME15', 'WE•••'],
  ['ABC', '•••'],
  ['', '•••'],
]);

table('what was typed to find someone', (asked) => maskAsked(asked, false), [
  ['jane@example.com', 'j•••@e•••.com'],
  ['cus_9s6XKzkNRiz8i3', 'cus_…z8i3'],
  ['Jane Roe', 'J. R.'],
  ['+1 415 555 0132', '•••'],
]);

table('free text', maskFreeText, [
  ['Spring sale', 'Spring sale'],
  ['for jane@example.com', 'for •••'],
  ['call +1 (415) 555-0132 now', 'call +••• now'],
  ['4242 4242 4242 4242', '•••'],
  ['until 2026-12-24', 'until 2026-12-24'],
  ['sk_live_abc', '•••'],
]);

describe('masks', () => {
  const masks = [
    ['an e-mail', (text: string) => maskEmail(text).replace(/\.[^.•]*$/, '')],
    ['a bound code', (text: string) => maskCode(text, true)],
    ['an id but for its last four', (text: string) => objectId(text, false).replace(/^cus_|….{0,4}$/gu, '')],
    ['last four digits', (text: string) => lastFour(text).slice(0, 5)],
  ] as const;
  for (const [name, mask] of masks) {
    it(`never let four signs in a row of ${name} through`, () => {
      fc.assert(
        fc.property(anything, (text) => {
          expect(survivors(text, mask(text))).to.deep.equal([]);
        }),
        { numRuns: 10_000 },
      );
    });
  }

  it('never let more of a name through than two letters', () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(initials(text)).to.match(/^(?:\p{L}\.(?: \p{L}\.)?)?$/u);
      }),
      { numRuns: 10_000 },
    );
  });

  it('are never longer for a longer text', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (address) => {
        expect([...maskEmail(address)].length).to.be.at.most(9 + 24);
      }),
    );
  });
});

describe('how a charge was paid', () => {
  const method = { type: 'card', brand: 'visa', last4: '4242', country: null, wallet: null };
  const methods = [
    [method, 'Visa •••• 4242'],
    [{ ...method, brand: 'new_brand' }, 'Card •••• 4242'],
    [{ ...method, brand: null, last4: null }, 'Card'],
    [{ ...method, last4: '42424242' }, 'Visa'],
    [{ ...method, type: 'sepa_debit', brand: null, last4: '3000' }, 'SEPA debit •••• 3000'],
    [{ ...method, type: 'pay_in_shells', brand: null, last4: null }, 'Pay in shells'],
    [{ ...method, type: 'constructor', brand: 'toString', last4: null }, 'Constructor'],
    [{ ...method, type: '[x](y)', brand: '<b>', last4: null }, 'Other method'],
  ] as const;
  for (const [paid, label] of methods) {
    it(`is "${label}"`, () => {
      expect(methodLabel(paid)).to.equal(label);
    });
  }

  it('has plain words and country names only for what looks like one', () => {
    expect([plainWords('card_declined'), plainWords('<b>'), plainWords(null)]).to.deep.equal([
      'card declined',
      '',
      '',
    ]);
    expect([countryName('DE'), countryName('Germany'), countryName(null)]).to.deep.equal(['Germany', '', '']);
  });
});
