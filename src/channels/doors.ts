import type { BotAdapter, TurnContext } from 'botbuilder';
import { type Log, told } from '../log.js';
import type { Metrics } from '../metrics.js';
import { createHttpServer } from '../server.js';
import type { Settings } from '../settings.js';
import { createConnectorAdapter, mountConnector } from './connector.js';
import { createConversationQueue } from './conversationQueue.js';
import { createDirectLine } from './directLine/directLine.js';
import type { Door } from './identity.js';
import { mountMetrics } from './metricsRoute.js';
import { createPrivately, createSpeakFirst, type Privately, type SpeakFirst } from './speakFirst.js';
import { mountWebChat } from './webChat/routes.js';

export interface DoorNeeds {
  settings: Settings;
  /** Those who may bring people, as the settings are now. */
  portals: () => Settings['portals'];
  log: Log;
  clock: () => Date;
  /** 128 random bits as text. */
  random: () => string;
  secrets: readonly string[];
  /** Runs one turn that came in by a door. */
  run: (door: Door, context: TurnContext) => Promise<void>;
  /** Tells the person that a turn failed. */
  apologise: (context: TurnContext, error: Error) => Promise<void>;
  ready: () => Promise<boolean>;
  metrics: Metrics;
}

/** Everything people and programs come in by. */
export interface Doors {
  server: ReturnType<typeof createHttpServer>;
  /** Resolves when no turn is under way at any door. */
  idle: () => Promise<void>;
  speakFirst: SpeakFirst;
  privately: Privately;
  /** No longer ready; no connection stays open. */
  close: () => Promise<void>;
}

/** Opens the HTTP server with both doors to the bot and the page. Nothing listens yet. */
export function openDoors(needs: DoorNeeds): Doors {
  const { settings, log, run } = needs;
  let stopping = false;
  const server = createHttpServer({ ready: async () => !stopping && (await needs.ready()), log });
  const queue = createConversationQueue((error) => log.error(told(error), 'a turn failed'));
  const { portals, clock, random: randomId, secrets } = needs;
  const directLine = createDirectLine({ portals, secrets, clock, randomId, botName: 'Tillkeeper', log });
  const connector = createConnectorAdapter(settings);
  for (const adapter of [directLine.adapter, connector]) onFailure(adapter, needs.apologise);
  directLine.mount(server, (context) => run({ kind: 'directLine' }, context));
  const door = connectorDoor(settings);
  const checked = settings.bot !== null;
  mountConnector(server, { adapter: connector, checked, queue, log, run: (context) => run(door, context) });
  mountMetrics(server, { text: needs.metrics.text, token: settings.metricsToken });
  mountWebChat(server, { page: pageOf(settings) });
  const idle = async () => {
    await Promise.all([queue.idle(), directLine.idle()]);
  };
  return {
    server,
    idle,
    speakFirst: createSpeakFirst({
      directLine: directLine.adapter,
      connector,
      appId: settings.bot?.appId ?? '',
    }),
    privately: createPrivately({ connector, appId: settings.bot?.appId ?? '' }),
    close: async () => {
      stopping = true;
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      await idle();
      directLine.close();
      server.server.closeAllConnections();
      await closed;
    },
  };
}

function onFailure(adapter: BotAdapter, apologise: DoorNeeds['apologise']): void {
  adapter.onTurnError = apologise;
}

function connectorDoor({ bot, loopback, portals }: Settings): Door {
  if (bot !== null) return { kind: 'connector' };
  const known = (portal: string, user: string) =>
    portals.find(({ id }) => id === portal)?.people?.includes(user) === true;
  return { kind: 'loopback', people: loopback, known };
}

function pageOf({ page }: Settings) {
  return page && { title: page.title, people: [...page.people], examples: [...page.examples] };
}
