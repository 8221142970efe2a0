import { z } from 'zod';
import { maskCoupons } from '../masking/mask.js';
import type { Seal } from '../sealed.js';
import type { CouponFacts } from '../stripe/facts.js';
import type { Leave } from '../stripe/speaker.js';
import { type Ability, guarded } from './ability.js';
import type { AccountAsk } from './ask.js';
import { count, day } from './fields.js';
import { type Gathered, gather, whole } from './gather.js';
import { listing, range } from './listing.js';

export const listCouponsStep = z.strictObject({
  do: z.literal('list_coupons'),
  limit: count.optional(),
  from: day.optional(),
  to: day.optional(),
  valid: z.boolean().optional(),
  code: z.string().max(40).optional(),
});

export type ListCoupons = z.infer<typeof listCouponsStep>;

/** "Which coupons still work", with the codes customers type, their uses and their end. */
export function createListCoupons({ seal }: { seal: Seal }): Ability {
  return guarded({
    does: 'list_coupons',
    step: listCouponsStep,
    permission: 'coupons.read',
    title: 'see coupons',
    examples: ['list coupons', 'which coupons still work', 'does SPRING20 still work'],
    answer: async (step, ask, leave) => {
      const found = await (step.code === undefined
        ? latest(step, ask, leave)
        : byCode(step.code, ask, leave));
      const list = await listing(step, found, ask, seal);
      const rows =
        step.code === undefined ? await ask.account.coupons.withCodes(list.rows, leave) : list.rows;
      return {
        views: [maskCoupons({ question: step, ...list, rows }, ask.reading)],
        count: list.counted.length,
        shown: { rows: [], next: list.next },
      };
    },
  });
}

async function byCode(code: string, ask: AccountAsk, leave: Leave): Promise<Gathered<CouponFacts>> {
  return whole(await ask.account.coupons.byCode(code, leave));
}

async function latest(step: ListCoupons, ask: AccountAsk, leave: Leave): Promise<Gathered<CouponFacts>> {
  const query = range(step, ask);
  return await gather({
    page: (after, size) => ask.account.coupons.page({ ...query, size, ...(after ? { after } : {}) }, leave),
    idOf: ({ id }) => id,
    ...(step.valid === undefined ? {} : { keep: ({ valid }: CouponFacts) => valid === step.valid }),
    limit: step.limit,
    signal: ask.visit.signal,
  });
}
