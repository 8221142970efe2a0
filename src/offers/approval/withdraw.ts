import type { Desk } from '../desk.js';
import { over } from '../press/over.js';
import { type Press, type Pressed, type Presser, saying } from '../press/pressed.js';
import { standing } from '../press/standing.js';
import { record } from '../record.js';
import { becameOf } from './became.js';

/** Withdraw: the asker takes the offer back from the second person, whose card says so. */
export async function withdraw(desk: Desk, press: Press, presser: Presser): Promise<Pressed> {
  const { row } = press;
  const { ask } = presser;
  const now = desk.clock().getTime();
  const { approvals } = desk.confirmations;
  if (!(await approvals.end(row.id, { state: 'declined', reason: 'withdrawn', now })))
    return (await standing(desk, press, ask)) ?? (await over(desk, press, presser)) ?? notWaiting(presser);
  await record(desk, ask, {
    event: 'withdrawn',
    ability: 'coupon.withdraw',
    outcome: 'declined',
    coupon: row.coupon,
  });
  const stands = await desk.second.tell(row.id, row.conversation);
  const ended = (await approvals.get(row.id)) ?? row;
  const view = becameOf(ended, { audience: 'asker', person: row.caller }, desk.second, ask.reading);
  return { views: view ? [view] : [], outcome: 'withdrawn', card: 'instead', stands };
}

function notWaiting({ ask }: Presser): Pressed {
  const text = 'This does not wait for anybody, so there is nothing to withdraw.';
  return { ...saying(text, 'not_waiting', ask), card: 'stays' };
}
