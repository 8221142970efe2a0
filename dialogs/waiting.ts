import type { DialogContext } from 'botbuilder-dialogs';
import type { OpenCard } from '../src/abilities/ask.js';

/** A coupon card on the screen that waits for a Submit, with the activity it stands in. A form is `choosing` while
 * its customer is chosen on another card. */
export type Waiting = OpenCard & { activity?: string | undefined; choosing?: boolean };

/** More cards than these are not drawn again and again; an older review card can still be pressed. */
const mostWaiting = 10;

/** The cards that wait, from the state of the coupon dialog. */
export function waitingOf(dc: DialogContext): readonly Waiting[] {
  const state: { waiting?: Waiting[] } = dc.activeDialog?.state ?? {};
  return state.waiting ?? [];
}

/** Keeps them there. */
export function setWaiting(dc: DialogContext, waiting: readonly Waiting[]): void {
  if (dc.activeDialog) dc.activeDialog.state = { waiting: waiting.slice(-mostWaiting) };
}
