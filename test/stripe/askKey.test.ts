import { expect } from 'chai';
import { startStripe } from '../../src/demo/stripe/server.js';
import { emptyAccount } from '../../src/demo/stripe/store.js';
import { askKey } from '../../src/stripe/askKey.js';
import { type Right, ticks } from '../../src/stripe/rights.js';
import { settingsAt } from './room.js';
import { openWire, said } from './wire.js';

const every: readonly Right[] = [
  'charges',
  'customers',
  'customerSearch',
  'coupons',
  'promotionCodes',
  'balance',
  'makeCoupons',
  'makePromotionCodes',
];
const permissions = ['charge_read', 'customer_read', 'coupon_read', 'promotion_code_read', 'balance_read'];

/** A Stripe whose one key has these permissions, asked for everything. */
async function asked(own: readonly string[]) {
  const stripe = await startStripe({
    clock: () => 0,
    accounts: [
      {
        id: 'acct_one',
        name: 'One',
        mode: 'test',
        keys: [{ key: 'rk_one', permissions: own.map((name) => `rak_${name}`) }],
        data: emptyAccount(),
      },
    ],
  });
  const told = await askKey(settingsAt(stripe.url), 'rk_one', { rights: every, within: 2000 });
  const data = stripe.data('acct_one');
  await stripe.close();
  return { told, made: (data?.coupons.length ?? 0) + (data?.promotionCodes.length ?? 0) };
}

describe('what a key tells when it is asked', () => {
  const rights: readonly [own: string[], has: Right[]][] = [
    [[], []],
    [['charge_read'], ['charges']],
    [['customer_read'], ['customers', 'customerSearch']],
    [['coupon_read'], ['coupons']],
    [['promotion_code_read'], ['promotionCodes']],
    [['balance_read'], ['balance']],
    [['coupon_write'], ['coupons', 'makeCoupons']],
    [['promotion_code_write'], ['promotionCodes', 'makePromotionCodes']],
    [[...permissions, 'coupon_write', 'promotion_code_write'], [...every]],
  ];
  for (const [own, has] of rights)
    it(`is what it may do, and makes nothing: ${own.join(', ') || 'nothing'}`, async () => {
      const { told, made } = await asked(own);
      const expected = every.map((right) => [right, has.includes(right) ? 'has' : 'lacks']);
      expect(told.rights).to.deep.equal(Object.fromEntries(expected));
      expect([told.fault, told.owner, made]).to.deep.equal([null, 'acct_one', 0]);
    });

  it('is how far our clock is off, from answers and from refusals alike', async () => {
    for (const status of [200, 403]) {
      const wire = await openWire(() =>
        status === 200
          ? said({ object: 'balance', livemode: true })
          : said({ error: { type: 'invalid_request_error' } }, status),
      );
      const now = () => Date.now() + 600_000;
      const told = await askKey(settingsAt(wire.url), 'rk_one', { rights: ['balance'], within: 2000, now });
      await wire.close();
      expect(told.ahead).to.be.within(595_000, 605_000);
    }
  });

  it('is unknown, never lacking, where Stripe fails', async () => {
    const wire = await openWire(() => said({ error: { type: 'api_error' } }, 500));
    const told = await askKey(settingsAt(wire.url), 'rk_one', { rights: every, within: 2000 });
    await wire.close();
    expect(new Set(Object.values(told.rights))).to.deep.equal(new Set(['unknown']));
    expect([told.fault, told.live, told.owner]).to.deep.equal(['unavailable', null, null]);
  });

  it('is not that it may write, should Stripe ever take what must be refused', async () => {
    const wire = await openWire(() => said({ object: 'coupon', id: 'made', livemode: false }));
    const told = await askKey(settingsAt(wire.url), 'rk_one', { rights: ['makeCoupons'], within: 2000 });
    await wire.close();
    expect(told.rights).to.deep.equal({ makeCoupons: 'unknown' });
  });

  it('asks each once, with the account that is named', async () => {
    const wire = await openWire(() => said({ error: { type: 'api_error' } }, 500));
    const account = settingsAt(wire.url, { stripeAccount: 'acct_named' });
    await askKey(account, 'rk_one', { rights: every, within: 2000 });
    await wire.close();
    expect(wire.heard).to.have.length(every.length + 1);
    expect(new Set(wire.heard.map(({ headers }) => headers['stripe-account']))).to.deep.equal(
      new Set(['acct_named']),
    );
  });

  it('leaves no connection behind', async () => {
    const wire = await openWire(() => 'hang');
    await askKey(settingsAt(wire.url), 'rk_one', { rights: every, within: 100 });
    await new Promise((later) => setImmediate(later));
    let open = await wire.connections();
    for (let tries = 0; open > 0 && tries < 50; tries += 1) {
      await new Promise((later) => setTimeout(later, 10));
      open = await wire.connections();
    }
    await wire.close();
    expect(open).to.equal(0);
  });
});

describe('the name of a permission', () => {
  it('is of the Dashboard: what, and Read or Write', () => {
    for (const right of every) expect(ticks[right]).to.match(/^[A-Z][A-Za-z ]+: (?:Read|Write)$/);
  });
});
