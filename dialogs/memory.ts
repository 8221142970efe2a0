import type { StatePropertyAccessor, TurnContext } from 'botbuilder';
import { z } from 'zod';
import { plan } from '../src/recognition/plan.js';
import type { Seal } from '../src/sealed.js';
import { audienceOf, type Visit } from '../src/visit.js';

const id = z.string().max(255);

/** What the rows of the last answer were, by id, and how its list goes on. Never what stood in them. */
export const shownRows = z.object({
  rows: z.array(z.object({ charge: id.optional(), customer: id.optional() })).max(100),
  /** The cursor of the card's Next button, when there are more. */
  next: z.string().max(8000).optional(),
});

/** The last question of a conversation, for a next one that leans on it. */
const remembered = z.object({ plan, shown: z.array(shownRows).max(5) });

export type ShownRows = z.infer<typeof shownRows>;
export type Remembered = z.infer<typeof remembered>;

/** As it rests in the bot's state: sealed, because a plan may name a customer. */
export interface Kept {
  account: string | null;
  /** Epoch milliseconds. */
  until: number;
  sealed: string;
}

/** Keeps the last question per person and conversation. It lapses with the cards, and with the account. */
export interface Memory {
  recall: (context: TurnContext, visit: Visit) => Promise<Remembered | null>;
  keep: (context: TurnContext, visit: Visit, last: Remembered) => Promise<void>;
}

interface MemoryNeeds {
  kept: StatePropertyAccessor<Kept | null>;
  seal: Seal;
  clock: () => Date;
  minutes: number;
}

/** Makes the memory over the bot's state. */
export function createMemory({ kept, seal, clock, minutes }: MemoryNeeds): Memory {
  return {
    recall: async (context, visit) => {
      const last = await kept.get(context, null);
      if (!last || last.account !== visit.account || last.until <= clock().getTime()) return null;
      return await seal.open(last.sealed, audienceOf(visit), remembered);
    },
    keep: async (context, visit, last) => {
      const sealed = await seal.close(last, audienceOf(visit));
      await kept.set(context, {
        account: visit.account,
        until: clock().getTime() + minutes * 60_000,
        sealed,
      });
    },
  };
}
