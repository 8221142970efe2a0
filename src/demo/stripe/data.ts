import type { StandInAccount, StandInKey } from './account.js';
import { euStore } from './data/euStore.js';
import { mainStore } from './data/mainStore.js';

const reads = [
  'rak_charge_read',
  'rak_customer_read',
  'rak_coupon_read',
  'rak_promotion_code_read',
  'rak_balance_read',
] as const;
const couponWrites = ['rak_coupon_write', 'rak_promotion_code_write'] as const;

/** The demo's keys, by the ids that the settings give the accounts. They open nothing but the stand-in. */
export const demoStripeKeys = {
  main: { reads: 'rk_test_demoMainReads', coupons: 'rk_test_demoMainCoupons' },
  eu: { reads: 'rk_test_demoEuReads', coupons: 'rk_test_demoEuCoupons' },
} as const;

/** Both demo accounts, their data counted back from the clock (milliseconds since 1970) as it stands now. */
export function demoStripeAccounts(clock: () => number): StandInAccount[] {
  const now = Math.floor(clock() / 1000);
  const mode = 'test';
  return [
    {
      id: 'acct_demo_main',
      name: 'Main store',
      mode,
      keys: keysOf(demoStripeKeys.main),
      data: mainStore(now),
    },
    { id: 'acct_demo_eu', name: 'EU store', mode, keys: keysOf(demoStripeKeys.eu), data: euStore(now) },
  ];
}

function keysOf(keys: { reads: string; coupons: string }): StandInKey[] {
  return [
    { key: keys.reads, permissions: reads, label: 'reads' },
    { key: keys.coupons, permissions: couponWrites, label: 'coupons' },
  ];
}
