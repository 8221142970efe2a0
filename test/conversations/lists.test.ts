import { expect } from 'chai';
import type { AccountData } from '../../src/demo/stripe/store.js';
import { emptyAccount } from '../../src/demo/stripe/store.js';
import {
  chargesIn,
  countsOf,
  countsOn,
  dayOf,
  money,
  netOf,
  newestFirst,
  type RawCharge,
  sumsOn,
  tails,
  tailsOn,
} from './books.js';
import { talkOverDirectLine } from './directLineTalk.js';
import { type House, openHouse } from './house.js';
import { type Card, only, type Talk } from './talk.js';

/** A Sunday, 14:05 in Berlin. */
const now = Date.parse('2026-11-22T13:05:00Z');

/** The house reads sentences by itself, so that a card shows what the list did and not what a model made of it. */
const openBooks = async () => await openHouse({ now, settings: (demo) => ({ ...demo, model: null }) });

const dataOf = (house: House): AccountData => house.stripe.data('acct_demo_main') ?? emptyAccount();

/** Presses Next until there is none. */
async function allPages(talk: Talk, first: Card): Promise<Card[]> {
  const cards = [first];
  for (;;) {
    const last = cards.at(-1);
    const next = last?.buttons.find(({ title }) => title.startsWith('Next'));
    if (!next) return cards;
    cards.push(only(first.name, await talk.press(last, next.title)));
  }
}

