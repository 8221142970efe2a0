import { expect } from 'chai';
import type { LimitSettings } from '../../src/limits.js';
import type { Settings } from '../../src/settings.js';
import { choices } from '../recognition/modelTalk.js';
import { type Channel, openChannel } from './connectorTalk.js';
import { type House, openHouse } from './house.js';
import { type Card, names, type Talk } from './talk.js';

const plenty: LimitSettings = {
  messagesPerMinute: 100_000,
  modelCallsPerMinute: 100_000,
  modelCallsPerTenantPerMinute: 100_000,
  modelTokensPerDay: 100_000_000,
};

const tooMany =
  'Those were too many messages for one minute, so I did not read this one. Wait a minute, then go on.';

describe('a flood of messages', function () {
  this.timeout(60_000);
  let house: House;
  let channel: Channel;

  before(async () => {
    channel = await openChannel();
  });
  after(async () => await channel.close());
  afterEach(async () => await house.close());

  const open = async (limits: Partial<LimitSettings>, variables: Readonly<Record<string, string>> = {}) => {
    const settings = (demo: Settings): Settings => ({ ...demo, limits: { ...plenty, ...limits } });
    house = await openHouse({ settings, variables });
  };
  const calls = () => house.openRouter.bodies.length;
  const sayTimes = async (talk: Talk, text: string, times: number): Promise<Card[][]> => {
    const told: Card[][] = [];
    while (told.length < times) told.push(await talk.say(text));
    return told;
  };
  /** As many messages of one person as there are, in several conversations side by side. */
  const flood = async (person: string, text: string, messages: number): Promise<Card[][]> => {
    const talks = Array.from({ length: 20 }, () => channel.talk(house, person));
    const told = await Promise.all(
      talks.map(async (talk) => await sayTimes(talk, text, messages / talks.length)),
    );
    return told.flat();
  };

  it('of a thousand by one person asks the model ten times, and all are answered', async () => {
    await open({ modelCallsPerMinute: 10 });
    const told = await flood('analyst', 'what may I do?', 1000);
    expect(told).to.have.length(1000);
    expect(told.filter((cards) => names(cards).join() !== 'permissions')).to.deep.equal([]);
    expect(calls()).to.equal(10);
    await channel.talk(house, 'support').say('what may I do?');
    expect(calls()).to.equal(11);
  });

  it('takes a second try at a useless answer for a call too', async () => {
    await open({ modelCallsPerMinute: 5 });
    house.openRouter.queue(...Array.from({ length: 20 }, () => choices({ message: { content: 'no plan' } })));
    const told = await flood('analyst', 'what may I do?', 40);
    expect(told.filter((cards) => names(cards).join() !== 'permissions')).to.deep.equal([]);
    expect(calls()).to.equal(5);
  });

  it('beyond what one may write in a minute is not read, and that is said', async () => {
    await open({ messagesPerMinute: 30 });
    const told = await flood('analyst', 'show me the last 10 charges', 200);
    const refused = told.filter(([card]) => card?.text === tooMany);
    expect([told.length, refused.length]).to.deep.equal([200, 170]);
    expect(told.filter(([card]) => card?.name === 'charges')).to.have.length(30);
    expect(calls()).to.equal(30);
    expect(house.stripe.requests).to.have.length(30);
    const [other] = await channel.talk(house, 'support').say('show me the last 10 charges');
    expect(other?.name).to.equal('charges');
  });

  it('by many of one tenant asks the model as often as the tenant may', async () => {
    await open({ modelCallsPerMinute: 10, modelCallsPerTenantPerMinute: 25 });
    const people = ['admin', 'analyst', 'support', 'marketing', 'compliance'];
    const told = await Promise.all(people.map(async (person) => await flood(person, 'what may I do?', 20)));
    expect(told.flat().filter((cards) => names(cards).join() !== 'permissions')).to.deep.equal([]);
    expect(calls()).to.equal(25);
  });

  it('ends with the tokens of the day, and the answers go on', async () => {
    const costing = choices(
      { message: { content: '{"steps":[{"do":"show_permissions","with":[]}]}' }, finish_reason: 'stop' },
      { usage: { prompt_tokens: 900, completion_tokens: 100, cost: 0.001 } },
    );
    await open({ modelTokensPerDay: 5500 });
    house.openRouter.queue(...Array.from({ length: 20 }, () => costing));
    const talk = channel.talk(house, 'analyst');
    const told = await sayTimes(talk, 'what may I do?', 12);
    told.push(...(await sayTimes(channel.talk(house, 'support'), 'what may I do?', 3)));
    expect(told.map(names)).to.deep.equal(told.map(() => ['permissions']));
    expect(calls()).to.equal(6);
  });

  it('of sentences that the rules are certain of asks no model, when they come first', async () => {
    await open({ modelCallsPerMinute: 10 }, { RECOGNITION: 'built-in-first' });
    const told = await flood('analyst', 'list coupons', 60);
    expect(told.map(names)).to.deep.equal(told.map(() => ['coupons']));
    expect(calls()).to.equal(0);
  });
});
