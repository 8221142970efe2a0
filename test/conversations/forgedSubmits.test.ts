import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import { z } from 'zod';
import type { Settings } from '../../src/settings.js';
import { openSqlite } from '../../src/store/database.js';
import { says } from '../recognition/modelTalk.js';
import { type Channel, openChannel } from './connectorTalk.js';
import { formOf, nonceOf, reviewOf } from './couponCards.js';
import { talkOverDirectLine } from './directLineTalk.js';
import { type House, openHouse } from './house.js';
import { inTeams, objectIdOf } from './rightsWays.js';
import { type Card, only, type Talk } from './talk.js';
import { openTeams, otherTenant, type Teams, tenant } from './teamsHouse.js';

/** Where a forged press happens: whose card it is about, and by what it goes. */
interface Scene {
  house: House;
  teams: Teams;
  channel: Channel;
  /** The asker's talk and the card that waits in it. */
  asker: Talk;
  review: Card;
  nonce: string;
  /** Somebody else with the same role. */
  other: Talk;
  reload: (change: (settings: Settings) => Settings) => Promise<void>;
}

/** A forged press: how it is done, what its presser reads, and what the trail says of it. */
interface Kind {
  how: string;
  press: (scene: Scene) => Promise<readonly Card[]>;
  reads: RegExp;
  onRecord: RegExp;
}

const create = (nonce: unknown, more: object = {}) => ({
  value: { tillkeeper: { act: 'coupon.create', nonce, ...more } },
});
const act = (name: string, nonce: string, more: object = {}) => ({
  value: { tillkeeper: { act: name, nonce, ...more } },
});
const raw = (json: string) => ({ value: JSON.parse(json) });

const notTheirs = /^Only the person who asked can press this\. Nothing was changed\./;
const elsewhere =
  /^This card belongs to another conversation of yours\. Nothing was changed; press it there\./;
const unknownCard = /^I do not know this card, so nothing was created\. Ask for the coupon again\./;
const unknownButton = /^I do not know this button, so I did nothing\./;
const another = /^pressed coupon\.create another_person$/;
const moved = /^pressed coupon\.create another_conversation$/;
const unissued = /^pressed coupon\.create unknown_card$/;
const nobodys = /^pressed none unknown_button$/;

const byOther =
  (value: (nonce: string) => object) =>
  async ({ other, nonce }: Scene) =>
    await other.send(value(nonce));
const byAsker =
  (value: (nonce: string) => object) =>
  async ({ asker, nonce }: Scene) =>
    await asker.send(value(nonce));

