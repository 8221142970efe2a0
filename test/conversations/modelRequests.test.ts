import { expect } from 'chai';
import { canariesOf } from '../../src/demo/stripe/canaries.js';
import { demoStripeAccounts } from '../../src/demo/stripe/data.js';
import type { Customer } from '../../src/demo/stripe/objects.js';
import { emptyAccount } from '../../src/demo/stripe/store.js';
import type { Settings } from '../../src/settings.js';
import { chargesIn, countsOf, newestFirst, type RawCharge, tails, tailsOn } from './books.js';
import { type Channel, openChannel } from './connectorTalk.js';
import { type House, openHouse } from './house.js';
import { found, toldIn } from './leaks.js';
import { names, only } from './talk.js';

/** A Sunday, 14:05 in Berlin. */
const now = Date.parse('2026-11-22T13:05:00Z');
const stores = demoStripeAccounts(() => now).map(({ data }) => data);
const [main = emptyAccount()] = stores;

const settings = (demo: Settings): Settings => ({
  ...demo,
  limits: { ...demo.limits, modelCallsPerTenantPerMinute: 100_000 },
});

/** Whatever says who somebody is, or which payment it was, in both stores. */
const identifiers = stores.flatMap(({ charges, customers }) => [
  ...customers.flatMap(({ id, email, name }) => [id, email ?? '', name ?? '']),
  ...chargesIn({ charges }).map(({ id }) => id),
  ...charges.map(({ payment_intent }) => payment_intent ?? ''),
]);
const whoever = [...new Set(identifiers)].filter((each) => each.length > 3);

/** What a sentence must be answered with: a card, and the ids on it by their last four signs, in order. */
interface Lookup {
  said: string;
  card: 'charges' | 'customers' | 'customerChoice' | 'notice';
  shown: readonly string[];
}

const theirs = ({ id }: Customer, standing?: string): RawCharge[] =>
  chargesIn(main).filter(
    (charge) => charge.customer === id && (standing === undefined || countsOf([charge])[standing] === 1),
  );

/** What is asked of somebody, in whichever way they are named. */
const questions: readonly ((who: string, customer: Customer) => Lookup)[] = [
  (who, of) => ({ said: `charges of ${who}`, card: 'charges', shown: tails(theirs(of).slice(0, 10)) }),
  (who, of) => ({ said: `last 2 payments by ${who}`, card: 'charges', shown: tails(theirs(of).slice(0, 2)) }),
  (who, of) => ({ said: `is ${who} a customer?`, card: 'customers', shown: tails([of]) }),
  (who, of) => ({
    said: `failed charges of ${who}`,
    card: 'charges',
    shown: tails(theirs(of, 'failed').slice(0, 10)),
  }),
  (who, of) => ({ said: `find customer ${who}`, card: 'customers', shown: tails([of]) }),
];

/** Names as people type them; what tries something on whoever draws it is nobody's name. */
const plain = /^[\p{L} ]{2,40}$/u;

const lookups: readonly Lookup[] = main.customers.flatMap((customer, at) => {
  const { id, email, name } = customer;
  const called = newestFirst(main.customers.filter((one) => one.name === name));
  const ask = (way: number, who: string) => {
    const question = questions[(at + way) % questions.length];
    return question ? [question(who, customer)] : [];
  };
  // Stripe finds a deleted one by its id only.
  if (main.deletedCustomers.includes(id)) return ask(0, id);
  const known = [...ask(0, email ?? ''), ...ask(1, id), ...ask(2, email?.toUpperCase() ?? '')];
  if (!name || !plain.test(name)) return known;
  if (called.length === 1) return [...known, ...ask(3, name)];
  return [...known, { said: `charges of ${name}`, card: 'customerChoice', shown: tails(called) }];
});

const single: readonly Lookup[] = chargesIn(main)
  .filter(({ id }) => id.startsWith('ch_'))
  .slice(0, 12)
  .map((charge) => ({ said: `show me charge ${charge.id}`, card: 'charges', shown: tails([charge]) }));

