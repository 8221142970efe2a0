import { expect } from 'chai';
import { canariesOf } from '../../../src/demo/stripe/canaries.js';
import { demoStripeAccounts, demoStripeKeys } from '../../../src/demo/stripe/data.js';
import { leafAt } from '../../../src/demo/stripe/leaf.js';
import { emptyAccount, newestFirst } from '../../../src/demo/stripe/store.js';
import { day, openBench, start } from './standIn.js';

const [main, eu] = demoStripeAccounts(() => start * 1000).map(({ data }) => data);
const store = main ?? emptyAccount();
const euStore = eu ?? emptyAccount();

const kinds = [
  { name: 'succeeded', is: { status: 'succeeded' } },
  { name: 'failed', is: { status: 'failed', paid: false } },
  { name: 'pending', is: { status: 'pending' } },
  { name: 'refunded', is: { refunded: true } },
  { name: 'disputed', is: { disputed: true } },
  { name: 'uncaptured', is: { status: 'succeeded', captured: false } },
  { name: 'in euro', is: { currency: 'eur' } },
  { name: 'in yen', is: { currency: 'jpy' } },
  { name: 'of nobody on record', is: { customer: null } },
];

describe('the demo data', () => {
  it('has more than 100 charges, all within 60 days, oldest first', () => {
    const moments = store.charges.map(({ created }) => created);
    expect(moments).to.have.length.above(100);
    expect(Math.min(...moments)).to.be.above(start - 60 * day);
    expect(Math.max(...moments)).to.be.below(start);
    expect(moments).to.deep.equal(moments.toSorted((one, other) => one - other));
  });

  for (const { name, is } of kinds)
    it(`has charges ${name}`, () => {
      const some = store.charges.filter((one) =>
        Object.entries(is).every(([leaf, value]) => one[leaf] === value),
      );
      expect(some).to.have.length.above(1);
    });

  it('pays in every way it knows', () => {
    const types = new Set(store.charges.map((one) => leafAt(one, ['payment_method_details', 'type'])));
    expect([...types]).to.include.members([
      'card',
      'sepa_debit',
      'us_bank_account',
      'paypal',
      'link',
      'klarna',
      'moon_pay',
    ]);
  });

  it('shows eight that succeeded, one partly refunded and one failed as its last ten, in two currencies', () => {
    const ten = newestFirst(store.charges).slice(0, 10);
    const told = ten.map(({ status, amount_refunded }) => (amount_refunded > 0 ? 'partly refunded' : status));
    expect(told.toSorted()).to.deep.equal(['failed', 'partly refunded', ...Array(8).fill('succeeded')]);
    expect(new Set(ten.map(({ currency }) => currency))).to.deep.equal(new Set(['usd', 'eur']));
  });

  it('never refunds more than was paid', () => {
    for (const { amount, amount_refunded } of [...store.charges, ...euStore.charges])
      expect(amount_refunded).to.be.within(0, amount);
  });

  it('has two customers of one name, a deleted one with charges, and e-mails of example domains only', () => {
    expect(store.customers.filter(({ name }) => name === 'James Carter')).to.have.length(2);
    const [gone] = store.deletedCustomers;
    expect(store.charges.some(({ customer }) => customer === gone)).to.equal(true);
    for (const { email } of [...store.customers, ...euStore.customers])
      expect(email).to.match(/@example\.(com|org|net)$|\.example$/);
  });

  it('has no id twice, in either account', () => {
    const ids = [store, euStore].flatMap(({ charges, customers, coupons, promotionCodes }) =>
      [...charges, ...customers, ...coupons, ...promotionCodes].map(({ id }) => id),
    );
    expect(new Set(ids).size).to.equal(ids.length);
  });

  it('is the same in every run at the same time', () => {
    expect(demoStripeAccounts(() => start * 1000)[0]?.data).to.deep.equal(main);
  });

  it('balances in three currencies, one below zero', () => {
    expect(store.balance.available.map(({ currency }) => currency)).to.deep.equal(['usd', 'eur', 'jpy']);
    expect(store.balance.available.filter(({ amount }) => amount < 0)).to.have.length(1);
  });

  it('names its secrets: each is in an answer of the stand-in, and none is empty', async () => {
    const bench = await openBench({ accounts: demoStripeAccounts(() => start * 1000) });
    const sdk = bench.sdk(demoStripeKeys.main.reads);
    const expand = ['data.refunds'];
    const answers = [
      ...(await sdk.charges.list({ limit: 100, expand }).autoPagingToArray({ limit: 1000 })),
      ...(await sdk.customers.list({ limit: 100 }).autoPagingToArray({ limit: 1000 })),
    ];
    await bench.standIn.close();
    const text = JSON.stringify(answers);
    const ofDeleted = canariesOf({ ...store, charges: [], customers: store.customers.slice(-1) });
    const hidden = canariesOf(store).filter((one) => !text.includes(JSON.stringify(one).slice(1, -1)));
    expect(hidden.filter((one) => !ofDeleted.includes(one))).to.be.empty;
    expect(canariesOf(store).every((one) => one.trim().length > 3)).to.equal(true);
  });

  it('opens to the demo keys: reads with the one, coupons with the other', async () => {
    const bench = await openBench({ accounts: demoStripeAccounts(() => start * 1000) });
    for (const { reads, coupons } of Object.values(demoStripeKeys)) {
      const sdk = bench.sdk(reads);
      await Promise.all([
        sdk.charges.list(),
        sdk.customers.list(),
        sdk.coupons.list(),
        sdk.balance.retrieve(),
      ]);
      const { id } = await bench.sdk(coupons).coupons.create({ percent_off: 15 });
      await bench.sdk(coupons).promotionCodes.create({ promotion: { type: 'coupon', coupon: id } });
    }
    expect(bench.standIn.requests.every(({ status }) => status === 200)).to.equal(true);
    await bench.standIn.close();
  });
});