const people: readonly Kind[] = [
  { how: 'by another person', press: byOther((nonce) => create(nonce)), reads: notTheirs, onRecord: another },
  {
    how: 'by another person with terms of their own',
    press: byOther((nonce) => create(nonce, { percent_off: 100, terms: { percentOff: 100 } })),
    reads: notTheirs,
    onRecord: another,
  },
  {
    how: 'by another person who names the asker',
    press: byOther((nonce) => ({
      ...create(nonce, { caller: 'marketing', user: 'marketing', role: 'admin', confirmed: true }),
      from: { id: 'marketing', name: 'marketing' },
      channelData: { tillkeeper: { portal: 'demo' }, user: 'marketing' },
    })),
    reads: notTheirs,
    onRecord: another,
  },
  {
    how: 'by somebody of another portal under the same id',
    press: async ({ house, nonce }) =>
      await (await talkOverDirectLine(house, 'marketing', 'a-secret-of-the-intranet')).send(create(nonce)),
    reads: notTheirs,
    onRecord: another,
  },
  {
    how: 'by somebody of another tenant under the same object id',
    press: async ({ teams }) => {
      const ours = teams.channel.talk(teams.house, 'm', {
        ...inTeams('marketing'),
        conversation: { conversationType: 'personal', ...{ tenantId: tenant } },
      });
      const review = await reviewOf(ours);
      const theirs = teams.channel.talk(teams.house, 'm', {
        ...inTeams('marketing'),
        channelData: { tenant: { id: otherTenant } },
        conversation: { conversationType: 'personal', ...{ tenantId: otherTenant } },
      });
      return await theirs.send(create(nonceOf(review)));
    },
    reads: notTheirs,
    onRecord: another,
  },
  {
    how: 'without a role',
    press: async ({ house, nonce }) => await (await talkOverDirectLine(house, 'guest')).send(create(nonce)),
    reads: /^I do not know you here yet/,
    onRecord: /^refused coupons\.create refused$/,
  },
  {
    how: 'with a role that may not create',
    press: async ({ house, nonce }) => await (await talkOverDirectLine(house, 'analyst')).send(create(nonce)),
    reads: /^Your role, Analyst, may not create coupons\. Marketing may\./,
    onRecord: /^refused coupons\.create refused$/,
  },
  {
    how: 'after the role was taken away',
    press: async ({ asker, nonce, reload }) => {
      await reload((settings) => ({ ...settings, people: settings.people.filter(isNot('marketing')) }));
      const cards = await asker.send(create(nonce));
      await reload((settings) => settings);
      return cards;
    },
    reads: /^I do not know you here yet/,
    onRecord: /^refused coupons\.create refused$/,
  },
  {
    how: 'after the account was taken away',
    press: async ({ house, reload }) => {
      const admin = await talkOverDirectLine(house, 'admin');
      await admin.send(act('account.use', '', { account: 'eu' }));
      const review = await reviewOf(admin);
      await reload((settings) => ({
        ...settings,
        people: settings.people.map((one) => ({ ...one, accounts: ['main'] })),
      }));
      const cards = await admin.send(create(nonceOf(review)));
      await reload((settings) => settings);
      return cards;
    },
    reads: /You may not create coupons in this account\./,
    onRecord: /^refused coupons\.create refused$/,
  },
  {
    how: 'in a group, by another member',
    press: async ({ teams }) => {
      const group = { isGroup: true, ...{ tenantId: tenant } };
      const asks = teams.channel.talk(teams.house, 'm', { ...inTeams('marketing'), conversation: group });
      const personal = teams.channel.talk(teams.house, 'm', {
        ...inTeams('marketing'),
        conversation: { id: 'personal-29-marketing' },
      });
      await asks.say('create a 15% off coupon');
      const nonce = nonceOf(only('couponReview', await personal.changes()));
      const member = teams.channel.talk(teams.house, 'a', {
        ...inTeams('admin'),
        conversation: { id: asks.conversation, ...group },
      });
      return await member.send({ id: 'of-the-member', ...create(nonce) });
    },
    reads: /^This button belongs to a card of our personal chat, so nothing was done\. Press it there\./,
    onRecord: /^pressed none not_here$/,
  },
];

const places: readonly Kind[] = [
  {
    how: 'in another conversation of the asker',
    press: async ({ house, nonce }) =>
      await (await talkOverDirectLine(house, 'marketing')).send(create(nonce)),
    reads: elsewhere,
    onRecord: moved,
  },
  {
    how: 'over another channel by the asker',
    press: async ({ house, channel, nonce }) => await channel.talk(house, 'marketing').send(create(nonce)),
    reads: elsewhere,
    onRecord: moved,
  },
  {
    how: 'over another channel under the same conversation id',
    press: async ({ house, channel, asker, nonce }) =>
      await channel
        .talk(house, 'marketing', { conversation: { id: asker.conversation } })
        .send(create(nonce)),
    reads: elsewhere,
    onRecord: moved,
  },
];

const nonces: readonly Kind[] = [
  {
    how: 'under a nonce that nobody issued',
    press: byAsker(() => create('AAAAAAAAAAAAAAAAAAAAAA', { percent_off: 15 })),
    reads: unknownCard,
    onRecord: unissued,
  },
  { how: 'under an empty nonce', press: byAsker(() => create('')), reads: unknownCard, onRecord: unissued },
  {
    how: 'under no nonce, with the terms',
    press: byAsker(() => ({ value: { percent_off: 15, tillkeeper: { act: 'coupon.create' } } })),
    reads: unknownCard,
    onRecord: unissued,
  },
  {
    how: 'under the digest that is kept of the nonce',
    press: byAsker((nonce) => create(createHash('sha256').update(`nonce:${nonce}`).digest('hex'))),
    reads: unknownCard,
    onRecord: unissued,
  },
  {
    how: 'under the nonce in other letters',
    press: byAsker((nonce) => create(`${nonce.slice(0, -1).toLowerCase()} `)),
    reads: unknownCard,
    onRecord: unissued,
  },
  {
    how: 'under a nonce of another account and person',
    press: async ({ house, asker }) => {
      const admin = await talkOverDirectLine(house, 'admin');
      await admin.send(act('account.use', '', { account: 'eu' }));
      return await asker.send(create(nonceOf(await reviewOf(admin))));
    },
    reads: notTheirs,
    onRecord: another,
  },
  {
    how: 'under the nonce of a form',
    press: async ({ house }) => {
      const talk = await talkOverDirectLine(house, 'marketing');
      return await talk.send({ value: { percent_off: 9, ...create(nonceOf(await formOf(talk))).value } });
    },
    reads: unknownButton,
    onRecord: /^pressed coupon\.create unknown_button$/,
  },
];

