import type { Desk } from '../desk.js';
import { draftOfOffer } from '../draft.js';
import type { Press, Pressed, Presser } from './pressed.js';
import { proposeInstead } from './proposeInstead.js';
import { standing } from './standing.js';

/** Shows the same terms again with a new time to lapse. They are checked like new ones. */
export async function showAgain(desk: Desk, press: Press, presser: Presser): Promise<Pressed> {
  const ended = await desk.confirmations.settle(press.nonce, {
    state: 'lapsed',
    now: desk.clock().getTime(),
  });
  const submitted = ended ? null : await standing(desk, press, presser.ask);
  return submitted ?? (await proposeInstead(desk, draftOfOffer(press.row), presser));
}