describe('a list of charges', () => {
  let house: House;
  let talk: Talk;
  let all: RawCharge[];

  before(async () => {
    house = await openBooks();
    all = chargesIn(dataOf(house));
  });

  after(async () => {
    await house.close();
  });

  beforeEach(async () => {
    talk = await talkOverDirectLine(house, 'admin');
  });

  const day = ({ created }: RawCharge) => dayOf(created);
  const last4 = ({ payment_method_details: { type, ...details } }: RawCharge) => Object(details[type]).last4;
  const lena = 'cus_Qm7Rk2Lp9Xs3Td';

  const questions: readonly [
    said: string,
    meant: (charge: RawCharge) => boolean,
    headline: string,
    limit?: number,
  ][] = [
    ['show me the last 10 charges', () => true, 'Last 10 charges', 10],
    ['the last 3 charges', () => true, 'Last 3 charges', 3],
    ['list charges', () => true, 'Charges'],
    ['failed payments', ({ status }) => status === 'failed', 'Failed charges'],
    ['pending charges', ({ status }) => status === 'pending', 'Pending charges'],
    ['disputed charges', ({ disputed }) => disputed, 'Disputed charges'],
    ['show refunds', (one) => one.refunded || one.amount_refunded > 0, 'Refunded charges'],
    ['successful charges', ({ status }) => status === 'succeeded', 'Succeeded charges'],
    ['last 5 failed charges', ({ status }) => status === 'failed', 'Last 5 failed charges', 5],
    [
      'charges over 100 euros',
      (one) => one.currency === 'eur' && one.amount >= 10_000,
      'Charges from €100.00 up',
    ],
    ['charges under $20', (one) => one.currency === 'usd' && one.amount <= 2000, 'Charges up to $20.00'],
    [
      'charges between 50 and 60 dollars',
      (one) => one.currency === 'usd' && one.amount >= 5000 && one.amount <= 6000,
      'Charges from $50.00 to $60.00',
    ],
    [
      'charges over 99.99',
      (one) => (one.currency === 'jpy' ? one.amount >= 99.99 : one.amount >= 9999),
      'Charges from 99.99 up',
    ],
    ['charges in yen', ({ currency }) => currency === 'jpy', 'Charges in JPY'],
    ['charges today', (one) => day(one) === '2026-11-22', 'Charges today'],
    ['charges yesterday', (one) => day(one) === '2026-11-21', 'Charges yesterday'],
    [
      'charges last week',
      (one) => day(one) >= '2026-11-09' && day(one) <= '2026-11-15',
      'Charges, November 9–15',
    ],
    [
      'refunds last week',
      (one) => one.amount_refunded > 0 && day(one) >= '2026-11-09' && day(one) <= '2026-11-15',
      'Refunded charges, November 9–15',
    ],
    ['charges since 1 November', (one) => day(one) >= '2026-11-01', 'Charges since November 1'],
    ['payments with card ending in 4242', (one) => last4(one) === '4242', 'Charges with card •••• 4242'],
    ['charges of Lena Hoffmann', ({ customer }) => customer === lena, 'Charges of L. H.'],
    [
      'charges of lena.hoffmann@kornfeld.example',
      ({ customer }) => customer === lena,
      'Charges of l•••@k•••.example',
    ],
  ];
  for (const [said, meant, headline, limit] of questions)
    it(`answers "${said}" with the right rows, counts and sums`, async () => {
      const card = only('charges', await talk.say(said));
      const matching = all.filter(meant);
      const counted = matching.slice(0, limit);
      expect(counted, 'the data has some').to.have.length.above(0);
      expect(card.summary.split(': ')[0]).to.equal(headline);
      expect(tailsOn(card)).to.deep.equal(tails(counted.slice(0, 10)));
      expect(countsOn(card)).to.deep.equal(countsOf(counted));
      expect(sumsOn(card, 'Net')).to.deep.equal(netOf(counted));
      const more = matching.length > counted.length ? 'more than ' : '';
      const shown = Math.min(counted.length, 10);
      if (shown < counted.length || more)
        expect(card.text).to.contain(` ${shown} of ${more}${counted.length} `);
      else expect(card.text).to.not.match(/\d of \d/);
      expect(card.buttons.some(({ title }) => title.startsWith('Next'))).to.equal(matching.length > shown);
    });

  it('shows each row with its amount, status, card and time, and a refund with a minus', async () => {
    const { text } = only('charges', await talk.say('show me the last 10 charges'));
    expect(text).to.contain('Visa •••• 4242 $120.00 Succeeded  · Nov 22, 1:47 PM · a•••@e•••.com');
    expect(text).to.contain('Mastercard •••• 4444 −$40.00 of $80.00 Partly refunded');
    expect(text).to.contain('American Express •••• 0005 $249.00 Failed  · card declined');
  });

  it('never sums over currencies', async () => {
    const card = only('charges', await talk.say('list charges'));
    const currencies = new Set(all.map(({ currency }) => currency));
    expect(sumsOn(card, 'Net')).to.have.length(currencies.size).and.deep.equal(netOf(all));
    const minor = all.reduce((sum, { amount, amount_refunded }) => sum + amount - amount_refunded, 0);
    for (const currency of currencies) expect(card.text).to.not.contain(money(minor, currency));
  });

  const paged: readonly [said: string, meant: (charge: RawCharge) => boolean][] = [
    ['show me the last 10 charges', () => true],
    ['the last 15 charges', () => true],
    ['list charges', () => true],
    ['failed payments', ({ status }) => status === 'failed'],
    ['last 10 failed charges', ({ status }) => status === 'failed'],
    ['charges over 100 euros', (one) => one.currency === 'eur' && one.amount >= 10_000],
  ];
  for (const [said, meant] of paged)
    it(`goes on by Next to the end, no row twice and none missing: "${said}"`, async () => {
      const cards = await allPages(talk, only('charges', await talk.say(said)));
      const matching = all.filter(meant);
      expect(cards.flatMap(tailsOn)).to.deep.equal(tails(matching));
      for (const [at, card] of cards.entries()) {
        expect(tailsOn(card)).to.have.length(Math.min(10, matching.length - at * 10));
        expect(sumsOn(card, 'Net').length).to.be.at.least(said.includes('failed') ? 0 : 1);
      }
      const { length } = matching;
      const first = (cards.length - 1) * 10 + 1;
      const span = first === length ? `${length}` : `${first}–${length}`;
      expect(cards.at(-1)?.text).to.contain(` ${span} of ${length} `);
    });

  it('offers Next for just as many as there are', async () => {
    const failed = all.filter(({ status }) => status === 'failed').length;
    const card = only('charges', await talk.say('failed payments'));
    expect(card.buttons[0]?.title).to.equal(`Next ${failed - 10}`);
  });
});

