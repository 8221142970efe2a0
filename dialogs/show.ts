import { MessageFactory, type TurnContext } from 'botbuilder';
import { toAttachment } from '../cards/index.js';
import type { Masked, View } from '../src/masking/views.js';

/** A card as an activity, with its sentence for screen readers. */
export function message(view: Masked<View>) {
  return { ...MessageFactory.attachment(toAttachment(view)), summary: view.summary };
}

/** Sends a card; the id of its activity, where the channel tells it. */
export async function show(context: TurnContext, view: Masked<View>): Promise<string | undefined> {
  return (await context.sendActivity(message(view)))?.id;
}

/** Puts a card in the place of another. A channel that cannot do that gets it as a new message. */
export async function showInstead(
  context: TurnContext,
  activity: string | undefined,
  view: Masked<View>,
): Promise<string | undefined> {
  if (activity === undefined) return await show(context, view);
  try {
    await context.updateActivity({ ...message(view), id: activity });
    return activity;
  } catch {
    return await show(context, view);
  }
}

/** Takes a card off the screen where the channel can. */
export async function takeAway(context: TurnContext, activity: string | undefined): Promise<void> {
  if (activity === undefined) return;
  try {
    await context.deleteActivity(activity);
  } catch {
    // Emulator, Playground and Azure's Web Chat cannot delete: the old card stays, with the same nonce.
  }
}
