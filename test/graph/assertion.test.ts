import { generateKeyPairSync } from 'node:crypto';
import { expect } from 'chai';
import { decodeJwt, jwtVerify } from 'jose';
import { signedAssertion } from '../../src/graph/assertion.js';

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pem = (type: 'pkcs1' | 'pkcs8') => privateKey.export({ type, format: 'pem' }).toString();
const audience = 'https://login.microsoftonline.com/t-1/oauth2/v2.0/token';
const sign = async (key = pem('pkcs8'), now = new Date()) =>
  await signedAssertion({
    appId: 'app',
    thumbprint: '00FF'.repeat(10),
    privateKey: key,
    audience,
    clock: () => now,
    random: () => 'once',
  });

describe('what an app proves itself with', () => {
  for (const type of ['pkcs1', 'pkcs8'] as const)
    it(`is signed with the certificate’s key, as ${type}, for Entra and this app`, async () => {
      const { payload, protectedHeader } = await jwtVerify(await sign(pem(type)), publicKey, { audience });
      expect(payload).to.include({ iss: 'app', sub: 'app', jti: 'once' });
      expect(protectedHeader).to.deep.equal({
        alg: 'RS256',
        typ: 'JWT',
        x5t: Buffer.from('00ff'.repeat(10), 'hex').toString('base64url'),
      });
    });

  it('is good for five minutes from now', async () => {
    const { nbf, exp } = decodeJwt(await sign(undefined, new Date(1_700_000_000_900)));
    expect([nbf, exp]).to.deep.equal([1_700_000_000, 1_700_000_300]);
  });
});