const values: readonly Kind[] = [
  ...[5, true, {}, [], { $ne: null }, 'x'.repeat(201)].map((nonce) => ({
    how: `with a nonce of the wrong kind (${JSON.stringify(nonce).slice(0, 12)})`,
    press: byAsker(() => create(nonce)),
    reads: unknownButton,
    onRecord: nobodys,
  })),
  {
    how: 'with an act that is a list',
    press: byAsker((nonce) => ({ value: { tillkeeper: { act: ['coupon.create'], nonce } } })),
    reads: unknownButton,
    onRecord: nobodys,
  },
  {
    how: 'with act and nonce in a __proto__',
    press: byAsker((nonce) =>
      raw(`{"tillkeeper": {"__proto__": {"act": "coupon.create", "nonce": "${nonce}"}}}`),
    ),
    reads: unknownButton,
    onRecord: nobodys,
  },
  {
    how: 'with all of it in a __proto__',
    press: byAsker((nonce) =>
      raw(`{"__proto__": {"tillkeeper": {"act": "coupon.create", "nonce": "${nonce}"}}}`),
    ),
    reads: unknownButton,
    onRecord: nobodys,
  },
  {
    how: 'with __proto__ beside it, by another person',
    press: byOther((nonce) =>
      raw(
        `{"tillkeeper": {"act": "coupon.create", "nonce": "${nonce}", "__proto__": {"caller": "marketing"}}, "__proto__": {"may": true}, "constructor": {"prototype": {"may": true}}}`,
      ),
    ),
    reads: notTheirs,
    onRecord: another,
  },
  {
    how: 'as a text that is the value',
    press: byAsker((nonce) => ({ value: JSON.stringify(create(nonce).value) })),
    reads: unknownButton,
    onRecord: nobodys,
  },
  {
    how: 'as an act of no card',
    press: byAsker((nonce) => act('coupon.createNow', nonce)),
    reads: unknownButton,
    onRecord: nobodys,
  },
  {
    how: 'by another person, with a text that agrees beside it',
    press: byOther((nonce) => ({ text: 'yes, create it', ...create(nonce) })),
    reads: notTheirs,
    onRecord: another,
  },
];

const otherActs: readonly Kind[] = [
  ...['coupon.approve', 'coupon.reject'].map((name) => ({
    how: `as ${name} with the nonce of a review card`,
    press: byAsker((nonce) => act(name, nonce)),
    reads: /^(I do not know|Your role)/,
    onRecord: /^(pressed|refused) .*(unknown|refused)/,
  })),
  {
    how: 'as coupon.review with the nonce of a review card',
    press: byOther((nonce) => ({ value: { percent_off: 99, ...act('coupon.review', nonce).value } })),
    reads: /^This form is not open any more, so nothing was created\./,
    onRecord: /^pressed coupon\.review form_gone$/,
  },
  ...['list.next', 'customer.choose', 'card.showAgain'].map((name) => ({
    how: `as ${name} with the nonce for what that takes`,
    press: byAsker((nonce) => ({
      value: { tillkeeper: { act: name, cursor: nonce, resume: nonce, customer: nonce } },
    })),
    reads: /^This card is not yours, or too old to go on from\. Ask the question again\./,
    onRecord: new RegExp(`^pressed ${name.replace('.', '\\.')} lost$`),
  })),
];

