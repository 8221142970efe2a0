import { z } from 'zod';
import { endOfDay } from '../calendar.js';
import { maskEndingCoupons } from '../masking/mask.js';
import type { CouponFacts } from '../stripe/facts.js';
import type { Leave } from '../stripe/speaker.js';
import { type Ability, guarded } from './ability.js';
import type { AccountAsk, Answer } from './ask.js';
import { day } from './fields.js';
import { cardRows, gather } from './gather.js';

const step = z.strictObject({
  do: z.literal('coupons_ending_soon'),
  /** The last day that counts as soon. */
  by: day,
});

/** Coupons that still work and end by a day: for triggers only, so no recogniser knows it. A coupon ends with its own
 * last day; what only one of its codes loses before then is not looked at. */
export const couponsEndingSoon: Ability = guarded({
  does: 'coupons_ending_soon',
  step,
  permission: 'coupons.read',
  title: 'see coupons that end soon',
  examples: [],
  answer: ending,
});

async function ending({ by }: z.infer<typeof step>, ask: AccountAsk, leave: Leave): Promise<Answer> {
  const { coupons } = ask.account;
  const last = endOfDay(by, ask.reading.zone);
  const { rows: found, ...bound } = await gather({
    page: (after, size) => coupons.page({ size, ...(after ? { after } : {}) }, leave),
    idOf: ({ id }) => id,
    keep: ({ valid, redeemBy }: CouponFacts) => valid && redeemBy !== null && redeemBy <= last,
    signal: ask.visit.signal,
  });
  const counted = found.toSorted((one, other) => (one.redeemBy ?? 0) - (other.redeemBy ?? 0));
  const rows = await coupons.withCodes(counted.slice(0, cardRows), leave);
  const view = maskEndingCoupons({ by, rows, counted, shownBefore: 0, ...bound }, ask.reading);
  return { views: [view], count: counted.length };
}