describe('a list that changes while it is read', () => {
  let house: House;
  let talk: Talk;

  beforeEach(async () => {
    house = await openBooks();
    talk = await talkOverDirectLine(house, 'admin');
  });

  afterEach(async () => {
    await house.close();
  });

  /** New charges come in, a second later each. */
  const arrive = (count: number) => {
    const data = dataOf(house);
    const [template] = data.charges;
    if (!template) throw new Error('no charge');
    house.time.now += 60_000;
    for (let made = 0; made < count; made += 1)
      data.charges.push({
        ...template,
        id: `ch_new${String(made).padStart(4, '0')}`,
        created: now / 1000 + 30 + made,
      });
  };

  for (const said of ['show me the last 10 charges', 'list charges', 'failed payments'])
    for (const count of [3, 25])
      it(`shows no row twice and none too few when ${count} come in before Next: "${said}"`, async () => {
        const failed = said.startsWith('failed');
        const expected = chargesIn(dataOf(house)).filter(({ status }) => !failed || status === 'failed');
        const first = only('charges', await talk.say(said));
        arrive(count);
        const next = only('charges', await talk.press(first, first.buttons[0]?.title ?? ''));
        expect([...tailsOn(first), ...tailsOn(next)]).to.deep.equal(tails(expected.slice(0, 20)));
      });

  it('goes on behind a row that is gone', async () => {
    const data = dataOf(house);
    const expected = newestFirst(data.customers).filter(({ id }) => !data.deletedCustomers.includes(id));
    const first = only('customers', await talk.say('list customers'));
    data.deletedCustomers.push(expected[9]?.id ?? '');
    const next = only('customers', await talk.press(first, 'Next 10'));
    expect([...tailsOn(first), ...tailsOn(next)]).to.deep.equal(tails(expected.slice(0, 20)));
  });

  it('says so when nothing is left behind the last row', async () => {
    const first = only('coupons', await talk.say('list coupons'));
    const { coupons } = dataOf(house);
    coupons.splice(0, coupons.length, ...newestFirst(coupons).slice(0, 10));
    const next = only('coupons', await talk.press(first, 'Next 1'));
    expect(next.text).to.contain('That was all of them');
  });
});

