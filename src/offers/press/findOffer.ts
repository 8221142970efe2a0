import type { AccountAsk } from '../../abilities/ask.js';
import type { Desk } from '../desk.js';
import { type Press, type Pressed, saying } from './pressed.js';

/** Looks the pressed card up. A press by another, from elsewhere, or on a card nobody issued gets its sentence. */
export async function findOffer(desk: Desk, nonce: string, ask: AccountAsk): Promise<Press | Pressed> {
  const row = await desk.confirmations.find(nonce);
  const stays = (text: string, outcome: string): Pressed => ({
    ...saying(text, outcome, ask),
    card: 'stays',
  });
  if (row === null)
    return stays(
      'I do not know this card, so nothing was created. Ask for the coupon again.',
      'unknown_card',
    );
  if (row.caller !== desk.pseudonymOf(ask.visit.caller.key))
    return stays('Only the person who asked can press this. Nothing was changed.', 'another_person');
  if (row.conversation !== ask.visit.conversation)
    return stays(
      'This card belongs to another conversation of yours. Nothing was changed; press it there.',
      'another_conversation',
    );
  return { nonce, row };
}
