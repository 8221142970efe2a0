import type { BotAdapter, TurnContext } from 'botbuilder';
import type { Reference } from '../store/references.js';
import { serviceUrl as embedded } from './directLine/activities.js';

/** Runs logic in a conversation without a message from its person. Rejects as the channel does. */
export type SpeakFirst = (
  reference: Reference,
  logic: (context: TurnContext) => Promise<void>,
) => Promise<void>;

interface Adapters {
  directLine: BotAdapter;
  connector: BotAdapter;
  /** The bot's app id; empty where it has none. */
  appId: string;
}

/** Speaks by the adapter that the conversation came in by. */
export function createSpeakFirst({ directLine, connector, appId }: Adapters): SpeakFirst {
  return async (reference, logic) => {
    const adapter = reference.serviceUrl === embedded ? directLine : connector;
    const { conversation, ...rest } = reference;
    const whole = {
      ...rest,
      conversation: { ...conversation, name: '', isGroup: false, conversationType: '' },
    };
    const accounts = { bot: named(reference.bot), user: named(reference.user) };
    let failed: unknown;
    await adapter.continueConversationAsync(appId, { ...whole, ...accounts }, async (context) => {
      await logic(context).catch((error: unknown) => {
        failed = error;
      });
    });
    if (failed !== undefined) throw failed;
  };
}

/** Bot Framework wants a name where it only needs an id. */
function named(account: Reference['bot']) {
  return { name: '', id: '', ...account };
}
