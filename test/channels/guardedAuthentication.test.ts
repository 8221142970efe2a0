import { TurnContext } from 'botbuilder';
import { expect } from 'chai';
import { createConnectorAdapter } from '../../src/channels/connector.js';
import { createPrivately, createSpeakFirst } from '../../src/channels/speakFirst.js';
import { ChannelFault } from '../../src/errors.js';
import { type Channel, openChannel } from '../conversations/connectorTalk.js';
import { type Authority, appId, startAuthority } from './authority.js';
import { openConnectorDoor } from './connectorDoor.js';
import { type Connects, watchConnects } from './connects.js';
import { hostileUrls } from './hostileUrls.js';

const tenant = '3c7e1a52-0c55-4c39-8d3f-0c2f6f4f7a10';
const bot = { appId, password: 'never sent', type: 'MultiTenant' as const, tenantId: undefined };
const user = { id: '29:ada', name: 'Ada' };

/** The three ways in which something is sent: in answer, later by a stored reference, and in a chat that is opened. */
function sendersOf(adapter: ReturnType<typeof createConnectorAdapter>, serviceUrl: string) {
  const conversation = { id: 'a:1', tenantId: tenant };
  const reference = {
    conversation,
    channelId: 'msteams',
    serviceUrl,
    bot: { id: 'bot', aadObjectId: undefined },
    user: { ...user, aadObjectId: undefined },
  };
  const id = adapter === unchecked ? '' : appId;
  const speakFirst = createSpeakFirst({ directLine: adapter, connector: adapter, appId: id });
  const privately = createPrivately({ connector: adapter, appId: id });
  const from = {
    type: 'message',
    channelId: 'msteams',
    serviceUrl,
    from: user,
    recipient: { id: 'bot', name: '' },
  };
  const say = async (context: TurnContext) => void (await context.sendActivity('hello'));
  return {
    first: async () => await speakFirst(reference, say),
    privately: async () => {
      const conversation = {
        id: 'a:1',
        tenantId: tenant,
        name: '',
        isGroup: true,
        conversationType: 'groupChat',
      };
      await privately(new TurnContext(adapter, { ...from, conversation }), say);
    },
  };
}

const unchecked = createConnectorAdapter({ bot: null });

describe('What the bot sends', () => {
  let authority: Authority;
  let channel: Channel;
  let connects: Connects;

  before(async () => {
    authority = await startAuthority();
    channel = await openChannel();
    connects = watchConnects();
  });
  beforeEach(() => connects.tried.splice(0));
  after(async () => {
    connects.end();
    authority.close();
    await channel.close();
  });

  const failureOf = async (send: () => Promise<void>): Promise<unknown> => {
    try {
      await send();
      return undefined;
    } catch (error) {
      return error;
    }
  };

  it('goes to a serviceUrl that is allowed', async () => {
    const { first, privately } = sendersOf(unchecked, channel.url);
    await first();
    await privately();
    expect(channel.sent.map(({ path }) => path.split('/').slice(0, 4).join('/'))).to.deep.equal([
      '/v3/conversations/a%3A1',
      '/v3/conversations/personal-29%3Aada',
    ]);
  });

  describe('with an app id', () => {
    for (const [what, serviceUrl] of Object.entries(hostileUrls)) {
      it(`goes nowhere for a serviceUrl with ${what}`, async () => {
        const adapter = createConnectorAdapter({ bot }, { authority: authority.settings });
        for (const send of Object.values(sendersOf(adapter, serviceUrl)))
          expect(await failureOf(send)).to.be.instanceOf(ChannelFault);
        const door = await openConnectorDoor({ bot, authority: authority.settings, tenants: [tenant] });
        const token = await authority.token({ serviceurl: serviceUrl });
        const from = { ...user, aadObjectId: '7f2b1d9e-55aa-4a8b-8c63-2c9d1e3f4a5b' };
        const activity = {
          type: 'message',
          channelId: 'msteams',
          from,
          conversation: { id: 'a:1', tenantId: tenant },
        };
        const answer = await door.post({ ...activity, serviceUrl }, { authorization: `Bearer ${token}` });
        await door.close();
        expect([answer.status, JSON.parse(answer.text).error.message]).to.deep.equal([
          403,
          'This serviceUrl is none of Bot Framework, so nothing is sent there.',
        ]);
        expect(door.turns).to.deep.equal([]);
        const known = [door.address, new URL(authority.url).host];
        expect(connects.tried.filter((target) => !known.includes(target))).to.deep.equal([]);
      });
    }

    it('goes nowhere where a stored conversation has no serviceUrl at all', async () => {
      const adapter = createConnectorAdapter({ bot }, { authority: authority.settings });
      const speakFirst = createSpeakFirst({ directLine: adapter, connector: adapter, appId });
      const reference = {
        conversation: { id: 'a:1', tenantId: tenant },
        channelId: 'msteams',
        serviceUrl: undefined,
      };
      const failure = await failureOf(async () => await speakFirst(reference, async () => {}));
      expect(failure).to.be.instanceOf(ChannelFault);
      expect(connects.tried).to.deep.equal([]);
    });
  });

  describe('without an app id', () => {
    const elsewhere = Object.entries(hostileUrls).filter(
      ([what]) => !/this machine (over|as|in base|by|in IPv6)/.test(what),
    );
    for (const [what, serviceUrl] of elsewhere.filter(([what]) => what !== 'this machine')) {
      it(`goes nowhere for a serviceUrl with ${what}`, async () => {
        for (const send of Object.values(sendersOf(unchecked, serviceUrl)))
          expect(await failureOf(send)).to.be.instanceOf(ChannelFault);
        expect(connects.tried).to.deep.equal([]);
      });
    }
  });

  it('would be seen here, if it went there', async () => {
    const open = createConnectorAdapter({ bot: null }, { mayReach: () => true });
    const { privately } = sendersOf(open, 'https://smba.trafficmanager.net.evil.example/emea/');
    expect(await failureOf(privately)).to.be.instanceOf(Error);
    expect(new Set(connects.tried)).to.deep.equal(new Set(['smba.trafficmanager.net.evil.example:443']));
  }).timeout(30_000);
});
