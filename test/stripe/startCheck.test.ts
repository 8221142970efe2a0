import { expect } from 'chai';
import type { StandInKey } from '../../src/demo/stripe/account.js';
import { type StandInStripe, startStripe } from '../../src/demo/stripe/server.js';
import { emptyAccount } from '../../src/demo/stripe/store.js';
import type { AccountSettings } from '../../src/settings.js';
import { checkAccounts } from '../../src/stripe/startCheck.js';
import { settingsAt } from './room.js';
import { openWire, said } from './wire.js';

const key = (name: string, permissions: StandInKey['permissions']): StandInKey => ({
  key: name,
  permissions,
});
const coupon = { object: 'coupon', id: 'c', created: 1, livemode: false } as const;

/** One Stripe with three accounts: a shop, the same shop's live mode, and another shop. */
async function openShops(accountPermission?: string): Promise<StandInStripe> {
  const leaves = {
    amount_off: null,
    currency: null,
    duration: 'once',
    duration_in_months: null,
    max_redemptions: null,
    name: null,
    percent_off: 5,
    redeem_by: null,
    times_redeemed: 0,
  };
  const data = { ...emptyAccount(), coupons: [{ ...coupon, ...leaves }] };
  const account = (id: string, mode: 'test' | 'live', keys: StandInKey[]) => ({
    id,
    name: id,
    mode,
    keys,
    data,
  });
  return await startStripe({
    clock: () => 0,
    ...(accountPermission === undefined ? {} : { accountPermission }),
    accounts: [
      account('acct_one', 'test', [
        key('rk_reads', ['rak_balance_read']),
        key('rk_blind', ['rak_charge_read']),
        key('rk_coupons', ['rak_coupon_write']),
        key('rk_narrow', ['rak_promotion_code_write']),
        key('sk_test_full', 'all'),
      ]),
      account('acct_one', 'live', [key('rk_live_reads', 'all')]),
      account('acct_two', 'test', [key('rk_two', 'all')]),
    ],
  });
}

describe('the check at the start', () => {
  let stripe: StandInStripe;

  before(async () => {
    stripe = await openShops();
  });

  after(async () => {
    await stripe.close();
  });

  const account = (own: Partial<AccountSettings>) => settingsAt(stripe.url, { couponKey: null, ...own });

  const cases: readonly [string, Partial<AccountSettings>, RegExp | null, RegExp | null][] = [
    ['a key that works', { key: 'rk_reads' }, null, null],
    ['two keys that work', { key: 'rk_reads', couponKey: 'rk_coupons' }, null, null],
    [
      'one key for both',
      { key: 'sk_test_full', couponKey: 'sk_test_full' },
      null,
      /restricted key is enough/,
    ],
    [
      'a refused key',
      { key: 'rk_gone' },
      /^accounts\.main: Stripe refuses the key\. Put a key that works in \.env\.$/,
      null,
    ],
    ['a refused coupon key', { key: 'rk_reads', couponKey: 'rk_gone' }, /refuses the coupon key/, null],
    ['a key of the other mode', { key: 'rk_live_reads' }, /live mode, the settings say test/, null],
    [
      'a coupon key of the other mode',
      { key: 'rk_reads', couponKey: 'rk_live_reads' },
      /with the coupon key Stripe answers in live mode/,
      null,
    ],
    [
      'a test key for a live account',
      { key: 'rk_reads', mode: 'live' },
      /test mode, the settings say live/,
      null,
    ],
    [
      'a coupon key of another account',
      { key: 'rk_reads', couponKey: 'rk_two' },
      /coupon key belongs to another Stripe account/,
      null,
    ],
    ['a key that may not ask for the balance', { key: 'rk_blind' }, null, /^the key may not ask/],
    [
      'a coupon key that may not ask for coupons',
      { key: 'rk_reads', couponKey: 'rk_narrow' },
      null,
      /^the coupon key may not ask/,
    ],
  ];
  for (const [what, own, fault, word] of cases)
    it(`${fault ? 'stops at' : word ? 'only mentions' : 'says nothing of'} ${what}`, async () => {
      const { faults, said: told } = await checkAccounts([account(own)]);
      const messages = told.map(({ message }) => message);
      for (const [given, expected] of [
        [faults, fault],
        [messages, word],
      ] as const) {
        expect(given).to.have.length(expected ? 1 : 0);
        if (expected) expect(given[0]).to.match(expected);
      }
    });

  it('says every account’s findings at once, and names two that are one', async () => {
    const { faults, said: told } = await checkAccounts([
      account({ id: 'one', key: 'rk_reads' }),
      account({ id: 'gone', key: 'rk_gone' }),
      account({ id: 'two', key: 'rk_two' }),
      account({ id: 'twin', key: 'sk_test_full' }),
      account({ id: 'wrong', key: 'rk_live_reads' }),
    ]);
    expect(faults.map((fault) => /^accounts\.(\w+):/.exec(fault)?.[1])).to.deep.equal(['gone', 'wrong']);
    expect(told.filter(({ message }) => message.includes('same'))).to.deep.equal([
      { account: 'twin', message: 'this is the same Stripe account as one' },
    ]);
  });

  it('takes the two modes of one account for two', async () => {
    const both = [account({ key: 'rk_reads' }), account({ id: 'live', key: 'rk_live_reads', mode: 'live' })];
    expect(await checkAccounts(both)).to.deep.equal({ faults: [], said: [] });
  });

  it('never says a key', async () => {
    const all = await checkAccounts(cases.map(([, own]) => account(own)));
    expect(JSON.stringify(all)).to.not.match(/[rs]k_\w/);
  });

  it('takes no account for another’s where the keys may not ask whose they are', async () => {
    const shy = await openShops('rak_accounts_kyc_basic_read');
    const { faults } = await checkAccounts([
      settingsAt(shy.url, { key: 'rk_reads', couponKey: 'rk_coupons' }),
    ]);
    await shy.close();
    expect(faults).to.deep.equal([]);
  });

  it('does not stop for a Stripe that cannot be reached', async () => {
    const { faults, said: told } = await checkAccounts([
      settingsAt('http://127.0.0.1:1', { couponKey: null }),
    ]);
    expect([faults, told.map(({ message }) => message)]).to.deep.equal([
      [],
      ['Stripe gave no answer that could be read, so the key could not be checked'],
    ]);
  });

  it('takes an answer without a mode for none, not for the wrong one', async () => {
    const wire = await openWire(() => said({ message: 'bad gateway' }, 418));
    const { faults, said: told } = await checkAccounts([settingsAt(wire.url)]);
    await wire.close();
    expect([faults.length, told.length]).to.deep.equal([0, 2]);
  });
});
