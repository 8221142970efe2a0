import { expect } from 'chai';
import { type Bench, openBench, refused } from './standIn.js';

describe('idempotency of the stand-in Stripe', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await openBench();
  });
  afterEach(() => bench.standIn.close());

  const make = (idempotencyKey: string, more: { percent_off?: number; id?: string; name?: string } = {}) =>
    bench.sdk().coupons.create({ percent_off: 15, ...more }, { idempotencyKey });

  it('answers a repeat with the first result, under a new request id that names the first', async () => {
    const first = await make('k');
    const again = await make('k');
    expect(again).to.deep.equal(first);
    expect(bench.data.coupons).to.have.length(1);
    const { headers } = again.lastResponse;
    expect(headers).to.include({
      'idempotent-replayed': 'true',
      'original-request': first.lastResponse.requestId,
    });
    expect(again.lastResponse.requestId).to.not.equal(first.lastResponse.requestId);
  });

  it('tells the first request that it is its own original, not to be retried', async () => {
    const { headers, requestId } = (await make('k')).lastResponse;
    expect(headers).to.include({ 'original-request': requestId, 'stripe-should-retry': 'false' });
    expect(headers).to.include({ 'idempotency-key': 'k' });
    expect(headers).to.not.have.property('idempotent-replayed');
  });

  it('refuses the same key with other parameters', async () => {
    await make('k');
    expect(await refused(make('k', { percent_off: 20 }))).to.deep.include({
      class: 'StripeIdempotencyError',
      status: 400,
      type: 'idempotency_error',
    });
    expect(bench.data.coupons).to.have.length(1);
  });

  it('refuses the same key at another address', async () => {
    const { id } = await make('k');
    const elsewhere = bench
      .sdk()
      .promotionCodes.create({ promotion: { type: 'coupon', coupon: id } }, { idempotencyKey: 'k' });
    expect(await refused(elsewhere)).to.include({ class: 'StripeIdempotencyError', status: 400 });
    expect(bench.data.promotionCodes).to.be.empty;
  });

  it('refuses the second of two at once, and executes once', async () => {
    let open = () => {};
    const until = new Promise<void>((resolve) => {
      open = resolve;
    });
    bench.standIn.queueFault({ kind: 'wait', until, path: '/v1/coupons' });
    const first = make('k');
    while (bench.standIn.requests.length === 0) await new Promise(setImmediate);
    expect(await refused(make('k'))).to.include({
      class: 'StripeAPIError',
      status: 409,
      code: 'idempotency_key_in_use',
    });
    open();
    await first;
    expect(bench.data.coupons).to.have.length(1);
  });

  it('does not keep what validation refused: the same key then works with better parameters', async () => {
    expect(await refused(make('k', { percent_off: 150 }))).to.include({ status: 400, param: 'percent_off' });
    expect((await make('k')).percent_off).to.equal(15);
  });

  it('keeps an error of the execution', async () => {
    await make('first', { id: 'TAKEN' });
    expect(await refused(make('k', { id: 'TAKEN' }))).to.include({ code: 'resource_already_exists' });
    bench.data.coupons.length = 0;
    expect(await refused(make('k', { id: 'TAKEN' }))).to.include({ code: 'resource_already_exists' });
  });

  it('forgets a key after a day, when the id alone prevents a second coupon', async () => {
    await make('k', { id: 'ONCE' });
    bench.clock.now += 25 * 3600 * 1000;
    expect(await refused(make('k', { id: 'ONCE' }))).to.include({ code: 'resource_already_exists' });
    expect(bench.data.coupons).to.have.length(1);
  });

  it('takes no key of more than 255 characters', async () => {
    expect(await refused(make('k'.repeat(256)))).to.include({ status: 400, type: 'idempotency_error' });
    expect((await make('k'.repeat(255))).id).to.be.a('string');
  });

  it('makes two coupons of two requests whose keys differ, as the SDK sends them', async () => {
    await bench.sdk().coupons.create({ percent_off: 15 });
    await bench.sdk().coupons.create({ percent_off: 15 });
    expect(bench.data.coupons).to.have.length(2);
  });
});