describe('a request to the model', () => {
  let house: House;
  let channel: Channel;
  before(async () => {
    house = await openHouse({ now, settings });
    channel = await openChannel();
  });
  after(async () => {
    await house.close();
    await channel.close();
  });

  const calls = () => house.openRouter.bodies.length;

  it('is made in more than a hundred lookups', () => {
    expect(lookups.length + single.length).to.be.above(100);
    expect(lookups.filter(({ shown }) => shown.length > 0).length).to.be.above(75);
  });

  for (const { said, card, shown } of [...lookups, ...single])
    it(`names nobody, and the answer is right: ${said}`, async () => {
      const before = calls();
      const told = await channel.talk(house, 'admin').say(said);
      const answer = only(card, told);
      const ids = tailsOn(answer);
      // Before the rows may stand the id that was asked for.
      const above = ids.length - shown.length;
      expect(ids.slice(above)).to.deep.equal(shown);
      expect(above).to.be.within(0, /_/.test(said) ? 1 : 0);
      expect(calls() - before).to.equal(1);
      expect(found(whoever, toldIn(house.openRouter.bodies.slice(before)))).to.deep.equal([]);
    });

  describe('is made', () => {
    const counts: readonly [said: string, cards: string[]][] = [
      ['show me the last 10 charges and what is our balance?', ['charges', 'balance']],
      [
        'show me the last 10 charges and create a 15% off coupon for first-time customers, expiring in 30 days',
        ['charges', 'couponReview'],
      ],
      [
        'list coupons, then failed payments this week, then who did what today',
        ['coupons', 'charges', 'audit'],
      ],
      ['hello', ['help']],
      ['show me the data', ['notice']],
      ['refund the last charge', ['notice']],
    ];
    for (const [said, cards] of counts)
      it(`once for one message, whatever is in it: ${said}`, async () => {
        const before = calls();
        expect(names(await channel.talk(house, 'admin').say(said))).to.deep.equal(cards);
        expect(calls() - before).to.equal(1);
      });

    it('once for a message that is delivered again and again', async () => {
      const talk = channel.talk(house, 'admin');
      const before = calls();
      const message = { id: 'delivered-before', text: 'list coupons' };
      expect(names(await talk.send(message))).to.deep.equal(['coupons']);
      expect(await talk.send(message)).to.deep.equal([]);
      await Promise.all([talk.send(message), talk.send(message), talk.send(message)]);
      expect(calls() - before).to.equal(1);
      await talk.send({ ...message, id: 'another' });
      expect(calls() - before).to.equal(2);
    });

    it('never for a press, and never for more of the same', async () => {
      const talk = channel.talk(house, 'admin');
      const [charges] = await talk.say('show me the last 10 charges');
      const before = calls();
      expect(names(await talk.press(charges, 'Next 10'))).to.deep.equal(['charges']);
      expect(names(await talk.say('next 10'))).to.deep.equal(['charges']);
      expect(calls()).to.equal(before);
    });

    it('only where the rules are not certain, when they come first', async () => {
      const own = await openHouse({ now, settings, variables: { RECOGNITION: 'built-in-first' } });
      const talk = channel.talk(own, 'admin');
      await talk.say('charges of ava.martin@example.com');
      expect(own.openRouter.bodies).to.have.length(0);
      await talk.say('create a 10% off coupon');
      expect(own.openRouter.bodies).to.have.length(1);
      await own.close();
    });
  });

  it('holds nothing of what was shown, however the talk goes on', async () => {
    const talk = channel.talk(house, 'admin');
    const before = calls();
    const asked = [
      'show me the last 10 charges',
      'and the failed ones?',
      'details on the second one',
      'same for the last 60 days',
      'charges of Ava Martin',
      'and the failed ones?',
      'what about lena.hoffmann@kornfeld.example?',
      'only those over 50 euros',
      'the latest customers',
      'charges of the second one',
      'and what did they pay last month?',
      'create a 10% off coupon for tom.berg@northwind.example',
      'make it 20% instead',
      'list coupons',
      'only the valid ones',
    ];
    for (const said of asked) expect(await talk.say(said), said).to.not.deep.equal([]);
    const choice = only('customerChoice', await talk.say('charges of James Carter'));
    const [first] = choice.buttons;
    await talk.press(choice, first?.title ?? '');
    await talk.say('and the failed ones?');
    house.openRouter.queue({ status: 500, body: '{}' });
    await talk.say('same for the last 90 days');

    const bodies = house.openRouter.bodies.slice(before);
    expect(bodies).to.have.length.above(asked.length);
    const leant = bodies.filter((body) => body.includes('\\"previous\\"'));
    expect(leant).to.have.length.above(10);
    const canaries = stores.flatMap(canariesOf).filter((each) => each.length > 3);
    expect(canaries).to.have.length.above(300);
    expect(found([...canaries, ...whoever], toldIn(bodies))).to.deep.equal([]);
  });
});
