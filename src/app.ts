import { createHmac, randomBytes } from 'node:crypto';
import { type BotAdapter, PrivateConversationState, type TurnContext } from 'botbuilder';
import { MainDialog } from '../dialogs/mainDialog.js';
import { createRequest } from '../dialogs/request.js';
import { show } from '../dialogs/show.js';
import { createAbilities } from './abilities/table.js';
import { createDirectory } from './access/caller.js';
import { createPermits } from './access/permit.js';
import { createRoad, type Road } from './answer.js';
import { createTrail } from './audit/trail.js';
import { TillkeeperBot, visitOf } from './bot.js';
import { createConnectorAdapter, mountConnector } from './channels/connector.js';
import { createConversationQueue } from './channels/conversationQueue.js';
import { createDirectLine } from './channels/directLine/directLine.js';
import type { Door } from './channels/identity.js';
import { mountWebChat } from './channels/webChat/routes.js';
import { TrailFault } from './errors.js';
import { type Log, told } from './log.js';
import { maskNotice, maskWelcome } from './masking/mask.js';
import type { Desk } from './offers/desk.js';
import { formOfStep } from './offers/formValues.js';
import { propose } from './offers/propose.js';
import { createBuiltIn } from './recognition/builtIn/recognise.js';
import { createOpenRouter } from './recognition/openRouter.js';
import { createRecognise } from './recognition/recognise.js';
import { createSeal } from './sealed.js';
import { createHttpServer } from './server.js';
import type { Settings } from './settings.js';
import { createBotState } from './store/botState.js';
import { createConfirmations } from './store/confirmations.js';
import { openSqlite } from './store/database.js';
import { createReferences } from './store/references.js';
import { keptSecret } from './store/secret.js';
import { createStripeAccount } from './stripe/account.js';

/** What the process gives the app from outside; tests give other ones. */
export interface AppNeeds {
  log: Log;
  clock?: () => Date;
}

/** The wired process. `close` lets running turns end first. */
export interface App {
  server: ReturnType<typeof createHttpServer>;
  listen: () => Promise<number>;
  /** Resolves when no turn is under way at any door. */
  idle: () => Promise<void>;
  close: () => Promise<void>;
}

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
  });
  const recognise = createRecognise({
    builtIn: createBuiltIn(),
    model: settings.model ? createOpenRouter(settings.model, abilities) : null,
    order: settings.recognition,
    onFault: (fault) => log.warn(told(fault), 'the model gave no plan, the built-in recogniser answered'),
  });
  const request = createRequest({
    road,
    recognise,
    seal,
    clock,
    chooseAccount: (context, account) => bot.chooseAccount(context, account),
  });
  const bot = new TillkeeperBot({
    dialog: new MainDialog({ road, desk, visitOf, request }),
    state: new PrivateConversationState(createBotState(database)),
    directory: createDirectory(settings.people, settings.tenants),
    references: createReferences(database),
    welcome: async (context) => {
      await show(context, maskWelcome({ examples: settings.page?.examples ?? examples }));
    },
    timeZone: settings.timeZone,
    clock,
    correlationId: () => randomBytes(3).toString('hex'),
  });
  return wireDoors(
    { settings, log, clock, random, secrets, bot, road, ready: () => database.writable() },
    () => {
      for (const { close } of stripe) close();
      database.close();
    },
  );
}

interface Doors {
  settings: Settings;
  log: Log;
  clock: () => Date;
  random: () => string;
  secrets: [string, ...string[]];
  bot: TillkeeperBot;
  road: Road;
  ready: () => Promise<boolean>;
}

function wireDoors({ settings, log, clock, random, secrets, bot, ready }: Doors, release: () => void): App {
  let stopping = false;
  const server = createHttpServer({ ready: async () => !stopping && (await ready()) });
  const queue = createConversationQueue((error) => log.error(told(error), 'a turn failed'));
  const directLine = createDirectLine({
    portals: settings.portals,
    secrets,
    clock,
    randomId: random,
    botName: 'Tillkeeper',
    log,
  });
  const connector = createConnectorAdapter(settings);
  for (const adapter of [directLine.adapter, connector]) answerFailures(adapter, log);
  directLine.mount(server, (context) => bot.runFrom({ kind: 'directLine' }, context));
  const door = connectorDoor(settings);
  mountConnector(server, {
    adapter: connector,
    checked: settings.bot !== null,
    queue,
    log,
    run: (context) => bot.runFrom(door, context),
  });
  const page = settings.page && {
    title: settings.page.title,
    people: [...settings.page.people],
    examples: [...settings.page.examples],
  };
  mountWebChat(server, { page });
  const idle = async () => {
    await Promise.all([queue.idle(), directLine.idle()]);
  };
  return {
    server,
    idle,
    listen: async () => {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(settings.port, settings.host, resolve);
      });
      return server.address().port;
    },
    close: async () => {
      stopping = true;
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      await idle();
      directLine.close();
      server.server.closeAllConnections();
      await closed;
      release();
    },
  };
}

function connectorDoor({ bot, loopback, portals }: Settings): Door {
  if (bot !== null) return { kind: 'connector' };
  const known = (portal: string, user: string) =>
    portals.find(({ id }) => id === portal)?.people?.includes(user) === true;
  return { kind: 'loopback', people: loopback, known };
}

/** What nobody settled on the way: one sentence with a reference, and one line in the log. */
function answerFailures(adapter: BotAdapter, log: Log): void {
  adapter.onTurnError = async (context: TurnContext, error: Error) => {
    const correlation = randomBytes(3).toString('hex');
    log.error({ ...told(error), correlation, channel: context.activity.channelId }, 'a turn failed');
    const why =
      error instanceof TrailFault
        ? 'I cannot keep my record at the moment, so I show and create nothing.'
        : 'Something went wrong on my side.';
    await show(context, maskNotice({ text: `${why} Try again in a minute. (reference ${correlation})` }));
  };
}
