import { expect } from 'chai';
import type { Permission } from '../../src/access/permission.js';
import type { StandInKey } from '../../src/demo/stripe/account.js';
import { type StandInStripe, startStripe } from '../../src/demo/stripe/server.js';
import { emptyAccount } from '../../src/demo/stripe/store.js';
import type { AccountSettings } from '../../src/settings.js';
import type { Staff } from '../../src/stripe/keyReport.js';
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
        key('rk_coupons', ['rak_coupon_write', 'rak_promotion_code_write']),
        key('rk_narrow', ['rak_promotion_code_write']),
        key('rk_nothing', []),
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
      'a coupon key that may make promotion codes only',
      { key: 'rk_reads', couponKey: 'rk_narrow' },
      null,
      /^the coupon key may not make coupons, so no coupon can be made with its code\. Tick Coupons: Write at the restricted key\.$/,
    ],
    ['a key that may do nothing', { key: 'rk_nothing' }, null, /^the key may not ask Stripe/],
    [
      'a key of another account than the one that is named',
      { key: 'rk_two', stripeAccount: 'acct_elsewhere' },
      /^accounts\.main: the key may not reach the Stripe account that stripeAccount names\./,
      null,
    ],
    ['a key of the account that is named', { key: 'rk_reads', stripeAccount: 'acct_one' }, null, null],
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

  const analysts = (...may: Permission[]): Staff => ({
    roles: { analyst: { may } },
    people: [{ portal: 'p', user: 'u', roles: ['analyst'], accounts: ['main'] }],
  });
  const missing: readonly [string, Permission[], string[]][] = [
    ['rk_reads', ['charges.read'], ['read charges', 'Charges: Read']],
    ['rk_reads', ['balance.read', 'audit.read', 'coupons.create'], []],
    ['rk_blind', ['charges.read', 'balance.read'], ['read the balance', 'Balance: Read']],
    [
      'rk_reads',
      ['customers.read', 'coupons.read'],
      [
        'read customers, read coupons, read promotion codes',
        'Customers: Read, Coupons: Read, Promotion Codes: Read',
      ],
    ],
    ['sk_test_full', ['charges.read', 'customers.read', 'coupons.read', 'balance.read'], []],
  ];
  for (const [name, may, [what, tick]] of missing)
    it(`says what ${name} lacks for ${may.join(', ')}: ${what ?? 'nothing'}`, async () => {
      const { faults, said: told } = await checkAccounts([account({ key: name })], analysts(...may));
      const sentence = `the key may not ${what}, so who asks for it is told so. Tick ${tick} at the restricted key.`;
      expect(faults).to.deep.equal([]);
      expect(told.map(({ message }) => message).filter((message) => message.includes('Tick'))).to.deep.equal(
        what ? [sentence] : [],
      );
    });

  it('asks nothing of people who use another account', async () => {
    const { said: told } = await checkAccounts(
      [account({ id: 'other', key: 'rk_reads' })],
      analysts('charges.read'),
    );
    expect(told).to.deep.equal([]);
  });

  it('takes a key whose answer is of another account than the settings name for a fault', async () => {
    const wire = await openWire(({ path }) =>
      path === '/v1/account'
        ? said({ object: 'account', id: 'acct_other' })
        : said({ object: 'balance', livemode: false }),
    );
    const { faults } = await checkAccounts([
      settingsAt(wire.url, { couponKey: null, stripeAccount: 'acct_mine' }),
    ]);
    await wire.close();
    expect(faults).to.deep.equal([
      'accounts.main: the key belongs to another Stripe account than stripeAccount names. Correct one of them.',
    ]);
  });

  it('goes on without a Stripe that never answers, after the time it is given', async () => {
    const wire = await openWire(() => 'hang');
    const asked = performance.now();
    const { faults, said: told } = await checkAccounts([settingsAt(wire.url)], undefined, { within: 200 });
    const waited = performance.now() - asked;
    await wire.close();
    expect(waited).to.be.within(150, 1000);
    expect([faults, told.map(({ message }) => message)]).to.deep.equal([
      [],
      [
        'Stripe did not answer in time, so the key could not be checked',
        'Stripe did not answer in time, so the coupon key could not be checked',
      ],
    ]);
  });

  it('only reads: nothing is sent that could make something', async () => {
    const before = stripe.requests.length;
    await checkAccounts([account({ key: 'sk_test_full', couponKey: 'rk_coupons' })]);
    const methods = stripe.requests.slice(before).map(({ method }) => method);
    expect(new Set(methods)).to.deep.equal(new Set(['GET']));
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
