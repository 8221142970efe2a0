import type { StripeAccount } from '../stripe/account.js';
import type { CustomerFacts } from '../stripe/facts.js';
import { orNone } from '../stripe/orNone.js';
import type { Leave, Page } from '../stripe/speaker.js';

/** Whom a name, an e-mail address or an id stands for: nobody, one customer, or several to choose from. */
export type Found =
  | { kind: 'none' }
  | { kind: 'one'; customer: CustomerFacts }
  | { kind: 'several'; customers: CustomerFacts[]; more: boolean };

/** Looks a customer up as the person named them. By its id a deleted one is found too. Needs leave for `customers.read`. */
export async function findCustomer(asked: string, account: StripeAccount, leave: Leave): Promise<Found> {
  const { rows: customers, more } = await candidates(asked.trim(), account, leave);
  const [first] = customers;
  if (first === undefined) return { kind: 'none' };
  return customers.length === 1 && !more
    ? { kind: 'one', customer: first }
    : { kind: 'several', customers, more };
}

async function candidates(
  asked: string,
  { customers }: StripeAccount,
  leave: Leave,
): Promise<Page<CustomerFacts>> {
  if (asked === '') return { rows: [], more: false };
  if (asked.includes('@')) return await customers.byEmail(asked, leave);
  if (!/^cus_[A-Za-z0-9]+$/.test(asked)) return await customers.byName(asked, leave);
  const found = await orNone(() => customers.one(asked, leave));
  return { rows: found === null ? [] : [found], more: false };
}
