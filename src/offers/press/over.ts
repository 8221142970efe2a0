import { dayIn } from '../../calendar.js';
import type { Confirmation } from '../../store/offerRow.js';
import type { Desk } from '../desk.js';
import { type Press, type Pressed, type Presser, saying, showAgainButton } from './pressed.js';
import { alreadyCreated } from './standing.js';

/** Why a card creates nothing any more, as the answer to Create; `null` when it still may. */
export async function over(desk: Desk, press: Press, { ask }: Presser): Promise<Pressed | null> {
  const { nonce, row } = press;
  const said = (text: string, outcome: string) => saying(text, outcome, ask, [showAgainButton(nonce)]);
  if (row.state === 'created') return alreadyCreated(row, ask);
  if (row.state === 'declined' || row.state === 'failed')
    return { ...said(whyEnded(row), row.state), card: 'done' };
  if (row.state !== 'lapsed' && !hasLapsed(desk, row)) return null;
  await desk.confirmations.settle(nonce, { state: 'lapsed', now: desk.clock().getTime() });
  return { ...said('This offer has lapsed, nothing was created.', 'lapsed'), card: 'instead' };
}

function whyEnded({ reason, coupon }: Confirmation): string {
  if (reason === 'adjusted') return 'These terms were adjusted since, so this card creates nothing.';
  if (reason === 'half')
    return 'The coupon exists, its code does not. This card creates nothing any more; choose a code on the newer card.';
  if (reason === 'rejected') return 'A second person rejected this, so it was not created.';
  if (reason === 'withdrawn') return 'You withdrew this, so it was not created.';
  if (reason === 'interrupted') return 'This was interrupted before it was made, so nothing was created.';
  if (reason === 'unknown')
    return `I could not find out whether this was created. Look in Stripe for ${coupon} before you go on.`;
  return 'This was not created, and this card creates nothing any more.';
}

/** Its time is over, or the last day of its coupon. One that Stripe may have made already is never over. */
function hasLapsed({ clock }: Desk, { state, lapsesAt, terms }: Confirmation): boolean {
  if (state !== 'open') return false;
  const lastDayOver = terms.endsOn !== undefined && terms.endsOn < dayIn(terms.zone, clock());
  return lapsesAt <= clock().getTime() || lastDayOver;
}
