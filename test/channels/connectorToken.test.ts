import { createHmac } from 'node:crypto';
import { expect } from 'chai';
import { type Authority, appId, type Claims, inSeconds, serviceUrl, startAuthority } from './authority.js';
import { type ConnectorDoor, consoleLines, openConnectorDoor } from './connectorDoor.js';
import { type Connects, watchConnects } from './connects.js';

const ours = '3c7e1a52-0c55-4c39-8d3f-0c2f6f4f7a10';
const theirs = '44444444-4444-4444-4444-444444444444';

const bot = {
  appId,
  password: 'not asked for by any of these tests',
  type: 'SingleTenant' as const,
  tenantId: '0b5e7c1a-3f41-4c0e-9c54-6e1b6f0b8d11',
};

const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A token of any Entra tenant for this bot: the shape of the bot's own outbound one. */
const ofEntra = (tenant: string, more: object = {}) => ({
  iss: `https://sts.windows.net/${tenant}/`,
  tid: tenant,
  ver: '1.0',
  appid: appId,
  aud: 'https://api.botframework.com',
  ...more,
});

describe('POST /api/messages of a bot with an app id', () => {
  let authority: Authority;
  let door: ConnectorDoor;
  let connects: Connects;
  let count = 0;

  const activity = (more: object = {}) => {
    count += 1;
    return {
      type: 'message',
      id: `m-${count}`,
      channelId: 'msteams',
      serviceUrl,
      from: { id: '29:1abc' },
      recipient: { id: '28:bot' },
      conversation: { id: 'a:1', tenantId: ours },
      channelData: { tenant: { id: ours } },
      text: 'ada@example.com',
      ...more,
    };
  };
  const post = async (authorization: string | undefined, more?: object) =>
    await door.post(activity(more), authorization === undefined ? {} : { authorization });

  before(async () => {
    authority = await startAuthority();
    door = await openConnectorDoor({ bot, authority: authority.settings, tenants: [ours.toUpperCase()] });
    connects = watchConnects();
  });
  beforeEach(() => {
    door.turns.splice(0);
    door.logged.splice(0);
    connects.tried.splice(0);
  });
  after(async () => {
    connects.end();
    await door.close();
    authority.close();
  });

  /** The door's own port is called by the test, the authority's to read its keys; nothing else is. */
  const elsewhere = () =>
    connects.tried.filter((target) => ![door.address, new URL(authority.url).host].includes(target));

  const good: [what: string, claims: Claims, more?: object][] = [
    ['for this bot', {}],
    ['that ran out two minutes ago: clocks differ', { exp: () => inSeconds(-120) }],
    ['that begins in two minutes: clocks differ', { nbf: () => inSeconds(120) }],
    ['with claims that mean nothing here', { roles: ['admin'], tid: 'x' }],
    ['with the tenant in other letters', {}, { conversation: { id: 'a:1', tenantId: ours.toUpperCase() } }],
    ['with the tenant in the conversation only', {}, { channelData: undefined }],
    ['with the tenant in channelData only', {}, { conversation: { id: 'a:1' } }],
  ];
  for (const [what, claims, more] of good) {
    it(`runs a turn for a token ${what}`, async () => {
      const answer = await post(`Bearer ${await authority.token(claims)}`, more);
      expect(answer).to.deep.equal({ status: 200, text: '' });
      expect(door.turns).to.have.length(1);
    });
  }

  const hmac = (signed: string, secret: string) =>
    createHmac('sha256', secret).update(signed).digest('base64url');
  const byHand = async (header: object, secret: string | null) => {
    const [, payload = ''] = (await authority.token()).split('.');
    const signed = `${base64(header)}.${payload}`;
    return `Bearer ${signed}.${secret === null ? '' : hmac(signed, secret)}`;
  };
  const token = (claims: Claims, header?: object) => async () =>
    `Bearer ${await authority.token(claims, { ...header })}`;
  const changed = (change: (parts: string[]) => string[]) => async () =>
    `Bearer ${change((await authority.token()).split('.')).join('.')}`;
  const bad: [what: string, authorization: () => Promise<string | undefined>, more?: object][] = [
    ['no token', async () => undefined],
    ['an empty header', async () => ''],
    ['no token behind the scheme', async () => 'Bearer '],
    ['another scheme', async () => `Basic ${await authority.token()}`],
    ['the scheme in small letters', async () => `bearer ${await authority.token()}`],
    ['words behind the token', async () => `Bearer ${await authority.token()} and more`],
    ['two spaces', async () => `Bearer  ${await authority.token()}`],
    ['nonsense', async () => 'Bearer nonsense'],
    ['nonsense in three parts', async () => 'Bearer a.b.c'],
    ['a payload that is no JSON', async () => `Bearer ${base64({ alg: 'RS256', kid: 'one' })}.AAAA.AAAA`],
    ['a token of another issuer', token({ iss: 'https://evil.example' })],
    ['a token of no issuer', token({ iss: undefined })],
    ['a token of several issuers', token({ iss: ['https://api.botframework.com'] })],
    ['a token for another bot', token({ aud: '00000000-0000-0000-0000-000000000000' })],
    ['a token for nobody', token({ aud: undefined })],
    ['a token that ran out ten minutes ago', token({ exp: () => inSeconds(-600) })],
    ['a token of an hour to come', token({ nbf: () => inSeconds(3600) })],
    ['a token that an unknown key signed', token({}, { kid: 'two' })],
    ['a token that another key signed', async () => `Bearer ${await authority.forged()}`],
    ['a token signed by nobody', async () => await byHand({ alg: 'none', kid: 'one' }, null)],
    [
      'a token signed with the public key as a secret',
      async () => await byHand({ alg: 'HS256', kid: 'one' }, authority.publicKey),
    ],
    [
      'a token that calls such a signature RS256',
      async () => await byHand({ alg: 'RS256', kid: 'one' }, 'x'),
    ],
    ['a token for another service', token({ serviceurl: 'https://evil.example/' })],
    ['a token for no service', token({ serviceurl: undefined })],
    ['a channel the key is not endorsed for', token({}), { channelId: 'slack' }],
    ['the channel that brings its own keys', token({}), { channelId: 'AseChannel' }],
    ['another service than the token is for', token({}), { serviceUrl: 'https://evil.example/' }],
    ['a token of any Entra tenant', token(ofEntra('11111111-1111-1111-1111-111111111111'))],
    [
      'a token of any Entra tenant for the bot itself',
      token(ofEntra('11111111-1111-1111-1111-111111111111', { aud: appId })),
    ],
    [
      'a second kind of token of any Entra tenant',
      token({
        iss: 'https://login.microsoftonline.com/11111111-1111-1111-1111-111111111111/v2.0',
        ver: '2.0',
        azp: appId,
      }),
    ],
    ['the bot’s own outbound token', token(ofEntra('d6d49420-f39b-4df7-a1dc-d59a935871db'))],
    [
      'the Emulator’s token',
      token(ofEntra('d6d49420-f39b-4df7-a1dc-d59a935871db', { aud: appId })),
      { channelId: 'emulator' },
    ],
    ['a skill’s token', token({ ver: '1.0', appid: '22222222-2222-2222-2222-222222222222' })],
    ['a token that never ends', token({ exp: undefined })],
    ['a token that ends at a text', token({ exp: '9999999999' })],
    ['a token that ran out six minutes ago', token({ exp: () => inSeconds(-360) })],
    ['a token that begins in six minutes', token({ nbf: () => inSeconds(360) })],
    ['a token for this bot and another one', token({ aud: [appId, 'other'] })],
    ['a token for this bot in other letters', token({ aud: appId.toUpperCase() })],
    ['a token of nearly the right issuer', token({ iss: 'https://api.botframework.com/' })],
    ['a token of the government’s issuer', token({ iss: 'https://api.botframework.us' })],
    ['a token for a service in other letters', token({ serviceurl: serviceUrl.toUpperCase() })],
    ['a token without the name of its key', token({}, { kid: undefined })],
    ['a token whose key is a path', token({}, { kid: '../../../../dev/null' })],
    ['a token whose key every object has', token({}, { kid: '__proto__' })],
    [
      'a token that brings its key along',
      async () => `Bearer ${await authority.forged({}, { jwk: authority.foreignKey })}`,
    ],
    [
      'a token that says where its key is',
      async () => `Bearer ${await authority.forged({}, { jku: 'https://evil.example/keys' })}`,
    ],
    ['a token signed by Nobody', async () => await byHand({ alg: 'None', kid: 'one' }, null)],
    ['a token of another algorithm', async () => await byHand({ alg: 'RS512', kid: 'one' }, 'x')],
    [
      'claims that were put in after signing',
      changed(([header = '', , signature = '']) => [
        header,
        base64({
          iss: 'https://api.botframework.com',
          aud: appId,
          serviceurl: serviceUrl,
          exp: inSeconds(9),
        }),
        signature,
      ]),
    ],
    ['a token without its signature', changed(([header = '', payload = '']) => [header, payload, ''])],
    ['a token in two parts', changed((parts) => parts.slice(0, 2))],
    ['a token in four parts', changed((parts) => [...parts, 'AAAA'])],
    ['a signature with its end cut off', changed((parts) => parts.map((part) => part.slice(0, -4)))],
    ['two tokens', async () => `Bearer ${await authority.token()}, Bearer ${await authority.token()}`],
    ['Teams in other letters', token({}), { channelId: 'MSTEAMS' }],
    ['Direct Line, which the key is not endorsed for', token({}), { channelId: 'directline' }],
    ['Web Chat, which the key is not endorsed for', token({}), { channelId: 'webchat' }],
    ['the Emulator, which the key is not endorsed for', token({}), { channelId: 'emulator' }],
    ['a channel that every object has', token({}), { channelId: '__proto__' }],
  ];
  for (const [what, authorization, more] of bad) {
    it(`answers 401 to ${what}, and runs nothing`, async () => {
      const header = await authorization();
      let answer = { status: 0, text: '' };
      const lines = await consoleLines(async () => {
        answer = await post(header, more);
      });
      expect(answer.status).to.equal(401);
      expect(JSON.parse(answer.text)).to.deep.equal({
        error: {
          code: 'Unauthorized',
          message: 'This call does not prove that it comes from Bot Framework. Send its token.',
        },
      });
      expect(door.turns).to.deep.equal([]);
      expect(elsewhere()).to.deep.equal([]);
      const told = [...lines, ...door.logged].join('\n');
      expect(told).to.not.contain('ada@example.com');
      if (header && header.length > 40) expect(told).to.not.contain(header.slice(7));
    });
  }

  const tenants: [what: string, more: object][] = [
    ['another tenant', { conversation: { id: 'a:1', tenantId: theirs }, channelData: undefined }],
    [
      'another tenant in both places',
      { conversation: { id: 'a:1', tenantId: theirs }, channelData: { tenant: { id: theirs } } },
    ],
    ['another tenant in the conversation', { conversation: { id: 'a:1', tenantId: theirs } }],
    ['another tenant in channelData', { channelData: { tenant: { id: theirs } } }],
    ['no tenant', { conversation: { id: 'a:1' }, channelData: undefined }],
    ['no tenant that is a text', { conversation: { id: 'a:1' }, channelData: { tenant: { id: 7 } } }],
    ['two tenants', { channelData: { tenant: { id: [ours] } } }],
    ['an empty tenant', { conversation: { id: 'a:1', tenantId: '' }, channelData: undefined }],
    [
      'part of our tenant',
      { conversation: { id: 'a:1', tenantId: ours.slice(0, -1) }, channelData: undefined },
    ],
    ['our tenant and a blank', { conversation: { id: 'a:1', tenantId: `${ours} ` }, channelData: undefined }],
  ];
  for (const [what, more] of tenants) {
    it(`answers 403 to a proved call that names ${what}, and runs nothing`, async () => {
      const answer = await post(`Bearer ${await authority.token()}`, more);
      expect([answer.status, door.turns, elsewhere()]).to.deep.equal([403, [], []]);
      expect(JSON.parse(answer.text).error).to.deep.equal({
        code: 'Refused',
        message:
          'People of this tenant may not use this bot. Who runs it can add the tenant to tenants in the settings.',
      });
      expect(door.logged.join()).to.contain('turned away').and.not.contain(theirs);
    });
  }

  it('asks the settings of the moment for the tenants', async () => {
    const tenants = [theirs];
    const open = await openConnectorDoor({ bot, authority: authority.settings, tenants });
    const call = async () =>
      (await open.post(activity(), { authorization: `Bearer ${await authority.token()}` })).status;
    const before = await call();
    tenants.push(ours);
    const listed = await call();
    tenants.splice(0);
    expect([before, listed, await call()]).to.deep.equal([403, 200, 403]);
    await open.close();
  });

  it('says that it could not check, and not where, when the keys cannot be had', async () => {
    const gone = await startAuthority();
    gone.close();
    const cut = await openConnectorDoor({ bot, authority: gone.settings });
    const authorization = `Bearer ${await gone.token()}`;
    let answer = { status: 0, text: '' };
    const lines = await consoleLines(async () => {
      answer = await cut.post(activity(), { authorization });
    });
    await cut.close();
    expect(answer.status).to.equal(503);
    expect(JSON.parse(answer.text)).to.deep.equal({
      error: {
        code: 'NotChecked',
        message: 'Whether this call comes from Bot Framework could not be checked. Send it again.',
      },
    });
    expect(cut.turns).to.deep.equal([]);
    expect(cut.logged.map((line) => JSON.parse(line).error)).to.deep.equal(['ChannelFault']);
    expect(lines).to.deep.equal([]);
  });

  it('lets nobody use up the id of an activity that is still to come', async () => {
    const sent = activity();
    const authorization = `Bearer ${await authority.token()}`;
    expect((await door.post(sent)).status).to.equal(401);
    expect((await door.post(sent, { authorization })).status).to.equal(200);
    expect((await door.post(sent, { authorization })).status).to.equal(200);
    expect(door.turns.map(({ id }) => id)).to.deep.equal([sent.id]);
  });

  it('does not care from where a proved call comes', async () => {
    const authorization = `Bearer ${await authority.token()}`;
    const headers = { authorization, host: 'bot.example', 'x-forwarded-for': '52.112.0.1' };
    expect((await door.post(activity(), headers)).status).to.equal(200);
    expect(door.turns).to.have.length(1);
  });

  it('tells nobody why a turn failed, but the log its kind', async () => {
    const failing = await openConnectorDoor({
      bot,
      authority: authority.settings,
      tenants: [ours],
      run: async () => {
        throw new TypeError('the key is sk_test_51HSecret');
      },
    });
    const authorization = `Bearer ${await authority.token()}`;
    let answer = { status: 0, text: '' };
    const lines = await consoleLines(async () => {
      answer = await failing.post(activity(), { authorization });
    });
    await failing.close();
    expect(answer).to.deep.equal({ status: 200, text: '' });
    expect(failing.logged.map((line) => JSON.parse(line).error)).to.deep.equal(['TypeError']);
    expect([...lines, ...failing.logged].join()).to.not.contain('51HSecret');
    expect(lines).to.deep.equal([]);
  });
});
