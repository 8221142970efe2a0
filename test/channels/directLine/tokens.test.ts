import { expect } from 'chai';
import { SignJWT } from 'jose';
import { createTokens, NoSigningSecret } from '../../../src/channels/directLine/tokens.js';

const holder = {
  portal: 'intranet',
  user: { id: 'u-1001', name: 'Ada' },
  conversationId: 'c-1',
  trustedOrigins: ['https://intranet.example'],
};

const at = (minutes: number) => () => new Date(Date.UTC(2026, 2, 10, 12, minutes));

describe('Direct Line tokens', () => {
  it('carry the holder', async () => {
    const tokens = createTokens(['one'], at(0));
    expect(await tokens.read(await tokens.issue(holder), 'talk')).to.deep.equal(holder);
  });

  it('name the person in the claim Web Chat reads', async () => {
    const [, payload = ''] = (await createTokens(['one'], at(0)).issue(holder)).split('.');
    expect(JSON.parse(Buffer.from(payload, 'base64url').toString())).to.include({
      user: 'u-1001',
      conv: 'c-1',
    });
  });

  it('are read with any of several secrets and signed with the first', async () => {
    const old = await createTokens(['old'], at(0)).issue(holder);
    expect(await createTokens(['new', 'old'], at(1)).read(old, 'talk')).to.deep.equal(holder);
    const fresh = await createTokens(['new', 'old'], at(0)).issue(holder);
    expect(await createTokens(['new'], at(1)).read(fresh, 'talk')).to.deep.equal(holder);
    expect(await createTokens(['old'], at(1)).read(fresh, 'talk')).to.equal(null);
  });

  it('last half an hour, the one in an address two minutes', async () => {
    const issued = createTokens(['one'], at(0));
    const [talk, stream] = [await issued.issue(holder), await issued.issue(holder, 'stream')];
    const readAt = async (minutes: number) => {
      const tokens = createTokens(['one'], at(minutes));
      return [await tokens.read(talk, 'talk'), await tokens.read(stream, 'stream')].map(Boolean);
    };
    expect(await readAt(1)).to.deep.equal([true, true]);
    expect(await readAt(3)).to.deep.equal([true, false]);
    expect(await readAt(29)).to.deep.equal([true, false]);
    expect(await readAt(30)).to.deep.equal([false, false]);
  });

  it('are good for their use only', async () => {
    const tokens = createTokens(['one'], at(0));
    expect(await tokens.read(await tokens.issue(holder, 'stream'), 'talk')).to.equal(null);
    expect(await tokens.read(await tokens.issue(holder), 'stream', 'talk')).to.deep.equal(holder);
  });

  it('cannot be made without a secret', () => {
    expect(() => createTokens([], at(0))).to.throw(NoSigningSecret, 'TILLKEEPER_SECRET');
  });

  it('are refused when anything about them was made elsewhere', async () => {
    const tokens = createTokens(['one'], at(0));
    const [head, payload, signature] = (await tokens.issue(holder)).split('.');
    const none = Buffer.from('{"alg":"none"}').toString('base64url');
    const bySecretItself = await new SignJWT({ portal: 'x', user: 'admin', name: '', conv: 'c', origins: [] })
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer('tillkeeper')
      .setAudience('talk')
      .setExpirationTime('1h')
      .sign(Buffer.from('one'));
    const otherPerson = Buffer.from(JSON.stringify({ user: 'admin' })).toString('base64url');
    const forged = [
      '',
      'nonsense',
      `${none}.${payload}.`,
      `${head}.${otherPerson}.${signature}`,
      `${head}.${payload}.${'A'.repeat(43)}`,
      `${head}.${payload}`,
      bySecretItself,
    ];
    for (const token of forged) expect(await tokens.read(token, 'talk'), token).to.equal(null);
  });
});
