import { expect } from 'chai';
import type { Fault } from '../../src/demo/stripe/faults.js';
import type { OfferTerms } from '../../src/offerTerms.js';
import { createSeal } from '../../src/sealed.js';
import { type Confirmations, type Confirmed, createConfirmations } from '../../src/store/confirmations.js';
import { type Database, openSqlite } from '../../src/store/database.js';
import { createStripeAccount, type StripeAccount } from '../../src/stripe/account.js';
import { faultOf, leaveFor, openRoom, type Room, settingsAt } from './room.js';
import { openWire, said, type Wire } from './wire.js';

const plain: OfferTerms = { percentOff: 15, duration: 'once', firstTimeOnly: false, zone: 'UTC' };
const leave = () => leaveFor('coupons.create');

/** Claims offers as a press of Create coupon does. */
function desk(now: () => number) {
  const database: Database = openSqlite(':memory:');
  const confirmations: Confirmations = createConfirmations(database, createSeal(['a secret of this test']));
  const by = { caller: 'p-1', conversation: 'c-1' };
  let offers = 0;
  return {
    claim: async (terms: Partial<OfferTerms> = {}, coupon?: string): Promise<Confirmed<OfferTerms>> => {
      offers += 1;
      const nonce = `nonce ${offers}`;
      await confirmations.issue({
        nonce,
        ...by,
        channel: 'test',
        account: 'main',
        role: 'marketing',
        terms: { ...plain, ...terms },
        now: now(),
        lapsesAt: now() + 1000,
        ...(coupon === undefined ? {} : { coupon }),
      });
      const claimed = await confirmations.claim(nonce, { ...by, now: now() });
      if (!claimed) throw new Error('not claimed');
      return claimed;
    },
    close: () => database.close(),
  };
}

describe('an offer, over the wire', () => {
  let wire: Wire;
  let account: StripeAccount;
  let close: () => void;
  const { claim, close: closeDesk } = desk(() => 1000);

  before(async () => {
    wire = await openWire(({ path, form }) =>
      path === '/v1/coupons'
        ? said({ object: 'coupon', livemode: false, created: 1, ...form })
        : said({ object: 'promotion_code', id: 'promo_1', livemode: false, created: 1, code: 'MADE1234' }),
    );
    const made = createStripeAccount(settingsAt(wire.url));
    account = made.account;
    close = made.close;
  });

  after(async () => {
    close();
    closeDesk();
    await wire.close();
  });

  const redeemBy = 1_800_000_000;
  const offers: readonly [string, Partial<OfferTerms>, object, object][] = [
    ['the least', {}, { percent_off: '15', duration: 'once' }, {}],
    [
      'everything with a percentage',
      {
        percentOff: 12.5,
        duration: 'repeating',
        durationInMonths: 3,
        name: 'Spring',
        code: 'SPRING',
        maxRedemptions: 9,
        firstTimeOnly: true,
        minPurchase: 5000,
        currency: 'eur',
        customer: 'cus_1',
        endsOn: '2027-01-15',
        redeemBy,
      },
      {
        percent_off: '12.5',
        duration: 'repeating',
        duration_in_months: '3',
        name: 'Spring',
        redeem_by: String(redeemBy),
        max_redemptions: '9',
      },
      {
        code: 'SPRING',
        customer: 'cus_1',
        expires_at: String(redeemBy),
        max_redemptions: '9',
        'restrictions[first_time_transaction]': 'true',
        'restrictions[minimum_amount]': '5000',
        'restrictions[minimum_amount_currency]': 'eur',
      },
    ],
    [
      'an amount forever',
      { percentOff: undefined, amountOff: 1050, currency: 'usd', duration: 'forever' },
      { amount_off: '1050', currency: 'usd', duration: 'forever' },
      {},
    ],
  ];
  for (const [what, terms, couponForm, codeForm] of offers)
    it(`is two writes with derived ids and keys: ${what}`, async () => {
      const offer = await claim(terms);
      wire.heard.splice(0);
      expect(await account.offers.make(offer, leave())).to.deep.equal({
        kind: 'created',
        coupon: offer.coupon,
        code: 'MADE1234',
      });
      expect(wire.heard.map(({ method, path }) => `${method} ${path}`)).to.deep.equal([
        'POST /v1/coupons',
        'POST /v1/promotion_codes',
      ]);
      const [coupon, code] = wire.heard;
      expect(coupon?.form).to.deep.equal({ id: offer.coupon, ...couponForm });
      expect(code?.form).to.deep.equal({
        'promotion[type]': 'coupon',
        'promotion[coupon]': offer.coupon,
        ...codeForm,
      });
      expect(wire.heard.map(({ headers }) => headers['idempotency-key'])).to.deep.equal([
        offer.key('coupon'),
        offer.key('code'),
      ]);
      expect(offer.coupon).to.match(/^till-[0-9a-f]{16}$/);
      expect(offer.key('coupon')).to.not.equal(offer.key('code'));
    });
});