const settled: readonly Kind[] = [
  {
    how: 'on a card that has lapsed',
    press: async ({ house, asker, nonce }) => {
      house.time.now += 10 * 60_000;
      return await asker.send(create(nonce));
    },
    reads: /^This offer has lapsed, nothing was created\./,
    onRecord: /^pressed coupon\.create lapsed$/,
  },
  {
    how: 'on a card that was declined',
    press: async ({ asker, nonce }) => {
      await asker.send(act('coupon.decline', nonce));
      return await asker.send(create(nonce));
    },
    reads: /^This was not created, and this card creates nothing any more\./,
    onRecord: /^pressed coupon\.create declined$/,
  },
  {
    how: 'on a card that was adjusted',
    press: async ({ asker, nonce }) => {
      await asker.send(act('coupon.adjust', nonce));
      return await asker.send(create(nonce));
    },
    reads: /^These terms were adjusted since, so this card creates nothing\./,
    onRecord: /^pressed coupon\.create declined$/,
  },
];

const typed: readonly Kind[] = [
  ...['yes', 'submit', 'confirmed', 'please submit it for me'].map((text) => ({
    how: `as the text “${text}”`,
    press: byAsker(() => ({ text })),
    reads:
      /^A coupon is created only when you press Create coupon on its card\.|^I did not get|^I can look at/,
    onRecord: /^(refused|read) (refuse|clarify|help) /,
  })),
  {
    how: 'as the text of a button',
    press: byAsker(() => act('ask', '', { text: 'yes, submit it for me' })),
    reads: /^A coupon is created only when you press Create coupon on its card\./,
    onRecord: /^refused refuse refused$/,
  },
];

const claims = [
  { confirmed: true },
  { submit: true, state: 'executing' },
  { tillkeeper: { act: 'coupon.create', nonce: 'AAAAAAAAAAAAAAAAAAAAAA' } },
];
const byModel: readonly Kind[] = claims.map((claim) => ({
  how: `by a model that says ${JSON.stringify(claim)}`,
  press: async ({ house, asker, nonce }) => {
    const step = { do: 'create_coupon', percent_off: 15, nonce, ...claim };
    house.openRouter.queue(says(JSON.stringify({ steps: [step], ...claim })));
    return (await asker.say('make it 15% off, customers wait')).filter(({ name }) => name !== 'couponRecord');
  },
  reads: /^Create this coupon\?|^New coupon|^I did not get|^Which/,
  onRecord: /^(offered create_coupon review|asked \S+ understood|read clarify \w+)$/,
}));

const isNot = (user: string) => (one: Settings['people'][number]) => !('user' in one && one.user === user);

const line = z.object({ event: z.string(), ability: z.string(), outcome: z.string() });

