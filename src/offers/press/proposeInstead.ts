import { refusalSentence } from '../../sentences.js';
import type { Desk } from '../desk.js';
import type { Draft } from '../draft.js';
import { showForm } from '../formCard.js';
import { propose } from '../propose.js';
import { record } from '../record.js';
import { making, type Pressed, type Presser } from './pressed.js';

/** Proposes a draft in the place of the pressed card. Who may not see customers gets the form back, and why. */
export async function proposeInstead(desk: Desk, draft: Draft, { ask, leave }: Presser): Promise<Pressed> {
  const answer = await propose(desk, draft, ask, leave);
  if (answer.refusal === undefined) return making(answer);
  const { reason, permission } = answer.refusal;
  await record(desk, ask, {
    event: 'refused',
    ability: 'create_coupon',
    outcome: 'refused',
    reason: `${reason}:${permission}`,
  });
  const why = refusalSentence(answer.refusal, ask.visit.caller.roles, []);
  const customer = `${why} Without a customer you can go on.`;
  return making(await showForm(desk, { draft, faults: { customer } }, ask));
}