describe('an offer', () => {
  let room: Room;
  let claim: ReturnType<typeof desk>['claim'];
  let closeDesk: () => void;

  beforeEach(async () => {
    room = await openRoom();
    ({ claim, close: closeDesk } = desk(() => room.time.now));
  });

  afterEach(async () => {
    closeDesk();
    await room.close();
  });

  const make = async (offer: Confirmed<OfferTerms>) => await room.account.offers.make(offer, leave());
  const coupons = (offer: Confirmed<OfferTerms>) => room.data.coupons.filter(({ id }) => id === offer.coupon);
  const codes = (offer: Confirmed<OfferTerms>) =>
    room.data.promotionCodes.filter(({ promotion }) => promotion.coupon === offer.coupon);
  const once = (offer: Confirmed<OfferTerms>) =>
    expect([coupons(offer).length, codes(offer).length]).to.deep.equal([1, 1]);

  it('becomes a coupon and a code that Stripe chose', async () => {
    const offer = await claim();
    const made = await make(offer);
    expect(made).to.deep.equal({ kind: 'created', coupon: offer.coupon, code: codes(offer)[0]?.code });
    once(offer);
  });

  it('needs leave to create, not to read', async () => {
    const offer = await claim();
    expect((await faultOf(room.account.offers.make(offer, leaveFor('coupons.read'))))?.code).to.equal(
      'no_permission',
    );
    expect(room.standIn.requests).to.deep.equal([]);
  });

  const writes = ['/v1/coupons', '/v1/promotion_codes'];
  for (const path of writes)
    it(`is made once though the answer of ${path} was lost: the SDK asks again with the same key`, async () => {
      room.standIn.queueFault({ kind: 'drop', stage: 'done', method: 'POST', path });
      const offer = await claim();
      expect(await make(offer)).to.include({ kind: 'created' });
      once(offer);
      const keys = room.standIn.requests.filter((one) => one.path === path).map((one) => one.idempotencyKey);
      expect(keys).to.have.length(2);
      expect(new Set(keys).size).to.equal(1);
    });

  for (const path of writes)
    it(`is finished in the same turn when Stripe fails after ${path} took effect, and repeats that failure`, async () => {
      room.standIn.queueFault({ kind: 'refuse', status: 500, stage: 'done', method: 'POST', path });
      const offer = await claim();
      expect(await make(offer)).to.include({ kind: 'created' });
      once(offer);
    });

  for (const path of writes)
    it(`is finished in the same turn when the answer of ${path} cannot be read`, async () => {
      room.standIn.queueFault({ kind: 'badJson', method: 'POST', path });
      const offer = await claim();
      expect(await make(offer)).to.include({ kind: 'created' });
      once(offer);
    });

  const looks: readonly [what: string, first: Fault][] = [
    ['was lost', { kind: 'drop', stage: 'done', times: 2, method: 'POST', path: '/v1/coupons' }],
    [
      'says that there is one',
      { kind: 'refuse', status: 400, code: 'resource_already_exists', method: 'POST', path: '/v1/coupons' },
    ],
  ];
  for (const [what, first] of looks)
    it(`stays in doubt where the answer ${what} and the look after it is refused`, async () => {
      room.standIn.queueFault(first);
      room.standIn.queueFault({ kind: 'refuse', status: 403, method: 'GET', path: /^\/v1\/coupons/ });
      const offer = await claim();
      expect((await faultOf(make(offer)))?.code).to.equal('unavailable');
      expect(await make(offer)).to.include({ kind: 'created' });
      once(offer);
    });

  it('is made once by a second press, a minute or a day later', async () => {
    const offer = await claim();
    const first = await make(offer);
    expect(await make(offer)).to.deep.equal(first);
    room.time.now += 25 * 3_600_000;
    expect(await make(offer)).to.deep.equal(first);
    once(offer);
  });

  it('is made once by two presses at the same moment', async () => {
    const offer = await claim();
    const both = await Promise.all(
      [make(offer), make(offer)].map(async (one) => await one.catch(() => null)),
    );
    expect(both.filter((made) => made?.kind === 'created')).to.have.length.above(0);
    once(offer);
  });

  it('is finished where its coupon exists already and its code does not', async () => {
    room.standIn.queueFault({ kind: 'refuse', status: 429, method: 'POST', path: '/v1/promotion_codes' });
    const offer = await claim({ code: 'WELCOME15' });
    expect(await make(offer)).to.include({ kind: 'half', why: 'fault', coupon: offer.coupon });
    room.time.now += 25 * 3_600_000;
    expect(await make(offer)).to.deep.equal({ kind: 'created', coupon: offer.coupon, code: 'WELCOME15' });
    once(offer);
  });

  it('is half made where the code is taken, and a new code finishes it with the same coupon', async () => {
    const offer = await claim({ code: 'SPRING20' });
    const half = await make(offer);
    expect(half).to.include({ kind: 'half', why: 'code_taken', coupon: offer.coupon });
    const another = await claim({ code: 'SPRING21' }, offer.coupon);
    expect(await make(another)).to.deep.equal({ kind: 'created', coupon: offer.coupon, code: 'SPRING21' });
    once(offer);
  });

  it('takes no coupon for its own that has other terms', async () => {
    const offer = await claim({}, 'SPRING20');
    const codesBefore = room.data.promotionCodes.length;
    expect((await faultOf(make(offer)))?.code).to.equal('taken');
    expect(room.data.promotionCodes).to.have.length(codesBefore);
  });

  const others: readonly [string, Partial<OfferTerms>, Partial<OfferTerms>][] = [
    ['percentage', {}, { percentOff: 16 }],
    [
      'amount',
      { percentOff: undefined, amountOff: 500, currency: 'usd' },
      { percentOff: undefined, amountOff: 600, currency: 'usd' },
    ],
    [
      'currency',
      { percentOff: undefined, amountOff: 500, currency: 'usd' },
      { percentOff: undefined, amountOff: 500, currency: 'eur' },
    ],
    ['duration', {}, { duration: 'forever' }],
    [
      'months',
      { duration: 'repeating', durationInMonths: 2 },
      { duration: 'repeating', durationInMonths: 3 },
    ],
    ['end', {}, { redeemBy: 1_800_000_000 }],
    ['number of uses', {}, { maxRedemptions: 5 }],
  ];
  for (const [what, first, second] of others)
    it(`takes no coupon for its own that differs in its ${what}`, async () => {
      const offer = await claim(first);
      await make(offer);
      expect((await faultOf(make(await claim(second, offer.coupon))))?.code).to.equal('taken');
      once(offer);
    });

  it('takes no code for its own that is for others', async () => {
    const offer = await claim({ firstTimeOnly: true });
    await make(offer);
    const another = await claim({ firstTimeOnly: false }, offer.coupon);
    expect(await make(another)).to.include({ kind: 'created' });
    expect(codes(offer).map(({ restrictions }) => Object(restrictions).first_time_transaction)).to.deep.equal(
      [true, false],
    );
  });

  const refusals: readonly [string, Parameters<Room['standIn']['queueFault']>[0], string][] = [
    ['a key that may not write', { kind: 'refuse', status: 403 }, 'no_permission'],
    ['too many requests', { kind: 'refuse', status: 429 }, 'rate_limited'],
    ['terms that Stripe does not take', { kind: 'refuse', status: 400 }, 'not_accepted'],
    ['a Stripe that is down', { kind: 'refuse', status: 503, times: 2 }, 'unavailable'],
    ['a Stripe of the other mode', { kind: 'otherMode' }, 'wrong_mode'],
  ];
  for (const [what, fault, code] of refusals)
    it(`fails with ${code} before its code is made: ${what}`, async () => {
      room.standIn.queueFault({ ...fault, method: 'POST', path: '/v1/coupons' });
      const offer = await claim();
      expect((await faultOf(make(offer)))?.code).to.equal(code);
      expect(codes(offer)).to.deep.equal([]);
    });
});

describe('a code that is wished for', () => {
  let room: Room;

  before(async () => {
    room = await openRoom();
  });

  after(async () => {
    await room.close();
  });

  const wishes: readonly [string, boolean, string][] = [
    ['SPRING20', true, 'a campaign has it'],
    ['spring20', true, 'a campaign has it in other letters'],
    ['AUTUMN15', false, 'its campaign is over'],
    ['BOOTH25', false, 'it was switched off'],
    ['AVA-9K2M-THANKS', false, 'only one customer has it'],
    ['FREE4ALL', false, 'nobody has it'],
  ];
  for (const [code, taken, why] of wishes)
    it(`${taken ? 'is taken' : 'is free'} when ${why}`, async () => {
      expect(await room.account.offers.codeIsTaken(code, leave())).to.equal(taken);
    });
});
