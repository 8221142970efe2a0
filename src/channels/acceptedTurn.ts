import { type TurnContext, TurnContext as Turns } from 'botbuilder';
import type { AcceptedTurn } from '../store/inboxLog.js';
import { connectorActivity } from './connectorActivity.js';
import type { ConnectorAdapter } from './connectorAdapter.js';
import { setWaited } from './waited.js';

type Logic = (context: TurnContext) => Promise<void>;

/** Tells the log when the first answer of a turn goes out, before it does. */
export function tellFirstAnswer(context: TurnContext, answers: () => Promise<void>): void {
  let told: Promise<void> | undefined;
  context.onSendActivities(async (_, activities, next) => {
    if (activities.some(({ type }) => type === 'message')) {
      told ??= answers();
      await told;
    }
    return await next();
  });
}

/** Runs a turn of the Connector's that lies in the inbox, long after its HTTP request was answered.
 * @param appId the bot's; empty where it has none */
export async function runConnectorTurn(
  { adapter, appId }: { adapter: ConnectorAdapter; appId: string },
  { turn, waited }: { turn: AcceptedTurn; waited: number },
  logic: Logic,
): Promise<void> {
  const activity = connectorActivity.parse(turn.activity);
  const reference = Turns.getConversationReference(activity);
  await adapter.continueConversationAsync(appId, reference, async (context) => {
    // Bot Framework makes up an activity for whoever speaks first; here somebody has spoken.
    for (const name of Object.keys(context.activity)) Reflect.deleteProperty(context.activity, name);
    Object.assign(context.activity, activity);
    setWaited(context, waited);
    await logic(context);
  });
}
