import { expect } from 'chai';
import { type Channel, openChannel } from '../conversations/connectorTalk.js';
import { type House, openHouse } from '../conversations/house.js';
import { asking, call, withTriggers } from '../conversations/triggerCall.js';

const conversation = { id: 'finance', isGroup: true, conversationType: 'groupChat' };
const deliveries = 500;

describe('five hundred deliveries, each sent three times', () => {
  let house: House;
  let channel: Channel;

  before(async () => {
    house = await openHouse({ settings: withTriggers });
    channel = await openChannel();
    const admin = channel.talk(house, 'admin', { conversation });
    await admin.send({ value: { tillkeeper: { act: 'conversation.bind', name: 'finance' } } });
  });
  after(async () => {
    await house.close();
    await channel.close();
  });

  /** As n8n tries again: all at first, then all once more, twice. Fifty are under way at a time. */
  const sendAll = async (more: Readonly<Record<string, unknown>>) => {
    const bodies = Array.from({ length: deliveries }, () => asking(more));
    const texts = new Map<string, Set<string>>();
    const statuses: number[] = [];
    const rest = [...bodies, ...bodies, ...bodies];
    const worker = async () => {
      for (let body = rest.shift(); body !== undefined; body = rest.shift()) {
        const { status, text } = await call(house, body);
        statuses.push(status);
        const id = String(body.id);
        texts.set(id, (texts.get(id) ?? new Set()).add(text));
      }
    };
    await Promise.all(Array.from({ length: 50 }, worker));
    await house.app.idle();
    return { statuses, each: [...texts.values()].map(({ size }) => size) };
  };

  it('come to five hundred summaries', async () => {
    const before = house.stripe.requests.length;
    const { statuses, each } = await sendAll({});
    expect(new Set(statuses)).to.deep.equal(new Set([200]));
    expect([statuses.length, each.length, new Set(each)]).to.deep.equal([1500, deliveries, new Set([1])]);
    expect(house.stripe.requests.length - before).to.equal(deliveries);
  });

  it('come to five hundred cards', async () => {
    const cards = () => channel.sent.filter(({ body }) => body.includes('tillkeeper.balance')).length;
    const { statuses } = await sendAll({ conversation: 'finance' });
    expect([statuses.length, new Set(statuses)]).to.deep.equal([1500, new Set([202])]);
    for (let rounds = 0; cards() < deliveries && rounds < 30; rounds += 1) {
      house.time.now += 61_000;
      await house.app.work();
    }
    expect(cards()).to.equal(deliveries);
  });
});
