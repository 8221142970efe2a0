import { expect } from 'chai';
import type { Fault } from '../../src/demo/stripe/faults.js';
import type { Settings } from '../../src/settings.js';
import { type Channel, openChannel } from './connectorTalk.js';
import { talkOverDirectLine } from './directLineTalk.js';
import { type House, openHouse } from './house.js';
import { only, type Talk } from './talk.js';
import { asking, type Bent, type Came, call, daily, weekly, withTriggers } from './triggerCall.js';

const group = { id: 'finance', isGroup: true, conversationType: 'groupChat' };
const minute = 60_000;

describe('a program that asks', () => {
  let house: House;
  let channel: Channel;
  let finance: Talk;
  let given: Settings;
  let began: number;

  before(async () => {
    house = await openHouse({
      settings: (demo) => {
        const settings = withTriggers(demo);
        const portals = settings.portals.map((portal) => ({
          ...portal,
          people: [...(portal.people ?? []), daily.name],
        }));
        given = { ...settings, portals };
        return given;
      },
    });
    channel = await openChannel();
    finance = channel.talk(house, 'admin', { conversation: group });
    await finance.send({ value: { tillkeeper: { act: 'conversation.bind', name: 'finance' } } });
  });
  beforeEach(async () => {
    await house.app.reload(given);
    await finance.changes();
    began = house.stripe.requests.length;
  });
  after(async () => {
    await house.close();
    await channel.close();
  });

  /** What a call came to: its answer, the requests at Stripe and the cards in the conversation. */
  const outcome = async (body: object | string, bent?: Bent) => {
    const already = house.stripe.requests.length;
    const came = await call(house, body, bent);
    await house.app.idle();
    const cards = await finance.changes();
    return { ...came, stripe: house.stripe.requests.length - already, cards };
  };
  const atStripe = () => house.stripe.requests.length - began;
  const errorOf = ({ status, body }: Came) => `${status} ${body.error?.code}`;

  describe('is answered', () => {
    const tasks: [task: Record<string, unknown>, summary: RegExp, line: RegExp][] = [
      [{ task: 'balance_summary' }, /^Balance: \$[\d,.]+ available and /, /^\$[\d,.]+ USD available · /],
      [{ task: 'last_charges', count: 3 }, /^Last 3 charges: .+\.$/, /^\w{3} \d+, \d+:\d\d [AP]M: .*\d, \w+/],
      [{ task: 'failed_payments_since', days: 30 }, /^Failed charges since .+: \d+ failed\.$/, /, Failed$/],
      [
        { task: 'coupons_ending_soon', days: 60 },
        /^Coupons that end soon: \d+ coupons? ends? by .+\.$/,
        / · until .+ · Valid$/,
      ],
    ];
    for (const [task, summary, line] of tasks)
      it(`a masked summary for ${JSON.stringify(task)}`, async () => {
        const { status, body, cards } = await outcome(asking(task));
        expect([status, body.error]).to.deep.equal([200, undefined]);
        expect(body).to.have.all.keys('v', 'task', 'account', 'summary', 'lines', 'generatedAt');
        expect(body).to.deep.include({
          v: 1,
          task: task.task,
          account: { id: 'main', label: 'Main store', mode: 'test' },
          generatedAt: new Date(house.time.now).toISOString(),
        });
        expect(body.summary).to.match(summary);
        expect(body.lines?.filter((each) => line.test(each))).to.not.be.empty;
        expect(cards).to.deep.equal([]);
      });

    it('no customer, card or whole id unless its role says so', async () => {
      const { text } = await outcome(asking({ task: 'last_charges', count: 10 }));
      expect(text).to.not.match(/@|••••|ch_|cus_/);
      const analyst: Settings['roles'][string] = { may: ['charges.read'], detail: 'standard' };
      await house.app.reload({ ...given, roles: { ...given.roles, analyst } });
      const more = await outcome(asking({ task: 'last_charges', count: 10 }));
      expect(more.text)
        .to.match(/•••• \d{4}/)
        .and.not.match(/ch_[A-Za-z0-9]{8}/);
    });

    it('on record as itself, before it is answered', async () => {
      await outcome(asking());
      const auditor = await talkOverDirectLine(house, 'admin');
      const { text } = only('audit', await auditor.say('show me the trail'));
      expect(text).to.contain('Triggered: balance summary').and.contain('Read: show balance');
    });
  });

  describe('is refused, and nothing runs', () => {
    const cases: [what: string, body: () => object | string, bent: () => Bent, error: string][] = [
      ['the key of another trigger', asking, () => ({ secret: weekly.secret }), '401 NotProved'],
      [
        'a signature of another body',
        asking,
        () => ({ sent: JSON.stringify(asking({ account: 'eu' })) }),
        '401 NotProved',
      ],
      ['no signature', asking, () => ({ headers: { 'x-till-signature': '' } }), '401 NotProved'],
      [
        'a signature of no version',
        asking,
        () => ({ headers: { 'x-till-signature': 'a'.repeat(64) } }),
        '401 NotProved',
      ],
      [
        'another timestamp than was signed',
        asking,
        () => ({ headers: { 'x-till-timestamp': '1' } }),
        '401 NotProved',
      ],
      ['a trigger that is not there', asking, () => ({ name: 'nobody' }), '401 NotProved'],
      ['a name that every object has', asking, () => ({ name: 'constructor' }), '401 NotProved'],
      [
        'an old timestamp',
        asking,
        () => ({ timestamp: String(Math.floor(house.time.now / 1000) - 302) }),
        '401 NotOfNow',
      ],
      [
        'a timestamp to come',
        asking,
        () => ({ timestamp: String(Math.floor(house.time.now / 1000) + 302) }),
        '401 NotOfNow',
      ],
      ['a timestamp in words', asking, () => ({ timestamp: 'now' }), '401 NotOfNow'],
      ['an unknown task', () => asking({ task: 'list_customers' }), () => ({}), '404 NoSuchTask'],
      ['a coupon', () => asking({ task: 'create_coupon', percent_off: 15 }), () => ({}), '404 NoSuchTask'],
      ['a sentence', () => asking({ task: 'show me all customers' }), () => ({}), '404 NoSuchTask'],
      [
        'a task of another trigger',
        () => asking({ task: 'last_charges' }),
        () => ({ name: weekly.name, secret: weekly.secret }),
        '404 NoSuchTask',
      ],
      [
        'a task its role may not',
        asking,
        () => ({ name: weekly.name, secret: weekly.secret }),
        '403 NotAllowed',
      ],
      ['an account that is not its own', () => asking({ account: 'eu' }), () => ({}), '403 NotAllowed'],
      ['an account of nobody', () => asking({ account: 'toString' }), () => ({}), '403 NotAllowed'],
      ['a text beside the task', () => asking({ text: 'and a 15% coupon' }), () => ({}), '400 InvalidBody'],
      ['a number of another task', () => asking({ count: 3 }), () => ({}), '400 InvalidBody'],
      [
        'more charges than a hundred',
        () => asking({ task: 'last_charges', count: 101 }),
        () => ({}),
        '400 InvalidBody',
      ],
      ['another version', () => asking({ v: 2 }), () => ({}), '400 InvalidBody'],
      ['no id', () => asking({ id: undefined }), () => ({}), '400 InvalidBody'],
      ['a list', () => '[]', () => ({}), '400 InvalidBody'],
      ['no JSON', () => '{"v": 1', () => ({}), '400 InvalidContent'],
      [
        'a conversation of no name',
        () => asking({ conversation: 'sales' }),
        () => ({}),
        '422 NoSuchConversation',
      ],
      ['a body of 70 KB', () => asking({ task: 'x'.repeat(70_000) }), () => ({}), '413 PayloadTooLarge'],
      ['a body of 1 MB', () => asking({ task: 'x'.repeat(1_000_000) }), () => ({}), '413 PayloadTooLarge'],
      ['text', asking, () => ({ headers: { 'content-type': 'text/plain' } }), '415 UnsupportedMediaType'],
    ];
    for (const [what, body, bent, error] of cases)
      it(`for ${what}`, async () => {
        const came = await outcome(body(), bent());
        expect([errorOf(came), came.stripe, came.cards]).to.deep.equal([error, 0, []]);
        expect(came.body.error?.message).to.match(/^[A-Z].+\.$/);
      });

    it('alike for a trigger that is not there and for a wrong signature', async () => {
      const [nobody, wrong] = [
        await outcome(asking(), { name: 'nobody' }),
        await outcome(asking(), { secret: 'x' }),
      ];
      expect(nobody.text).to.equal(wrong.text);
    });

    it('and on record, when it had proved who it is', async () => {
      house.time.now += minute;
      await outcome(asking({ task: 'create_coupon' }));
      await outcome(asking(), { name: weekly.name, secret: weekly.secret });
      const auditor = await talkOverDirectLine(house, 'admin');
      const { text, json } = only('audit', await auditor.say('show me the trail'));
      expect(text).to.contain('Refused: balance read').and.contain('no role for it');
      expect(text).to.contain('unknown task').and.not.contain('create');
      expect(json).to.not.contain(daily.name);
    });

    it('when it calls too often', async () => {
      await house.app.reload({ ...given, limits: { ...given.limits, messagesPerMinute: 2 } });
      const statuses: number[] = [];
      for (let times = 0; times < 3; times += 1) statuses.push((await call(house, asking())).status);
      expect(statuses).to.deep.equal([200, 200, 429]);
    });

    it('as soon as the settings no longer name it', async () => {
      const triggers = given.triggers.filter(({ name }) => name !== daily.name);
      await house.app.reload({ ...given, triggers });
      expect(errorOf(await outcome(asking()))).to.equal('401 NotProved');
      const people = given.people.filter((person) => !('trigger' in person));
      await house.app.reload({ ...given, people });
      const came = await outcome(asking());
      expect([errorOf(came), came.stripe]).to.deep.equal(['403 NotAllowed', 0]);
    });
  });

  describe('is told what failed at Stripe, and may try again under the same id', () => {
    const faults: [fault: Fault, error: string, message: RegExp][] = [
      [
        { kind: 'refuse', status: 401 },
        '502 NotAnswered',
        /^Stripe does not take this account’s key any more/,
      ],
      [{ kind: 'refuse', status: 403 }, '502 NotAnswered', /^This account’s key may not do that at Stripe/],
      [{ kind: 'refuse', status: 429 }, '503 NotAnswered', /^Stripe asks us to slow down/],
      [{ kind: 'otherMode' }, '502 NotAnswered', /^Stripe answered from the wrong mode/],
    ];
    for (const [fault, error, message] of faults)
      it(`${JSON.stringify(fault)}: ${error}`, async () => {
        house.stripe.queueFault(fault);
        const body = asking();
        const came = await outcome(body);
        expect(errorOf(came)).to.equal(error);
        expect(came.body.error?.message).to.match(message);
        expect((await outcome(body)).status).to.equal(200);
      });
  });

  describe('that sends the same again', () => {
    it('gets the same, and it ran once', async () => {
      const body = asking();
      const [first, again] = [await outcome(body), await outcome(body)];
      expect([again.status, again.text]).to.deep.equal([200, first.text]);
      expect([first.stripe > 0, again.stripe]).to.deep.equal([true, 0]);
    });

    it('waits while the first is under way', async () => {
      const body = asking();
      house.stripe.queueFault({ kind: 'delay', milliseconds: 150 });
      const both = await Promise.all([call(house, body), call(house, body), call(house, body)]);
      expect(both.map(({ status }) => status)).to.deep.equal([200, 200, 200]);
      expect(new Set(both.map(({ text }) => text)).size).to.equal(1);
      expect(atStripe()).to.equal(1);
    });

    it('gets no more than the status once the answer is no longer kept', async () => {
      const body = asking();
      await outcome(body);
      house.time.now += 11 * minute;
      await house.app.work();
      const again = await outcome(body);
      expect([again.status, again.body, again.stripe]).to.deep.equal([
        200,
        { v: 1, id: body.id, repeated: true },
        0,
      ]);
    });

    it('is refused under the same id for something else', async () => {
      const body = asking();
      await outcome(body);
      const came = await outcome({ ...body, task: 'last_charges' });
      expect([errorOf(came), came.stripe]).to.deep.equal(['409 IdUsed', 0]);
    });

    it('may have the same id as another trigger', async () => {
      const body = asking();
      await outcome(body);
      const people = [...given.people, { trigger: weekly.name, roles: ['analyst'], accounts: ['main'] }];
      await house.app.reload({ ...given, people });
      const came = await outcome(body, { name: weekly.name, secret: weekly.secret });
      expect([came.status, came.stripe > 0]).to.deep.equal([200, true]);
    });
  });

  it('deliveries that are each sent three times come to one summary each', async () => {
    const many = Array.from({ length: 20 }, () => asking());
    const all = await Promise.all(
      many.flatMap((body) => [call(house, body), call(house, body), call(house, body)]),
    );
    expect(all.filter(({ status }) => status !== 200)).to.deep.equal([]);
    expect(atStripe()).to.equal(many.length);
  });

  describe('cannot come in by another door', () => {
    it('as a portal’s user of its name', async () => {
      const talk = await talkOverDirectLine(house, daily.name);
      const [notice] = await talk.say('what is our balance?');
      expect(notice?.text).to.match(/^I do not know you here yet/);
      expect(atStripe()).to.equal(0);
    });

    it('as a sender of its name at /api/messages', async () => {
      const talk = channel.talk(house, daily.name, { channelId: 'trigger' });
      expect(only('notice', await talk.say('what is our balance?')).text).to.match(/^I do not know you/);
      expect(atStripe()).to.equal(0);
    });
  });
});
