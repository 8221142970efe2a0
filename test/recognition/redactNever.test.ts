import { expect } from 'chai';
import fc from 'fast-check';
import { placeholders } from '../../src/recognition/placeholders.js';
import { redact } from '../../src/recognition/redact.js';
import { isIban } from '../../src/recognition/redaction/ibans.js';
import { isLuhn } from '../../src/recognition/redaction/luhn.js';
import { lowerOf } from '../../src/recognition/redaction/span.js';

const plain = (text: string) =>
  text
    .replace(/\p{Cf}|\u20e3|\ufe0f/gu, '')
    .normalize('NFKC')
    .replace(/[٠-٩]/g, (char) => String(char.charCodeAt(0) - 0x660));
const digitsOf = (text: string) => plain(text).replace(/\D/g, '');

/** A number that is a card's: how a network's begin, chance, and the digit that makes it fit. */
const card = fc
  .tuple(
    fc.constantFrom('4', '51', '2221', '34', '37', '6011', '65', '36', '3530', '62', '6759'),
    fc.stringMatching(/^\d{16}$/),
  )
  .map(([begins, chance]) => {
    const length = /^3[47]/.test(begins) ? 14 : begins === '36' ? 13 : 15;
    const rest = (begins + chance).slice(0, length);
    const last = [...'0123456789'].find((digit) => isLuhn(rest + digit));
    return `${rest}${last}`;
  });

const separator = fc.constantFrom(
  ...[
    '',
    ' ',
    '  ',
    '-',
    ' - ',
    '.',
    '/',
    '_',
    '|',
    '\n',
    '\t',
    '\u00a0',
    '\u2009',
    '\u2011',
    '\u2013',
    '\u2212',
  ],
  ...[
    '\u200b',
    '\u200d',
    '\u2060',
    '\u00ad',
    '\u00b7',
    '&nbsp;',
    '&#8203;',
    '*',
    '<br>',
    '%20',
    '\\-',
    '\u3000',
  ],
);
const script = fc.constantFrom(
  (digits: string) => digits,
  (digits: string) => digits.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
  (digits: string) => digits.replace(/\d/g, (digit) => String.fromCodePoint(0x660 + Number(digit))),
  (digits: string) => digits.replace(/\d/g, (digit) => String.fromCodePoint(0x1d7ce + Number(digit))),
  (digits: string) => digits.replace(/\d/g, (digit) => `${digit}\ufe0f\u20e3`),
);
const groups = fc.constantFrom(/.{1,4}/gu, /./gu, /.{1,2}/gu, /.{1,5}/gu, /.+/gu);
const around = fc.constantFrom(
  ['charges of ', ' please'],
  ['card', ''],
  ['x', 'y'],
  ['(', ')'],
  ['"card_number":"', '"'],
  ['refund ', ', exp 12/29'],
  ['https://portal.example/pay?pan=', '&x=1'],
  ['on 2026-03-10 ', ''],
  ['20 euros on ', ' since Monday'],
);

const written = fc
  .tuple(card, separator, groups, script, around)
  .map(([number, mark, size, form, [before = '', after = '']]) => ({
    number,
    text: before + (number.match(size) ?? []).map(form).join(mark) + after,
  }));

const longestRun = (text: string, number: string) =>
  [...number.matchAll(/(?=(\d{7}))/g)].some(([, run]) => run !== undefined && digitsOf(text).includes(run));

describe('what leaves', () => {
  it('never has seven digits in a row of a card, in whatever script and with whatever between them', () => {
    fc.assert(
      fc.property(written, ({ number, text }) => {
        const out = redact(text);
        expect(longestRun(out.text.replace(/&#8203;|%20/g, ''), number), `${text} → ${out.text}`).to.equal(
          false,
        );
        expect(out.sensitive).to.include('card');
      }),
      { numRuns: 1500 },
    );
  });

  it('never has a run of 13 to 19 digits that is right by Luhn', () => {
    const digits = fc.stringMatching(/^\d{13,19}$/);
    const sentence = fc.tuple(fc.string({ maxLength: 20 }), digits, fc.string({ maxLength: 20 }));
    fc.assert(
      fc.property(sentence, ([before, number, after]) => {
        const { text } = placeholders(`${before} ${number} ${after}`);
        const runs = plain(text).match(/(?<!\d)\d{13,19}(?!\d)/g) ?? [];
        expect(runs.filter(isLuhn)).to.deep.equal([]);
      }),
      { numRuns: 1500 },
    );
  });

  it('never has an e-mail address', () => {
    const mark = fc.constantFrom('@', '\uff20', '\u200b@', '&#64;', '@\u00ad', '%40', '\\@');
    // A % and two digits in an address are read as an escape, as in a URL.
    const address = fc.emailAddress().filter((one) => !one.includes('%'));
    fc.assert(
      fc.property(address, mark, fc.lorem({ maxCount: 4 }), (mail, at, words) => {
        const { text } = placeholders(`${words} ${mail.replace('@', at)}, ${words}`);
        expect(plain(text)).to.not.match(/[^\s,]@[^\s,]+\.[a-z]{2}/i);
        expect(text).to.not.include(mail.slice(mail.indexOf('@') + 1));
      }),
      { numRuns: 700 },
    );
  });

  it('never has a key of Stripe or OpenRouter, nor an IBAN', () => {
    const body = fc.stringMatching(/^[A-Za-z0-9]{20,90}$/);
    const begins = fc.constantFrom('sk_live_', 'sk_test_', 'rk_live_', 'pk_live_', 'whsec_', 'ek_live_');
    const iban = fc
      .stringMatching(/^\d{18}$/)
      .map((rest) => [...Array(98).keys()].map((check) => `DE${String(check).padStart(2, '0')}${rest}`))
      .map((all) => all.find(isIban) ?? '');
    fc.assert(
      fc.property(begins, body, iban, fc.string({ maxLength: 12 }), (start, rest, account, words) => {
        const { text } = placeholders(`${words} ${start}${rest} ${words} ${account} ${words}`);
        expect(text).to.not.include(rest.slice(0, 12));
        expect(text).to.not.include(account.slice(4, 12));
      }),
      { numRuns: 500 },
    );
  });

  it('is made of any text without a throw, the same each time, and once redacted stays as it is', () => {
    const any = fc.string({ unit: 'binary', maxLength: 200 });
    fc.assert(
      fc.property(any, (text) => {
        const out = placeholders(text);
        expect(placeholders(text).text).to.equal(out.text);
        expect(lowerOf(text)).to.have.length(text.length);
        expect(redact(redact(text).text).text).to.equal(redact(text).text);
      }),
      { numRuns: 300 },
    );
  });
});