describe('a list longer than the bot reads', () => {
  let house: House;
  let talk: Talk;

  /** Charges a minute apart, the newest first; `odd` stand where they are told to. */
  const fill = (count: number, odd: Readonly<Record<number, object>> = {}) => {
    const data = dataOf(house);
    const [template] = data.charges;
    if (!template) throw new Error('no charge');
    const plain = {
      status: 'succeeded',
      captured: true,
      refunded: false,
      disputed: false,
      amount: 100,
      amount_refunded: 0,
    };
    const made = Array.from({ length: count }, (_, at) => ({
      ...template,
      ...plain,
      ...odd[at],
      currency: 'usd',
      id: `ch_long${String(at).padStart(4, '0')}`,
      created: now / 1000 - 60 * (at + 1),
    }));
    data.charges.splice(0, data.charges.length, ...made.toReversed());
  };
  const disputed = { disputed: true };
  const pages = () => house.stripe.requests.filter(({ path }) => path === '/v1/charges').length;

  before(async () => {
    house = await openBooks();
  });

  after(async () => {
    await house.close();
  });

  beforeEach(async () => {
    talk = await talkOverDirectLine(house, 'admin');
  });

  it('is summed up over its newest 1,000, and says so', async () => {
    fill(1150);
    const before = pages();
    const card = only('charges', await talk.say('list charges'));
    expect(card.summary).to.equal('Charges: 1,000 succeeded, newest 1,000 only.');
    expect(card.text).to.contain('1,000 succeeded · newest 1,000 only').and.contain('10 of at least 1,000');
    expect(sumsOn(card, 'Net')).to.deep.equal(['$1,000.00']);
    expect(pages() - before).to.equal(10);
  });

  it('of exactly 1,000 is whole', async () => {
    fill(1000);
    const card = only('charges', await talk.say('list charges'));
    expect(card.summary).to.equal('Charges: 1,000 succeeded.');
    expect(card.text).to.contain('10 of 1,000').and.not.contain('newest');
  });

  it('is searched as far as the bound for what matches, and says so', async () => {
    const odd = Object.fromEntries([
      ...Array.from({ length: 12 }, (_, at) => [at * 80, disputed]),
      [1100, disputed],
    ]);
    fill(1150, odd);
    const first = only('charges', await talk.say('disputed charges'));
    expect(first.summary).to.equal('Disputed charges: 12 disputed, newest 1,000 only.');
    expect(first.text).to.contain('10 of at least 12');
    const [, second, ...more] = await allPages(talk, first);
    expect(second ? tailsOn(second) : []).to.deep.equal(['0800', '0880']);
    expect(more).to.deep.equal([]);
  });

  it('is not said to hold none where only a part was looked at', async () => {
    fill(1150, { 1100: disputed });
    const card = only('charges', await talk.say('disputed charges'));
    expect(card.summary).to.equal(
      'No disputed charges, in Main store. I looked through the newest 1,000 only; ask with a period to look further back.',
    );
  });

  it('is read no further than it takes to answer', async () => {
    fill(1150, { 3: disputed, 5: disputed, 150: disputed });
    for (const [said, reads] of [
      ['the last 10 charges', 1],
      ['last disputed charge', 1],
      ['last 2 disputed charges', 2],
    ] as const) {
      const fresh = await talkOverDirectLine(house, 'admin');
      const before = pages();
      only('charges', await fresh.say(said));
      expect([said, pages() - before]).to.deep.equal([said, reads]);
    }
  });

  it('promises more only where there is more', async () => {
    fill(150, { 3: disputed, 5: disputed });
    const card = only('charges', await talk.say('last 2 disputed charges'));
    expect(card.text).to.not.contain('more than');
    expect(card.buttons.some(({ title }) => title.startsWith('Next'))).to.equal(false);
  });
});

