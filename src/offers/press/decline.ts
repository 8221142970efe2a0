import type { AccountAsk, Answer } from '../../abilities/ask.js';
import { maskDeclined } from '../../masking/mask.js';
import type { Desk } from '../desk.js';
import { draftOfOffer } from '../draft.js';
import { record } from '../record.js';
import { adjustButton, type Press, type Pressed, type Presser, saying } from './pressed.js';
import { standing } from './standing.js';

/** Don't create: the terms once more in one line, and a way back to them. */
export async function decline(desk: Desk, press: Press, { ask }: Presser): Promise<Pressed> {
  const now = desk.clock().getTime();
  if (await desk.confirmations.settle(press.nonce, { state: 'declined', now }))
    await record(desk, ask, { event: 'declined', ability: 'coupon.decline', outcome: 'declined' });
  else {
    const submitted = await standing(desk, press, ask);
    if (submitted) return submitted;
  }
  return { ...declined(press, ask), card: 'instead' };
}

function declined({ nonce, row }: Press, ask: AccountAsk): Answer {
  if (draftOfOffer(row).coupon === undefined)
    return { views: [maskDeclined({ nonce, terms: row.terms }, ask.reading)], outcome: 'declined' };
  const text = 'No code was created. The coupon stays as it is, without one.';
  return saying(text, 'declined', ask, [adjustButton(nonce)]);
}
