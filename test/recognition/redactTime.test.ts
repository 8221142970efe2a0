import { expect } from 'chai';
import fc from 'fast-check';
import { placeholders } from '../../src/recognition/placeholders.js';

/** In ms of this process: far above what any text takes (see bench/redaction.ts), far below what a pattern that
 * begins again at every character would. */
const runaway = 400;

/** The longest message that any channel lets through, in characters. */
const longest = 28 * 1024;
const filled = (piece: string, length = longest) =>
  piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

function timeOf(text: string): number {
  const before = process.cpuUsage();
  placeholders(text);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** The least of some runs, in ms of this process: what else the machine does is not the text's doing. */
const leastOf = (text: string, most: number): number => {
  let least = timeOf(text);
  for (let run = 0; run < 5 && least > most; run++) least = Math.min(least, timeOf(text));
  return least;
};

const sentence =
  'show the last 10 charges of jane@example.com and Mia Wolf since 2026-03-01 over 1.500,00 EUR on card ' +
  'ending 4242, order 8475 0721 2495 3539, ch_3MmlLrLkdIwHu7ix0snN0B15, then 15% off called "Spring", ';

/** Each makes one of the patterns begin again and again without coming to its end. */
const adversarial = [
  ...['1', '1 ', '42 ', '4242 4242 4242 4242 ', '4-', '4\u200b', '٤', '+1 ', '(0'],
  ...['a@', 'a@a.', '"a" ', 'Q~', 'A. ', "Anna's ", 'by xqz wvu ', '-eyJ', 'DE89 3704 '],
  ...[
    'password is ',
    '://a:',
    '-----BEGIN ',
    'one two ',
    'last ',
    '<at',
    '&amp;',
    'ch_1 ',
    '\ud800',
    'ﷺ',
    'Ж ',
    'Ж 4: ',
  ],
];

describe('the time it takes to redact', () => {
  before(() => {
    for (let run = 0; run < 50; run++) placeholders(sentence);
  });

  it('does not run away with messages of 2,000 characters', () => {
    const times = Array.from({ length: 200 }, (_, at) =>
      leastOf(filled(sentence.slice(at % 60) + sentence, 2000), runaway),
    ).sort((a, b) => a - b);
    expect(times[197]).to.be.at.most(runaway);
  });

  for (const piece of adversarial)
    it(`does not run away with 28 KB of ${JSON.stringify(piece)}`, () => {
      expect(leastOf(filled(piece), runaway)).to.be.at.most(runaway);
    });

  it('does not run away with 28 KB of whatever repeats', () => {
    const part = fc.constantFrom(
      ...['a', 'A', '1', '4', '0', ' ', '@', '.', '-', '_', '+', '(', '"', "'", '/', ':', '=', '&', '%', '<'],
      ...[
        '\u200b',
        '٤',
        'é',
        '\n',
        'key',
        'card ',
        'of ',
        'cus_',
        'sk_live_',
        'call ',
        'cvc ',
        'DE89',
        '12/29',
      ],
    );
    const piece = fc.array(part, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(piece, (one) => leastOf(filled(one), runaway) <= runaway),
      { numRuns: 50 },
    );
  });
});
