import type { Entered } from '../../answer.js';
import type { Confirmation } from '../../store/offerRow.js';
import type { Visit } from '../../visit.js';

/** Who has to approve what is above the policy's limit, and how they and the asker are told. */
export interface SecondPerson {
  /** Roles that may approve, and roles that may create. */
  approvers: readonly string[];
  creators: readonly string[];
  /** How long an offer waits for a second person after Submit. */
  lapseAfterMinutes: number;
  /** Sends the card to everyone who may approve it now, once per conversation: how many people it has reached.
   * A group counts as one. Never rejects: whom it does not reach gets it when they come. */
  deliver: (row: Confirmation) => Promise<number>;
  /** The asker's card that says so was shown; `undefined` where the channel did not tell in which activity. */
  shown: (offer: string, visit: Visit, activity: string | undefined) => Promise<void>;
  /** Says on every card of a decided offer what became of it, but in the conversation where that is done by who calls:
   * it gives the activity of the card there. */
  tell: (offer: string, shownIn?: string) => Promise<string | undefined>;
  /** The asker as they may create now, in the offer's account; `null` when they may not any more. */
  asker: (row: Confirmation, visit: Visit) => Promise<Entered | null>;
}
