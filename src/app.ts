import { createHmac, randomBytes } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { PrivateConversationState, type TurnContext } from 'botbuilder';
import { show } from '../dialogs/show.js';
import { createTakeBack } from '../dialogs/takeBack.js';
import { createHousekeeping } from './audit/housekeeping.js';
import { openTrail } from './audit/openTrail.js';
import type { Elsewhere } from './channels/connector.js';
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
import { createApprovalCards } from './store/approvalCards.js';
import { createBotState } from './store/botState.js';
import { createBoundConversations } from './store/boundConversations.js';
import { createChannelAbilities } from './store/channelAbilities.js';
import { createConfirmations } from './store/confirmations.js';
import { openDatabase } from './store/database.js';
import { createDeliveries } from './store/deliveries.js';
import { createDirectLineLog } from './store/directLineLog.js';
import { createDirectLineTalks } from './store/directLineTalks.js';
import { createExpiries } from './store/expiries.js';
import { createInboxLog } from './store/inboxLog.js';
import { createLapses } from './store/lapses.js';
import { createReferences } from './store/references.js';
import { keptSecret } from './store/secret.js';

/** What the process gives the app from outside; tests give other ones. */
export interface AppNeeds {
  log: Log;
  clock?: () => Date;
  /** Microsoft’s public one when absent. */
  botFramework?: Elsewhere;
}

/** The wired process. `close` lets running turns end first. */
export interface App extends Doors {
  /** Does what is due: cards are taken back, rows past their time deleted. A timer does the same every few seconds. */
  work: () => Promise<void>;
  /** Other settings from the next turn on: people, roles, accounts, policy, portals, limits. Turns under way end with the
   * old ones; port, folders, secrets and the bot's credentials stay as they were at the start. */
  reload: (settings: Settings) => Promise<void>;
  listen: () => Promise<number>;
}

/** How often what is due is looked for, in ms. */
const workEvery = 5000;

const wasInterrupted =
  'I was interrupted while I answered you, and cannot tell how far I came. Ask again: no coupon is made twice by that.';

/** Wires everything from settings. Nothing listens yet. */
export function createApp(given: Settings, { log, clock = () => new Date(), botFramework }: AppNeeds): App {
  let settings = given;
  let limits = createLimits(settings.limits);
  const random = () => randomBytes(16).toString('base64url');
  const database = openDatabase(settings);
  const [first, ...others] = settings.secrets ?? [];
  const secrets: [string, ...string[]] = [
    first ?? keptSecret(settings.dataDir, () => randomBytes(32).toString('base64url')),
    ...others,
  ];
  const pseudonymOf = (key: string) =>
    `p-${createHmac('sha256', secrets[0]).update(`person:${key}`).digest('hex').slice(0, 12)}`;
  const seal = createSeal(secrets);
  const onFault = (fault: unknown) => log.warn(told(fault), 'the trail could not be signed or pruned yet');
  const kept = openTrail({
    ...settings,
    settings: settings.trail,
    database,
    secrets,
    seal,
    clock,
    random,
    onFault,
  });
  const { trail } = kept;
  const keeping = createHousekeeping({ ...kept, clock, onFault, keepDays: () => settings.trail.keepDays });
  const expiries = createExpiries(database);
  const references = createReferences(database, seal);
  const channels = createChannelAbilities(database, clock);
  const state = createBotState(database, clock);
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
    state: new PrivateConversationState(state),
    seal,
    trail,
    pseudonymOf,
    confirmations: createConfirmations(database, seal),
    expiries,
    references,
    bound: createBoundConversations(database, seal),
    channels,
    takeBack,
    metrics,
    speakFirst: ((reference, logic) => doors.speakFirst(reference, logic)) satisfies Doors['speakFirst'],
    approvalCards: createApprovalCards(database),
    deliveries: createDeliveries(database, seal),
    privately: ((context, logic) => doors.privately(context, logic)) satisfies Doors['privately'],
  };
  const core = createCurrentCore(createCore(settings, { ...standing, limits }));
  const inboxLog = createInboxLog(database, seal);
  const directLineTalks = createDirectLineTalks(database, seal);
  const directLineLog = createDirectLineLog(database, seal);
  const doors: Doors = openDoors({
    settings,
    portals: () => settings.portals,
    tenants: () => settings.tenants,
    triggers: {
      triggers: () => settings.triggers,
      answer: async (...asked) => await core.use(async ({ triggers }) => await triggers.answer(...asked)),
      send: async (owed) => await core.use(async ({ triggers }) => await triggers.cards.due(owed)),
    },
    log,
    clock,
    random,
    chance: Math.random,
    secrets,
    run: async (door, context) => await timed(metrics, context, () => core.run(door, context)),
    apologise: async (context, error) => await apologise(context, error, log),
    interrupted: async (context) => {
      await show(context, maskNotice({ text: wasInterrupted }));
    },
    inboxLog,
    directLineTalks,
    directLineLog,
    ready: () => database.writable(),
    metrics,
    botFramework,
  });
  const stores = [
    ...[state, channels, references, standing.confirmations, inboxLog],
    ...[directLineTalks, directLineLog, standing.deliveries, { prune: expiries.forget }],
  ];
  const lapses = createLapses(stores, clock);
  const work = async () => {
    const due = [doors.recover, keeping.work, takeBack.due, core.work, lapses];
    for (const part of due)
      await part().catch((fault: unknown) => log.warn(told(fault), 'something that is due has to wait'));
  };
  const worker = setInterval(() => void work(), workEvery);
  worker.unref();
  return {
    ...doors,
    work,
    reload: async (next) => {
      await keeping.reloaded();
      if (!isDeepStrictEqual(next.limits, settings.limits)) limits = createLimits(next.limits);
      settings = {
        ...next,
        dataDir: settings.dataDir,
        databaseUrl: settings.databaseUrl,
        secrets: settings.secrets,
        bot: settings.bot,
      };
      core.replace(createCore(settings, { ...standing, limits }));
    },
    listen: async () => {
      await database.ready;
      const port = await listen(doors.server, settings);
      doors
        .recover()
        .catch((fault: unknown) => log.warn(told(fault), 'what waits is taken up a little later'));
      return port;
    },
    close: async () => {
      clearInterval(worker);
      await doors.close();
      core.close();
      await keeping.close();
      await database.close();
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
