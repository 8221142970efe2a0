import type { AccountAsk, Answer } from '../../abilities/ask.js';
import { maskNotice } from '../../masking/mask.js';
import type { Button } from '../../masking/views.js';
import type { Confirmation } from '../../store/offerRow.js';
import type { Leave } from '../../stripe/speaker.js';

/** What a press on a coupon card comes to, and what becomes of the card: it `stays` and waits on, it is `done`
 * and waits no more, or it is done and the answer is shown `instead` of it. */
export interface Pressed extends Answer {
  card: 'stays' | 'done' | 'instead';
  /** The id of an offer that waits for a second person from now on. */
  waits?: string;
  /** The activity of the pressed card, where the press itself may not say it. */
  stands?: string | undefined;
}

/** Who presses, with the leave that was asked for now. */
export interface Presser {
  ask: AccountAsk;
  leave: Leave;
}

/** A press on a review card, with its row looked up and found to be this person's, here. */
export interface Press {
  nonce: string;
  row: Confirmation;
  /** The activity of the card, where it is known. */
  activity?: string | undefined;
}

/** One sentence as the answer to a press; `outcome` is for the trail. */
export function saying(
  text: string,
  outcome: string,
  ask: AccountAsk,
  buttons: readonly Button[] = [],
): Answer {
  return { views: [maskNotice({ text, buttons }, ask.reading)], outcome };
}

/** The button that draws an offer's terms anew, on a card of its own. */
export function showAgainButton(nonce: string): Button {
  return { title: 'Show it again', data: { tillkeeper: { act: 'card.showAgain', nonce } } };
}

/** The button that puts an offer's terms in the form. */
export function adjustButton(nonce: string): Button {
  return { title: 'Adjust', data: { tillkeeper: { act: 'coupon.adjust', nonce } } };
}

/** What putting a card on the table comes to: the pressed one makes room for it. Without a new card it stays. */
export function making(answer: Answer): Pressed {
  return { ...answer, card: answer.opened === undefined ? 'stays' : 'instead' };
}
