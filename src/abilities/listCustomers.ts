import { z } from 'zod';
import { maskCustomers } from '../masking/mask.js';
import type { Seal } from '../sealed.js';
import type { CustomerFacts } from '../stripe/facts.js';
import type { Leave } from '../stripe/speaker.js';
import { type Ability, guarded } from './ability.js';
import type { AccountAsk } from './ask.js';
import { count, customer, day } from './fields.js';
import { findCustomer } from './findCustomer.js';
import { type Gathered, gather, whole } from './gather.js';
import { listing, range } from './listing.js';

export const listCustomersStep = z.strictObject({
  do: z.literal('list_customers'),
  limit: count.optional(),
  from: day.optional(),
  to: day.optional(),
  customer: customer.optional(),
});

export type ListCustomers = z.infer<typeof listCustomersStep>;

/** "Who signed up this week", "is X a customer". Several that match stand in one list. */
export function createListCustomers({ seal }: { seal: Seal }): Ability {
  return guarded({
    does: 'list_customers',
    step: listCustomersStep,
    permission: 'customers.read',
    title: 'see customers',
    examples: ['new customers this week', 'is jane@example.com a customer', 'the latest 5 customers'],
    answer: async (step, ask, leave) => {
      const { customer: searched } = step;
      const found = await (searched === undefined ? latest(step, ask, leave) : matching(step, ask, leave));
      const list = await listing(step, found, ask, seal);
      const view = maskCustomers(
        { question: step, ...list, ...(searched === undefined ? {} : { searched }) },
        ask.reading,
      );
      return {
        views: [view],
        count: list.counted.length,
        shown: { rows: list.rows.map(({ id }) => ({ customer: id })), next: list.next },
        ...(found.rows.length === 0 ? { outcome: 'not_found' } : {}),
      };
    },
  });
}

async function matching(
  step: ListCustomers,
  ask: AccountAsk,
  leave: Leave,
): Promise<Gathered<CustomerFacts>> {
  const found = await findCustomer(step.customer ?? '', ask.account, leave);
  if (found.kind === 'none') return whole([]);
  const { from = -Infinity, to = Infinity } = range(step, ask);
  const isMeant = ({ created }: CustomerFacts) => created === null || (created >= from && created <= to);
  if (found.kind === 'one') return whole([found.customer].filter(isMeant));
  return { ...whole(found.customers.filter(isMeant)), more: found.more ? 'cut' : 'no' };
}

async function latest(step: ListCustomers, ask: AccountAsk, leave: Leave): Promise<Gathered<CustomerFacts>> {
  const query = range(step, ask);
  return await gather({
    page: (after, size) => ask.account.customers.page({ ...query, size, ...(after ? { after } : {}) }, leave),
    idOf: ({ id }) => id,
    limit: step.limit,
    signal: ask.visit.signal,
  });
}
