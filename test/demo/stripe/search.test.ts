import { expect } from 'chai';
import { emptyAccount } from '../../../src/demo/stripe/store.js';
import { type Bench, charge, customer, openBench, refused, start } from './standIn.js';

const people = [
  customer('cus_1', {
    name: 'Ava Martin',
    email: 'ava@example.com',
    created: start - 50,
    metadata: { crm: 'A-1' },
  }),
  customer('cus_2', { name: "Pat O'Neil", email: 'pat@example.com', created: start - 40 }),
  customer('cus_3', {
    name: 'Martina Lee',
    email: 'lee@example.org',
    created: start - 30,
    phone: '+12025550101',
  }),
  customer('cus_4', { name: '中村 正', email: null, created: start - 20 }),
  customer('cus_gone', { name: 'Martin Gone', created: start - 10 }),
];

describe('search of the stand-in Stripe', () => {
  let bench: Bench;
  beforeEach(async () => {
    const charges = Array.from({ length: 12 }, (_, at) =>
      charge(`ch_${at}`, {
        amount: at * 100,
        created: start - 500 + at,
        payment_method_details: { card: { last4: at % 2 ? '4242' : '1881' } },
      }),
    );
    const data = { ...emptyAccount(), customers: people, deletedCustomers: ['cus_gone'], charges };
    bench = await openBench({ searchLagSeconds: 60 }, data);
  });
  afterEach(() => bench.standIn.close());

  const cases = [
    { query: "email:'ava@example.com'", found: ['cus_1'] },
    { query: 'email:"AVA@example.com"', found: ['cus_1'] },
    { query: "name~'martin'", found: ['cus_3', 'cus_1'] },
    { query: "name:'Ava Martin'", found: ['cus_1'] },
    { query: "name:'Ava'", found: [] },
    { query: "name:'Pat O\\'Neil'", found: ['cus_2'] },
    { query: "name:'中村 正'", found: ['cus_4'] },
    { query: "phone:'+12025550101'", found: ['cus_3'] },
    { query: 'email:null', found: ['cus_4'] },
    { query: "metadata['crm']:'A-1'", found: ['cus_1'] },
    { query: `created>=${start - 40} AND name~"mart"`, found: ['cus_3'] },
    { query: `created<${start - 40} or email~"example.org"`, found: ['cus_3', 'cus_1'] },
    { query: `name~"mart" -email:"ava@example.com"`, found: ['cus_3'] },
  ];
  for (const { query, found } of cases)
    it(`finds ${found.length} for ${query}`, async () => {
      const page = await bench.sdk().customers.search({ query });
      expect(page.data.map(({ id }) => id)).to.deep.equal(found);
      expect(page).to.include({ object: 'search_result', has_more: false, next_page: null });
    });

  const refusals = [
    'name',
    'name:',
    "colour:'red'",
    "name~'ab'",
    "name>'a'",
    "email:'a' AND name:'b' OR name:'c'",
    "(email:'a')",
    "email:'a' AND",
    "email:'a",
    Array(11).fill("email:'a'").join(' '),
  ];
  for (const query of refusals)
    it(`refuses ${query.slice(0, 40)}`, async () => {
      expect(await refused(bench.sdk().customers.search({ query }))).to.include({
        status: 400,
        param: 'query',
      });
    });

  it('wants a query', async () => {
    expect(await refused(bench.sdk().rawRequest('GET', '/v1/customers/search'))).to.include({
      status: 400,
      code: 'parameter_missing',
      param: 'query',
    });
  });

  it('pages charges by next_page, each once', async () => {
    const seen: number[] = [];
    for await (const one of bench.sdk().charges.search({ query: 'amount>=300 AND amount<=1000', limit: 3 }))
      seen.push(one.amount);
    expect(seen).to.deep.equal([1000, 900, 800, 700, 600, 500, 400, 300]);
  });

  it('finds charges by the last four digits of the card', async () => {
    const query = "payment_method_details.card.last4:'1881'";
    expect((await bench.sdk().charges.search({ query, limit: 100 })).data).to.have.length(6);
  });

  it('hides what was made since the start until the lag is over, while the list has it at once', async () => {
    bench.data.customers.push(customer('cus_new', { email: 'new@example.com', created: start }));
    const search = async () =>
      (await bench.sdk().customers.search({ query: "email:'new@example.com'" })).data.length;
    expect((await bench.sdk().customers.list({ email: 'new@example.com' })).data).to.have.length(1);
    expect(await search()).to.equal(0);
    bench.clock.now += 59_000;
    expect(await search()).to.equal(0);
    bench.clock.now += 1_000;
    expect(await search()).to.equal(1);
  });
});
