import type { Desk } from '../desk.js';
import { draftOfOffer } from '../draft.js';
import { showForm } from '../formCard.js';
import { making, type Press, type Pressed, type Presser } from './pressed.js';
import { standing } from './standing.js';

/** Adjust: the terms back in the form. The card that was pressed can create nothing any more. */
export async function adjust(desk: Desk, press: Press, { ask }: Presser): Promise<Pressed> {
  const now = desk.clock().getTime();
  const ended = await desk.confirmations.settle(press.nonce, { state: 'declined', now, reason: 'adjusted' });
  const submitted = ended ? null : await standing(desk, press, ask);
  if (submitted) return submitted;
  return making(await showForm(desk, { draft: draftOfOffer(press.row) }, ask));
}
