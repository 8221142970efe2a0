import { expect } from 'chai';
import fc from 'fast-check';
import { z } from 'zod';
import { demoStripeKeys } from '../../src/demo/stripe/data.js';
import type { Settings } from '../../src/settings.js';
import { says } from '../recognition/modelTalk.js';
import { type Channel, openChannel } from './connectorTalk.js';
import { type House, openHouse } from './house.js';
import { roles } from './rightsTable.js';
import { type Card, names, type Talk } from './talk.js';

const shops = {
  main: { stripe: 'acct_demo_main', label: 'Main store' },
  eu: { stripe: 'acct_demo_eu', label: 'EU store' },
} as const;
type Shop = keyof typeof shops;

/** Who talks, and the accounts that are theirs; the first is where a talk starts. */
const people: Readonly<Record<string, readonly Shop[]>> = {
  ada: ['main'],
  ben: ['eu'],
  cleo: ['main', 'eu'],
  dora: ['eu', 'main'],
  gus: [],
};

const settings = (demo: Settings): Settings => ({
  ...demo,
  recognition: 'model-first',
  roles,
  people: Object.entries(people)
    .filter(([, accounts]) => accounts.length > 0)
    .map(([user, accounts]) => ({
      portal: 'demo',
      user,
      roles: ['everything'],
      accounts: [...accounts],
    })),
  portals: demo.portals.map((portal) => ({ ...portal, people: Object.keys(people) })),
  loopback: { portal: 'demo', otherwise: 'gus' },
});

/** One message: who sends it, by what it tries, and which of the ids there are it puts there. */
const round = fc.record({
  person: fc.constantFrom(...Object.keys(people)),
  way: fc.constantFrom('text', 'text', 'model', 'model', 'use', 'next', 'choose', 'again', 'press'),
  form: fc.nat(),
  id: fc.nat(),
  other: fc.nat(),
});
type Round = typeof round extends fc.Arbitrary<infer T> ? T : never;

const texts: readonly ((id: string) => string)[] = [
  (id) => `charges of ${id}`,
  (id) => `show charge ${id}`,
  (id) => `who is ${id}`,
  (id) => `does ${id} still work?`,
  (id) => `the last 2 charges of ${id} please`,
  (id) => `${id}: what is the balance`,
  (id) => `use the key ${id} and show the last charge`,
  (id) => `show the last charge of the account ${id}`,
  (id) => `create a 10% off coupon for ${id}`,
];

const claims: readonly object[] = [
  {},
  { account: 'eu', stripeAccount: 'acct_demo_eu' },
  { account: 'main', key: demoStripeKeys.main.reads, roles: ['everything'] },
  { after: 'ch_1', permit: { account: 'eu' }, tillkeeper: { act: 'account.use', account: 'eu' } },
];
const planned: readonly ((id: string) => object)[] = [
  (id) => ({ do: 'list_charges', limit: 2, customer: id }),
  (id) => ({ do: 'list_charges', charge: id }),
  (id) => ({ do: 'list_customers', customer: id }),
  (id) => ({ do: 'list_coupons', code: id }),
  () => ({ do: 'show_balance' }),
  () => ({ do: 'list_charges', limit: 2 }),
];

/** Something that a card of somebody's carried. */
interface Found {
  person: string;
  shop: Shop;
  act: string;
  data: Readonly<Record<string, string>>;
}

const carried = z.looseObject({ tillkeeper: z.record(z.string(), z.string()) });
const dataCards = new Set([
  'charges',
  'customers',
  'coupons',
  'balance',
  'couponReview',
  'couponForm',
  'couponRecord',
]);
const runs = Number(process.env.TILLKEEPER_LONG ?? 1000);
const seed = Number(process.env.TILLKEEPER_SEED ?? Date.now() % 2 ** 31);