describe('a list of customers or coupons', () => {
  let house: House;
  let talk: Talk;
  let data: AccountData;

  before(async () => {
    house = await openBooks();
    data = dataOf(house);
  });

  after(async () => {
    await house.close();
  });

  beforeEach(async () => {
    talk = await talkOverDirectLine(house, 'admin');
  });

  it('shows customers ten by ten, the deleted one not among them', async () => {
    const there = newestFirst(data.customers).filter(({ id }) => !data.deletedCustomers.includes(id));
    const cards = await allPages(talk, only('customers', await talk.say('list customers')));
    expect(cards.map(({ summary }) => summary)).to.deep.equal(
      cards.map(() => `Customers: ${there.length} customers.`),
    );
    expect(cards.flatMap(tailsOn)).to.deep.equal(tails(there));
  });

  const periods: readonly [said: string, from: string, headline: string][] = [
    ['customers since 1 September', '2026-09-01', 'New customers since September 1'],
    ['customers since 29 September', '2026-09-29', 'New customers since September 29'],
  ];
  for (const [said, from, headline] of periods)
    it(`counts "${said}"`, async () => {
      const there = newestFirst(data.customers).filter(({ created }) => dayOf(created) >= from);
      const card = only('customers', await talk.say(said));
      const noun = there.length === 1 ? 'customer' : 'customers';
      expect(card.summary).to.equal(`${headline}: ${there.length} ${noun}.`);
      expect(tailsOn(card)).to.deep.equal(tails(there.slice(0, 10)));
    });

  const ended = ({ redeem_by, max_redemptions, times_redeemed }: AccountData['coupons'][number]) =>
    (redeem_by !== null && redeem_by <= now / 1000) ||
    (max_redemptions !== null && times_redeemed >= max_redemptions);
  const discountOf = ({ percent_off, amount_off, currency }: AccountData['coupons'][number]) =>
    percent_off === null ? `${money(amount_off ?? 0, currency ?? '')} off` : `${percent_off} % off`;

  const coupons: readonly [said: string, meant: (coupon: AccountData['coupons'][number]) => boolean][] = [
    ['list coupons', () => true],
    ['which coupons are still valid', (one) => !ended(one)],
    ['expired coupons', ended],
    ['coupons created this month', ({ created }) => dayOf(created) >= '2026-11-01'],
  ];
  for (const [said, meant] of coupons)
    it(`answers "${said}" with each coupon’s discount, codes, uses, end and standing`, async () => {
      const matching = newestFirst(data.coupons).filter(meant);
      const cards = await allPages(talk, only('coupons', await talk.say(said)));
      const text = cards.map((card) => card.text).join(' ');
      const over = matching.filter(ended).length;
      const counts = { valid: matching.length - over, ended: over };
      expect(countsOn(cards[0] ?? only('coupons', []))).to.deep.equal(
        Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0)),
      );
      expect([...text.matchAll(/ % off,| off, (?:once|for|forever)/g)].length).to.be.at.least(
        matching.length,
      );
      for (const coupon of matching) expect(text).to.contain(discountOf(coupon));
      for (const code of data.promotionCodes.filter(({ promotion }) =>
        matching.some(({ id }) => id === promotion.coupon),
      ))
        expect(text.includes(code.code), code.code).to.equal(code.customer === null);
    });

  it('says why a coupon has ended, and which of its codes has', async () => {
    const cards = await allPages(talk, only('coupons', await talk.say('list coupons')));
    const text = cards.map((card) => card.text).join(' ');
    expect(text).to.contain('LUCKY17 · Lucky 17 used 50 of 50 · no end date Ended: used up');
    expect(text).to.contain('AUTUMN15 · Autumn sale used 88 times · until Nov 2 Ended: expired');
    expect(text).to.contain('BOOTH25 (ended), TRADE25 · Trade Show used 61 of 200 · until Jan 6, 2027 Valid');
    expect(text).to.contain('AV••• (one customer)');
  });

  it('asks for the codes of the coupons on the card at once', async () => {
    const from = house.stripe.requests.length;
    await talk.say('list coupons');
    expect(house.stripe.requests.slice(from).map(({ path }) => path)).to.deep.equal([
      '/v1/coupons',
      '/v1/promotion_codes',
    ]);
  });
});

