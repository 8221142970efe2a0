import type { Activity, ChannelAccount } from 'botbuilder';
import type { Conversation } from './conversations.js';
import type { Posted } from './posted.js';

/** The name Bot Framework knows this channel by. */
export const channelId = 'directline';

/** Stands where other channels have an address: our answers go to the transcript, never to a URL. */
export const serviceUrl = 'urn:tillkeeper:directline';

/** The bot as people and activities know it. */
export const botAccount = (name: string): ChannelAccount => ({ id: 'tillkeeper', name, role: 'bot' });

const personIn = ({ user }: Conversation): ChannelAccount => ({ ...user, role: 'user' });

/** What only the server may say of a conversation: which portal vouches for the person. */
export const vouched = ({ portal }: Conversation) => ({ tillkeeper: { portal } });

/** Which line of turns a conversation has in the inbox. */
export const lineOf = ({ id }: Pick<Conversation, 'id'>) => ({
  door: 'directLine',
  channel: channelId,
  conversation: id,
});

/** What every activity towards the bot has: who says it is never taken from what was posted. */
interface Sent {
  conversation: Conversation;
  bot: ChannelAccount;
  id: string;
  now: Date;
}

const envelope = ({ conversation, bot, id, now }: Sent) => ({
  id,
  timestamp: now,
  channelId,
  serviceUrl,
  conversation: { id: conversation.id, name: '', isGroup: false, conversationType: 'personal' },
  from: personIn(conversation),
  recipient: bot,
});

/** A posted activity as the bot gets it. */
export const asSent = (posted: Posted, sent: Sent): Partial<Activity> => ({
  ...posted,
  ...envelope(sent),
  channelData: { ...posted.channelData, ...vouched(sent.conversation) },
});

/** What the bot gets when a conversation is opened: that it and the person are there. */
export const asJoined = (sent: Sent, locale: string | undefined): Partial<Activity> => ({
  ...envelope(sent),
  type: 'conversationUpdate',
  locale,
  membersAdded: [sent.bot, personIn(sent.conversation)],
  channelData: vouched(sent.conversation),
});
