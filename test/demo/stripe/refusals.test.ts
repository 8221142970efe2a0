import { expect } from 'chai';
import type Stripe from 'stripe';
import { z } from 'zod';
import { emptyAccount } from '../../../src/demo/stripe/store.js';
import {
  accountOf,
  type Bench,
  charge,
  coupon,
  customer,
  openBench,
  type Refused,
  refused,
} from './standIn.js';

const reads = { key: 'rk_test_readsOnly', permissions: ['rak_charge_read', 'rak_coupon_read'] };
const writes = { key: 'rk_test_writes', permissions: ['rak_coupon_write'] };
const connect = { key: 'sk_test_connect', permissions: 'all' as const, connected: ['acct_two'] };

const permission: Partial<Refused> = {
  class: 'StripePermissionError',
  status: 403,
  type: 'invalid_request_error',
  code: undefined,
};
const missing: Partial<Refused> = {
  class: 'StripeInvalidRequestError',
  status: 404,
  type: 'invalid_request_error',
  code: 'resource_missing',
};
const unauthorised: Partial<Refused> = { class: 'StripeAuthenticationError', status: 401, code: undefined };
const plain: Partial<Refused> = { class: 'StripeInvalidRequestError', status: 400 };

interface Case {
  name: string;
  key?: string;
  ask: (sdk: Stripe) => Promise<unknown>;
  gives: Partial<Refused>;
}

// biome-ignore format: one case a line
const cases: Case[] = [
  { name: 'an unknown key', key: 'sk_test_unknown', ask: (sdk) => sdk.balance.retrieve(), gives: unauthorised },
  { name: 'an unknown key before an unknown address', key: 'x', ask: (sdk) => sdk.rawRequest('GET', '/v1/nowhere'), gives: unauthorised },
  { name: 'a read the key may not do', key: reads.key, ask: (sdk) => sdk.customers.list(), gives: permission },
  { name: 'a write with a key that reads', key: reads.key, ask: (sdk) => sdk.coupons.create({ percent_off: 5 }), gives: permission },
  { name: 'a write the key may not do, before its parameters', key: reads.key, ask: (sdk) => sdk.coupons.create({ percent_off: 500 }), gives: permission },
  { name: 'the balance', key: writes.key, ask: (sdk) => sdk.balance.retrieve(), gives: permission },
  { name: 'an expansion the key may not read', key: reads.key, ask: (sdk) => sdk.charges.list({ expand: ['data.customer'] }), gives: permission },
  { name: 'an account with a restricted key', key: reads.key, ask: (sdk) => sdk.charges.list({}, { stripeAccount: 'acct_two' }), gives: permission },
  { name: 'an account that is not there', ask: (sdk) => sdk.charges.list({}, { stripeAccount: 'acct_none' }), gives: { ...permission, code: 'account_invalid' } },
  { name: 'a charge that is not there', ask: (sdk) => sdk.charges.retrieve('ch_none'), gives: { ...missing, param: 'id' } },
  { name: 'a customer that is not there', ask: (sdk) => sdk.customers.retrieve('cus_none'), gives: missing },
  { name: 'a coupon that is not there', ask: (sdk) => sdk.coupons.retrieve('NONE'), gives: missing },
  { name: 'a promotion code that is not there', ask: (sdk) => sdk.promotionCodes.retrieve('promo_none'), gives: missing },
  { name: 'an address that is not there', ask: (sdk) => sdk.rawRequest('GET', '/v1/invoices'), gives: { status: 404, code: undefined } },
  { name: 'a method that is not there', ask: (sdk) => sdk.coupons.del('TEN'), gives: { status: 404 } },
  { name: 'another version', ask: (sdk) => sdk.charges.list({}, { apiVersion: '2025-09-30.clover' }), gives: plain },
  { name: 'Stripe-Context', ask: (sdk) => sdk.charges.list({}, { stripeContext: 'acct_two' }), gives: plain },
  { name: 'an unknown parameter of a write', ask: (sdk) => sdk.rawRequest('POST', '/v1/coupons', { percent_off: 5, colour: 'red' }), gives: { ...plain, code: 'parameter_unknown', param: 'colour' } },
];

