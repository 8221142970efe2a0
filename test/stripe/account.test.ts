import { expect } from 'chai';
import { createStripeAccount, type StripeAccount } from '../../src/stripe/account.js';
import { faultOf, leaveFor, openRoom, type Room, settingsAt } from './room.js';
import { type Heard, openWire, said, type Wire } from './wire.js';

const customers = () => leaveFor('customers.read');
const charges = () => leaveFor('charges.read');
const coupons = () => leaveFor('coupons.read');

const objects: Readonly<Record<string, object>> = {
  '/v1/charges/ch_1': {
    object: 'charge',
    id: 'ch_1',
    livemode: false,
    created: 1,
    amount: 1,
    currency: 'usd',
  },
  '/v1/customers/cus_1': { object: 'customer', id: 'cus_1', livemode: false },
  '/v1/coupons/SPRING20': { object: 'coupon', id: 'SPRING20', livemode: false, created: 1 },
  '/v1/balance': { object: 'balance', livemode: false, available: [], pending: [] },
  '/v1/customers/search': { object: 'search_result', data: [], has_more: false, next_page: null },
};

/** Every reading verb, and each request it makes: path and query as they stand on the wire. */
const verbs: readonly [string, (account: StripeAccount) => Promise<unknown>, [string, object][]][] = [
  [
    'a page of charges',
    ({ charges: { page } }) => page({ size: 10 }, charges()),
    [['/v1/charges', { limit: '10' }]],
  ],
  [
    'charges with every filter',
    ({ charges: { page } }) =>
      page({ size: 100, from: 1000, to: 2000, after: 'ch_9', customer: 'cus_1', intent: 'pi_1' }, charges()),
    [
      [
        '/v1/charges',
        {
          limit: '100',
          'created[gte]': '1000',
          'created[lte]': '2000',
          starting_after: 'ch_9',
          customer: 'cus_1',
          payment_intent: 'pi_1',
        },
      ],
    ],
  ],
  [
    'charges since the beginning of time',
    ({ charges: { page } }) => page({ size: 1, from: 0 }, charges()),
    [['/v1/charges', { limit: '1', 'created[gte]': '0' }]],
  ],
  [
    'charges up to a moment',
    ({ charges: { page } }) => page({ size: 1, to: 2000 }, charges()),
    [['/v1/charges', { limit: '1', 'created[lte]': '2000' }]],
  ],
  ['one charge', ({ charges: { one } }) => one('ch_1', charges()), [['/v1/charges/ch_1', {}]]],
  [
    'a page of customers',
    ({ customers: { page } }) => page({ size: 10, from: 5 }, customers()),
    [['/v1/customers', { limit: '10', 'created[gte]': '5' }]],
  ],
  ['one customer', ({ customers: { one } }) => one('cus_1', customers()), [['/v1/customers/cus_1', {}]]],
  [
    'an e-mail address, as written and then in any case',
    ({ customers: { byEmail } }) => byEmail('Jane@Example.com', customers()),
    [
      ['/v1/customers', { email: 'Jane@Example.com', limit: '100' }],
      ['/v1/customers/search', { query: 'email:"Jane@Example.com"', limit: '100' }],
    ],
  ],
  [
    'a part of a name',
    ({ customers: { byName } }) => byName('Jane', customers()),
    [['/v1/customers/search', { query: 'name~"Jane"', limit: '100' }]],
  ],
  [
    'a name too short to be a part',
    ({ customers: { byName } }) => byName('Li', customers()),
    [['/v1/customers/search', { query: 'name:"Li"', limit: '100' }]],
  ],
  [
    'a name that would end the quotes',
    ({ customers: { byName } }) => byName('x" OR email~"a\\', customers()),
    [['/v1/customers/search', { query: 'name~"x\\" OR email~\\"a\\\\"', limit: '100' }]],
  ],
  [
    'a page of coupons',
    ({ coupons: { page } }) => page({ size: 10, to: 7 }, coupons()),
    [['/v1/coupons', { limit: '10', 'created[lte]': '7' }]],
  ],
  [
    'a code that nobody has',
    ({ coupons: { byCode } }) => byCode('SPRING20', coupons()),
    [
      ['/v1/promotion_codes', { limit: '100', code: 'SPRING20' }],
      ['/v1/coupons/SPRING20', {}],
      ['/v1/promotion_codes', { limit: '100' }],
    ],
  ],
  ['the balance', ({ balance }) => balance(leaveFor('balance.read')), [['/v1/balance', {}]]],
];

describe('an account, over the wire', () => {
  let wire: Wire;
  let account: StripeAccount;
  let close: () => void;

  beforeEach(async () => {
    wire = await openWire(({ path }: Heard) =>
      said(objects[path] ?? { object: 'list', data: [], has_more: false }),
    );
    const made = createStripeAccount(settingsAt(wire.url));
    account = made.account;
    close = made.close;
  });

  afterEach(async () => {
    close();
    await wire.close();
  });

  for (const [what, ask, requests] of verbs)
    it(`asks for ${what}`, async () => {
      await ask(account);
      expect(wire.heard.map(({ path, query }) => [path, query])).to.deep.equal(requests);
      expect(new Set(wire.heard.map(({ method }) => method))).to.deep.equal(new Set(['GET']));
    });

  it('asks nothing for the codes of no coupons', async () => {
    expect(await account.coupons.withCodes([], coupons())).to.deep.equal([]);
    expect(wire.heard).to.deep.equal([]);
  });
});

