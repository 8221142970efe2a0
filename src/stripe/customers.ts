import type { CustomerFacts } from './facts.js';
import { customer } from './leaves/customer.js';
import { paged, type Query } from './query.js';
import type { Leave, Page, Speaker } from './speaker.js';

/** The customers of an account. Every verb needs leave for `customers.read`. Found ones come a hundred at most. */
export interface Customers {
  page: (query: Query, leave: Leave) => Promise<Page<CustomerFacts>>;
  /** One customer by its id, perhaps deleted. @throws StripeFault not_found */
  one: (id: string, leave: Leave) => Promise<CustomerFacts>;
  byEmail: (email: string, leave: Leave) => Promise<Page<CustomerFacts>>;
  /** By a part of the name, through Stripe's search: not for what was made in the last minute. */
  byName: (name: string, leave: Leave) => Promise<Page<CustomerFacts>>;
}

const most = 100;

/** The shortest part of a name that Stripe searches for; a shorter one must be the whole name. */
const shortestPart = 3;

/** The customers behind a speaker. */
export function customersOf(speaker: Speaker): Customers {
  const search = (query: string, leave: Leave) =>
    speaker.page(leave, 'customers.read', customer, (sdk) => sdk.customers.search({ query, limit: most }));
  return {
    page: (query, leave) =>
      speaker.page(leave, 'customers.read', customer, (sdk) => sdk.customers.list(paged(query))),
    one: (id, leave) => speaker.one(leave, 'customers.read', customer, (sdk) => sdk.customers.retrieve(id)),
    byEmail: async (email, leave) => {
      // The list sees what was made a moment ago, but only in the same case; the search is the other way round.
      const exact = await speaker.page(leave, 'customers.read', customer, (sdk) =>
        sdk.customers.list({ email, limit: most }),
      );
      return exact.rows.length > 0 ? exact : await search(`email:${quoted(email)}`, leave);
    },
    byName: (name, leave) => search(`name${name.length < shortestPart ? ':' : '~'}${quoted(name)}`, leave),
  };
}

/** A value in Stripe's query language: quoted, with quotes inside it escaped. */
function quoted(value: string): string {
  return `"${value.replace(/[\\"]/g, '\\$&')}"`;
}
