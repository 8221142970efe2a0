import type { BotAdapter, CloudAdapter, TurnContext } from 'botbuilder';
import type { Reference } from '../store/references.js';
import { serviceUrl as embedded } from './directLine/activities.js';

/** Runs logic in a conversation without a message from its person. Rejects as the channel does. */
export type SpeakFirst = (
  reference: Reference,
  logic: (context: TurnContext) => Promise<void>,
) => Promise<void>;

/** Runs logic in the personal chat of a message's sender, opened where there is none yet, as if it was written there.
 * Rejects where the channel does not open one. */
export type Privately = (
  context: TurnContext,
  logic: (personal: TurnContext) => Promise<void>,
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

/** Opens personal chats through the Connector. */
export function createPrivately({ connector, appId }: { connector: CloudAdapter; appId: string }): Privately {
  return async (context, logic) => {
    const { id: _ours, conversation, replyToId: _theirs, ...message } = context.activity;
    const { channelId, serviceUrl, recipient: bot, from } = message;
    const { tenantId = '' } = conversation;
    const parameters = {
      isGroup: false,
      bot,
      members: [from],
      tenantId,
      channelData: { tenant: { id: tenantId } },
    };
    const audience = appId ? 'https://api.botframework.com' : '';
    const inPerson = async (personal: TurnContext) => {
      const { id } = personal.activity.conversation;
      const there = { id, name: '', isGroup: false, conversationType: 'personal', tenantId };
      Object.assign(personal.activity, { ...message, conversation: there, id: undefined });
      await logic(personal);
    };
    await connector.createConversationAsync(appId, channelId, serviceUrl, audience, parameters, inPerson);
  };
}
