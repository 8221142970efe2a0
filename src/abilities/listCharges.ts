import { z } from 'zod';
import { StripeFault } from '../errors.js';
import { minorOf } from '../masking/format.js';
import { maskCharges } from '../masking/mask.js';
import type { Seal } from '../sealed.js';
import type { ChargeFacts } from '../stripe/facts.js';
import type { Leave } from '../stripe/speaker.js';
import { type Ability, guarded } from './ability.js';
import type { AccountAsk, Answer } from './ask.js';
import { settleCustomer } from './customerAnswer.js';
import { count, currency, customer, day, majorUnits } from './fields.js';
import { type Gathered, gather } from './gather.js';
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
  const found = await (step.charge && !step.charge.startsWith('pi_')
    ? oneCharge(step.charge, ask, leave)
    : manyCharges(step, ask, leave));
  const list = await listing(step, found, ask, seal);
  const view = maskCharges(
    { question: step, ...list, ...(customerAsked === undefined ? {} : { customerAsked }) },
    ask.reading,
  );
  const rows = list.rows.map(({ id, customer }) => ({ charge: id, customer: customer ?? undefined }));
  return { views: [view], count: list.counted.length, shown: { rows, next: list.next } };
}

async function oneCharge(id: string, ask: AccountAsk, leave: Leave): Promise<Gathered<ChargeFacts>> {
  try {
    return { rows: [await ask.account.charges.one(id, leave)], more: 'no' };
  } catch (fault) {
    if (fault instanceof StripeFault && fault.code === 'not_found') return { rows: [], more: 'no' };
    throw fault;
  }
}

async function manyCharges(step: ListCharges, ask: AccountAsk, leave: Leave): Promise<Gathered<ChargeFacts>> {
  const filters = filtersOf(step);
  const query = {
    ...range(step, ask.reading.zone),
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

const byStatus: Record<NonNullable<ListCharges['status']>, (charge: ChargeFacts) => boolean> = {
  succeeded: ({ status }) => status === 'succeeded',
  pending: ({ status }) => status === 'pending',
  failed: ({ status }) => status === 'failed',
  refunded: ({ refunded, amountRefunded }) => refunded || amountRefunded > 0,
  disputed: ({ disputed }) => disputed,
};

/** What Stripe's list cannot filter: amounts are compared in each charge's own currency's minor unit. */
function filtersOf(step: ListCharges): ((charge: ChargeFacts) => boolean)[] {
  const { status, currency, min_amount: least, max_amount: most, card_last4: last4 } = step;
  return [
    ...(status ? [byStatus[status]] : []),
    ...(currency ? [(charge: ChargeFacts) => charge.currency === currency] : []),
    ...(least === undefined
      ? []
      : [(charge: ChargeFacts) => charge.amount >= (minorOf(least, charge.currency) ?? Infinity)]),
    ...(most === undefined
      ? []
      : [(charge: ChargeFacts) => charge.amount <= (minorOf(most, charge.currency) ?? 0)]),
    ...(last4 ? [(charge: ChargeFacts) => charge.method.last4 === last4] : []),
  ];
}
