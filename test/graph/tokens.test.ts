import { generateKeyPairSync } from 'node:crypto';
import { expect } from 'chai';
import { jwtVerify } from 'jose';
import { DirectoryFault } from '../../src/errors.js';
import { createTokens, type TokenNeeds } from '../../src/graph/tokens.js';
import { type LoginAnswer, type StandInLogin, startLogin } from './login.js';
import { guid } from './standIn.js';

const [home, other] = [guid(1), guid(2)];
const bot = {
  appId: guid(3),
  password: 'a password of the app',
  type: 'MultiTenant',
  tenantId: undefined,
} as const;
const graphBase = 'https://graph.microsoft.us';

describe('a token for Graph', () => {
  let login: StandInLogin;
  const tokens = (more: Partial<TokenNeeds> = {}) =>
    createTokens({ bot, graphBase, login, clock: () => new Date(), random: () => 'once', ...more });
  const codeOf = async (token: Promise<string>) => {
    const fault = await token.then(
      () => 'given',
      (error: unknown) => error,
    );
    return fault instanceof DirectoryFault ? fault.code : fault;
  };

  before(async () => {
    login = await startLogin();
  });
  beforeEach(() => {
    login.answer = 'token';
    login.asked.splice(0);
  });
  after(() => login.close());

  it('is given for the app’s password, for Graph alone', async () => {
    expect(await tokens()(home)).to.equal(`token-of-${home}`);
    expect(login.asked.map(({ form }) => Object.fromEntries(form))).to.have.lengthOf(1);
    const [form] = login.asked.map((one) => one.form);
    expect(form?.get('grant_type')).to.equal('client_credentials');
    expect(form?.get('client_id')).to.equal(bot.appId);
    expect(form?.get('client_secret')).to.equal(bot.password);
    expect(form?.get('scope')?.split(' ')).to.include('https://graph.microsoft.us/.default');
  });

  it('is given for the app’s certificate, by a signature of its key', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    const certificate = { thumbprint: '0102030405060708090A0B0C0D0E0F1011121314', privateKey: pem };
    const of = { ...bot, password: undefined, certificate };
    expect(await tokens({ bot: of })(home)).to.equal(`token-of-${home}`);
    const [form] = login.asked.map((one) => one.form);
    expect(form?.get('client_secret')).to.equal(null);
    const { payload, protectedHeader } = await jwtVerify(form?.get('client_assertion') ?? '', publicKey, {
      issuer: bot.appId,
      subject: bot.appId,
      audience: `${login.host}/${home}/oauth2/v2.0/token`,
    });
    expect(protectedHeader.x5t).to.equal('AQIDBAUGBwgJCgsMDQ4PEBESExQ');
    expect(payload.jti).to.equal('once');
  });

  it('is of the person’s tenant for an app of many tenants, and of the app’s for one of a single', async () => {
    const many = tokens();
    await many(home);
    await many(other);
    const single = tokens({ bot: { ...bot, type: 'SingleTenant', tenantId: home.toUpperCase() } });
    await single(other);
    expect(login.asked.map(({ tenant }) => tenant)).to.deep.equal([home, other, home]);
  });

  it('is asked for once by those who want it at the same time, and kept', async () => {
    const tokenOf = tokens();
    const all = await Promise.all(Array.from({ length: 20 }, async () => await tokenOf(home)));
    expect(new Set([...all, await tokenOf(home)])).to.deep.equal(new Set([`token-of-${home}`]));
    expect(login.asked).to.have.length(1);
  });

  const faults: [answer: LoginAnswer, code: string][] = [
    ['refusal', 'app_refused'],
    ['page', 'login_unreachable'],
    ['silence', 'login_unreachable'],
    ['redirect', 'login_unreachable'],
  ];
  it('is not given while Entra fails, and not asked for again in the same minute', async () => {
    login.answer = 'failure';
    const tokenOf = tokens();
    for (const _ of [1, 2]) expect(await codeOf(tokenOf(home))).to.equal('login_unreachable');
    expect(login.asked).to.have.length(1);
  });

  for (const [answer, code] of faults)
    it(`is not given on a ${answer}, and asked for anew the next time`, async () => {
      login.answer = answer;
      const tokenOf = tokens({ within: 300 });
      expect(await codeOf(tokenOf(home))).to.equal(code);
      expect(login.asked.map(({ tenant }) => tenant)).to.deep.equal([home]);
      login.answer = 'token';
      expect(await tokenOf(home)).to.equal(`token-of-${home}`);
      expect(login.asked).to.have.length(2);
    });

  it('is not given where nobody vouches for Entra, or nobody is', async () => {
    const stranger = { host: login.host, ca: (await import('./certificate.js')).ownCertificate().cert };
    expect(await codeOf(tokens({ login: stranger })(home))).to.equal('login_unreachable');
    const nobody = { host: 'https://127.0.0.1:9', ca: login.ca };
    expect(await codeOf(tokens({ login: nobody })(home))).to.equal('login_unreachable');
    expect(login.asked).to.deep.equal([]);
  });

  it('is not asked for with a tenant that would be another address', async () => {
    for (const tenant of ['../common', 'a/b', 'a?b', '', 'a b'])
      expect(await codeOf(tokens()(tenant)), tenant).to.equal('login_unreachable');
    expect(login.asked).to.deep.equal([]);
  });
});
