import { z } from 'zod';
import { maskCharges } from '../masking/mask.js';
import type { Seal } from '../sealed.js';
import type { ChargeFacts } from '../stripe/facts.js';
import { orNone } from '../stripe/orNone.js';
import type { Leave } from '../stripe/speaker.js';
import { type Ability, guarded } from './ability.js';
import type { AccountAsk, Answer } from './ask.js';
import { chargeFilters } from './chargeFilters.js';
import { settleCustomer } from './customerAnswer.js';
import { count, currency, customer, day, majorUnits } from './fields.js';
import { type Gathered, gather, whole } from './gather.js';
import { listing, range } from './listing.js';

export const listChargesStep = z.strictObject({
  do: z.literal('list_charges'),
  limit: count.optional(),
  from: day.optional(),
  to: day.optional(),
  status: z.enum(['succeeded', 'pending', 'failed', 'refunded', 'disputed']).optional(),
  customer: customer.optional(),
  currency: currency.optional(),
  min_amount: majorUnits.optional(),
  max_amount: majorUnits.optional(),
  charge: z
    .string()
    .regex(/^(ch|py|pi)_[A-Za-z0-9_]+$/)
    .optional(),
  card_last4: z
    .string()
    .regex(/^[0-9]{4}$/)
    .optional(),
});

export type ListCharges = z.infer<typeof listChargesStep>;

/** "The last 10 charges", with every filter of the step. */
export function createListCharges({ seal }: { seal: Seal }): Ability {
  return guarded({
    does: 'list_charges',
    step: listChargesStep,
    permission: 'charges.read',
    title: 'see charges',
    examples: [
      'show me the last 10 charges',
      'failed payments since Monday',
      'refunds last week',
      'charges over 100 euros',
    ],
    answer: async (step, ask, leave) => {
      if (step.customer === undefined) return await charges(step, ask, leave, seal);
      const settled = await settleCustomer({ ...step, customer: step.customer }, ask, seal);
      if (settled.kind === 'answer') return settled.answer;
      return await charges({ ...step, customer: settled.customer.id }, ask, leave, seal, step.customer);
    },
  });
}

async function charges(
  step: ListCharges,
  ask: AccountAsk,
  leave: Leave,
  seal: Seal,
  customerAsked?: string,
): Promise<Answer> {
  const found = await foundFor(step, ask, leave);
  const list = await listing(step, found, ask, seal);
  const view = maskCharges(
    { question: step, ...list, ...(customerAsked === undefined ? {} : { customerAsked }) },
    ask.reading,
  );
  const rows = list.rows.map(({ id, customer }) => ({ charge: id, customer: customer ?? undefined }));
  return { views: [view], count: list.counted.length, shown: { rows, next: list.next } };
}

/** An id is asked for by itself; where Stripe does not know it, nothing was found. */
async function foundFor(step: ListCharges, ask: AccountAsk, leave: Leave): Promise<Gathered<ChargeFacts>> {
  const { charge: id } = step;
  if (id === undefined) return await manyCharges(step, ask, leave);
  if (id.startsWith('pi_')) return (await orNone(() => manyCharges(step, ask, leave))) ?? whole([]);
  const found = await orNone(() => ask.account.charges.one(id, leave));
  return whole(found === null ? [] : [found]);
}

async function manyCharges(step: ListCharges, ask: AccountAsk, leave: Leave): Promise<Gathered<ChargeFacts>> {
  const filters = chargeFilters(step);
  const query = {
    ...range(step, ask),
    ...(step.customer ? { customer: step.customer } : {}),
    ...(step.charge ? { intent: step.charge } : {}),
  };
  return await gather({
    page: (after, size) => ask.account.charges.page({ ...query, size, ...(after ? { after } : {}) }, leave),
    idOf: ({ id }) => id,
    ...(filters.length > 0 ? { keep: (row: ChargeFacts) => filters.every((keep) => keep(row)) } : {}),
    limit: step.limit,
    signal: ask.visit.signal,
  });
}
