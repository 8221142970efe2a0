import { expect } from 'chai';
import type Stripe from 'stripe';
import { emptyAccount } from '../../../src/demo/stripe/store.js';
import { type Bench, coupon, customer, day, openBench, refused, start } from './standIn.js';

describe('coupons of the stand-in Stripe', () => {
  let bench: Bench;
  before(async () => {
    bench = await openBench({}, { ...emptyAccount(), coupons: [coupon('TAKEN')] });
  });
  after(() => bench.standIn.close());

  const refusals: { terms: Stripe.CouponCreateParams; param?: string; code?: string }[] = [
    { terms: {}, code: 'parameter_missing' },
    { terms: { percent_off: 10, amount_off: 100, currency: 'usd' } },
    { terms: { percent_off: 0 }, param: 'percent_off' },
    { terms: { percent_off: 150 }, param: 'percent_off' },
    { terms: { percent_off: -5 }, param: 'percent_off' },
    { terms: { amount_off: 100 }, param: 'currency', code: 'parameter_missing' },
    { terms: { amount_off: 0, currency: 'usd' }, param: 'amount_off', code: 'parameter_invalid_integer' },
    { terms: { amount_off: 1.5, currency: 'usd' }, param: 'amount_off', code: 'parameter_invalid_integer' },
    { terms: { amount_off: 100, currency: 'usdollar' }, param: 'currency' },
    { terms: { percent_off: 10, name: 'n'.repeat(41) }, param: 'name' },
    { terms: { percent_off: 10, name: '' }, param: 'name', code: 'parameter_invalid_empty' },
    {
      terms: { percent_off: 10, duration: 'repeating' },
      param: 'duration_in_months',
      code: 'parameter_missing',
    },
    { terms: { percent_off: 10, duration_in_months: 3 }, param: 'duration_in_months' },
    { terms: { percent_off: 10, duration: 'weekly' }, param: 'duration' },
    { terms: { percent_off: 10, redeem_by: start + 6 * 365 * day }, param: 'redeem_by' },
    { terms: { percent_off: 10, redeem_by: start - 1 }, param: 'redeem_by' },
    {
      terms: { percent_off: 10, max_redemptions: 0 },
      param: 'max_redemptions',
      code: 'parameter_invalid_integer',
    },
    { terms: { percent_off: 10, id: 'TAKEN' }, param: 'id', code: 'resource_already_exists' },
    { terms: { percent_off: 10, metadata: { ['k'.repeat(41)]: 'v' } }, param: 'metadata' },
    { terms: { percent_off: 10, metadata: { k: 'v'.repeat(501) } }, param: 'metadata' },
  ];
  for (const { terms, param, code } of refusals)
    it(`are refused for ${JSON.stringify(terms).slice(0, 90)}`, async () => {
      expect(await refused(bench.sdk().coupons.create(terms))).to.deep.equal({
        class: 'StripeInvalidRequestError',
        status: 400,
        type: 'invalid_request_error',
        code,
        param,
      });
      expect(bench.data.coupons).to.have.length(1);
    });
});

describe('a coupon made by the stand-in Stripe', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await openBench({}, { ...emptyAccount(), customers: [customer('cus_x')] });
  });
  afterEach(() => bench.standIn.close());

  it('has every leaf that Stripe gives one', async () => {
    expect(await bench.sdk().coupons.create({ percent_off: 12.5, id: 'HALF' })).to.deep.equal({
      id: 'HALF',
      object: 'coupon',
      amount_off: null,
      created: start,
      currency: null,
      duration: 'once',
      duration_in_months: null,
      livemode: false,
      max_redemptions: null,
      metadata: {},
      name: null,
      percent_off: 12.5,
      redeem_by: null,
      times_redeemed: 0,
      valid: true,
    });
  });

  it('keeps what was asked: an amount, months, a name, notes', async () => {
    const made = await bench.sdk().coupons.create({
      amount_off: 500,
      currency: 'EUR',
      duration: 'repeating',
      duration_in_months: 3,
      name: 'Härbst 🍂',
      max_redemptions: 5,
      metadata: { 0: 'zero', flow: 'a=b&c' },
      redeem_by: start + 30 * day,
    });
    expect(made).to.deep.include({
      amount_off: 500,
      currency: 'eur',
      duration_in_months: 3,
      name: 'Härbst 🍂',
    });
    expect(made).to.deep.include({ max_redemptions: 5, metadata: { 0: 'zero', flow: 'a=b&c' } });
    expect(await bench.sdk().coupons.retrieve(made.id)).to.deep.equal(made);
  });

  it('takes null for metadata as none, and shows where it applies only when expanded', async () => {
    const terms = { percent_off: 5, metadata: null, applies_to: { products: ['prod_1', 'prod_2'] } };
    const { id, metadata, applies_to } = await bench.sdk().coupons.create(terms);
    expect([metadata, applies_to]).to.deep.equal([{}, undefined]);
    const whole = await bench.sdk().coupons.retrieve(id, { expand: ['applies_to'] });
    expect(whole.applies_to).to.deep.equal({ products: ['prod_1', 'prod_2'] });
  });

  it('is valid until its end and until it is used up, and its codes with it', async () => {
    const sdk = bench.sdk();
    const { id } = await sdk.coupons.create({ percent_off: 5, redeem_by: start + day, max_redemptions: 2 });
    await sdk.promotionCodes.create({ promotion: { type: 'coupon', coupon: id }, code: 'FIVE' });
    const look = async () => [
      (await sdk.coupons.retrieve(id)).valid,
      (await sdk.promotionCodes.list({ active: true })).data.length,
    ];
    expect(await look()).to.deep.equal([true, 1]);
    for (const one of bench.data.coupons) one.times_redeemed = 2;
    expect(await look()).to.deep.equal([false, 0]);
    for (const one of bench.data.coupons) one.times_redeemed = 1;
    bench.clock.now += day * 1000;
    expect(await look()).to.deep.equal([false, 0]);
  });
});
