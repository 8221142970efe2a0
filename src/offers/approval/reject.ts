import type { Desk } from '../desk.js';
import { record } from '../record.js';
import { type Decided, overForSecond, type SecondPress, secondOf, staying } from './secondPress.js';

/** Reject: the offer creates nothing any more, and who asked is told. */
export async function reject(desk: Desk, press: SecondPress): Promise<Decided> {
  const { row, ask } = press;
  const over = overForSecond(desk, press);
  if (over !== null) return over;
  const by = secondOf(desk, ask);
  const { approvals } = desk.confirmations;
  if (!(await approvals.end(row.id, { state: 'declined', reason: 'rejected', now: by.now, by }))) {
    const now = (await approvals.get(row.id)) ?? row;
    return overForSecond(desk, { row: now, ask }) ?? staying(unsure, 'unsure', ask);
  }
  const { coupon, second } = row;
  const what = { event: 'rejected', ability: 'coupon.reject', outcome: 'declined' } as const;
  await record(desk, ask, { ...what, coupon, about: second?.asker });
  return { views: [], outcome: 'rejected', card: 'decided' };
}

const unsure =
  'This was approved before, and I do not know whether Stripe made it. Press Approve: nothing is made twice.';
