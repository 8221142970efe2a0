import { createHmac } from 'node:crypto';
import { request } from 'node:http';
import { expect } from 'chai';
import { SignJWT } from 'jose';
import { z } from 'zod';
import type { Settings } from '../../src/settings.js';
import { inSeconds } from '../channels/authority.js';
import { consoleLines } from '../channels/connectorDoor.js';
import { type Channel, type More, openChannel } from './connectorTalk.js';
import { type House, openHouse } from './house.js';
import { roles } from './rightsTable.js';
import { inTeams, objectIdOf } from './rightsWays.js';
import { type Card, type Talk, wireActivity } from './talk.js';
import { openTeams, otherTenant, type Teams, tenant } from './teamsHouse.js';

/** Whom a trick must come out as: by the role that person has, nobody, or an HTTP status that ends it. */
type Who = 'ada' | 'gus' | 'ada of elsewhere' | 'nobody' | 401 | 403 | 404;
type Row = [trick: string, who: Who, done: () => Promise<readonly Card[] | number>];

const roleOf = { ada: 'everything', gus: 'bystander', 'ada of elsewhere': 'visitor' };
const question = 'what may I do and show the last charge';
const secrets = { intranet: 'a-secret-of-the-intranet', extranet: 'a-secret-of-the-extranet' };
const words = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];

const settings = (demo: Settings): Settings => {
  const accounts = ['main'];
  const portal = (id: keyof typeof secrets) => ({ id, secret: secrets[id], origins: [], people: null });
  const inPortal = (of: string, user: string, role: string) => ({
    portal: of,
    user,
    roles: [role],
    accounts,
  });
  const inTenant = (of: string, user: string, role: string) => ({
    tenant: of,
    user: objectIdOf(user),
    roles: [role],
    accounts,
  });
  return {
    ...demo,
    model: null,
    roles: { ...roles, visitor: { may: [] } },
    portals: [
      { id: 'machine', secret: null, origins: [], people: ['ada', 'gus'] },
      portal('intranet'),
      portal('extranet'),
    ],
    loopback: { portal: 'machine', otherwise: 'gus' },
    people: [
      inPortal('machine', 'ada', 'everything'),
      inPortal('machine', 'gus', 'bystander'),
      inPortal('intranet', 'ada', 'everything'),
      inPortal('intranet', 'gus', 'bystander'),
      inPortal('extranet', 'ada', 'visitor'),
      inTenant(tenant, 'ada', 'everything'),
      inTenant(tenant, 'gus', 'bystander'),
      inTenant(otherTenant, 'ada', 'visitor'),
    ],
  };
};

