import { seededRandom } from '../random.js';
import type { AccountData } from '../store.js';
import { balanceObject } from './balanceObject.js';
import { cycledCharges } from './chargeCycle.js';
import { chargeObject } from './chargeObject.js';
import { codeObjects, couponObject } from './couponObject.js';
import { customerObject } from './customerObject.js';
import type { CustomerRow } from './customerRows.js';
import { mainCoupons } from './mainCoupons.js';
import { deletedCustomer, hostileCustomers, ordinaryCustomers } from './mainCustomers.js';
import { newestCharges } from './newestCharges.js';
import { mainMethods } from './shopMethods.js';

/** The data of "Main store": sixty days before `now` (unix seconds), the same in every run. */
export function mainStore(now: number): AccountData {
  const random = seededRandom(20_261_122);
  const customers: CustomerRow[] = [...ordinaryCustomers, ...hostileCustomers, ...deletedCustomer];
  const earlier = cycledCharges(
    { count: 126, oldestDay: 59.5, newestDay: 1.3, customers, methods: mainMethods },
    now,
    random,
  );
  return {
    charges: [...earlier, ...newestCharges(now)].map((row) => chargeObject(row, random)),
    customers: customers.map((row) => customerObject(row, now)),
    deletedCustomers: deletedCustomer.map(({ id }) => id),
    coupons: mainCoupons.map((row) => couponObject(row, now)),
    promotionCodes: mainCoupons.flatMap((row) => codeObjects(row, now)),
    balance: balanceObject(
      { usd: 1_284_350, eur: -4_210, jpy: 182_000 },
      { usd: 96_700, eur: 38_900, jpy: 12_500 },
    ),
  };
}