describe('refusals of the stand-in Stripe', () => {
  let bench: Bench;
  before(async () => {
    const data = {
      ...emptyAccount(),
      coupons: [coupon('TEN')],
      customers: [customer('cus_x')],
      deletedCustomers: ['cus_x'],
    };
    const live = {
      ...accountOf('acct_one', { ...data, charges: [charge('ch_live')] }),
      mode: 'live' as const,
      keys: [{ key: 'sk_live_x', permissions: 'all' as const }],
    };
    const two = { ...accountOf('acct_two', { ...emptyAccount(), charges: [charge('ch_two')] }), keys: [] };
    bench = await openBench({ accounts: [accountOf('acct_one', data, [reads, writes, connect]), live, two] });
  });
  after(() => bench.standIn.close());

  for (const { name, key, ask, gives } of cases)
    it(`answer ${name}`, async () => {
      expect(await refused(ask(bench.sdk(key)))).to.include(gives);
      expect(bench.data.coupons).to.have.length(1);
    });

  it('are made of the leaves that Stripe has', async () => {
    const answer = await fetch(`${bench.standIn.url}/v1/charges?limit=0`, {
      headers: {
        authorization: `Basic ${Buffer.from('sk_test_everything:').toString('base64')}`,
        'stripe-version': '2026-10-28.endive',
      },
    });
    const { error } = z.object({ error: z.record(z.string(), z.string()) }).parse(await answer.json());
    expect(error).to.have.all.keys('code', 'doc_url', 'message', 'param', 'request_log_url', 'type');
    expect(error.request_log_url).to.include(answer.headers.get('request-id'));
    expect(answer.headers.get('cache-control')).to.equal('no-cache, no-store');
  });

  it('never repeat a whole key', async () => {
    for (const authorization of [undefined, 'Bearer rk_test_readsOnlyX', `Bearer ${reads.key}`]) {
      const headers = { 'stripe-version': '2026-10-28.endive', ...(authorization && { authorization }) };
      const answer = await fetch(`${bench.standIn.url}/v1/balance`, { headers });
      expect(answer.status).to.be.oneOf([401, 403]);
      expect(await answer.text()).to.not.include('rk_test_readsOnly');
    }
  });

  it('leave the right way open: a write includes its read, a connected account its own data', async () => {
    expect((await bench.sdk(writes.key).coupons.list()).data).to.have.length(1);
    const page = await bench.sdk(connect.key).charges.list({}, { stripeAccount: 'acct_two' });
    expect(page.data.map(({ id }) => id)).to.deep.equal(['ch_two']);
    expect(page.lastResponse.stripeAccount).to.equal('acct_two');
  });

  it('say so when the other mode has such an object, and keep the modes apart', async () => {
    const error = await bench
      .sdk()
      .charges.retrieve('ch_live')
      .catch((reason: Error) => reason.message);
    expect(error).to.include('a similar object exists in live mode');
    expect((await bench.sdk('sk_live_x').charges.retrieve('ch_live')).livemode).to.equal(true);
  });

  it('are none for a deleted customer', async () => {
    const gone = await bench.sdk().customers.retrieve('cus_x');
    expect(gone).to.deep.equal({ id: 'cus_x', object: 'customer', deleted: true });
  });

  it('stand in the log by path, status and label, without query or key', async () => {
    await refused(bench.sdk(reads.key).customers.list({ email: 'secret@example.com' }));
    const line = bench.standIn.requests.at(-1);
    expect(line).to.include({
      method: 'GET',
      path: '/v1/customers',
      status: 403,
      key: 'Only',
      account: 'acct_one',
    });
    expect(JSON.stringify(bench.standIn.requests)).to.not.match(/secret|rk_test/);
  });
});

describe('the account of a key', () => {
  it('can be asked by every key, unless a permission is set for it', async () => {
    const accounts = [accountOf('acct_one', emptyAccount(), [reads])];
    const open = await openBench({ accounts });
    const shut = await openBench({ accounts, accountPermission: 'rak_account_read' });
    expect((await open.sdk(reads.key).accounts.retrieveCurrent()).id).to.equal('acct_one');
    expect(await refused(shut.sdk(reads.key).accounts.retrieveCurrent())).to.include({ status: 403 });
    await Promise.all([open.standIn.close(), shut.standIn.close()]);
  });
});

describe('the rate limit of the stand-in', () => {
  it('counts per second of the clock', async () => {
    const bench = await openBench({ requestsPerSecond: 2 });
    const sdk = bench.sdk();
    await sdk.balance.retrieve();
    await sdk.balance.retrieve();
    expect(await refused(sdk.balance.retrieve())).to.include({
      class: 'StripeRateLimitError',
      status: 429,
      code: 'rate_limit',
    });
    bench.clock.now += 1000;
    expect((await sdk.balance.retrieve()).object).to.equal('balance');
    await bench.standIn.close();
  });
});
