import { expect } from 'chai';
import type Stripe from 'stripe';
import { emptyAccount } from '../../../src/demo/stripe/store.js';
import { type Bench, coupon, customer, day, openBench, refused, start } from './standIn.js';

const promotion = { type: 'coupon', coupon: 'TEN' } as const;

describe('promotion codes of the stand-in Stripe', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await openBench(
      {},
      {
        ...emptyAccount(),
        coupons: [
          coupon('TEN', { redeem_by: start + 10 * day, max_redemptions: 100 }),
          coupon('OVER', { redeem_by: start - 1 }),
        ],
        customers: [customer('cus_x'), customer('cus_gone')],
        deletedCustomers: ['cus_gone'],
      },
    );
    await bench.sdk().promotionCodes.create({ promotion, code: 'Welcome-10' });
  });
  afterEach(() => bench.standIn.close());

  const refusals: { terms: Partial<Stripe.PromotionCodeCreateParams>; param: string; code?: string }[] = [
    { terms: { code: 'WELCOME-10' }, param: 'code' },
    { terms: { code: 'no blanks' }, param: 'code' },
    { terms: { code: 'ümlaut' }, param: 'code' },
    { terms: { expires_at: start + 10 * day + 1 }, param: 'expires_at' },
    { terms: { expires_at: start }, param: 'expires_at' },
    { terms: { max_redemptions: 101 }, param: 'max_redemptions' },
    { terms: { max_redemptions: 0 }, param: 'max_redemptions', code: 'parameter_invalid_integer' },
    { terms: { customer: 'cus_none' }, param: 'customer', code: 'resource_missing' },
    { terms: { customer: 'cus_gone' }, param: 'customer', code: 'resource_missing' },
    {
      terms: { promotion: { type: 'coupon', coupon: 'NONE' } },
      param: 'promotion[coupon]',
      code: 'resource_missing',
    },
    {
      terms: { promotion: { type: 'coupon', coupon: 'OVER' } },
      param: 'promotion[coupon]',
      code: 'coupon_expired',
    },
    { terms: { promotion: { type: 'coupon' } }, param: 'promotion[coupon]', code: 'parameter_missing' },
    {
      terms: { restrictions: { minimum_amount: 100 } },
      param: 'restrictions[minimum_amount_currency]',
      code: 'parameter_missing',
    },
  ];
  for (const { terms, param, code } of refusals)
    it(`are refused for ${JSON.stringify(terms)}`, async () => {
      expect(await refused(bench.sdk().promotionCodes.create({ promotion, ...terms }))).to.deep.equal({
        class: 'StripeInvalidRequestError',
        status: 400,
        type: 'invalid_request_error',
        code,
        param,
      });
      expect(bench.data.promotionCodes).to.have.length(1);
    });

  it('are refused in the shape that Stripe gave up: a bare coupon', async () => {
    const old = bench.sdk().rawRequest('POST', '/v1/promotion_codes', { coupon: 'TEN' });
    expect(await refused(old)).to.include({ status: 400, code: 'parameter_unknown', param: 'coupon' });
  });

  it('may be spelled alike once the other is no longer active, or for one customer', async () => {
    const sdk = bench.sdk();
    const bound = await sdk.promotionCodes.create({ promotion, code: 'WELCOME-10', customer: 'cus_x' });
    expect(bound.customer).to.equal('cus_x');
    for (const one of bench.data.promotionCodes) one.active = false;
    const again = await sdk.promotionCodes.create({ promotion, code: 'welcome-10' });
    expect(again.code).to.equal('welcome-10');
  });

  it('are made up when none is given, and carry their restrictions', async () => {
    const made = await bench.sdk().promotionCodes.create({
      promotion,
      expires_at: start + 10 * day,
      max_redemptions: 100,
      restrictions: { first_time_transaction: true, minimum_amount: 2000, minimum_amount_currency: 'usd' },
    });
    expect(made.code).to.match(/^[A-Z0-9]{8}$/);
    expect(made).to.deep.include({
      object: 'promotion_code',
      active: true,
      promotion: { type: 'coupon', coupon: 'TEN' },
      restrictions: { first_time_transaction: true, minimum_amount: 2000, minimum_amount_currency: 'usd' },
      expires_at: start + 10 * day,
      times_redeemed: 0,
    });
  });

  const filters: { asked: Stripe.PromotionCodeListParams; found: number }[] = [
    { asked: {}, found: 1 },
    { asked: { code: 'welcome-10' }, found: 1 },
    { asked: { code: 'welcome' }, found: 0 },
    { asked: { coupon: 'TEN' }, found: 1 },
    { asked: { coupon: 'OVER' }, found: 0 },
    { asked: { active: true }, found: 1 },
    { asked: { active: false }, found: 0 },
    { asked: { customer: 'cus_x' }, found: 0 },
    { asked: { created: { gt: start } }, found: 0 },
  ];
  for (const { asked, found } of filters)
    it(`are found by ${JSON.stringify(asked)}: ${found}`, async () => {
      expect((await bench.sdk().promotionCodes.list(asked)).data).to.have.length(found);
    });

  it('bring their coupon along when expanded', async () => {
    const expand = ['data.promotion.coupon'];
    const [listed] = (await bench.sdk().promotionCodes.list({ expand })).data;
    expect(listed?.promotion.coupon).to.include({ id: 'TEN', valid: true });
    const one = await bench.sdk().promotionCodes.retrieve(listed?.id ?? '', { expand: ['promotion.coupon'] });
    expect(one.promotion.coupon).to.include({ object: 'coupon' });
  });
});
