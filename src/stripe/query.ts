import type Stripe from 'stripe';

/** Which rows of a list: `from`/`to` by creation, inclusive, unix seconds; `after`: behind the row with this id; `size` ≤ 100. */
export interface Query {
  from?: number;
  to?: number;
  after?: string;
  customer?: string;
  intent?: string;
  size: number;
}

/** What every list of Stripe's takes of a query. */
export function paged({ from, to, after, size }: Query): Stripe.PaginationParams & {
  created?: Stripe.RangeQueryParam;
} {
  const created = { ...(from === undefined ? {} : { gte: from }), ...(to === undefined ? {} : { lte: to }) };
  return {
    limit: size,
    ...(after ? { starting_after: after } : {}),
    ...(Object.keys(created).length === 0 ? {} : { created }),
  };
}
