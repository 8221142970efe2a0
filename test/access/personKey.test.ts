import { expect } from 'chai';
import { createDirectory } from '../../src/access/caller.js';
import type { Identity } from '../../src/access/identity.js';
import { identityOfKey, keyOf } from '../../src/access/personKey.js';

const cases: [Identity, Identity][] = [
  [
    { kind: 'entra', tenant: 'T', user: 'U' },
    { kind: 'entra', tenant: 't', user: 'u' },
  ],
  [
    { kind: 'portal', portal: 'intranet', user: 'U-1 "x"' },
    { kind: 'portal', portal: 'intranet', user: 'U-1 "x"' },
  ],
  [{ kind: 'unknown' }, { kind: 'unknown' }],
];

describe('the key of a person', () => {
  for (const [identity, known] of cases) {
    it(`leads back to ${identity.kind}`, () => {
      expect(identityOfKey(keyOf(identity))).to.deep.equal(known);
    });

    it(`is the one that the directory gives ${identity.kind}`, async () => {
      expect(keyOf(identity)).to.equal(
        (await createDirectory([], [])(identity, AbortSignal.timeout(1000))).key,
      );
    });
  }

  it('is the one that the directory gives a trigger, and leads nowhere: a program cannot be reached', async () => {
    const trigger: Identity = { kind: 'trigger', name: 'daily' };
    const { key } = await createDirectory([], [])(trigger, AbortSignal.timeout(1000));
    expect([keyOf(trigger), identityOfKey(key)]).to.deep.equal([key, { kind: 'unknown' }]);
  });

  for (const key of [
    '',
    'x',
    '[]',
    '["entra","t"]',
    '["portal",1,2]',
    '["admin","a","b"]',
    '{"kind":"portal"}',
  ])
    it(`is nobody’s when it is ${JSON.stringify(key)}`, () => {
      expect(identityOfKey(key)).to.deep.equal({ kind: 'unknown' });
    });
});
