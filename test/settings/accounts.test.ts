import { expect } from 'chai';
import { readSettings } from '../../src/settings.js';
import { accountWith, faultsOf, fileWith } from './faults.js';

const elsewhere = { STRIPE_API_BASE: 'http://127.0.0.1:12111' };
const full =
  'accounts.main.key: a full live key may do everything in Stripe. Make a restricted key (rk_live_…), or set ALLOW_FULL_KEY=true.';
const away =
  'accounts.main.key: a live key goes to Stripe only, and STRIPE_API_BASE names another address. Remove STRIPE_API_BASE.';
const wrong = (of: string, mode: string) =>
  `accounts.main.key: the key is a ${of} key, the account says mode ${mode}. Put a key of that mode.`;
const none = (mode: string) =>
  `accounts.main.key: this is no secret or restricted key of Stripe. Put one that begins with rk_${mode}_.`;

describe('the keys of an account', () => {
  const cases: [key: string, mode: 'test' | 'live', more: Record<string, string>, faults: string[]][] = [
    ['rk_test_canary', 'test', {}, []],
    ['sk_test_canary', 'test', {}, []],
    ['rk_test_canary', 'test', elsewhere, []],
    ['rk_live_canary', 'live', {}, []],
    ['rk_live_canary', 'live', { STRIPE_API_BASE: 'https://api.stripe.com' }, []],
    ['rk_live_canary', 'live', { STRIPE_API_BASE: 'https://api.stripe.com:443/' }, []],
    ['rk_live_canary', 'live', { STRIPE_API_BASE: 'http://api.stripe.com' }, [away]],
    ['rk_live_canary', 'live', { STRIPE_API_BASE: 'https://api.stripe.com.evil.example' }, [away]],
    ['rk_live_canary', 'live', { STRIPE_API_BASE: 'https://api.stripe.com@evil.example' }, [away]],
    ['rk_live_canary', 'live', elsewhere, [away]],
    ['sk_live_canary', 'live', {}, [full]],
    ['sk_live_canary', 'live', { ALLOW_FULL_KEY: 'false' }, [full]],
    ['sk_live_canary', 'live', { ALLOW_FULL_KEY: 'true' }, []],
    ['sk_live_canary', 'live', { ALLOW_FULL_KEY: 'true', ...elsewhere }, [away]],
    ['sk_live_canary', 'live', elsewhere, [full, away]],
    ['rk_live_canary', 'test', {}, [wrong('live', 'test')]],
    ['rk_test_canary', 'live', {}, [wrong('test', 'live')]],
    ['rk_live_canary', 'test', elsewhere, [wrong('live', 'test'), away]],
    ['pk_live_canary', 'live', {}, [none('live')]],
    ['sk_org_live_canary', 'live', elsewhere, [none('live')]],
    ['rk_test_', 'test', {}, [none('test')]],
    ['whsec_canary', 'test', {}, [none('test')]],
  ];
  for (const [key, mode, more, faults] of cases)
    it(`${key} in mode ${mode} with ${JSON.stringify(more)}: ${faults.length === 0 ? 'taken' : 'refused'}`, () => {
      const file = fileWith({ accounts: [accountWith({ mode })] });
      expect(faultsOf({ KEY: key, ...more }, file)).to.deep.equal(faults);
      expect(faults.join()).to.not.include('canary');
    });

  it('that makes coupons is held to the same', () => {
    const accounts = [accountWith({ couponKey: 'env:COUPONS' })];
    expect(faultsOf({ KEY: 'rk_test_x', COUPONS: 'sk_live_x' }, fileWith({ accounts }))).to.deep.equal(
      [wrong('live', 'test'), full].map((fault) => fault.replace('.key:', '.couponKey:')),
    );
  });

  it('may be one and the same', () => {
    const accounts = [accountWith({ couponKey: 'env:KEY', stripeAccount: 'acct_1', via: 'direct' })];
    const [account] = readSettings({ KEY: 'rk_test_x', ...elsewhere }, fileWith({ accounts })).accounts;
    expect({ ...account, base: account?.base?.href }).to.deep.equal({
      id: 'main',
      label: 'Main store',
      mode: 'test',
      key: 'rk_test_x',
      couponKey: 'rk_test_x',
      stripeAccount: 'acct_1',
      base: 'http://127.0.0.1:12111/',
    });
  });

  it('that are empty are named, account by account', () => {
    const accounts = [
      accountWith(),
      accountWith({ id: 'eu', key: 'env:KEY_EU', couponKey: 'env:COUPONS_EU' }),
    ];
    const empty = (at: string, name: string) =>
      `${at}: ${name} is empty. Put its value in .env; see .env.example.`;
    expect(faultsOf({ KEY_EU: ' ' }, fileWith({ accounts }))).to.deep.equal([
      empty('accounts.main.key', 'KEY'),
      empty('accounts.eu.key', 'KEY_EU'),
      empty('accounts.eu.couponKey', 'COUPONS_EU'),
    ]);
  });
});
