import type { TurnContext } from 'botbuilder';
import { forgetAfter } from '../src/bot.js';
import type { Confirmations } from '../src/store/confirmations.js';
import type { Expiries } from '../src/store/expiries.js';
import type { References } from '../src/store/references.js';
import type { Visit } from '../src/visit.js';
import type { TakeBack } from './takeBack.js';

interface ForgetNeeds {
  expiries: Expiries;
  references: References;
  confirmations: Pick<Confirmations, 'forget'>;
  clock: () => Date;
  takeBack: TakeBack;
}

/** Wipes a conversation: its cards are taken back now, its questions, offers, reference and state go. */
export function createForget(needs: ForgetNeeds) {
  const { expiries, references, confirmations, clock, takeBack } = needs;
  return async (context: TurnContext, { conversation }: Visit): Promise<void> => {
    const now = clock().getTime();
    await expiries.hurryAll(conversation, now);
    await takeBack.now({ conversation });
    await expiries.forget(now, conversation);
    await confirmations.forget(conversation, now);
    await references.forget(conversation);
    forgetAfter(context);
  };
}
