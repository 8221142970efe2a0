import { expect } from 'chai';
import fc from 'fast-check';
import { adversarial, filled, longest } from '../../bench/redaction.js';
import { placeholders } from '../../src/recognition/placeholders.js';

/** Into so many parts a long message is cut, to be compared with itself in one piece. */
const parts = 8;

/** What a pattern does that begins again at every character: as many times the work as there are parts. What reads
 * once needs the same for both; between lies what else the machine does. */
const most = parts / 2;

/** Milliseconds for some texts, one after the other. */
function timeOf(texts: readonly string[]): number {
  const before = performance.now();
  for (const text of texts) placeholders(text);
  return performance.now() - before;
}

/** How many times as long a message takes in one piece as in parts: of some tries, the least of each. */
function growthOf(piece: string): number {
  const text = filled(piece);
  const cut = Array.from({ length: parts }, (_, at) =>
    text.slice((at * longest) / parts, ((at + 1) * longest) / parts),
  );
  let whole = timeOf([text]);
  let inParts = timeOf(cut);
  for (let again = 0; again < 8 && whole / inParts > most; again += 1) {
    whole = Math.min(whole, timeOf([text]));
    inParts = Math.min(inParts, timeOf(cut));
  }
  return whole / inParts;
}

describe('the time it takes to redact', () => {
  before(() => {
    for (const piece of adversarial) placeholders(filled(piece, 500));
  });

  for (const piece of adversarial)
    it(`grows with the length of ${JSON.stringify(piece.slice(0, 20))} and no faster`, () => {
      expect(growthOf(piece)).to.be.at.most(most);
    });

  it('grows with the length of whatever repeats, and no faster', () => {
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
    const piece = fc.array(part, { minLength: 1, maxLength: 6 }).map((all) => all.join(''));
    fc.assert(
      fc.property(piece, (one) => growthOf(one) <= most),
      { numRuns: 40 },
    );
  });
});
