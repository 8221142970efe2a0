import { expect } from 'chai';
import { decodeProtectedHeader, jwtVerify } from 'jose';
import { gatewayToken } from '../../src/n8n/token.js';

const secret = 'the secret of the bot and of n8n';
const claims = { ability: 'coupons.create', account: 'eu', roles: ['marketing'], use: 'write' } as const;
const verified = async (token: string, by: string) => await jwtVerify(token, new TextEncoder().encode(by));

describe('a token for n8n', () => {
  it('is signed with the secret that both know, and says for whom and what it is', async () => {
    const token = await gatewayToken(secret, claims, 'an-id');
    const { payload } = await verified(token, secret);
    expect(decodeProtectedHeader(token)).to.deep.equal({ alg: 'HS256', typ: 'JWT' });
    expect(payload).to.deep.include({ ...claims, iss: 'tillkeeper', aud: 'n8n', jti: 'an-id' });
    expect(Number(payload.exp) - Number(payload.iat)).to.equal(60);
  });

  it('is none for who knows another secret', async () => {
    const failed = await verified(await gatewayToken(secret, claims, 'x'), 'another').catch(() => 'refused');
    expect(failed).to.equal('refused');
  });
});
