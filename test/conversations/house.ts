import type { Roles } from '../../src/access/roles.js';
import { type App, type AppNeeds, createApp } from '../../src/app.js';
import { type StandInOpenRouter, startOpenRouter } from '../../src/demo/openRouter.js';
import { demoSettings } from '../../src/demo/settings.js';
import { demoStripeAccounts } from '../../src/demo/stripe/data.js';
import { type StandInStripe, startStripe } from '../../src/demo/stripe/server.js';
import { createLog } from '../../src/log.js';
import { readPlan } from '../../src/recognition/builtIn/recognise.js';
import type { Settings } from '../../src/settings.js';
import type { StandInGateway } from '../n8n/standInGateway.js';
import { behindN8n } from './behindN8n.js';

/** The whole bot over the stand-ins, as the demo runs it, with a clock that a test may move. */
export interface House {
  app: App;
  stripe: StandInStripe;
  openRouter: StandInOpenRouter;
  /** The n8n that has the keys; `null` where the bot has them. */
  n8n: StandInGateway | null;
  /** Address of the bot's HTTP server. */
  url: string;
  /** Milliseconds since 1970; raise it to let time go by. */
  time: { now: number };
  close(): Promise<void>;
}

export interface HouseOptions {
  /** Changes the demo's settings before the app is made. */
  settings?: (demo: Settings) => Settings;
  variables?: Readonly<Record<string, string>>;
  /** A PostgreSQL database to be kept in; without it, memory. */
  databaseUrl?: string | undefined;
  /** Gets every line of the log; without it nothing is logged. */
  log?: (line: string) => void;
  /** Where the clock stands, milliseconds since 1970; the real time when absent. */
  now?: number;
  /** Who has the keys; TEST_VIA of the environment when absent, else the bot. */
  via?: 'direct' | 'n8n';
  /** n8n's own table of who may do what; the bot's when absent. */
  n8nRoles?: Roles;
  /** A Bot Framework on loopback. */
  botFramework?: AppNeeds['botFramework'];
}

/** Opens a house of its own for a test file. */
export async function openHouse({
  settings = (demo) => demo,
  variables = {},
  databaseUrl,
  log,
  now = Date.now(),
  botFramework,
  via = process.env.TEST_VIA === 'n8n' ? 'n8n' : 'direct',
  n8nRoles,
}: HouseOptions = {}): Promise<House> {
  const time = { now };
  const clock = () => time.now;
  const stripe = await startStripe({ accounts: demoStripeAccounts(clock), clock });
  const openRouter = await startOpenRouter((sentence) => readPlan(sentence).plan);
  const env = {
    DATA_DIR: ':memory:',
    PORT: '0',
    TILLKEEPER_SECRET: 'a secret of these tests, long enough',
    ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
    ...variables,
  };
  const demo = demoSettings(env, { stripe: stripe.url, openRouter: openRouter.url });
  const unhurried = {
    ...demo,
    limits: {
      ...demo.limits,
      messagesPerMinute: 100_000,
      modelCallsPerMinute: 100_000,
      modelCallsPerTenantPerMinute: 100_000,
    },
  };
  const given = settings(unhurried);
  const { n8n, ...told } =
    via === 'n8n' ? await behindN8n(given, stripe, n8nRoles) : { n8n: null, settings: given };
  const app = createApp(told.settings, {
    log: createLog(log ? 'info' : 'silent', log),
    clock: () => new Date(clock()),
    ...(botFramework ? { botFramework } : {}),
  });
  const url = `http://127.0.0.1:${await app.listen()}`;
  return {
    app,
    stripe,
    openRouter,
    n8n,
    url,
    time,
    close: async () => {
      await app.close();
      await Promise.all([stripe.close(), openRouter.close(), n8n?.close()]);
    },
  };
}
