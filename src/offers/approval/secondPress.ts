import type { AccountAsk, Answer } from '../../abilities/ask.js';
import { inAccount } from '../../access/caller.js';
import type { Second } from '../../store/approvals.js';
import type { Confirmation } from '../../store/offerRow.js';
import type { Desk } from '../desk.js';
import { saying } from '../press/pressed.js';

/** A press of a second person on their card: the offer it is for, and who presses, with leave asked for now. */
export interface SecondPress {
  row: Confirmation;
  ask: AccountAsk;
}

/** What it comes to: the card waits on, or it is `decided` and turns into the record of what became of the offer. */
export interface Decided extends Answer {
  card: 'stays' | 'decided';
}

/** A sentence as the answer; the card waits on. */
export function staying(text: string, outcome: string, ask: AccountAsk): Decided {
  return { ...saying(text, outcome, ask), card: 'stays' };
}

/** The person who presses, as the row keeps them: with the roles that hold in this account. Someone is told from another
 * by their key, so whoever has a login in Teams and one in a portal counts as two: give only one of them the role. */
export function secondOf({ pseudonymOf, clock }: Desk, { visit, account }: AccountAsk): Second {
  const { roles } = inAccount(visit.caller, account.place.id);
  return { person: pseudonymOf(visit.caller.key), role: roles.join(','), now: clock().getTime() };
}

/** Why an offer cannot be decided any more; `null` while it can. One whose time is over is settled by the worker. */
export function overForSecond(desk: Desk, { row, ask }: SecondPress): Decided | null {
  const now = desk.clock().getTime();
  if (row.state === 'executing' && row.retryAt !== null && row.retryAt > now)
    return staying(
      'Another person is approving this at the moment. Nothing is made twice.',
      'under_way',
      ask,
    );
  if (row.state === 'executing' || (row.state === 'waiting' && row.lapsesAt > now)) return null;
  if (row.state === 'waiting' || row.state === 'open')
    return staying('The time to approve this is over, so nothing was created.', 'lapsed', ask);
  return { views: [], outcome: `already_${row.state}`, card: 'decided' };
}
