import type { AccountAsk } from '../../abilities/ask.js';
import { formatTime } from '../../masking/format.js';
import type { Confirmation } from '../../store/offerRow.js';
import type { Desk } from '../desk.js';
import { type Press, type Pressed, saying } from './pressed.js';

/** How an offer stands that was submitted already, as an answer to a further press; `null` when it was not.
 * It is looked up anew: another press may have come in between. */
export async function standing(desk: Desk, { nonce, row }: Press, ask: AccountAsk): Promise<Pressed | null> {
  const now = (await desk.confirmations.find(nonce)) ?? row;
  if (now.state === 'created') return alreadyCreated(now, ask);
  if (now.state === 'waiting') return { ...saying(waits, 'waiting', ask), card: 'stays' };
  if (now.state !== 'executing') return null;
  const underWay = now.retryAt !== null && now.retryAt > desk.clock().getTime();
  const text = underWay
    ? 'This is being created at the moment. Nothing is made twice.'
    : `I do not know whether Stripe made this. ${now.second ? whoApproves : whoCreates}: nothing is made twice.`;
  return { ...saying(text, underWay ? 'under_way' : 'unsure', ask), card: 'stays' };
}

const waits =
  'This waits for a second person, and nothing is created before. Press Withdraw to take it back.';
const whoCreates = 'Press Create coupon once more';
const whoApproves = 'The second person can press Approve once more';

/** Says when an offer was created and under which code. */
export function alreadyCreated({ settledAt, code, coupon }: Confirmation, ask: AccountAsk): Pressed {
  const at = settledAt === null ? '' : ` at ${formatTime(new Date(settledAt), ask.reading)}`;
  return { ...saying(`Already created${at}: ${code ?? coupon}.`, 'already_created', ask), card: 'done' };
}