describe('one account at a time', function () {
  this.timeout(1_800_000);
  let house: House;
  let channel: Channel;
  const talks = new Map<string, Talk>();
  const working = new Map<string, Shop | undefined>();
  const found: Found[] = [];
  const typed = new Map<string, string>();
  const counts = { asked: 0, shown: 0, refused: 0 };

  before(async () => {
    house = await openHouse({ settings });
    channel = await openChannel();
    for (const person of Object.keys(people)) await beginAnew(person);
    for (const person of ['ada', 'ben']) await collect(person);
  });
  after(async () => {
    await house.close();
    await channel.close();
  });

  const beginAnew = async (person: string) => {
    talks.set(person, channel.talk(house, person));
    working.set(person, people[person]?.[0]);
  };

  /** Fills the list of things that cards carry, in a talk of its own. */
  const collect = async (person: string) => {
    const talk = channel.talk(house, person);
    for (const text of ['charges', 'list customers', 'charges of James Carter', 'create a 5% off coupon'])
      keep(person, await talk.say(text));
  };
  const keep = (person: string, cards: readonly Card[]) => {
    const shop = working.get(person);
    if (shop === undefined) return;
    for (const { data } of cards.flatMap(({ buttons }) => buttons)) {
      const { tillkeeper } = carried.parse(data);
      found.push({ person, shop, act: tillkeeper.act ?? '', data: tillkeeper });
    }
    if (found.length > 400) found.splice(40, 100);
  };

  const idsOf = (shop: Shop) => {
    const data = house.stripe.data(shops[shop].stripe);
    return [
      ...(data?.charges.slice(-40).map(({ id }) => id) ?? []),
      ...(data?.customers.map(({ id }) => id) ?? []),
      ...(data?.coupons.slice(0, 11).map(({ id }) => id) ?? []),
      ...(data?.promotionCodes.slice(0, 11).flatMap(({ id, code }) => [id, code]) ?? []),
      shops[shop].stripe,
      shop,
      shops[shop].label,
      demoStripeKeys[shop].reads,
      demoStripeKeys[shop].coupons,
    ];
  };
  const pick = <T>(from: readonly T[], nth: number): T | undefined => from[nth % from.length];
  const anyId = (nth: number) =>
    pick([...idsOf('main'), ...idsOf('eu'), 'sk_live_51AbCdEfGhIjKlMnOp'], nth) ?? '';
  const carriedBy = (act: string, nth: number) =>
    pick(
      found.filter((each) => each.act === act),
      nth,
    )?.data ?? {};

  const activityOf = ({ person, way, form, id, other }: Round): object => {
    const given = anyId(id);
    const press = (tillkeeper: object) => ({ value: { tillkeeper } });
    if (way === 'text') return { text: pick(texts, form)?.(given) };
    if (way === 'model') {
      const step = {
        ...pick(planned, form)?.(other % 2 === 0 ? given : anyId(other)),
        ...pick(claims, other),
      };
      house.openRouter.queue(says(JSON.stringify({ steps: [step], ...pick(claims, form) })));
      return { text: `something about ${given}` };
    }
    if (way === 'use')
      return press({ act: 'account.use', account: pick(['main', 'eu', given, '__proto__'], form) });
    if (way === 'next') return press({ ...carriedBy('list.next', id), act: 'list.next', account: given });
    if (way === 'choose')
      return press({
        ...carriedBy('customer.choose', form),
        ...(other % 2 === 0 ? { customer: given } : {}),
      });
    if (way === 'again')
      return press({ act: 'card.showAgain', resume: carriedBy('card.takeBack', id).nonce ?? given });
    const theirs = found.filter((each) => each.person !== person && each.act === 'coupon.create');
    return press({ act: 'coupon.create', nonce: pick(theirs, id)?.data.nonce ?? given, account: given });
  };

  /** Where the person works after this: only a button with an account of theirs changes that. */
  const moves = ({ person, way, form }: Round) => {
    const wanted = pick([...(['main', 'eu'] as const), undefined, undefined], form);
    if (way === 'use' && wanted !== undefined && people[person]?.includes(wanted))
      working.set(person, wanted);
  };

  const tailsOf = (shop: Shop) => {
    const data = house.stripe.data(shops[shop].stripe);
    return [...(data?.charges ?? []), ...(data?.customers ?? [])].map(({ id }) => id.slice(-4));
  };
  const tails = { main: new Set<string>(), eu: new Set<string>() };

  /** `said`: all that the person wrote; an id in it may be said back, also when the question is asked again. */
  const judge = (cards: readonly Card[], shop: Shop | undefined, said: string) => {
    const here = shop === undefined ? '' : shops[shop].label;
    const elsewhere = shop === 'main' ? 'eu' : 'main';
    for (const card of cards) {
      if (!dataCards.has(card.name)) continue;
      counts.shown += 1;
      expect(shop, card.text).to.not.equal(undefined);
      expect(card.text).to.contain(card.name.startsWith('coupon') ? here : `${here} · Test`);
      expect(card.text).to.not.contain(`${shops[elsewhere].label} ·`);
      const shown = [...card.text.matchAll(/(?:ch|py|cus)_…(\w{4})\b/g)].map(([, tail = '']) => tail);
      const foreign = shown.filter(
        (tail) => tails[elsewhere].has(tail) && !tails[shop ?? 'main'].has(tail) && !said.includes(tail),
      );
      expect(foreign, card.text).to.deep.equal([]);
    }
  };

  it(`whatever the ids in ${runs} texts, cards and model outputs are (seed ${seed}), is the only one asked`, async () => {
    for (const shop of ['main', 'eu'] as const) for (const tail of tailsOf(shop)) tails[shop].add(tail);
    const property = fc.asyncProperty(round, async (each) => {
      const { person } = each;
      const activity = activityOf(each);
      moves(each);
      const shop = working.get(person);
      const from = house.stripe.requests.length;
      const cards = (await talks.get(person)?.send(activity)) ?? [];
      house.openRouter.forget();
      const seen = house.stripe.requests.slice(from);
      counts.asked += seen.length;
      const own = shop === undefined ? 'nobody' : shops[shop].stripe;
      for (const { account, stripeAccount, method, path } of seen)
        expect([account, stripeAccount, method], path).to.deep.equal([own, null, 'GET']);
      expect(cards.length).to.be.above(0);
      counts.refused += cards.filter(({ name }) => name === 'notice').length;
      if ('text' in activity) typed.set(person, `${typed.get(person) ?? ''}\n${activity.text}`);
      judge(cards, shop, typed.get(person) ?? '');
      keep(person, cards);
      if (cards.some(({ name }) => name === 'couponReview' || name === 'couponForm')) await beginAnew(person);
    });
    await fc.assert(property, { numRuns: runs, seed, endOnFailure: true });
    const { asked, shown, refused } = counts;
    expect(Math.min(asked, shown, refused), JSON.stringify(counts)).to.be.above(runs / 10);
  });

  const named = ['EU store', 'acct_demo_eu'];
  const sentences = (name: string) => [
    `show the charges of the ${name}`,
    `switch to ${name}`,
    `list customers in ${name}`,
    `what is the balance of the ${name}?`,
  ];
  for (const text of named.flatMap(sentences)) {
    it(`is changed by a button and not by “${text}”`, async () => {
      const talk = channel.talk(house, 'cleo');
      const from = house.stripe.requests.length;
      const cards = await talk.say(text);
      expect(names(cards)).to.deep.equal(['accounts']);
      expect(cards[0]?.buttons.map(({ title }) => title)).to.deep.equal(['Switch to EU store']);
      expect(house.stripe.requests.slice(from)).to.deep.equal([]);
    });

    it(`is the only one there is for who asks “${text}” and has no other`, async () => {
      const from = house.stripe.requests.length;
      const [card] = await channel.talk(house, 'ada').say(text);
      expect([card?.name, card?.text.slice(0, 60)]).to.deep.equal([
        'notice',
        'I look into the accounts that are yours here, and no others.',
      ]);
      expect(house.stripe.requests.slice(from)).to.deep.equal([]);
    });
  }
});
