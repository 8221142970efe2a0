import { expect } from 'chai';
import type Stripe from 'stripe';
import { emptyAccount } from '../../../src/demo/stripe/store.js';
import { type Bench, charge, openBench, refused } from './standIn.js';

describe('faults of the stand-in Stripe', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await openBench({}, { ...emptyAccount(), charges: [charge('ch_1')] });
  });
  afterEach(() => bench.standIn.close());

  const list = (config: Stripe.StripeConfig = {}) => bench.sdk(undefined, config).charges.list();
  const statuses = () => bench.standIn.requests.map(({ status }) => status);

  const refusals = [
    { fault: { status: 401 }, class: 'StripeAuthenticationError', code: undefined },
    { fault: { status: 403 }, class: 'StripePermissionError', code: undefined },
    { fault: { status: 429 }, class: 'StripeRateLimitError', code: 'rate_limit' },
    { fault: { status: 429, code: 'lock_timeout' }, class: 'StripeRateLimitError', code: 'lock_timeout' },
    { fault: { status: 500 }, class: 'StripeAPIError', code: undefined },
    { fault: { status: 503 }, class: 'StripeAPIError', code: undefined },
  ];
  for (const { fault, class: name, code } of refusals)
    it(`refuse with ${JSON.stringify(fault)} once, then all is well`, async () => {
      bench.standIn.queueFault({ kind: 'refuse', ...fault });
      expect(await refused(list())).to.include({ class: name, status: fault.status, code });
      expect((await list()).data).to.have.length(1);
    });

  it('are not retried by the SDK for 429, and are for 500', async () => {
    bench.standIn.queueFault({ kind: 'refuse', status: 429 });
    await refused(list({ maxNetworkRetries: 2 }));
    bench.standIn.queueFault({ kind: 'refuse', status: 500 });
    await list({ maxNetworkRetries: 2 });
    expect(statuses()).to.deep.equal([429, 500, 200]);
  });

  it('strike only what they are aimed at, as often as they are told', async () => {
    bench.standIn.queueFault({
      kind: 'refuse',
      status: 503,
      method: 'GET',
      path: /^\/v1\/charges/,
      times: 2,
    });
    expect((await bench.sdk().balance.retrieve()).object).to.equal('balance');
    expect([(await refused(list())).status, (await refused(list())).status]).to.deep.equal([503, 503]);
    expect((await list()).data).to.have.length(1);
  });

  const broken = [
    { fault: { kind: 'html' }, class: 'StripeAPIError' },
    { fault: { kind: 'badJson' }, class: 'StripeAPIError' },
    { fault: { kind: 'cut' }, class: 'StripeConnectionError' },
    { fault: { kind: 'drop', times: 2 }, class: 'StripeConnectionError' },
  ] as const;
  for (const { fault, class: name } of broken)
    it(`spoil the answer: ${fault.kind}`, async () => {
      bench.standIn.queueFault(fault);
      expect((await refused(list())).class).to.equal(name);
    });

  it('let a request hang until it times out, or until the stand-in closes', async () => {
    bench.standIn.queueFault({ kind: 'hang', times: 2 });
    expect((await refused(list({ timeout: 50 }))).class).to.equal('StripeConnectionError');
    const hanging = refused(list({ timeout: 60_000 }));
    while (statuses().length < 2) await new Promise(setImmediate);
    await bench.standIn.close();
    expect((await hanging).class).to.equal('StripeConnectionError');
  });

  it('delay an answer', async () => {
    bench.standIn.queueFault({ kind: 'delay', milliseconds: 20 });
    expect((await list()).data).to.have.length(1);
  });

  it('turn the mode around', async () => {
    bench.standIn.queueFault({ kind: 'otherMode' });
    expect((await list()).data[0]?.livemode).to.equal(true);
  });

  it('answer 502 without an error in it, which the SDK takes for a success', async () => {
    bench.standIn.queueFault({ kind: 'bareError', status: 502 });
    const answer = await bench.sdk().balance.retrieve();
    expect([answer.lastResponse.statusCode, answer.object]).to.deep.equal([502, undefined]);
  });
});

describe('a coupon and a fault of the stand-in Stripe', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await openBench();
  });
  afterEach(() => bench.standIn.close());

  const make = (idempotencyKey = 'k', maxNetworkRetries = 0) =>
    bench.sdk(undefined, { maxNetworkRetries }).coupons.create({ percent_off: 15 }, { idempotencyKey });
  const coupons = () => bench.data.coupons.length;

  it('is made once though the answer was lost: the SDK asks again with the same key', async () => {
    bench.standIn.queueFault({ kind: 'drop', stage: 'done' });
    const made = await make();
    expect(made.lastResponse.headers).to.include({ 'idempotent-replayed': 'true' });
    expect(coupons()).to.equal(1);
  });

  it('is made once though the SDK gave up and somebody asked again', async () => {
    bench.standIn.queueFault({ kind: 'hang', stage: 'done' });
    const gaveUp = bench
      .sdk(undefined, { timeout: 50 })
      .coupons.create({ percent_off: 15 }, { idempotencyKey: 'k' });
    expect((await refused(gaveUp)).class).to.equal('StripeConnectionError');
    expect(coupons()).to.equal(1);
    await make();
    expect(coupons()).to.equal(1);
  });

  const stages = [
    { stage: 'door', effect: 0, later: 1, status: 200 },
    { stage: 'begun', effect: 0, later: 0, status: 500 },
    { stage: 'done', effect: 1, later: 1, status: 500 },
  ] as const;
  for (const { stage, effect, later, status } of stages)
    it(`after a 500 at stage ${stage}: ${effect} made, and a repeat gets ${status}`, async () => {
      bench.standIn.queueFault({ kind: 'refuse', status: 500, stage });
      expect((await refused(make())).status).to.equal(500);
      expect(coupons()).to.equal(effect);
      expect((await refused(make())).status).to.equal(status);
      expect(coupons()).to.equal(later);
    });

  it('is retried by the SDK after a 500 at the door, with the same key', async () => {
    bench.standIn.queueFault({ kind: 'refuse', status: 500 });
    await bench.sdk(undefined, { maxNetworkRetries: 2 }).coupons.create({ percent_off: 15 });
    const keys = bench.standIn.requests.map(({ idempotencyKey }) => idempotencyKey);
    expect(keys).to.have.length(2);
    expect(keys[0]).to.equal(keys[1]);
    expect(coupons()).to.equal(1);
  });

  it('is not made when the connection is reset before anything', async () => {
    bench.standIn.queueFault({ kind: 'drop', times: 2 });
    expect((await refused(make())).class).to.equal('StripeConnectionError');
    expect(coupons()).to.equal(0);
  });
});
