import { expect } from 'chai';
import type { OfferTerms } from '../../src/offerTerms.js';
import { createSeal } from '../../src/sealed.js';
import { createConfirmations } from '../../src/store/confirmations.js';
import { openSqlite } from '../../src/store/database.js';
import { createStripeAccount } from '../../src/stripe/account.js';
import { allowedCalls, allowedChecks } from '../../src/stripe/allowedCalls.js';
import { askKey } from '../../src/stripe/askKey.js';
import type { CouponFacts } from '../../src/stripe/facts.js';
import { rights } from '../../src/stripe/rights.js';
import { leaveFor, settingsAt } from './room.js';
import { type Heard, openWire, type Said, said } from './wire.js';

const full: OfferTerms = {
  amountOff: 1000,
  currency: 'usd',
  duration: 'repeating',
  durationInMonths: 3,
  name: 'Spring & summer',
  code: 'SPRING-20',
  maxRedemptions: 500,
  firstTimeOnly: true,
  minPurchase: 2000,
  customer: 'cus_A1b2C3d4E5',
  redeemBy: 1_800_000_000,
  zone: 'UTC',
};
const percent: OfferTerms = { percentOff: 12.5, duration: 'once', firstTimeOnly: false, zone: 'UTC' };

const couponFacts: CouponFacts = {
  id: 'till-0123456789abcdef',
  created: 1,
  name: null,
  percentOff: 15,
  amountOff: null,
  currency: null,
  duration: 'once',
  durationInMonths: null,
  redeemBy: null,
  maxRedemptions: null,
  timesRedeemed: 0,
  valid: true,
  codes: [],
  moreCodes: false,
};

/** Finds nothing, says that there is more, and leaves open whether something was made. */
function evasive({ method, path }: Heard): Said {
  if (method === 'POST') return { status: 500, body: '{"error": {"type": "api_error"}}' };
  if (/\/(charges|customers|coupons|promotion_codes|search)$/.test(path))
    return said({ object: 'list', data: [], has_more: true });
  return { status: 404, body: '{"error": {"type": "invalid_request_error", "code": "resource_missing"}}' };
}

/** An offer that was claimed as by a press of Create coupon. */
async function claimed(terms: OfferTerms) {
  const database = openSqlite(':memory:');
  const confirmations = createConfirmations(database, createSeal(['a secret of this test']));
  const by = { caller: 'p-1', conversation: 'c-1' };
  const issued = {
    ...by,
    channel: 'test',
    account: 'main',
    role: 'marketing',
    terms,
    now: 0,
    lapsesAt: 1000,
  };
  await confirmations.issue({ nonce: 'a nonce', ...issued });
  const offer = await confirmations.claim('a nonce', { ...by, now: 1 });
  await database.close();
  if (!offer) throw new Error('not claimed');
  return offer;
}

/** Uses every verb of an account with everything that it takes. */
async function everyCall(): Promise<Heard[]> {
  const wire = await openWire((heard) => {
    if (heard.method === 'POST' && heard.path === '/v1/coupons')
      return said({ object: 'coupon', livemode: false, created: 1, ...heard.form });
    return evasive(heard);
  });
  const { account, close } = createStripeAccount(settingsAt(wire.url));
  const [charges, customers, coupons, create] = (
    ['charges.read', 'customers.read', 'coupons.read', 'coupons.create'] as const
  ).map((permission) => leaveFor(permission));
  const query = { from: 1, to: 2, after: 'cus_1', size: 100 };
  if (!charges || !customers || !coupons || !create) throw new Error('no leave');
  const asked: Promise<unknown>[] = [
    account.charges.page({ ...query, customer: 'cus_1', intent: 'pi_1' }, charges),
    account.charges.one('ch_1', charges),
    account.customers.page(query, customers),
    account.customers.one('cus_1', customers),
    account.customers.byEmail('jane+test@example.com', customers),
    account.customers.byName('O"Neil \\ Söhne', customers),
    account.customers.byName('Bo', customers),
    account.coupons.page(query, coupons),
    account.coupons.withCodes([couponFacts], coupons),
    account.coupons.byCode('SPRING SALE 50%', coupons),
    account.balance(leaveFor('balance.read')),
    account.offers.codeIsTaken('SPRING20', create),
    ...[full, percent].map(async (terms) => account.offers.make(await claimed(terms), create)),
  ];
  await Promise.allSettled(asked);
  close();
  await wire.close();
  return wire.heard;
}

const fits = (pattern: string, path: string): boolean =>
  new RegExp(`^${pattern.replace(':id', '[^/]+')}$`).test(path);

const named = ({ method, path, query, form }: Heard) => ({ method, path, values: { ...query, ...form } });

/** The entry for a request: of two that fit, the first, as the gateway takes it. */
const entryFor = ({ method, path }: { method: string; path: string }) =>
  allowedCalls.find((call) => call.method === method && fits(call.path, path));

describe('the calls that are allowed', () => {
  let heard: Heard[];
  before(async () => {
    heard = await everyCall();
  });

  it('hold every call that the bot makes, with every parameter and value', () => {
    expect(heard.length).to.be.above(15);
    const foreign = heard.map(named).flatMap(({ method, path, values }) =>
      Object.entries(values)
        .filter(([name, value]) => {
          const pattern = entryFor({ method, path })?.parameters[name];
          return pattern === undefined || !new RegExp(`^(?:${pattern})$`).test(value);
        })
        .map(([name, value]) => `${method} ${path} ${name}=${value}`),
    );
    expect(heard.filter((one) => entryFor(one) === undefined)).to.deep.equal([]);
    expect(foreign).to.deep.equal([]);
  });

  it('hold no call and no parameter that the bot does not use', () => {
    const unused = allowedCalls.flatMap((call) => {
      const uses = heard.map(named).filter((one) => entryFor(one) === call);
      const missing = Object.keys(call.parameters).filter((name) =>
        uses.every(({ values }) => !(name in values)),
      );
      return uses.length === 0
        ? [`${call.method} ${call.path}`]
        : missing.map((name) => `${call.path} ${name}`);
    });
    expect(unused).to.deep.equal([]);
  });

  it('hold exactly the checks of a key, each with its own values', async () => {
    const wire = await openWire();
    await askKey(settingsAt(wire.url), 'rk_one', { rights, within: 1000 });
    await wire.close();
    const asked = wire.heard
      .map(named)
      .map(({ method, path, values }) => ({ method, path, parameters: values }));
    expect(asked).to.have.deep.members([...allowedChecks]);
  });
});
