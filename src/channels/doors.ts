import type { BotAdapter, TurnContext } from 'botbuilder';
import { TrailFault } from '../errors.js';
import { type Log, told } from '../log.js';
import type { Metrics } from '../metrics.js';
import { createHttpServer } from '../server.js';
import type { Settings } from '../settings.js';
import type { DirectLineLog } from '../store/directLineLog.js';
import type { DirectLineTalks } from '../store/directLineTalks.js';
import type { InboxLog } from '../store/inboxLog.js';
import { runConnectorTurn, tellFirstAnswer } from './acceptedTurn.js';
import { createConnectorAdapter, type Elsewhere, mountConnector } from './connector.js';
import { createDirectLine } from './directLine/directLine.js';
import type { Door } from './identity.js';
import { createInbox } from './inbox.js';
import { mountMetrics } from './metricsRoute.js';
import { createPrivately, createSpeakFirst, type Privately, type SpeakFirst } from './speakFirst.js';
import { mountTriggers, type TriggersRoute } from './triggers.js';
import { mountWebChat } from './webChat/routes.js';

export interface DoorNeeds {
  settings: Settings;
  /** Those who may bring people, as the settings are now. */
  portals: () => Settings['portals'];
  /** Entra tenants whose people may come in, as the settings are now. */
  tenants: () => Settings['tenants'];
  /** Programs that may ask, and who answers them. */
  triggers: Pick<TriggersRoute, 'triggers' | 'answer' | 'send'>;
  log: Log;
  clock: () => Date;
  /** 128 random bits as text. */
  random: () => string;
  /** Between 0 and 1, anew each time. */
  chance: () => number;
  secrets: readonly string[];
  /** Runs one turn that came in by a door. */
  run: (door: Door, context: TurnContext) => Promise<void>;
  /** Tells the person that a turn failed. */
  apologise: (context: TurnContext, error: Error) => Promise<void>;
  /** Says honestly that a turn was interrupted and is not run again. */
  interrupted: (context: TurnContext) => Promise<void>;
  inboxLog: InboxLog;
  directLineTalks: DirectLineTalks;
  directLineLog: DirectLineLog;
  ready: () => Promise<boolean>;
  metrics: Metrics;
  botFramework?: Elsewhere | undefined;
}

/** Everything people and programs come in by. */
export interface Doors {
  server: ReturnType<typeof createHttpServer>;
  /** Resolves when no turn is under way at any door. */
  idle: () => Promise<void>;
  speakFirst: SpeakFirst;
  privately: Privately;
  /** Takes up turns that a process that ended has left. */
  recover: () => Promise<void>;
  /** No longer ready; no connection stays open. */
  close: () => Promise<void>;
}

/** Opens the HTTP server with both doors to the bot and the page. Nothing listens yet. */
export function openDoors(needs: DoorNeeds): Doors {
  const { settings, log, run } = needs;
  let stopping = false;
  const server = createHttpServer({ ready: async () => !stopping && (await needs.ready()), log });
  const { portals, clock, random: randomId, secrets } = needs;
  const connector = createConnectorAdapter(settings, needs.botFramework, needs.chance);
  const door = connectorDoor(settings);
  const checked = settings.bot !== null;
  const appId = settings.bot?.appId ?? '';
  const inbox = createInbox({
    log: needs.inboxLog,
    clock,
    random: randomId,
    failed: (error) => log.error(told(error), 'a turn failed'),
    run: async (turn, answers) => {
      const waited = clock().getTime() - turn.receivedAt;
      const began = (by: Door) => async (context: TurnContext) => {
        tellFirstAnswer(context, answers);
        await run(by, context);
      };
      if (turn.door === 'directLine') await directLine.run({ turn, waited }, began({ kind: 'directLine' }));
      else await runConnectorTurn({ adapter: connector, appId }, { turn, waited }, began(door));
    },
    interrupted: async (turn) => {
      const late = { turn, waited: 0 };
      if (turn.door === 'directLine') await directLine.run(late, needs.interrupted);
      else await runConnectorTurn({ adapter: connector, appId }, late, needs.interrupted);
    },
  });
  const directLine = createDirectLine({
    portals,
    secrets,
    clock,
    randomId,
    botName: 'Tillkeeper',
    log,
    inbox,
    talks: needs.directLineTalks,
    activities: needs.directLineLog,
    pollEvery: settings.databaseUrl === null ? 1000 : 500,
  });
  for (const adapter of [directLine.adapter, connector]) onFailure(adapter, needs.apologise);
  directLine.mount(server);
  const { tenants } = needs;
  const runHere = async (context: TurnContext) => await run(door, context);
  const notKept = async (context: TurnContext, error: unknown) =>
    await needs.apologise(context, new TrailFault(error));
  mountConnector(server, { adapter: connector, checked, tenants, inbox, log, run: runHere, notKept });
  const triggers = mountTriggers(server, { ...needs.triggers, clock, log, nobodysSecret: randomId() });
  mountMetrics(server, { text: needs.metrics.text, token: settings.metricsToken });
  mountWebChat(server, { page: pageOf(settings) });
  const idle = async () => {
    await Promise.all([inbox.idle(), triggers.idle()]);
  };
  return {
    server,
    idle,
    speakFirst: createSpeakFirst({
      directLine: directLine.adapter,
      connector,
      appId,
    }),
    privately: createPrivately({ connector, appId }),
    recover: inbox.recover,
    close: async () => {
      stopping = true;
      inbox.stop();
      // Until then it says that it is not ready, and keeps what still comes in for who goes on.
      await idle();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      directLine.close();
      connector.close();
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
