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
import { hostileTexts } from './hostileTexts.js';

const values = 10_000;

const letters = ['jane', 'Ünal', 'Łukasz', '李小龙', 'שלום', 'Ольга', 'ẞß', '😀👩‍👩‍👧', 'x', 'İi', 'e\u0301'];
const unseen = ['\u200b', '\u202e', '\u2066', '\u0000', '\u001b', '\ufeff', '\ud800', '\u00ad', '\r\n', '\t'];
const signs = [' ', '.', '-', '_', '@', "'", '"', '•', '…', '<', '[', '{{', '4242', '0'];

const pieces = fc
  .array(fc.constantFrom(...letters, ...unseen, ...signs), { maxLength: 16 })
  .map((parts) => parts.join(''));
const endless = fc.string({ minLength: 1, maxLength: 12 }).map((text) => text.repeat(5000).slice(0, 5000));
const anything = fc.oneof(
  { weight: 4, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 4, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) },
  { weight: 6, arbitrary: pieces },
  { weight: 2, arbitrary: fc.constantFrom('', 'x', '李', '😀', ...hostileTexts) },
  { weight: 1, arbitrary: endless },
);

const label = fc.oneof(
  fc.stringMatching(/^[a-z0-9]{1,12}$/),
  fc.constantFrom('münchen', 'xn--mnchen-3ya', 'пример', '例え', 'x', '😀'),
);
const top = fc.constantFrom('com', 'example', 'co.uk', 'рф', 'xn--p1ai', 'museum', 'smithfield');
const local = fc.oneof(pieces, fc.stringMatching(/^[a-z.+_-]{1,20}$/), fc.constantFrom('', 'x', 'ö'));
const email = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.tuple(local, label, label, top).map(([who, ...at]) => `${who}@${at.join('.')}`),
  },
  { weight: 3, arbitrary: fc.emailAddress() },
  { weight: 3, arbitrary: anything },
);

const word = fc.oneof(fc.stringMatching(/^[A-Za-z]{1,12}$/), fc.constantFrom(...letters), anything);
const name = fc.oneof(
  { weight: 5, arbitrary: fc.array(word, { maxLength: 4 }).map((words) => words.join(' ')) },
  {
    weight: 2,
    arbitrary: fc
      .array(fc.stringMatching(/^[A-Za-z]{1,2}\.?$/), { maxLength: 3 })
      .map((all) => all.join(' ')),
  },
  { weight: 2, arbitrary: anything },
);

const id = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('cus_', 'ch_', 'py_', 'pi_', 'promo_', 'in_', ''),
      fc.stringMatching(/^[A-Za-z0-9]{0,24}$/),
    )
    .map((parts) => parts.join('')),
  anything,
);
const code = fc.oneof(fc.stringMatching(/^[A-Z0-9]{0,20}$/), anything);

const folded = (text: string): string => text.normalize('NFC').toLowerCase();

/** Runs of four signs of the original that still stand in what is shown; the mask's own signs are not the original's. */
function survivors(original: string, shown: string): string[] {
  const [before, after] = [folded(original), [...folded(shown)]];
  const runs = after.map((_, at) => after.slice(at, at + 4)).filter((run) => run.length === 4);
  return runs.map((run) => run.join('')).filter((run) => !/[•…]/.test(run) && before.includes(run));
}

/** Initials without the signs that the mask itself puts between them. */
const letterByLetter = (shown: string): string => shown.replaceAll(/[. ]/g, '•');
const withoutTop = (shown: string): string => shown.replace(/\.(?:\p{L}{2,10}|xn--[a-z0-9]{2,20})$/u, '');
const withoutKindAndEnd = (shown: string): string =>
  shown.replace(/^(?:cus|ch|py|pi|promo)_/, '').replace(/…[A-Za-z0-9]{4}$/, '…');

/** What is masked, by what, and what of it may be seen whole. */
const masks: [what: string, of: fc.Arbitrary<string>, left: (text: string) => string][] = [
  ['an e-mail address, but its top-level domain', email, (text) => withoutTop(maskEmail(text))],
  ['a name', name, (text) => letterByLetter(initials(text))],
  ['an id, but its kind and its last four', id, (text) => withoutKindAndEnd(objectId(text, false))],
  ['a code of one customer', code, (text) => maskCode(text, true)],
  ['what stands for the last four', anything, (text) => (/^\d{4}$/.test(text) ? '' : lastFour(text))],
  [
    'what was typed to find somebody',
    fc.oneof(email, name, id),
    (text) => letterByLetter(withoutKindAndEnd(withoutTop(maskAsked(text, false)))),
  ],
];

describe('of 10,000 values no four signs in a row are left', () => {
  for (const [what, of, left] of masks) {
    it(`of ${what}`, () => {
      fc.assert(
        fc.property(of, (text) => {
          expect(survivors(text, left(text))).to.deep.equal([]);
        }),
        { numRuns: values },
      );
    });
  }

  const between = fc.constantFrom(
    '',
    ' ',
    '-',
    '\u2011',
    '.',
    ' / ',
    '\u200b',
    '\u202e',
    '\u00a0',
    '·',
    '\t\t\t\t',
  );
  const digits = (length: number) => fc.array(fc.nat(9), { minLength: length, maxLength: length });
  const number = fc
    .tuple(fc.constantFrom(10, 12, 15, 16, 19), between)
    .chain(([length, gap]) => digits(length).map((all) => all.join('').replace(/(.{4})(?=.)/g, `$1${gap}`)));
  const key = fc
    .tuple(
      fc.constantFrom('sk_live_', 'rk_test_', 'pk_live_', 'whsec_', 'sk_\u200blive_'),
      fc.stringMatching(/^[A-Za-z0-9]{8,40}$/),
    )
    .map((parts) => parts.join(''));
  const address = fc
    .tuple(fc.stringMatching(/^[a-z.]{1,12}$/), fc.constantFrom('@', '＠', '\u200b@', '﹫'), label, top)
    .map(([who, at, ...where]) => `${who}${at}${where.join('.')}`);

  it('of an address, a long number or a key that somebody wrote into a coupon’s name', () => {
    const around = fc.constantFrom(['', ''], ['for ', ' only'], ['(', ')'], ['Ω-', '!']);
    fc.assert(
      fc.property(fc.oneof(number, key, address), around, (secret, [before, after]) => {
        const seen = secret.replace(/\p{Cf}/gu, '').replace(/\s+/g, ' ');
        // The words around it stay, and may by chance stand in a key too.
        fc.pre(survivors(seen, `${before}•${after}`).length === 0);
        const shown = maskFreeText(`${before}${secret}${after}`).replaceAll('\u200b', '');
        expect(survivors(seen, shown)).to.deep.equal([]);
      }),
      { numRuns: values, examples: [['sk_live_0000000000A0aA0aAA', ['', '']]] },
    );
  });
});

describe('a mask is as long for a long text as for a short one', () => {
  const most: [what: string, of: fc.Arbitrary<string>, mask: (text: string) => string, signs: number][] = [
    ['an e-mail address', email, maskEmail, 9 + 1 + 24],
    ['a name', name, initials, 5],
    ['an id', id, (text) => objectId(text, false), 6 + 1 + 4],
    ['a code of one customer', code, (text) => maskCode(text, true), 5],
    ['last four', anything, lastFour, 9],
  ];
  for (const [what, of, mask, signs] of most) {
    it(`of ${what}: ${signs} signs at most`, () => {
      fc.assert(
        fc.property(of, (text) => {
          expect([...mask(text)].length).to.be.at.most(signs);
        }),
        { numRuns: 2000 },
      );
    });
  }
});
