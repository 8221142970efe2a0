import type { TurnContext } from 'botbuilder';
import type { Server } from 'restify';
import { told } from '../../log.js';
import { createConversationQueue } from '../conversationQueue.js';
import { botAccount } from './activities.js';
import { DirectLineAdapter } from './adapter.js';
import { type ConversationLimits, conversationLimits, createConversations } from './conversations.js';
import type { Portal } from './portals.js';
import { mountRoutes } from './routes.js';
import { createStreams } from './stream.js';
import { createTokens } from './tokens.js';

/** What the embedded Direct Line is made of. */
export interface DirectLineNeeds {
  /** Asked at each request, so that a portal that is taken away brings nobody any more. */
  portals: () => readonly Portal[];
  /** The first signs tokens, all verify; 32 random bytes or more each. */
  secrets: readonly string[];
  clock: () => Date;
  /** 128 random bits or more: it names conversations. */
  randomId: () => string;
  /** The bot's name as people see it. */
  botName: string;
  log: { error(fields: object, message: string): void };
  limits?: ConversationLimits;
  /** Milliseconds between two pings of a stream; 30 seconds by default. */
  pingEvery?: number;
}

/** Direct Line 3.0 in our own process. */
export interface DirectLine {
  /** Set `onTurnError` and middleware here; sends proactively through `continueConversationAsync`. */
  adapter: DirectLineAdapter;
  /** Adds routes and stream to a server; `run` is the bot's turn. */
  mount(server: Server, run: (context: TurnContext) => Promise<void>): void;
  /** Resolves when no turn is under way. */
  idle(): Promise<void>;
  /** Closes the streams; turns still under way end unseen. */
  close(): void;
}

/** Makes the embedded Direct Line: conversations live in memory, tokens are signed and carry the person. */
export const createDirectLine = (needs: DirectLineNeeds): DirectLine => {
  const { portals, clock, randomId, log } = needs;
  const tokens = createTokens(needs.secrets, clock);
  const conversations = createConversations(clock, needs.limits ?? conversationLimits);
  const adapter = new DirectLineAdapter(conversations, randomId);
  const bot = botAccount(needs.botName);
  const streams = createStreams({ tokens, conversations, pingEvery: needs.pingEvery ?? 30_000 });
  const queue = createConversationQueue((error, conversation) =>
    log.error({ conversation, ...told(error) }, 'direct line turn failed'),
  );
  return {
    adapter,
    mount(server, run) {
      mountRoutes(server, { portals, tokens, conversations, queue, adapter, bot, clock, randomId, run });
      streams.attach(server.server);
    },
    idle: queue.idle,
    close: streams.close,
  };
};