describe('an account', () => {
  let room: Room;

  beforeEach(async () => {
    room = await openRoom();
  });

  afterEach(async () => {
    await room.close();
  });

  it('reads with its reading key only', async () => {
    const { account } = room;
    await account.charges.page({ size: 1 }, charges());
    await account.customers.page({ size: 1 }, customers());
    await account.coupons.page({ size: 1 }, coupons());
    await account.balance(leaveFor('balance.read'));
    expect(new Set(room.standIn.requests.map(({ key }) => key))).to.deep.equal(new Set(['reads']));
  });

  it('writes, and looks before it writes, with its coupon key only', async () => {
    await room.account.offers.codeIsTaken('SPRING20', leaveFor('coupons.create'));
    expect(room.standIn.requests.map(({ key }) => key)).to.deep.equal(['coupons']);
  });

  it('without a coupon key writes nothing, and asks nothing', async () => {
    const { account, close } = createStripeAccount({ ...room.settings, couponKey: null });
    const fault = await faultOf(account.offers.codeIsTaken('SPRING20', leaveFor('coupons.create')));
    close();
    expect([fault?.code, room.standIn.requests]).to.deep.equal(['no_coupon_key', []]);
  });

  it('keeps to its own Stripe account, beside another one', async () => {
    const eu = settingsAt(room.standIn.url, { id: 'eu', key: 'rk_test_demoEuReads', couponKey: null });
    const other = createStripeAccount(eu);
    const [mine, theirs] = await Promise.all([
      room.account.charges.page({ size: 100 }, charges()),
      other.account.charges.page({ size: 100 }, leaveFor('charges.read', 'eu')),
    ]);
    other.close();
    const ids = (account: string) => room.standIn.data(account)?.charges.map(({ id }) => id) ?? [];
    expect(ids('acct_demo_main')).to.include.members(mine.rows.map(({ id }) => id));
    expect(ids('acct_demo_eu')).to.have.members(theirs.rows.map(({ id }) => id));
  });

  it('pages through all charges, none twice and none left out', async () => {
    const seen: string[] = [];
    for (let more = true; more; ) {
      const page = await room.account.charges.page(
        { size: 7, ...(seen.length > 0 ? { after: seen.at(-1) } : {}) },
        charges(),
      );
      seen.push(...page.rows.map(({ id }) => id));
      more = page.more;
    }
    expect(seen).to.have.length(room.data.charges.length);
    expect(seen).to.have.members(room.data.charges.map(({ id }) => id));
  });

  it('finds a customer by e-mail in any case, and both of one name', async () => {
    const { byEmail, byName } = room.account.customers;
    const emails = async (email: string) => (await byEmail(email, customers())).rows.map((one) => one.email);
    expect(await emails('ava.martin@example.com')).to.deep.equal(['ava.martin@example.com']);
    expect(await emails('AVA.MARTIN@EXAMPLE.COM')).to.deep.equal(['ava.martin@example.com']);
    expect((await byName('james carter', customers())).rows).to.have.length(2);
    expect((await byName('中村', customers())).rows).to.have.length(0);
    expect((await byName('中村 正', customers())).rows).to.have.length(1);
  });

  it('tells a deleted customer as deleted, without anything of them', async () => {
    expect(await room.account.customers.one('cus_Dl1We5Rt9Yu3Io', customers())).to.include({
      deleted: true,
      name: null,
      email: null,
    });
  });

  it('joins each coupon with its own codes', async () => {
    const { rows } = await room.account.coupons.page({ size: 100 }, coupons());
    const joined = await room.account.coupons.withCodes(rows, coupons());
    for (const each of joined) {
      const own = room.data.promotionCodes.filter(({ promotion }) => promotion.coupon === each.id);
      expect(each.codes.map(({ code }) => code)).to.have.members(own.map(({ code }) => code));
      expect(each.moreCodes).to.equal(false);
    }
  });

  it('asks coupon by coupon where an account has more than a hundred codes, and says where it stopped', async () => {
    const [template] = room.data.promotionCodes;
    if (!template) throw new Error('the demo has no code');
    for (let made = 0; made < 120; made += 1)
      room.data.promotionCodes.push({ ...template, id: `promo_${made}`, code: `BULK${made}` });
    const { rows } = await room.account.coupons.page({ size: 100 }, coupons());
    const joined = await room.account.coupons.withCodes(rows, coupons());
    const many = joined.find(({ id }) => id === template.promotion.coupon);
    expect([many?.codes.length, many?.moreCodes]).to.deep.equal([100, true]);
    const few = joined.find(({ id }) => id === 'SPRING20');
    expect([few?.codes.length, few?.moreCodes]).to.deep.equal([1, false]);
  });

  it('finds a coupon by its code in any case, with that code alone', async () => {
    const found = await room.account.coupons.byCode('trade25', coupons());
    expect(found.map(({ id, codes }) => [id, codes.map(({ code }) => code)])).to.deep.equal([
      ['trade-show', ['TRADE25']],
    ]);
  });

  it('finds a coupon by its id where no code has it, with all its codes', async () => {
    const [found] = await room.account.coupons.byCode('trade-show', coupons());
    expect(found?.codes.map(({ code }) => code)).to.have.members(['TRADE25', 'BOOTH25']);
  });

  it('finds nothing by a code whose coupon was deleted, and nothing by no code', async () => {
    room.data.coupons.splice(0);
    expect(await room.account.coupons.byCode('SPRING20', coupons())).to.deep.equal([]);
    expect(await room.account.coupons.byCode('NOSUCH', coupons())).to.deep.equal([]);
  });
});