describe('who is who, whatever tricks are tried', function () {
  this.timeout(30_000);
  let house: House;
  let closed: House;
  let teams: Teams;
  let channel: Channel;
  let rows = 0;

  before(async () => {
    teams = await openTeams({ settings });
    house = await openHouse({ settings });
    closed = await openHouse({ settings: (demo) => ({ ...settings(demo), loopback: null }) });
    channel = await openChannel();
  });
  after(async () => {
    await Promise.all([house.close(), closed.close(), channel.close()]);
    await teams.close();
  });

  const asked = () =>
    [house, closed, teams.house].reduce((sum, { stripe }) => sum + stripe.requests.length, 0);

  const check = (table: readonly Row[]) => {
    for (const [trick, who, done] of table)
      it(`${trick}: ${typeof who === 'number' ? `refused with ${who}` : who}`, async () => {
        const before = asked();
        const came = await done();
        rows += 1;
        if (typeof came === 'number' || typeof who === 'number') {
          expect(came).to.equal(who);
          return expect(asked()).to.equal(before);
        }
        const [permissions, charges] = came;
        const says = who === 'nobody' ? 'You have no role here yet' : `Your role: ${named(roleOf[who])}`;
        expect(permissions?.text).to.contain(says);
        expect(charges?.name).to.equal(who === 'ada' ? 'charges' : 'notice');
        return expect(asked() - before).to.equal(who === 'ada' ? 1 : 0);
      });
  };

  const named = (role: string) => role.charAt(0).toUpperCase() + role.slice(1);

  describe('over Direct Line', () => {
    const base = () => `${house.url}/v3/directline`;
    const call = async (path: string, bearer: string | null, body?: object) => {
      const response = await fetch(`${base()}${path}`, {
        method: body ? 'POST' : 'GET',
        headers: {
          'content-type': 'application/json',
          ...(bearer === null ? {} : { authorization: `Bearer ${bearer}` }),
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
      return { status: response.status, body: opened.parse(await response.json().catch(() => ({}))) };
    };
    const opened = z.looseObject({
      token: z.string().default(''),
      conversationId: z.string().default(''),
      streamUrl: z.string().default('http://none'),
      activities: z.array(wireActivity).default([]),
    });
    const tokenOf = async (user: string, portal: keyof typeof secrets = 'intranet', more: object = {}) =>
      (await call('/tokens/generate', secrets[portal], { user: { id: user, ...more }, portal: 'intranet' }))
        .body.token;
    const open = async (token: string) => (await call('/conversations', token, {})).body;
    /** Posts with a token; the bot's cards that came by it, or the status that ended it. */
    const post = async (token: string | null, more: object = {}, id?: string) => {
      const conversation = id ?? (token === null ? 'x' : (await open(token)).conversationId);
      const path = `/conversations/${conversation}/activities`;
      const activity = { type: 'message', text: question, from: { id: 'ada' }, ...more };
      const { status } = await call(path, token, activity);
      if (status !== 200) return status;
      await house.app.idle();
      const { body } = await call(path, token);
      return cardsIn(body.activities);
    };
    const resigned = async (
      change: object,
      { alg = 'HS256', secret = 'another secret, long enough' } = {},
    ) => {
      const [header = '', payload = '', signature = ''] = (await tokenOf('gus')).split('.');
      const claims: object = { ...JSON.parse(Buffer.from(payload, 'base64url').toString()), ...change };
      const coded = Buffer.from(JSON.stringify(claims)).toString('base64url');
      if (alg === 'kept') return `${header}.${coded}.${signature}`;
      const head = Buffer.from(JSON.stringify({ alg, typ: 'JWT' })).toString('base64url');
      if (alg === 'none') return `${head}.${coded}.`;
      const key = createHmac('sha256', secret).update('tillkeeper direct line token').digest();
      return `${head}.${coded}.${createHmac('sha256', key).update(`${head}.${coded}`).digest('base64url')}`;
    };

    check([
      ['Ada of the intranet', 'ada', async () => await post(await tokenOf('ada'))],
      ['Gus of the intranet', 'gus', async () => await post(await tokenOf('gus'))],
      [
        'the same id on another portal',
        'ada of elsewhere',
        async () => await post(await tokenOf('ada', 'extranet')),
      ],
      [
        'another’s id, name and object id in from',
        'gus',
        async () =>
          await post(await tokenOf('gus'), {
            from: { id: 'ada', name: 'Ada', aadObjectId: objectIdOf('ada'), role: 'admin' },
          }),
      ],
      [
        'another portal and person in channelData',
        'ada of elsewhere',
        async () =>
          await post(await tokenOf('ada', 'extranet'), {
            channelData: {
              tillkeeper: { portal: 'intranet', user: 'ada' },
              portal: 'intranet',
              tenant: { id: tenant },
            },
          }),
      ],
      [
        'another’s conversation in the activity',
        'gus',
        async () => {
          const { conversationId } = await open(await tokenOf('ada'));
          return await post(await tokenOf('gus'), { conversation: { id: conversationId, tenantId: tenant } });
        },
      ],
      [
        'another channel in the activity',
        'gus',
        async () =>
          await post(await tokenOf('gus'), {
            channelId: 'msteams',
            serviceUrl: channel.url,
            from: { id: 'x', aadObjectId: objectIdOf('ada') },
            conversation: { tenantId: tenant },
          }),
      ],
      [
        'a role in the name, channelData and entities',
        'gus',
        async () =>
          await post(await tokenOf('gus', 'intranet', { name: 'everything' }), {
            channelData: { role: 'everything', roles: ['everything'] },
            entities: [{ type: 'role', name: 'everything' }],
            roles: ['everything'],
          }),
      ],
      [
        'a role in the text',
        'gus',
        async () => await post(await tokenOf('gus'), { text: `I am an admin, ${question}` }),
      ],
      ['a dl_ id that nobody issued', 'nobody', async () => await post(await tokenOf('dl_8f3a0c'))],
      ['the id in other letters', 'nobody', async () => await post(await tokenOf('ADA'))],
      [
        'the object id of a person in Teams',
        'nobody',
        async () => await post(await tokenOf(objectIdOf('ada'))),
      ],
      ...words.map((word): Row => [`the id ${word}`, 'nobody', async () => await post(await tokenOf(word))]),
      ['no token', 401, async () => await post(null)],
      [
        'no portal’s secret',
        403,
        async () => (await call('/tokens/generate', 'a-guess', { user: { id: 'eve' } })).status,
      ],
      ['the secret as a token', 403, async () => await post(secrets.intranet, {}, 'x')],
      [
        'a token whose person was changed',
        403,
        async () => await post(await resigned({ user: 'ada' }, { alg: 'kept' }), {}, 'x'),
      ],
      [
        'a token signed by nobody',
        403,
        async () => await post(await resigned({ user: 'ada' }, { alg: 'none' }), {}, 'x'),
      ],
      [
        'a token signed with another secret',
        403,
        async () => await post(await resigned({ user: 'ada' }), {}, 'x'),
      ],
      ['a token of Bot Framework', 403, async () => await post(teams.bearer.replace('Bearer ', ''), {}, 'x')],
      [
        'an unsigned key of ours for another use',
        403,
        async () => {
          const key = new TextEncoder().encode('a secret of these tests, long enough');
          const token = await new SignJWT({
            portal: 'intranet',
            user: 'ada',
            name: 'Ada',
            conv: 'x',
            origins: [],
          })
            .setProtectedHeader({ alg: 'HS256' })
            .setIssuer('tillkeeper')
            .setAudience('talk')
            .setExpirationTime(inSeconds(600))
            .sign(key);
          return await post(token, {}, 'x');
        },
      ],
      [
        'the token of a stream',
        403,
        async () => {
          const { streamUrl, conversationId } = await open(await tokenOf('ada'));
          return await post(new URL(streamUrl).searchParams.get('t') ?? '', {}, conversationId);
        },
      ],
      [
        'another person’s conversation in the address',
        403,
        async () => await post(await tokenOf('gus'), {}, (await open(await tokenOf('ada'))).conversationId),
      ],
      [
        'another person’s conversation to read, with a watermark',
        403,
        async () => {
          const { conversationId } = await open(await tokenOf('ada'));
          return (await call(`/conversations/${conversationId}/activities?watermark=0`, await tokenOf('gus')))
            .status;
        },
      ],
      [
        'another person’s conversation to join',
        403,
        async () => {
          const { conversationId } = await open(await tokenOf('ada'));
          return (await call(`/conversations/${conversationId}`, await tokenOf('gus'))).status;
        },
      ],
      [
        'a token of half an hour ago',
        403,
        async () => {
          const token = await tokenOf('ada');
          const { conversationId } = await open(token);
          house.time.now += 31 * 60_000;
          const came = await post(token, {}, conversationId);
          expect((await call('/tokens/refresh', token, {})).status).to.equal(403);
          return came;
        },
      ],
    ]);
  });

  describe('in Teams, with Bot Framework’s tokens', () => {
    const say = async (more: More, activity: object = {}) =>
      await talkOf(more).send({ text: question, ...activity });
    const talkOf = (more: More): Talk => teams.channel.talk(teams.house, 'x', more);
    const as = (person: string, change: object = {}, conversation: object = { tenantId: tenant }): More => {
      const known = inTeams(person);
      return { ...known, conversation, from: { ...known.from, ...change } };
    };
    let count = 0;
    const status = async (more: object, authorization: string | null = teams.bearer) => {
      count += 1;
      const activity = {
        type: 'message',
        id: `trick-${count}`,
        serviceUrl: teams.channel.url,
        recipient: { id: 'bot' },
        text: question,
        ...inTeams('ada'),
        conversation: { id: `trick-${count}`, tenantId: tenant },
        ...more,
      };
      let came = 0;
      await consoleLines(async () => {
        const headers = { 'content-type': 'application/json', ...(authorization ? { authorization } : {}) };
        const body = JSON.stringify(activity);
        came = (await fetch(`${teams.house.url}/api/messages`, { method: 'POST', headers, body })).status;
        await teams.house.app.idle();
      });
      return came;
    };

    check([
      ['Ada', 'ada', async () => await say(as('ada'))],
      ['Gus', 'gus', async () => await say(as('gus'))],
      [
        'Ada’s ids in capitals',
        'ada',
        async () =>
          await say(
            as('ada', { aadObjectId: objectIdOf('ada').toUpperCase() }, { tenantId: tenant.toUpperCase() }),
          ),
      ],
      ['the tenant in channelData alone', 'ada', async () => await say(as('ada', {}, {}))],
      [
        'the same object id in another tenant',
        'ada of elsewhere',
        async () =>
          await say({
            ...as('ada', {}, { tenantId: otherTenant }),
            channelData: { tenant: { id: otherTenant } },
          }),
      ],
      ['no object id', 'nobody', async () => await say(as('ada', { aadObjectId: undefined }))],
      ['an empty object id', 'nobody', async () => await say(as('ada', { aadObjectId: '' }))],
      [
        'an object id that is a list',
        'nobody',
        async () => await say(as('ada', { aadObjectId: [objectIdOf('ada')] })),
      ],
      [
        'an object id with a space',
        'nobody',
        async () => await say(as('ada', { aadObjectId: `${objectIdOf('ada')} ` })),
      ],
      ['an object id that nobody here has', 'nobody', async () => await say(as('eve'))],
      [
        'another’s id and name',
        'gus',
        async () => await say(as('gus', { id: '29-ada', name: 'Ada', userPrincipalName: 'ada' })),
      ],
      ['another’s object id in the id', 'gus', async () => await say(as('gus', { id: objectIdOf('ada') }))],
      [
        'a role in name, channelData and text',
        'gus',
        async () =>
          await say(
            {
              ...as('gus', { name: 'everything', role: 'everything' }),
              channelData: { tenant: { id: tenant }, role: 'everything', tillkeeper: { portal: 'intranet' } },
            },
            { text: `I am an admin, ${question}` },
          ),
      ],
      [
        'a portal’s person in channelData',
        'nobody',
        async () =>
          await say({
            ...as('ada', { id: 'ada', aadObjectId: undefined }),
            channelData: { tenant: { id: tenant }, tillkeeper: { portal: 'intranet', user: 'ada' } },
          }),
      ],
      ...words.map(
        (word): Row => [
          `the object id ${word}`,
          'nobody',
          async () => await say(as('ada', { aadObjectId: word })),
        ],
      ),
      ...words.map(
        (word): Row => [
          `the tenant ${word}`,
          403,
          async () =>
            await status({
              conversation: { id: 'w', tenantId: word },
              channelData: { tenant: { id: word } },
            }),
        ],
      ),
      [
        'a tenant that is not let in',
        403,
        async () =>
          await status({ conversation: { id: 'g', tenantId: objectIdOf('guests') }, channelData: {} }),
      ],
      [
        'two tenants that differ',
        403,
        async () =>
          await status({
            conversation: { id: 'd', tenantId: tenant },
            channelData: { tenant: { id: otherTenant } },
          }),
      ],
      [
        'two tenants of which one is no text',
        403,
        async () => await status({ channelData: { tenant: { id: [tenant] } } }),
      ],
      ['no tenant', 403, async () => await status({ conversation: { id: 'n' }, channelData: {} })],
      ['no token', 401, async () => await status({}, null)],
      [
        'a token signed with another key',
        401,
        async () =>
          await status({}, `Bearer ${await teams.authority.forged({ serviceurl: teams.channel.url })}`),
      ],
      [
        'a token that ran out',
        401,
        async () =>
          await status(
            {},
            `Bearer ${await teams.authority.token({ serviceurl: teams.channel.url, exp: inSeconds(-900) })}`,
          ),
      ],
      [
        'a token for another service',
        401,
        async () =>
          await status({}, `Bearer ${await teams.authority.token({ serviceurl: 'https://other.example/' })}`),
      ],
    ]);

    it('the same delivery again: nothing runs a second time', async () => {
      const talk = talkOf(as('ada'));
      expect(await talk.send({ id: 'again', text: question })).to.have.length(2);
      const before = asked();
      expect(await talk.send({ id: 'again', text: question })).to.deep.equal([]);
      expect(asked()).to.equal(before);
      rows += 1;
    });
  });

  describe('on other channels of Bot Framework, with its tokens', () => {
    const say = async (channelId: string, more: object) =>
      await teams.channel
        .talk(teams.house, 'x', { ...inTeams('ada'), conversation: {}, ...more, channelId })
        .say(question);
    const tricks: [string, object][] = [
      ['Ada’s object id and tenant', { conversation: { tenantId: tenant } }],
      ['Ada’s id of the intranet', { from: { id: 'ada', name: 'ada' } }],
      ['a dl_ id', { from: { id: 'dl_ada' } }],
      [
        'the portal in channelData',
        { from: { id: 'ada' }, channelData: { tillkeeper: { portal: 'intranet' } } },
      ],
      ['a role in the name', { from: { id: 'x', name: 'everything', role: 'everything' } }],
      ...words.map((word): [string, object] => [`the id ${word}`, { from: { id: word, aadObjectId: word } }]),
    ];
    for (const id of ['directline', 'webchat', 'emulator'])
      check(
        tricks.map(
          ([trick, more]): Row => [`${id} with ${trick}`, 'nobody', async () => await say(id, more)],
        ),
      );
  });

  describe('on this machine, without an app id', () => {
    const say = async (from: object, more: object = {}, at = house) =>
      await channel.talk(at, 'x', { from, ...more }).say(question);
    const status = async (headers: Record<string, string>, more: object = {}) =>
      await new Promise<number>((resolve, reject) => {
        const asking = request(
          `${house.url}/api/messages`,
          { method: 'POST', headers: { 'content-type': 'application/json', ...headers } },
          (response) => {
            response.resume();
            resolve(response.statusCode ?? 0);
          },
        );
        asking.on('error', reject);
        const activity = { type: 'message', channelId: 'emulator', serviceUrl: channel.url, text: question };
        asking.end(JSON.stringify({ ...activity, from: { id: 'ada' }, conversation: { id: 'm' }, ...more }));
      });
    const teamsAda = { ...inTeams('ada'), conversation: { tenantId: tenant } };

    check([
      ['a person of the page', 'ada', async () => await say({ id: 'ada' })],
      ['another person of the page', 'gus', async () => await say({ id: 'gus' })],
      ['somebody else', 'gus', async () => await say({ id: 'user1' })],
      ['the id in other letters', 'gus', async () => await say({ id: 'ADA' })],
      ['the id with a space', 'gus', async () => await say({ id: 'ada ' })],
      ['the name of another', 'gus', async () => await say({ id: 'x', name: 'ada' })],
      ['the object id of another', 'gus', async () => await say({ id: 'x', aadObjectId: objectIdOf('ada') })],
      [
        'Teams’ channel, tenant and object id',
        'gus',
        async () =>
          await say(
            { ...teamsAda.from, id: 'x' },
            { channelId: 'msteams', channelData: teamsAda.channelData, conversation: teamsAda.conversation },
          ),
      ],
      [
        'a portal’s person in channelData',
        'gus',
        async () =>
          await say({ id: 'x' }, { channelData: { tillkeeper: { portal: 'intranet', user: 'ada' } } }),
      ],
      [
        'Direct Line’s channel',
        'gus',
        async () =>
          await say(
            { id: 'x' },
            { channelId: 'directline', channelData: { tillkeeper: { portal: 'intranet' } } },
          ),
      ],
      [
        'a role in name and channelData',
        'gus',
        async () =>
          await say(
            { id: 'x', name: 'everything', role: 'everything' },
            { channelData: { role: 'everything' } },
          ),
      ],
      ...words.map((word): Row => [`the id ${word}`, 'gus', async () => await say({ id: word })]),
      [
        'a person of the page, where there is no demo',
        'nobody',
        async () => await say({ id: 'ada' }, {}, closed),
      ],
      ['a stranger, where there is no demo', 'nobody', async () => await say({ id: 'x' }, {}, closed)],
      ['through a proxy', 403, async () => await status({ 'x-forwarded-for': '127.0.0.1' })],
      [
        'under another name of this machine',
        403,
        async () => await status({ host: 'tillkeeper.evil.example' }),
      ],
      ['from a page of another origin', 403, async () => await status({ origin: 'https://evil.example' })],
      [
        'to be answered elsewhere',
        403,
        async () => await status({}, { serviceUrl: 'https://evil.example/' }),
      ],
    ]);
  });

  describe('counted', () => {
    it('is told right in every one of more than a hundred rows over four channels', () => {
      expect(rows).to.be.above(100);
    });
  });
});

const attached = z.looseObject({ name: z.string().default(''), content: z.unknown() });

/** The bot's cards among activities, with what stands in them as one text. */
function cardsIn(activities: readonly z.infer<typeof wireActivity>[]): Card[] {
  return activities
    .flatMap(({ attachments = [] }) => attachments.map((each) => attached.parse(each)))
    .map(({ name, content }) => ({
      name: name.replace(/^tillkeeper\./, ''),
      activity: '',
      summary: '',
      text: JSON.stringify(content),
      json: JSON.stringify(content),
      buttons: [],
    }))
    .filter(({ name }) => name !== 'welcome');
}
