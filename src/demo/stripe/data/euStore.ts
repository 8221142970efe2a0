import { seededRandom } from '../random.js';
import type { AccountData } from '../store.js';
import { balanceObject } from './balanceObject.js';
import { cycledCharges } from './chargeCycle.js';
import { chargeObject } from './chargeObject.js';
import { type CouponRow, codeObjects, couponObject } from './couponObject.js';
import { customerObject } from './customerObject.js';
import { customerRows } from './customerRows.js';
import { euMethods } from './shopMethods.js';

// biome-ignore format: a table, one row a line
const customers = customerRows([
  ['Eu1Wn5Rk8Yh2Jm', 'Sophie Laurent', 'sophie.laurent@example.org', '+33199002010', 'FR', '27 rue du Puits', 'Montclair', '21000', 'eur', 220],
  ['Eu2Bt9Lx4Qd7Fs', 'Harriet Cole', 'harriet.cole@example.com', '+442079460202', 'GB', '3 Weavers Row', 'Ashford', 'TN23 1PH', 'gbp', 205],
  ['Eu3Zc6Vg1Np8Ha', 'Jonas Keller', 'jonas.keller@example.net', '+498999998203', 'DE', 'Mühlgasse 11', 'Auental', '85221', 'eur', 160],
  ['Eu4Mk3Sw7Ej5Uo', 'Bakkerij De Molen', 'info@demolen.example', '+31200000204', 'NL', 'Molenpad 2', 'Waterdorp', '1011 AB', 'eur', 131],
  ['Eu5Ty8Ip2Gl6Cx', 'Rhys Morgan', 'rhys.morgan@example.org', '+442079460205', 'GB', '81 Chapel Hill', 'Llanfair', 'CF10 1AA', 'gbp', 97],
  ['Eu6Fd4Ob9Ra1Kv', 'Giulia Ferri', 'giulia.ferri@example.com', '+39060000206', 'IT', 'Via dei Pini 6', 'Borgo Nuovo', '00118', 'eur', 64],
]);

// biome-ignore format: a table, one row a line
const coupons: readonly CouponRow[] = [
  { id: 'eu-summer', name: 'Summer', made: 140, ends: -30, percent: 15, used: 40, codes: [{ id: 'Eu15Lp6Zm3Da', code: 'SOLEIL15', used: 40 }] },
  { id: 'eu-launch', name: 'Launch €10', made: 50, amount: 1000, currency: 'eur', ends: 80, used: 22, codes: [{ id: 'Eu10Wk9Jt4Hn', code: 'LAUNCH10', used: 22 }] },
  { id: 'eu-welcome', name: 'Welcome', made: 25, percent: 10, used: 7, codes: [{ id: 'Eu10Rb7Xs2Qg', code: 'BONJOUR10', used: 7, firstTime: true }] },
];

/** The data of "EU store": smaller, in eur and gbp, no id in common with "Main store". */
export function euStore(now: number): AccountData {
  const random = seededRandom(20_261_123);
  const charges = cycledCharges(
    { count: 34, oldestDay: 58, newestDay: 0.2, customers, methods: euMethods },
    now,
    random,
  );
  return {
    charges: charges.map((row) => chargeObject(row, random)),
    customers: customers.map((row) => customerObject(row, now)),
    deletedCustomers: [],
    coupons: coupons.map((row) => couponObject(row, now)),
    promotionCodes: coupons.flatMap((row) => codeObjects(row, now)),
    balance: balanceObject({ eur: 412_080, gbp: 97_340 }, { eur: 21_500, gbp: 8_800 }),
  };
}
