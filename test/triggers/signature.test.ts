import { expect } from 'chai';
import fc from 'fast-check';
import { isOfNow, isSigned, signatureOf } from '../../src/triggers/signature.js';

const secret = 'the secret of a trigger';
const said = { name: 'daily', timestamp: '1772000000', rawBody: '{"what":"Räksmörgås"}' };

describe('the signature of a trigger', () => {
  it('is the HMAC of name, timestamp and body, as anybody else makes it', () => {
    expect(signatureOf(said, secret)).to.equal(
      'v1=07061eb792ae48bc0e96e0def676d944c34367ae31ae44cd37730d238a534129',
    );
  });

  it('is taken', () => {
    expect(isSigned({ ...said, signature: signatureOf(said, secret) }, secret)).to.equal(true);
  });

  it('never fits anything else', () => {
    const signature = signatureOf(said, secret);
    const other = fc.record({ name: fc.string(), timestamp: fc.string(), rawBody: fc.string() });
    fc.assert(
      fc.property(other, fc.string(), fc.string(), (changed, text, guessed) => {
        expect(isSigned({ ...changed, signature }, secret)).to.equal(false);
        expect(isSigned({ ...said, signature: text }, secret)).to.equal(false);
        expect(isSigned({ ...said, signature }, guessed)).to.equal(false);
      }),
    );
  });

  for (const signature of [
    '',
    'v1=',
    signatureOf(said, secret).slice(3),
    signatureOf(said, secret).toUpperCase(),
  ])
    it(`is not taken as ${signature || 'nothing'}`, () => {
      expect(isSigned({ ...said, signature }, secret)).to.equal(false);
    });
});

describe('the timestamp of a trigger', () => {
  const now = new Date(1_772_000_000_000);
  const cases: [timestamp: string, taken: boolean][] = [
    ['1772000000', true],
    ['1771999700', true],
    ['1772000300', true],
    ['1771999699', false],
    ['1772000301', false],
    ['1772000000000', true],
    ['', false],
    ['now', false],
    ['-1772000000', false],
    ['1772000000.5', false],
    ['0x699e9a80', false],
    [' 1772000000', false],
  ];
  for (const [timestamp, taken] of cases)
    it(`${JSON.stringify(timestamp)} is ${taken ? 'taken' : 'not taken'}`, () => {
      expect(isOfNow(timestamp, now)).to.equal(taken);
    });
});
