import type { TurnContext } from 'botbuilder';
import type { Desk } from '../src/offers/desk.js';
import { draft } from '../src/offers/draft.js';
import { audienceOf, type Visit } from '../src/visit.js';
import { carriedBy } from './acts.js';
import { takeAway } from './show.js';
import type { Waiting } from './waiting.js';

interface SupersedeNeeds {
  desk: Desk;
  visitOf: (context: TurnContext) => Visit;
}

/** What a question in between put on the table, and whether it changes the coupons that wait. */
interface Result {
  opened: readonly Waiting[];
  changes: boolean;
}

/** Takes those cards away that new ones stand for, and gives the others: the old terms can create nothing any more. */
export type Supersede = (
  context: TurnContext,
  waiting: readonly Waiting[],
  result: Result,
) => Promise<readonly Waiting[]>;

/** Makes the way to tell them: all of them when the person changed the terms in words, and the form whose customer
 * was chosen. When fewer cards came than wait, nobody knows which of them are meant, so all stay. */
export function createSupersede({ desk, visitOf }: SupersedeNeeds): Supersede {
  return async (context, waiting, { opened, changes }) => {
    if (opened.length === 0) return waiting;
    const chosen = choosesCustomer(context);
    const stay: Waiting[] = [];
    for (const card of waiting) {
      const meant = chosen ? card.choosing === true : changes && opened.length >= waiting.length;
      if (meant && (await putAway(desk, visitOf(context), card))) await takeAway(context, card.activity);
      else stay.push(card);
    }
    return stay;
  };
}

function choosesCustomer({ activity }: TurnContext): boolean {
  const carried = carriedBy(activity.value);
  return carried.kind === 'submit' && carried.submit.act === 'customer.choose';
}

/** A coupon that Stripe may have made, or that lacks only its code, is not put away by words. */
async function putAway({ confirmations, clock, seal }: Desk, visit: Visit, card: Waiting): Promise<boolean> {
  if (card.kind === 'form') {
    const kept = await seal.open(card.draft, audienceOf(visit), draft);
    return kept?.coupon === undefined;
  }
  const now = clock().getTime();
  if (await confirmations.settle(card.nonce, { state: 'declined', now, reason: 'adjusted' })) return true;
  return (await confirmations.find(card.nonce))?.state !== 'executing';
}
