import { StripeFault } from '../errors.js';
import type { StripeAccount } from '../stripe/account.js';
import type { CustomerFacts } from '../stripe/facts.js';
import type { Leave } from '../stripe/speaker.js';

/** Whom a name, an e-mail address or an id stands for: nobody, one customer, or several to choose from. */
export type Found =
  | { kind: 'none' }
  | { kind: 'one'; customer: CustomerFacts }
  | { kind: 'several'; customers: CustomerFacts[] };

/** Looks a customer up as the person named them. Needs leave for `customers.read`. */
export async function findCustomer(asked: string, account: StripeAccount, leave: Leave): Promise<Found> {
  const customers = (await candidates(asked.trim(), account, leave)).filter(({ deleted }) => !deleted);
  const [first] = customers;
  if (first === undefined) return { kind: 'none' };
  return customers.length === 1 ? { kind: 'one', customer: first } : { kind: 'several', customers };
}

async function candidates(
  asked: string,
  { customers }: StripeAccount,
  leave: Leave,
): Promise<CustomerFacts[]> {
  if (asked === '') return [];
  if (asked.includes('@')) return await customers.byEmail(asked, leave);
  if (!/^cus_[A-Za-z0-9]+$/.test(asked)) return await customers.byName(asked, leave);
  try {
    return [await customers.one(asked, leave)];
  } catch (fault) {
    if (fault instanceof StripeFault && fault.code === 'not_found') return [];
    throw fault;
  }
}
