import { maskCouponWaiting } from '../../masking/mask.js';
import { listed, roleName } from '../../sentences.js';
import type { Desk } from '../desk.js';
import type { Press, Pressed, Presser } from '../press/pressed.js';
import { record } from '../record.js';
import { customerOf } from '../reviewCard.js';

/** Ask for approval: the offer waits for a second person, who gets the same terms; the asker's card says so.
 * `null` when something else was pressed in between. */
export async function submit(desk: Desk, press: Press, { ask }: Presser): Promise<Pressed | null> {
  const { nonce, row } = press;
  const { caller, conversation, coupon, terms } = row;
  const now = desk.clock().getTime();
  const lapsesAt = now + desk.second.lapseAfterMinutes * 60_000;
  await record(desk, ask, {
    event: 'submitted',
    ability: 'coupon.create',
    outcome: 'needs_approval',
    coupon,
  });
  const waits = await desk.confirmations.approvals.submit(nonce, { caller, conversation, now, lapsesAt });
  if (!waits) return null;
  const reached = await desk.second.deliver({ ...row, state: 'waiting', lapsesAt });
  const customerShown = await customerOf(row, ask);
  const lead = waitingWords(desk.second.approvers, reached);
  const view = maskCouponWaiting(
    { nonce, terms, customerShown, lapsesAt: new Date(lapsesAt), lead },
    ask.reading,
  );
  return { views: [view], outcome: 'needs_approval', card: 'instead', waits: row.id };
}

function waitingWords(approvers: readonly string[], reached: number): string {
  const who = listed(approvers.map(roleName), 'or');
  if (reached > 0) return `Someone with the role ${who} has to approve it. Nothing is created until then.`;
  return `I cannot reach anyone with the role ${who} yet. They get it as soon as they open their chat with me; you can tell them. Nothing is created until then.`;
}
