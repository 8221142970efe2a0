import { fork } from 'node:child_process';
import { createHash, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { once } from 'node:events';
import { expect } from 'chai';
import { jwtVerify } from 'jose';
import { answeredWith, tenant } from './answeredWith.js';
import { type Authority, startAuthority } from './authority.js';
import { startTokenService, type TokenService } from './tokenService.js';

const scope = 'https://api.botframework.com/.default';

describe('The bot proves itself to the Connector', () => {
  let service: TokenService;
  let authority: Authority;
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pem = String(privateKey.export({ type: 'pkcs8', format: 'pem' }));
  const thumbprint = createHash('sha1').update('a certificate').digest('hex');

  before(async () => {
    authority = await startAuthority();
    service = await startTokenService();
  });
  beforeEach(() => {
    service.asked.splice(0);
  });
  after(() => {
    service.close();
    authority.close();
  });

  /** What was asked for the token that the one answer was sent with. */
  const askedFor = (answered: unknown) => {
    expect(answered).to.deep.equal({ status: 200, logged: [], authorizations: [`Bearer ${service.token}`] });
    expect(service.asked).to.have.length(1);
    return service.asked[0];
  };

  const secret = { MicrosoftAppPassword: 'the password' };
  const passwords: [type: string, variables: Record<string, string>, path: string][] = [
    ['by a password', secret, '/botframework.com/oauth2/v2.0/token'],
    [
      'by a password of many tenants',
      { ...secret, MicrosoftAppType: 'MultiTenant', MicrosoftAppTenantId: tenant },
      '/botframework.com/oauth2/v2.0/token',
    ],
    [
      'by a password of a single tenant',
      { ...secret, MicrosoftAppType: 'SingleTenant', MicrosoftAppTenantId: tenant },
      `/${tenant}/oauth2/v2.0/token`,
    ],
  ];
  for (const [at, [type, variables, path]] of passwords.entries())
    it(type, async () => {
      const appId = `6f1d1a52-0c55-4c39-8d3f-00000000000${at}`;
      const asked = askedFor(await answeredWith({ ...variables, MicrosoftAppId: appId }, authority));
      expect([asked?.host, asked?.method, asked?.path.split('?')[0]]).to.deep.equal([
        'login.microsoftonline.com',
        'POST',
        path,
      ]);
      expect(asked?.form).to.include({
        grant_type: 'client_credentials',
        client_id: appId,
        client_secret: secret.MicrosoftAppPassword,
        scope,
      });
    });

  const certificate = {
    CertificateThumbprint: thumbprint,
    CertificatePrivateKey: pem.replaceAll('\n', '\\n'),
  };
  const certificates: [type: string, variables: Record<string, string>, of: string][] = [
    ['by a certificate', certificate, 'botframework.com'],
    [
      'by a certificate of a single tenant',
      { ...certificate, MicrosoftAppType: 'SingleTenant', MicrosoftAppTenantId: tenant },
      tenant,
    ],
  ];
  for (const [at, [type, variables, of]] of certificates.entries())
    it(type, async () => {
      const appId = `6f1d1a52-0c55-4c39-8d3f-00000000001${at}`;
      const asked = askedFor(await answeredWith({ ...variables, MicrosoftAppId: appId }, authority));
      expect([asked?.host, asked?.method, asked?.path.split('?')[0]]).to.deep.equal([
        'login.microsoftonline.com',
        'POST',
        `/${of}/oauth2/v2.0/token`,
      ]);
      expect(asked?.form).to.include({ grant_type: 'client_credentials', client_id: appId, scope });
      expect(asked?.form).to.not.have.property('client_secret');
      const { payload, protectedHeader } = await proofOf(asked?.form.client_assertion, publicKey);
      expect([payload.iss, payload.sub]).to.deep.equal([appId, appId]);
      expect(payload.aud).to.equal(`https://login.microsoftonline.com/${of}/oauth2/v2.0/token`);
      expect(protectedHeader.x5t).to.equal(Buffer.from(thumbprint, 'hex').toString('base64url'));
    });

  it('by the identity that Azure gives it', async () => {
    const appId = '6f1d1a52-0c55-4c39-8d3f-000000000020';
    const around = Object.entries(process.env).filter(([name]) => !/^(AZURE_|MSI_|IDENTITY_)/.test(name));
    const child = fork(new URL('./answeredByIdentity.ts', import.meta.url), {
      execArgv: ['--import', 'tsx'],
      env: {
        ...Object.fromEntries(around),
        IDENTITY_ENDPOINT: `${service.url}/msi/token`,
        IDENTITY_HEADER: 'of this machine',
        MicrosoftAppId: appId,
        MicrosoftAppType: 'UserAssignedMSI',
        MicrosoftAppTenantId: tenant,
      },
    });
    const [answered]: unknown[] = await once(child, 'message');
    const asked = askedFor(answered);
    const { pathname, searchParams } = new URL(asked?.path ?? '', service.url);
    expect([asked?.method, pathname, asked?.headers['x-identity-header']]).to.deep.equal([
      'GET',
      '/msi/token',
      'of this machine',
    ]);
    expect(Object.fromEntries(searchParams)).to.include({
      resource: 'https://api.botframework.com',
      client_id: appId,
    });
  });
});

async function proofOf(assertion: string | undefined, key: KeyObject) {
  return await jwtVerify(assertion ?? '', key, { algorithms: ['RS256'], clockTolerance: 5 });
}
