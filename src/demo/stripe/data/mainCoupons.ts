import type { CouponRow } from './couponObject.js';

/** Valid, over and used up; with one code, several and none; for all, for first orders and for one customer. */
// biome-ignore format: one coupon a line
export const mainCoupons: readonly CouponRow[] = [
  { id: 'crew-forever', name: 'Crew', made: 400, percent: 30, duration: 'forever', used: 12, codes: [] },
  { id: 'AUTUMN15', name: 'Autumn sale', made: 120, ends: -20, percent: 15, used: 88, codes: [{ id: 'Au15Kx7Rt2Lm', code: 'AUTUMN15', used: 88 }] },
  { id: 'LUCKY17', name: 'Lucky 17', made: 90, percent: 17, most: 50, used: 50, codes: [{ id: 'Lu17Bq4Wn9Zc', code: 'LUCKY17', used: 50 }] },
  { id: 'hello-five', name: '$5 to say hello', made: 75, amount: 500, currency: 'usd', used: 31, codes: [{ id: 'He05Vd8Ty3Ph', code: 'HELLO5', used: 31, minimum: 2000 }] },
  { id: 'yen-500', name: '500円引き', made: 66, amount: 500, currency: 'jpy', ends: 100, used: 4, codes: [{ id: 'Ye50Gj6Ks1Fa', code: 'SAKURA500', used: 4 }] },
  { id: 'WELCOME10', name: 'Welcome', made: 60, percent: 10, used: 214, codes: [{ id: 'We10Nm5Xq8Ub', code: 'WELCOME10', used: 214, firstTime: true }] },
  { id: 'trade-show', name: 'Trade Show', made: 45, percent: 25, months: 3, ends: 45, most: 200, used: 61, codes: [{ id: 'Tr25Hc2Ew7Ro', code: 'TRADE25', used: 58, most: 150 }, { id: 'Tr25Yl9Id4Sp', code: 'BOOTH25', used: 3, off: true }] },
  { id: 'vip-ava', name: 'Thank you', made: 30, percent: 25, most: 1, used: 0, codes: [{ id: 'Vi25Oz3Mg6Te', code: 'AVA-9K2M-THANKS', used: 0, most: 1, customer: 'cus_A1b2C3d4E5' }] },
  { id: 'half-price', name: 'Clearance 50%', made: 21, percent: 50, ends: 3, used: 9, codes: [{ id: 'Ha50Jf1Ln8Cw', code: 'CLEAR50', used: 9 }] },
  { id: 'hostile-name', name: '[50% off](https://evil.example) <b>', made: 18, percent: 5, used: 0, codes: [] },
  { id: 'SPRING20', name: 'Spring 20', made: 12, percent: 20, ends: 40, most: 500, used: 137, codes: [{ id: 'Sp20Qa7Xk5Vr', code: 'SPRING20', used: 137 }] },
];