describe('the trail', () => {
  let house: House;

  beforeEach(async () => {
    house = await openBooks();
  });

  afterEach(async () => {
    await house.close();
  });

  /** One entry of the trail for the ask and one for its answer, a second apart each. */
  const ask = async (person: string, ...said: string[]): Promise<Card[]> => {
    const talk = await talkOverDirectLine(house, person);
    let cards: Card[] = [];
    for (const each of said) {
      house.time.now += 1000;
      cards = await talk.say(each);
    }
    return cards;
  };
  const entries = ({ text }: Card) => [...text.matchAll(/p-[0-9a-f]{12}/g)].map(([who]) => who);

  it('tells who by pseudonym and role, what and with which outcome, newest first', async () => {
    await ask('analyst', 'what is our balance?');
    await ask('marketing', 'list charges');
    const card = only('audit', await ask('compliance', 'show the audit trail'));
    expect(card.summary).to.equal('Trail: 5 entries, 1 refused.');
    expect(card.text).to.match(
      /Asked: show audit .* · Compliance understood Refused: list charges .* · Marketing · no role to see charges refused Asked: list charges .* · Marketing understood Read: show balance .* · Analyst answered Asked: show balance .* · Analyst understood/,
    );
    expect(new Set(entries(card)).size).to.equal(3);
    expect(card.text).to.not.match(/Nadia|Mira|Clara|nadia|analyst@|Stripe’s/);
  });

  it('shows what strangers were refused', async () => {
    await ask('guest', 'list charges');
    const card = only('audit', await ask('compliance', 'show the audit trail'));
    expect(card.text).to.contain('not known here refused');
  });

  it('shows nothing of another account', async () => {
    const talk = await talkOverDirectLine(house, 'analyst');
    await talk.send({ value: { tillkeeper: { act: 'account.use', account: 'eu' } } });
    await talk.say('what is our balance?');
    const card = only('audit', await ask('compliance', 'show the audit trail'));
    expect(card.text).to.not.contain('balance');
  });

  it('tells a fault of Stripe as failed, with its kind', async () => {
    house.stripe.queueFault({ kind: 'refuse', status: 403 });
    await ask('analyst', 'what is our balance?');
    const card = only('audit', await ask('compliance', 'show the audit trail'));
    expect(card.summary).to.equal('Trail: 3 entries, 1 failed.');
    expect(card.text).to.contain('no permission failed');
  });

  it('goes on by Next to its end, though pressing is itself on record', async () => {
    await ask(
      'analyst',
      ...Array.from({ length: 12 }, (_, at) => (at % 2 ? 'list coupons' : 'what is our balance?')),
    );
    house.time.now += 1000;
    const talk = await talkOverDirectLine(house, 'compliance');
    const first = only('audit', await talk.say('show the audit trail'));
    expect(first.text).to.contain('10 of 25');
    const cards = [first];
    for (let next = first.buttons[0]; next?.title.startsWith('Next'); next = cards.at(-1)?.buttons[0]) {
      house.time.now += 1000;
      cards.push(only('audit', await talk.press(cards.at(-1), next.title)));
    }
    const titles = cards.flatMap(({ text }) =>
      [...text.matchAll(/(?:Asked|Read): (?:show|list) \w+/g)].map(([title]) => title),
    );
    const asked = Array.from({ length: 12 }, (_, at) => (at % 2 ? ['list coupons'] : ['show balance']))
      .flat()
      .toReversed();
    expect(titles).to.deep.equal([
      'Asked: show audit',
      ...asked.flatMap((what) => [`Read: ${what}`, `Asked: ${what}`]),
    ]);
    expect(cards.at(-1)?.text).to.match(/–26 of 26/);
  });

  it('goes on rightly where many entries share a moment', async () => {
    const talk = await talkOverDirectLine(house, 'admin');
    for (let asked = 0; asked < 7; asked += 1)
      await talk.say(asked % 2 ? 'list coupons' : 'what is our balance?');
    const cards = await allPages(talk, only('audit', await talk.say('show the audit trail')));
    const reads = cards.flatMap(({ text }) => [...text.matchAll(/Read: (?:show balance|list coupons)/g)]);
    expect(reads).to.have.length(7);
  });

  it('keeps to a day, and to a number', async () => {
    await ask('analyst', 'what is our balance?', 'list coupons');
    house.time.now += 86_400_000;
    const yesterday = only('audit', await ask('compliance', 'who used the bot yesterday'));
    expect(yesterday.summary).to.equal('Trail yesterday: 4 entries.');
    expect(entries(yesterday)).to.have.length(4);
    const today = only('audit', await ask('compliance', 'who used the bot today'));
    expect(today.summary).to.equal('Trail today: 3 entries.');
    const three = only('audit', await ask('compliance', 'last 3 audit entries'));
    expect(three.text).to.contain('3 of more than 3');
    const never = only('audit', await ask('compliance', 'show the audit trail of 1 March 2026'));
    expect(never.summary).to.equal('Nothing is on record on March 1.');
  });
});
