import { createHmac } from 'node:crypto';
import { expect } from 'chai';
import fc from 'fast-check';
import { CompactEncrypt, EncryptJWT, SignJWT } from 'jose';
import { z } from 'zod';
import { createSeal } from '../src/sealed.js';

const secret = 'a secret of these tests, long enough';
const seal = createSeal([secret]);
const value = { cursor: 'ch_1', rows: [1, 2], note: 'ñ 😀' };
const schema = z.strictObject({ cursor: z.string(), rows: z.array(z.number()), note: z.string() });
const keyOf = (of: string, use = 'seal') => createHmac('sha256', of).update(use).digest();

describe('a sealed value', () => {
  it('is opened by whom it is for', async () => {
    expect(await seal.open(await seal.close(value, 'me'), 'me', schema)).to.deep.equal(value);
  });

  it('shows nothing, and is never the same twice', async () => {
    const [one, other] = [await seal.close(value, 'me'), await seal.close(value, 'me')];
    expect(one).to.not.equal(other);
    for (const part of one.split('.').slice(1))
      expect(Buffer.from(part, 'base64url').toString()).to.not.include('ch_1');
    expect(one).to.match(/^[\w-]+\.\.[\w-]+\.[\w-]+\.[\w-]+$/);
  });

  const strangers = ['', 'you', 'ME', ' me', 'me ', '["me"]'];
  for (const audience of strangers)
    it(`is not opened for ${JSON.stringify(audience)}`, async () => {
      expect(await seal.open(await seal.close(value, 'me'), audience, schema)).to.equal(null);
    });

  it('is not opened as something of another form', async () => {
    const other = z.strictObject({ cursor: z.number() });
    expect(await seal.open(await seal.close(value, 'me'), 'me', other)).to.equal(null);
    expect(await seal.open(await seal.close({ ...value, more: 1 }, 'me'), 'me', schema)).to.equal(null);
  });

  it('outlives a change of secrets while the old one is kept', async () => {
    const old = await seal.close(value, 'me');
    const cases: [secrets: [string, ...string[]], opens: boolean][] = [
      [['new', secret], true],
      [['newer', 'new', secret], true],
      [['new'], false],
      [[`${secret} `], false],
    ];
    for (const [secrets, opens] of cases)
      expect(await createSeal(secrets).open(old, 'me', schema)).to.deep.equal(opens ? value : null);
  });

  it('is closed with the first secret', async () => {
    const sealed = await createSeal(['new', secret]).close(value, 'me');
    expect(await createSeal(['new']).open(sealed, 'me', schema)).to.deep.equal(value);
    expect(await seal.open(sealed, 'me', schema)).to.equal(null);
  });

  it('is of its form also when another secret opens something else', async () => {
    const sealed = await createSeal(['new', secret]).close(value, 'me');
    expect(await createSeal([secret, 'new']).open(sealed, 'me', schema)).to.deep.equal(value);
  });

  const jwt = (enc = 'A256GCM') => new EncryptJWT({ value }).setProtectedHeader({ alg: 'dir', enc });
  const forged: [what: string, make: () => Promise<string>][] = [
    [
      'a signed token instead',
      async () =>
        await new SignJWT({ value })
          .setProtectedHeader({ alg: 'HS256' })
          .setAudience('me')
          .sign(keyOf(secret)),
    ],
    [
      'a token of nobody',
      async () =>
        `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from(JSON.stringify({ value, aud: 'me' })).toString('base64url')}.`,
    ],
    ['one without an audience', async () => await jwt().encrypt(keyOf(secret))],
    [
      'one made with a key for something else',
      async () => await jwt().setAudience('me').encrypt(keyOf(secret, 'tillkeeper direct line token')),
    ],
    [
      'one made with the secret itself',
      async () =>
        await jwt()
          .setAudience('me')
          .encrypt(Buffer.from(secret.slice(0, 32))),
    ],
    ['one made with no secret', async () => await jwt().setAudience('me').encrypt(new Uint8Array(32))],
    [
      'one with another cipher',
      async () => await jwt('A128CBC-HS256').setAudience('me').encrypt(keyOf(secret)),
    ],
    [
      'one whose key is wrapped',
      async () =>
        await new EncryptJWT({ value })
          .setProtectedHeader({ alg: 'A256KW', enc: 'A256GCM' })
          .setAudience('me')
          .encrypt(keyOf(secret)),
    ],
    [
      'one whose time is over',
      async () => await jwt().setAudience('me').setExpirationTime(1).encrypt(keyOf(secret)),
    ],
    [
      'one that holds no JSON',
      async () =>
        await new CompactEncrypt(Buffer.from('no JSON'))
          .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
          .encrypt(keyOf(secret)),
    ],
  ];
  for (const [what, make] of forged)
    it(`is not ${what}`, async () => {
      expect(await seal.open(await make(), 'me', schema)).to.equal(null);
    });

  it('never opens when one letter of it was changed, left out or put in', async () => {
    const sealed = await seal.close(value, 'me');
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.= ';
    const change = fc.record({
      at: fc.nat(sealed.length - 1),
      letter: fc.constantFrom(...letters),
      cut: fc.constantFrom(0, 1),
    });
    await fc.assert(
      fc.asyncProperty(change, async ({ at, letter, cut }) => {
        const changed = sealed.slice(0, at) + letter + sealed.slice(at + cut);
        fc.pre(!sameBytes(changed, sealed));
        expect(await seal.open(changed, 'me', schema)).to.equal(null);
      }),
      { numRuns: 500 },
    );
  });

  it('never is any other text', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string(),
          fc.base64String(),
          fc.array(fc.base64String()).map((parts) => parts.join('.')),
        ),
        async (text) => {
          expect(await seal.open(text, 'me', z.unknown())).to.equal(null);
        },
      ),
      { numRuns: 500 },
    );
  });
});

/** The last letter of a part has bits that stand for nothing; base64url may be read past other signs. */
function sameBytes(one: string, other: string): boolean {
  const bytes = (text: string) =>
    text
      .split('.')
      .map((part) => Buffer.from(part, 'base64url').toString('hex'))
      .join('.');
  const [header = ''] = other.split('.');
  return one === other || (one.startsWith(`${header}.`) && bytes(one) === bytes(other));
}
