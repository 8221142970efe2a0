import { expect } from 'chai';
import fc from 'fast-check';
import { inert, inertMarkdown } from '../../src/masking/escape.js';
import { hostileTexts } from './hostileTexts.js';

const pieces = [
  '{{',
  '${',
  '<at>',
  '](',
  '![',
  '://',
  'https:',
  'mailto:',
  '@',
  '.',
  'a',
  'b.co',
  '\\',
  '\u202e',
  '\n',
  '1.',
  '*',
  '_',
  '😀',
  '\u0000',
  '\ud800',
];
const nasty = fc.oneof(
  fc.constantFrom(...hostileTexts),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join('')),
);

/** What a client could still act upon in a text that shows no markdown. */
const alive = [
  /\{\{/,
  /\$\{/,
  /<\/?[a-z]/i,
  /:\/\//,
  /\\\\/,
  /\b(?:mailto|tel|javascript|data|file|https?):[^\s\u200b]/i,
  /[\p{L}\p{N}]\.\p{L}/u,
  /[\p{L}\p{N}]@[\p{L}\p{N}]/u,
  /[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c\ufeff]/,
  /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u,
];

describe('text from outside', () => {
  it('never does anything, in one line of at most 80 signs', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const shown = inert(text);
        for (const sign of alive) expect(shown).not.to.match(sign);
        expect([...shown].length).to.be.at.most(80);
      }),
      { numRuns: 2000 },
    );
  });

  it('never has markdown that is not escaped', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const shown = inertMarkdown(text);
        expect(shown.replaceAll(/\\[\s\S]/gu, '')).not.to.match(/[\\`*_[\]()#+\-!~<>&|]/);
        expect(shown).not.to.match(/^\d+[.)]/);
      }),
      { numRuns: 2000 },
    );
  });

  const cases = [
    ['plain words stay', 'Spring sale 2026', 'Spring sale 2026'],
    ['lines become one', 'one\r\n two\t three', 'one two three'],
    ['an address is broken up', 'jane@example.com', 'jane@\u200bexample.\u200bcom'],
    ['a masked address is left as it is', 'j•••@e•••.com', 'j•••@e•••.com'],
    ['bidi signs go', 'abc\u202edef', 'abcdef'],
    ['heaped accents are thinned', `a${'\u0301'.repeat(50)}`, `a${'\u0301'.repeat(3)}`],
    ['a long text ends in …', 'x'.repeat(5000), `${'x'.repeat(79)}…`],
  ] as const;
  for (const [name, text, shown] of cases) {
    it(`${name}`, () => {
      expect(inert(text)).to.equal(shown);
    });
  }

  it('may be missing', () => {
    expect([inert(null), inert(undefined), inertMarkdown('')]).to.deep.equal(['', '', '']);
  });
});