describe('a forged Submit', function () {
  this.timeout(30_000);
  const dataDir = mkdtempSync(path.join(tmpdir(), 'tillkeeper-'));
  const teamsDir = mkdtempSync(path.join(tmpdir(), 'tillkeeper-'));
  let house: House;
  let teams: Teams;
  let channel: Channel;
  let given: Settings;
  let count = 0;

  const settings = (demo: Settings): Settings => {
    const inTenant = (of: string) => ({
      tenant: of,
      user: objectIdOf('marketing'),
      roles: ['marketing'],
      accounts: ['main'],
    });
    const portal = { id: 'intranet', secret: 'a-secret-of-the-intranet', origins: [], people: null };
    given = {
      ...demo,
      recognition: 'model-first',
      portals: [...demo.portals, portal],
      people: [
        ...demo.people,
        { portal: 'intranet', user: 'marketing', roles: ['marketing'], accounts: ['main'] },
        inTenant(tenant),
        inTenant(otherTenant),
        { tenant, user: objectIdOf('admin'), roles: ['marketing'], accounts: ['main'] },
      ],
    };
    return given;
  };

  before(async () => {
    teams = await openTeams({ settings, variables: { DATA_DIR: teamsDir } });
    house = await openHouse({ settings, variables: { DATA_DIR: dataDir } });
    channel = await openChannel();
  });
  after(async () => {
    await house.close();
    await channel.close();
    await teams.close();
    for (const folder of [dataDir, teamsDir]) rmSync(folder, { recursive: true, force: true });
  });

  /** What the trails of both houses say, oldest first. */
  const trails = async (): Promise<string[][]> =>
    await Promise.all(
      [dataDir, teamsDir].map(async (folder) => {
        const database = openSqlite(folder);
        const rows = await database.run('select event, ability, outcome from trail order by seq', []);
        database.close();
        return rows
          .map((row) => line.parse(row))
          .map((each) => `${each.event} ${each.ability} ${each.outcome}`);
      }),
    );
  const coupons = () =>
    [house, teams.house].flatMap(({ stripe }) =>
      ['acct_demo_main', 'acct_demo_eu'].map((account) => stripe.data(account)?.coupons.length),
    );
  const writes = () =>
    [house, teams.house].flatMap(({ stripe }) => stripe.requests.filter(({ method }) => method === 'POST'));

  const scene = async (): Promise<Scene> => {
    const asker = await talkOverDirectLine(house, 'marketing');
    const review = await reviewOf(asker);
    return {
      house,
      teams,
      channel,
      asker,
      review,
      nonce: nonceOf(review),
      other: await talkOverDirectLine(house, 'admin'),
      reload: async (change) => await house.app.reload(change(given)),
    };
  };

  const groups = { people, places, nonces, values, otherActs, settled, typed, byModel };
  for (const { how, press, reads, onRecord } of Object.values(groups).flat())
    it(`${how} creates nothing, is answered, and is on record`, async () => {
      const staged = await scene();
      const [made, written, told] = [coupons(), writes().length, await trails()];
      const cards = await press(staged);
      expect(cards.map(({ text }) => text).join('\n')).to.match(new RegExp(reads.source, 'm'));
      expect(coupons()).to.deep.equal(made);
      expect(writes()).to.have.length(written);
      expect(cards.filter(({ name }) => name === 'couponRecord')).to.deep.equal([]);
      const fresh = (await trails()).flatMap((lines, at) => lines.slice(told[at]?.length));
      expect(fresh.filter((each) => onRecord.test(each)).length, fresh.join('\n')).to.be.above(0);
      count += 1;
    });

  const all = Object.values(groups).flat().length;
  describe('counted', () => {
    it(`came in ${all} kinds, and none of them made a coupon`, () => {
      expect(count).to.equal(all);
      expect(writes()).to.deep.equal([]);
    });
  });

  describe('beside a true one', () => {
    it('makes no second coupon, and says when the first was made', async () => {
      const { asker, nonce, other } = await scene();
      const written = writes().length;
      await asker.send(create(nonce));
      expect(writes()).to.have.length(written + 2);
      expect((await asker.send(create(nonce)))[0]?.text).to.match(/^Already created at/);
      expect((await other.send(create(nonce)))[0]?.text).to.match(notTheirs);
      expect(writes()).to.have.length(written + 2);
    });

    it('changes nothing of the terms that the card shows', async () => {
      const { asker, nonce } = await scene();
      const more = { percent_off: 100, terms: { percentOff: 100 }, account: 'eu', person: 'admin' };
      await asker.send({ value: { ...more, ...create(nonce, more).value } });
      const last = house.stripe.data('acct_demo_main')?.coupons.at(-1);
      expect([last?.percent_off, last?.duration]).to.deep.equal([15, 'once']);
    });

    it('comes a hundred times at once from another person, and each is refused', async () => {
      const { house: here, nonce, other } = await scene();
      const written = writes().length;
      const told = (await trails())[0]?.length ?? 0;
      await atOnce(here, other, nonce);
      const refusals = other.screen().filter(({ text }) => notTheirs.test(text));
      expect(refusals).to.have.length(100);
      expect(writes()).to.have.length(written);
      const fresh = (await trails())[0]?.slice(told) ?? [];
      expect(fresh.filter((each) => another.test(each))).to.have.length(100);
    });

    it('comes a hundred times at once from the asker, and one coupon is made', async () => {
      const { house: here, asker, nonce } = await scene();
      const before = coupons();
      await atOnce(here, asker, nonce);
      expect(coupons()).to.deep.equal([(before[0] ?? 0) + 1, ...before.slice(1)]);
      const screen = asker.screen();
      expect(screen.filter(({ name }) => name === 'couponRecord')).to.have.length(1);
      expect(screen.filter(({ text }) => /Already created at/.test(text))).to.have.length(99);
    });
  });
});

/** A hundred presses in one conversation, as fast as its line of 50 takes them. */
async function atOnce(house: House, by: Talk, nonce: string): Promise<void> {
  for (const _ of [1, 2, 3, 4])
    await Promise.all(Array.from({ length: 25 }, async () => await by.send(create(nonce))));
  await house.app.idle();
}
