import type { ChargeFacts } from './facts.js';
import { charge } from './leaves/charge.js';
import { paged, type Query } from './query.js';
import type { Leave, Page, Speaker } from './speaker.js';

/** The charges of an account. Every verb needs leave for `charges.read`. */
export interface Charges {
  page: (query: Query, leave: Leave) => Promise<Page<ChargeFacts>>;
  /** One charge by its id. @throws StripeFault not_found */
  one: (id: string, leave: Leave) => Promise<ChargeFacts>;
}

/** The charges behind a speaker. */
export function chargesOf(speaker: Speaker): Charges {
  return {
    page: (query, leave) =>
      speaker.page(leave, 'charges.read', charge, (sdk) =>
        sdk.charges.list({
          ...paged(query),
          ...(query.customer ? { customer: query.customer } : {}),
          ...(query.intent ? { payment_intent: query.intent } : {}),
        }),
      ),
    one: (id, leave) => speaker.one(leave, 'charges.read', charge, (sdk) => sdk.charges.retrieve(id)),
  };
}
