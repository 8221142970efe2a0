import { createHmac, randomBytes } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { PrivateConversationState, type TurnContext } from 'botbuilder';
import { show } from '../dialogs/show.js';
import { createTakeBack } from '../dialogs/takeBack.js';
import { createTrail } from './audit/trail.js';
import { type Doors, openDoors } from './channels/doors.js';
import { createCore } from './core.js';
import { createCurrentCore } from './currentCore.js';
import { TrailFault } from './errors.js';
import { createLimits } from './limits.js';
import { type Log, told } from './log.js';
import { maskNotice } from './masking/mask.js';
import { createMetrics, type Metrics } from './metrics.js';
import { createSeal } from './sealed.js';
import type { Settings } from './settings.js';
import { createBotState } from './store/botState.js';
import { createBoundConversations } from './store/boundConversations.js';
import { createChannelAbilities } from './store/channelAbilities.js';
import { createConfirmations } from './store/confirmations.js';
import { openSqlite } from './store/database.js';
import { createExpiries } from './store/expiries.js';
import { createReferences } from './store/references.js';
import { keptSecret } from './store/secret.js';

/** What the process gives the app from outside; tests give other ones. */
export interface AppNeeds {
  log: Log;
  clock?: () => Date;
}

/** The wired process. `close` lets running turns end first. */
export interface App extends Doors {
  /** Does what is due: cards are taken back. A timer does the same every few seconds. */
  work: () => Promise<void>;
  /** Other settings from the next turn on: people, roles, accounts, policy, portals, limits. Turns under way end with the
   * old ones; port, folders, secrets and the bot's credentials stay as they were at the start. */
  reload: (settings: Settings) => Promise<void>;
  listen: () => Promise<number>;
}

/** How often what is due is looked for, in ms. */
const workEvery = 5000;

/** Wires everything from settings. Nothing listens yet. */
export function createApp(given: Settings, { log, clock = () => new Date() }: AppNeeds): App {
  let settings = given;
  let limits = createLimits(settings.limits);
  const random = () => randomBytes(16).toString('base64url');
  const database = openSqlite(settings.dataDir);
  const [first, ...others] = settings.secrets ?? [];
  const secrets: [string, ...string[]] = [
    first ?? keptSecret(settings.dataDir, () => randomBytes(32).toString('base64url')),
    ...others,
  ];
  const pseudonymOf = (key: string) =>
    `p-${createHmac('sha256', secrets[0]).update(`person:${key}`).digest('hex').slice(0, 12)}`;
  const seal = createSeal(secrets);
  const trail = createTrail(database);
  const expiries = createExpiries(database);
  const references = createReferences(database);
  const channels = createChannelAbilities(database);
  const metrics = createMetrics();
  const takeBack = createTakeBack({
    expiries,
    references,
    channels,
    speakFirst: (reference, logic) => doors.speakFirst(reference, logic),
    clock,
    onFault: (fault) => log.warn(told(fault), 'a card could not be taken back yet'),
  });
  const standing = {
    log,
    clock,
    random,
    correlationId: () => randomBytes(3).toString('hex'),
    state: new PrivateConversationState(createBotState(database)),
    seal,
    trail,
    pseudonymOf,
    confirmations: createConfirmations(database),
    expiries,
    references,
    bound: createBoundConversations(database, seal),
    channels,
    takeBack,
    metrics,
    privately: ((context, logic) => doors.privately(context, logic)) satisfies Doors['privately'],
  };
  const core = createCurrentCore(createCore(settings, { ...standing, limits }));
  const doors: Doors = openDoors({
    settings,
    portals: () => settings.portals,
    log,
    clock,
    random,
    secrets,
    run: async (door, context) => await timed(metrics, context, () => core.run(door, context)),
    apologise: async (context, error) => await apologise(context, error, log),
    ready: () => database.writable(),
    metrics,
  });
  const worker = setInterval(
    () => void takeBack.due().catch((fault) => log.warn(told(fault), 'cards wait to be taken back')),
    workEvery,
  );
  worker.unref();
  return {
    ...doors,
    work: takeBack.due,
    reload: async (next) => {
      if (!isDeepStrictEqual(next.limits, settings.limits)) limits = createLimits(next.limits);
      settings = { ...next, dataDir: settings.dataDir, secrets: settings.secrets, bot: settings.bot };
      core.replace(createCore(settings, { ...standing, limits }));
    },
    listen: async () => await listen(doors.server, settings),
    close: async () => {
      clearInterval(worker);
      await doors.close();
      core.close();
      database.close();
    },
  };
}

async function timed(metrics: Metrics, { activity }: TurnContext, turn: () => Promise<void>): Promise<void> {
  const began = performance.now();
  let outcome: 'answered' | 'failed' = 'failed';
  try {
    await turn();
    outcome = 'answered';
  } finally {
    metrics.turn(activity.channelId, outcome, performance.now() - began);
  }
}

async function listen(server: Doors['server'], { port, host }: Settings): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return server.address().port;
}

/** Dialogs wrap what was thrown in them. */
function causeOf(thrown: Error): Error {
  return 'error' in thrown && thrown.error instanceof Error ? causeOf(thrown.error) : thrown;
}

/** What nobody settled on the way: one sentence with a reference, and one line in the log. */
async function apologise(context: TurnContext, thrown: Error, log: Log): Promise<void> {
  const error = causeOf(thrown);
  const correlation = randomBytes(3).toString('hex');
  log.error({ ...told(error), correlation, channel: context.activity.channelId }, 'a turn failed');
  const why =
    error instanceof TrailFault
      ? 'I cannot keep my record at the moment, so I show and create nothing.'
      : 'Something went wrong on my side.';
  await show(context, maskNotice({ text: `${why} Try again in a minute. (reference ${correlation})` }));
}
