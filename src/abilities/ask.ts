import type { Permission } from '../access/permission.js';
import type { Refusal } from '../access/permit.js';
import type { Reading } from '../masking/reading.js';
import type { Masked, View } from '../masking/views.js';
import type { StripeAccount } from '../stripe/account.js';
import type { Leave } from '../stripe/speaker.js';
import type { Visit } from '../visit.js';

/** What an ability may use to answer. */
export interface Ask {
  visit: Visit;
  /** For masking: place, zone, locale, now and how much this person is shown. */
  reading: Reading;
  /** The row after which a list goes on, when Next was pressed. */
  after?: string;
  /** Leave for a further permission than the ability's own. */
  leaveFor: (permission: Permission) => Leave | Refusal;
}

/** The same where an account may be read: only after a permit for it. */
export interface AccountAsk extends Ask {
  account: StripeAccount;
}

/** What a step comes to: the cards in their order, and what the trail says of it. */
export interface Answer {
  views: readonly Masked<View>[];
  /** Rows read; for the trail. */
  count?: number;
  /** For the trail, when it is not plainly done: "not_found", "several". */
  outcome?: string;
  refusal?: Refusal;
  /** What the conversation remembers of the rows: their ids, and the cursor of Next. */
  shown?: {
    rows: { charge?: string | undefined; customer?: string | undefined }[];
    next?: string | undefined;
  };
  /** Under which id the data cards in it are taken back. */
  goes?: string;
  /** A coupon card that was put on the table and waits for a Submit. */
  opened?: OpenCard;
}

/** A form or review card that waits, and the account it is for. A form's values are sealed: they may name a customer. */
export type OpenCard =
  | { kind: 'form'; nonce: string; account: string; draft: string }
  | { kind: 'review'; nonce: string; account: string };
