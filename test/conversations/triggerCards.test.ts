import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Settings } from '../../src/settings.js';
import { type Channel, openChannel } from './connectorTalk.js';
import { type House, openHouse } from './house.js';
import { names, only, type Talk } from './talk.js';
import { asking, call, daily, withTriggers } from './triggerCall.js';

const conversation = { id: 'finance', isGroup: true, conversationType: 'groupChat' };
const minute = 60_000;
const toFinance = (more: Readonly<Record<string, unknown>> = {}) =>
  asking({ conversation: 'finance', ...more });

describe('a card that a program asks for in a named conversation', () => {
  let house: House;
  let channel: Channel;
  let finance: Talk;
  let given: Settings;

  const bind = async (where: House) => {
    const talk = channel.talk(where, 'admin', { conversation });
    await talk.send({ value: { tillkeeper: { act: 'conversation.bind', name: 'finance' } } });
    await talk.changes();
    return talk;
  };
  const sent = async (body: object) => {
    const came = await call(house, body);
    await house.app.idle();
    return { ...came, cards: await finance.changes() };
  };
  const later = async (time: number) => {
    house.time.now += time;
    await house.app.work();
    return await finance.changes();
  };

  beforeEach(async () => {
    house = await openHouse({
      settings: (demo) => {
        given = withTriggers(demo);
        return given;
      },
    });
    channel = await openChannel();
    finance = await bind(house);
  });
  afterEach(async () => {
    await house.close();
    await channel.close();
  });

  it('is promised at once and comes there, with who sent it and nothing to press', async () => {
    const { status, body, cards } = await sent(toFinance());
    expect([status, body]).to.deep.equal([
      202,
      { v: 1, task: 'balance_summary', conversation: 'finance', accepted: true },
    ]);
    const card = only('balance', cards);
    expect(cards).to.have.length(1);
    expect(card.text).to.contain('Main store · Test').and.contain('gone in 10 min');
    expect(card.text).to.contain('Sent by daily-summary. Everyone in this conversation can read it.');
    expect(card.buttons).to.deep.equal([]);
  });

  for (const [task, name] of [
    ['last_charges', 'charges'],
    ['coupons_ending_soon', 'coupons'],
    ['failed_payments_since', 'charges'],
  ])
    it(`shows ${name} for ${task}, no customer and no card among them`, async () => {
      const card = only(name ?? '', (await sent(toFinance({ task }))).cards);
      expect(card.text).to.not.match(/@|••••|ch_|cus_/);
      expect(card.buttons).to.deep.equal([]);
    });

  it('is taken back after its time, and offers nobody there to show it again', async () => {
    await sent(toFinance());
    expect(await later(9 * minute)).to.deep.equal([]);
    const [gone, ...more] = await later(2 * minute);
    expect([gone?.name, gone?.text, gone?.buttons, more]).to.deep.equal([
      'takenBack',
      'A summary stood here and was taken back.',
      [],
      [],
    ]);
  });

  it('comes once for each delivery, however often it is sent', async () => {
    const many = Array.from({ length: 5 }, () => toFinance());
    const all = await Promise.all([...many, ...many, ...many].map(async (body) => await call(house, body)));
    await house.app.idle();
    expect(all.map(({ status }) => status)).to.deep.equal(Array(15).fill(202));
    expect(names(await finance.changes())).to.deep.equal(Array(5).fill('balance'));
    expect(await later(minute)).to.deep.equal([]);
  });

  it('is not promised for a name that nobody has bound', async () => {
    await house.app.reload({ ...given, conversations: ['finance', 'sales'] });
    const { status, body, cards } = await sent(toFinance({ conversation: 'sales' }));
    expect([status, body.error?.code, cards]).to.deep.equal([422, 'NoSuchConversation', []]);
  });

  it('comes later when Stripe does not answer', async () => {
    house.stripe.queueFault({ kind: 'refuse', status: 429 });
    expect((await sent(toFinance())).cards).to.deep.equal([]);
    expect(names(await later(minute + 1))).to.deep.equal(['balance']);
    expect(await later(minute)).to.deep.equal([]);
  });

  it('is a sentence when Stripe never does', async () => {
    house.stripe.queueFault({ kind: 'refuse', status: 429, times: 5 });
    await sent(toFinance());
    for (let times = 0; times < 3; times += 1) expect(await later(minute + 1)).to.deep.equal([]);
    const [notice, ...more] = await later(minute + 1);
    expect(notice?.text).to.match(/^Stripe asks us to slow down\./);
    expect([more, await later(minute + 1)]).to.deep.equal([[], []]);
  });

  it('comes later when the channel refuses it', async () => {
    channel.fail(500, 1);
    expect((await sent(toFinance())).cards).to.deep.equal([]);
    expect(names(await later(minute + 1))).to.deep.equal(['balance']);
    expect(await later(minute + 1)).to.deep.equal([]);
  });

  const removed: [what: string, settings: () => Settings][] = [
    ['the trigger', () => ({ ...given, triggers: [] })],
    ['its roles', () => ({ ...given, people: given.people.filter((person) => !('trigger' in person)) })],
    ['the name of the conversation', () => ({ ...given, conversations: [] })],
    ['its task', () => ({ ...given, triggers: [{ ...daily, tasks: ['last_charges'] }] })],
  ];
  for (const [what, settings] of removed)
    it(`never comes when the settings lost ${what} meanwhile`, async () => {
      house.stripe.queueFault({ kind: 'refuse', status: 429 });
      await sent(toFinance());
      await house.app.reload(settings());
      const asked = house.stripe.requests.length;
      expect(await later(minute + 1)).to.deep.equal([]);
      await house.app.reload(given);
      expect(await later(minute + 1)).to.deep.equal([]);
      expect(house.stripe.requests.length).to.equal(asked);
    });

  it('does not come an hour late', async () => {
    house.stripe.queueFault({ kind: 'refuse', status: 429 });
    await sent(toFinance());
    expect(await later(61 * minute)).to.deep.equal([]);
  });

  describe('and a process that ends', () => {
    const folder = mkdtempSync(join(tmpdir(), 'tillkeeper-triggers-'));
    const open = async (now?: number) =>
      await openHouse({
        settings: withTriggers,
        variables: { DATA_DIR: folder },
        ...(now === undefined ? {} : { now }),
      });
    after(() => rmSync(folder, { recursive: true }));

    it('comes once, from the next one', async () => {
      const first = await open();
      const talk = await bind(first);
      first.stripe.queueFault({ kind: 'refuse', status: 429 });
      expect((await call(first, toFinance())).status).to.equal(202);
      await first.close();
      const next = await open(first.time.now + minute + 1);
      await next.app.work();
      expect(names(await talk.changes())).to.deep.equal(['balance']);
      await next.app.work();
      expect(await talk.changes()).to.deep.equal([]);
      await next.close();
    });

    it('comes once, though the first one was only slow', async () => {
      const first = await open();
      const talk = await bind(first);
      let go = () => {};
      const until = new Promise<void>((resolve) => {
        go = resolve;
      });
      first.stripe.queueFault({ kind: 'wait', until });
      expect((await call(first, toFinance())).status).to.equal(202);
      const next = await open(first.time.now + minute + 1);
      await next.app.work();
      expect(names(await talk.changes())).to.deep.equal(['balance']);
      go();
      await first.app.idle();
      expect(await talk.changes()).to.deep.equal([]);
      await first.close();
      await next.close();
    });
  });
});
