import { expect } from 'chai';
import { emptyAccount } from '../../../src/demo/stripe/store.js';
import { type Bench, charge, coupon, customer, day, openBench, refused, start } from './standIn.js';

const tied = Array.from({ length: 25 }, (_, at) =>
  charge(`ch_${at}`, {
    created: start - 1000 + Math.floor(at / 5),
    customer: at % 2 ? 'cus_odd' : 'cus_even',
    payment_intent: `pi_${at}`,
  }),
);
const newest = tied.map(({ id }) => id).reverse();

describe('lists of the stand-in Stripe', () => {
  let bench: Bench;
  before(async () => {
    bench = await openBench(
      {},
      {
        ...emptyAccount(),
        charges: tied,
        customers: [
          customer('cus_a', { email: 'Jo@example.com' }),
          customer('cus_b', { email: 'jo@example.com' }),
          customer('cus_gone', { email: 'jo@example.com' }),
        ],
        deletedCustomers: ['cus_gone'],
        coupons: [coupon('old', { created: start - 9 * day }), coupon('new')],
      },
    );
  });
  after(() => bench.standIn.close());

  const ids = (page: { data: { id: string }[] }) => page.data.map(({ id }) => id);

  it('gives ten of many, newest first, and says there is more', async () => {
    const page = await bench.sdk().charges.list();
    expect(ids(page)).to.deep.equal(newest.slice(0, 10));
    expect(page).to.include({ object: 'list', has_more: true, url: '/v1/charges' });
  });

  for (const limit of [1, 4, 7, 100])
    it(`auto-pages all of them once, pages of ${limit}, though five share each second`, async () => {
      const seen: string[] = [];
      for await (const one of bench.sdk().charges.list({ limit })) seen.push(one.id);
      expect(seen).to.deep.equal(newest);
    });

  const pages = [
    { asked: { limit: 3, starting_after: 'ch_20' }, ids: newest.slice(5, 8), more: true },
    { asked: { limit: 3, ending_before: 'ch_20' }, ids: newest.slice(1, 4), more: true },
    { asked: { limit: 10, ending_before: 'ch_20' }, ids: newest.slice(0, 4), more: false },
    { asked: { limit: 3, ending_before: 'ch_24' }, ids: [], more: false },
    { asked: { limit: 3, starting_after: 'ch_0' }, ids: [], more: false },
    { asked: { limit: 2, customer: 'cus_odd' }, ids: ['ch_23', 'ch_21'], more: true },
    {
      asked: { limit: 2, customer: 'cus_odd', starting_after: 'ch_22' },
      ids: ['ch_21', 'ch_19'],
      more: true,
    },
    { asked: { payment_intent: 'pi_3' }, ids: ['ch_3'], more: false },
    { asked: { created: start - 1000 }, ids: newest.slice(20), more: false },
    { asked: { created: { gt: start - 1000, lt: start - 998 } }, ids: newest.slice(15, 20), more: false },
    {
      asked: { created: { gte: start - 997, lte: start - 997 }, limit: 2 },
      ids: newest.slice(5, 7),
      more: true,
    },
    { asked: { created: { gte: start } }, ids: [], more: false },
  ];
  for (const { asked, ids: expected, more } of pages)
    it(`answers ${JSON.stringify(asked)} with its page`, async () => {
      const page = await bench.sdk().charges.list(asked);
      expect(ids(page)).to.deep.equal(expected);
      expect(page.has_more).to.equal(more);
    });

  it('finds customers by e-mail exactly, case and all, and never a deleted one', async () => {
    expect(ids(await bench.sdk().customers.list({ email: 'jo@example.com' }))).to.deep.equal(['cus_b']);
    expect(ids(await bench.sdk().customers.list())).to.deep.equal(['cus_b', 'cus_a']);
  });

  it('filters coupons by date alone', async () => {
    expect(ids(await bench.sdk().coupons.list({ created: { gte: start - 2 * day } }))).to.deep.equal(['new']);
  });

  const refusals = [
    { asked: 'limit=0', code: 'parameter_invalid_integer', param: 'limit' },
    { asked: 'limit=101', code: 'parameter_invalid_integer', param: 'limit' },
    { asked: 'limit=1.5', code: 'parameter_invalid_integer', param: 'limit' },
    { asked: 'starting_after=ch_none', code: 'resource_missing', param: 'starting_after' },
    { asked: 'ending_before=ch_none', code: 'resource_missing', param: 'ending_before' },
    { asked: 'starting_after=ch_1&ending_before=ch_2', code: undefined, param: 'starting_after' },
    { asked: 'customer=', code: 'parameter_invalid_empty', param: 'customer' },
    { asked: 'customer[id]=cus_x', code: undefined, param: 'customer' },
    { asked: 'colour=red', code: 'parameter_unknown', param: 'colour' },
    { asked: 'created[after]=3', code: 'parameter_unknown', param: 'created[after]' },
    { asked: 'created[gte]=soon', code: 'parameter_invalid_integer', param: 'created[gte]' },
    { asked: 'expand[0]=customer', code: undefined, param: 'expand' },
    { asked: 'expand[]=data.application', code: undefined, param: 'expand' },
  ];
  for (const { asked, code, param } of refusals)
    it(`refuses ${asked}`, async () => {
      expect(await refused(bench.sdk().rawRequest('GET', `/v1/charges?${asked}`))).to.deep.equal({
        class: 'StripeInvalidRequestError',
        status: 400,
        type: 'invalid_request_error',
        code,
        param,
      });
    });
});
