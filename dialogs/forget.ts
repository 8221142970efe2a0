import type { TurnContext } from 'botbuilder';
import type { Road } from '../src/answer.js';
import { forgetAfter } from '../src/bot.js';
import type { ApprovalCards } from '../src/store/approvalCards.js';
import type { Confirmations } from '../src/store/confirmations.js';
import type { Expiries } from '../src/store/expiries.js';
import type { References } from '../src/store/references.js';
import type { Visit } from '../src/visit.js';
import { takeAway } from './show.js';
import type { TakeBack } from './takeBack.js';

interface ForgetNeeds {
  expiries: Expiries;
  references: References;
  confirmations: Pick<Confirmations, 'forget'>;
  cards: Pick<ApprovalCards, 'find' | 'told'>;
  road: Pick<Road, 'record'>;
  clock: () => Date;
  takeBack: TakeBack;
}

const withdrawn = { event: 'withdrawn', ability: 'coupon.withdraw', outcome: 'declined' } as const;

/** Wipes a conversation: its cards are taken back now, its questions, offers, reference and state go. */
export function createForget(needs: ForgetNeeds) {
  const { expiries, references, confirmations, road, clock, takeBack } = needs;
  return async (context: TurnContext, visit: Visit): Promise<void> => {
    const { conversation } = visit;
    await road.record(visit, { event: 'pressed', ability: 'conversation.forget', outcome: 'done' });
    const now = clock().getTime();
    await expiries.hurryAll(conversation, now);
    await takeBack.now({ conversation });
    await expiries.forget(now, conversation);
    for (const { id, account, coupon } of await confirmations.forget(conversation, now)) {
      await road.record({ ...visit, account }, { ...withdrawn, coupon });
      await takeWaitingAway(needs, context, { offer: id, conversation });
    }
    await references.forget(conversation);
    forgetAfter(context);
  };
}

/** The asker's card of an offer that waited: nothing is told on it any more. */
async function takeWaitingAway(
  { cards }: ForgetNeeds,
  context: TurnContext,
  { offer, conversation }: { offer: string; conversation: string },
): Promise<void> {
  const card = await cards.find(offer, conversation);
  if (card === null) return;
  await takeAway(context, card.activity || undefined);
  await cards.told(card.id);
}
