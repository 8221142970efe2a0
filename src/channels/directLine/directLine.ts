import type { TurnContext } from 'botbuilder';
import type { Server } from 'restify';
import type { DirectLineLog } from '../../store/directLineLog.js';
import type { DirectLineTalks } from '../../store/directLineTalks.js';
import type { AcceptedTurn } from '../../store/inboxLog.js';
import type { Inbox } from '../inbox.js';
import { setWaited } from '../waited.js';
import { botAccount } from './activities.js';
import { DirectLineAdapter } from './adapter.js';
import { createConversations } from './conversations.js';
import type { Portal } from './portals.js';
import { mountRoutes } from './routes.js';
import { createStreams } from './stream.js';
import { createTokens } from './tokens.js';
import { createTranscripts } from './transcript.js';

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
  talks: DirectLineTalks;
  activities: DirectLineLog;
  /** Runs accepted activities of the door `directLine` by `run`. */
  inbox: Pick<Inbox, 'accept' | 'waiting'>;
  /** Milliseconds between two pings of a stream; 30 seconds by default. */
  pingEvery?: number;
  /** How often open streams ask what other processes told, in ms; a second by default. */
  pollEvery?: number;
}

interface KeptTurn {
  turn: Pick<AcceptedTurn, 'activity'>;
  waited: number;
}

/** Direct Line 3.0 in our own process. */
export interface DirectLine {
  /** Set `onTurnError` and middleware here; sends proactively through `continueConversationAsync`. */
  adapter: DirectLineAdapter;
  /** Adds routes and stream to a server. */
  mount(server: Server): void;
  /** Runs a turn that lay in the inbox, `waited` ms; `logic` is the bot's. */
  run(kept: KeptTurn, logic: (context: TurnContext) => Promise<void>): Promise<void>;
  /** Closes the streams; turns still under way end unseen. */
  close(): void;
}

/** Makes the embedded Direct Line: conversations are kept in the database, tokens are signed and carry the person. */
export const createDirectLine = (needs: DirectLineNeeds): DirectLine => {
  const { portals, clock, randomId, inbox, talks, log } = needs;
  const tokens = createTokens(needs.secrets, clock);
  const transcripts = createTranscripts({ log: needs.activities, clock, pollEvery: needs.pollEvery ?? 1000 });
  const conversations = createConversations({ talks, transcripts, clock });
  const adapter = new DirectLineAdapter({ conversations, transcripts, randomId });
  const bot = botAccount(needs.botName);
  const streams = createStreams({ tokens, conversations, pingEvery: needs.pingEvery ?? 30_000 });
  return {
    adapter,
    mount(server) {
      const desk = { portals, tokens, conversations, inbox, bot, clock, randomId, log };
      mountRoutes(server, { ...desk, notKept: async (activity, why) => await adapter.fail(activity, why) });
      streams.attach(server.server);
    },
    run: async ({ turn, waited }, logic) =>
      await adapter.run(turn.activity, async (context) => {
        setWaited(context, waited);
        await logic(context);
      }),
    close() {
      transcripts.close();
      streams.close();
    },
  };
};
