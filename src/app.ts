import { createHmac, randomBytes } from 'node:crypto';
import { PrivateConversationState, type TurnContext } from 'botbuilder';
import { createForget } from '../dialogs/forget.js';
import { MainDialog } from '../dialogs/mainDialog.js';
import { createMemory, type Kept } from '../dialogs/memory.js';
import { createTurnReader } from '../dialogs/readTurn.js';
import { show } from '../dialogs/show.js';
import { channelOf, createTakeBack } from '../dialogs/takeBack.js';
import { createWatch } from '../dialogs/watch.js';
import { createAbilities } from './abilities/table.js';
import { createDirectory } from './access/caller.js';
import { createPermits } from './access/permit.js';
import { createRoad } from './answer.js';
import { createTrail } from './audit/trail.js';
import { TillkeeperBot, visitOf } from './bot.js';
import { type Doors, openDoors } from './channels/doors.js';
import { TrailFault } from './errors.js';
import { createLimits } from './limits.js';
import { type Log, told } from './log.js';
import { maskNotice, maskWelcome } from './masking/mask.js';
import { createMetrics, type Metrics } from './metrics.js';
import type { Desk } from './offers/desk.js';
import { formOfStep } from './offers/formValues.js';
import { propose } from './offers/propose.js';
import { createBuiltIn } from './recognition/builtIn/recognise.js';
import { createOpenRouter } from './recognition/openRouter.js';
import { createRecognise } from './recognition/recognise.js';
import { createSeal } from './sealed.js';
import type { Settings } from './settings.js';
import { createBotState } from './store/botState.js';
import { createChannelAbilities } from './store/channelAbilities.js';
import { createConfirmations } from './store/confirmations.js';
import { openSqlite } from './store/database.js';
import { createExpiries } from './store/expiries.js';
import { createReferences } from './store/references.js';
import { keptSecret } from './store/secret.js';
import { createStripeAccount } from './stripe/account.js';

/** What the process gives the app from outside; tests give other ones. */
export interface AppNeeds {
  log: Log;
  clock?: () => Date;
}

/** The wired process. `close` lets running turns end first. */
export interface App extends Doors {
  /** Does what is due: cards are taken back. A timer does the same every few seconds. */
  work: () => Promise<void>;
  listen: () => Promise<number>;
}

/** How often what is due is looked for, in ms. */
const workEvery = 5000;

const tooMany =
  'Those were too many messages for one minute, so I did not read this one. Wait a minute, then go on.';

const examples = [
  'show me the last 10 charges and create a 15% off coupon for first-time customers, expiring in 30 days',
  'list coupons',
  'what is our balance?',
  'what may I do?',
];

/** Wires everything from settings. Nothing listens yet. */
export function createApp(settings: Settings, { log, clock = () => new Date() }: AppNeeds): App {
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
  const stripe = settings.accounts.map(createStripeAccount);
  const accounts = new Map(stripe.map(({ account }) => [account.place.id, account]));
  const desk: Desk = {
    confirmations: createConfirmations(database),
    seal,
    trail,
    policy: settings.coupons,
    clock,
    nonce: random,
    lapseAfterMinutes: settings.lapseAfterMinutes,
    pseudonymOf,
  };
  const places = [...accounts.values()].map(({ place }) => place);
  const abilities = createAbilities({
    seal,
    trail,
    roles: settings.roles,
    places,
    policy: settings.coupons,
    propose: async (step, ask, leave) => await propose(desk, { values: formOfStep(step) }, ask, leave),
  });
  const permits = createPermits(settings.roles);
  const road = createRoad({
    abilities,
    accounts,
    roles: settings.roles,
    permits,
    trail,
    pseudonymOf,
    detail: settings.detail,
    clock,
    random,
    takeBackAfterMinutes: settings.takeBackAfterMinutes,
  });
  const builtIn = createBuiltIn();
  const recognise = createRecognise({
    builtIn,
    model: settings.model ? createOpenRouter(settings.model, abilities) : null,
    order: settings.recognition,
    onFault: (fault) => log.warn(told(fault), 'the model gave no plan, the built-in recogniser answered'),
  });
  const state = new PrivateConversationState(createBotState(database));
  const kept = state.createProperty<Kept | null>('last');
  const memory = createMemory({ kept, seal, clock, minutes: settings.takeBackAfterMinutes });
  const metrics = createMetrics();
  const limits = createLimits(settings.limits);
  const expiries = createExpiries(database);
  const references = createReferences(database);
  const channels = createChannelAbilities(database);
  const minutes = settings.takeBackAfterMinutes;
  const takeBack = createTakeBack({
    expiries,
    references,
    channels,
    speakFirst: (reference, logic) => doors.speakFirst(reference, logic),
    clock,
    onFault: (fault) => log.warn(told(fault), 'a card could not be taken back yet'),
  });
  const request = createTurnReader({
    road,
    recognise,
    builtIn,
    elsewhere: async (context) => {
      try {
        await bot.runPrivately(context, doors.privately);
        return true;
      } catch (fault) {
        log.warn(told(fault), 'a personal chat could not be opened');
        return false;
      }
    },
    memory,
    seal,
    clock,
    limits,
    recognised: metrics.recognised,
    expiries,
    takeBack,
    forget: createForget({ expiries, references, confirmations: desk.confirmations, clock, takeBack }),
    chooseAccount: (context, account) => bot.chooseAccount(context, account),
  });
  const bot = new TillkeeperBot({
    dialog: new MainDialog({
      road,
      desk,
      visitOf,
      request,
      memory,
      watch: createWatch({ expiries, seal, clock, minutes }),
    }),
    state,
    directory: createDirectory(settings.people, settings.tenants),
    references,
    takesBack: (activity) => channels.takesBack(channelOf(activity)),
    admit: async (context, visit) => {
      if (await limits.message(visit.caller.key)) return true;
      await road.record(visit, { event: 'asked', ability: 'none', outcome: 'too_many' });
      await show(context, maskNotice({ text: tooMany }));
      return false;
    },
    welcome: async (context) => {
      await show(context, maskWelcome({ examples: settings.page?.examples ?? examples }));
    },
    timeZone: settings.timeZone,
    clock,
    correlationId: () => randomBytes(3).toString('hex'),
  });
  const doors = openDoors({
    settings,
    log,
    clock,
    random,
    secrets,
    run: async (door, context) => await timed(metrics, context, () => bot.runFrom(door, context)),
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
    listen: async () => await listen(doors.server, settings),
    close: async () => {
      clearInterval(worker);
      await doors.close();
      for (const { close } of stripe) close();
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
