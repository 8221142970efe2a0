import { type App, createApp } from '../../src/app.js';
import { type StandInOpenRouter, startOpenRouter } from '../../src/demo/openRouter.js';
import { demoSettings } from '../../src/demo/settings.js';
import { demoStripeAccounts } from '../../src/demo/stripe/data.js';
import { type StandInStripe, startStripe } from '../../src/demo/stripe/server.js';
import { createLog } from '../../src/log.js';
import { readPlan } from '../../src/recognition/builtIn/recognise.js';
import type { Settings } from '../../src/settings.js';

/** The whole bot over the stand-ins, as the demo runs it, with a clock that a test may move. */
export interface House {
  app: App;
  stripe: StandInStripe;
  openRouter: StandInOpenRouter;
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
  /** Gets every line of the log; without it nothing is logged. */
  log?: (line: string) => void;
  /** Where the clock stands, milliseconds since 1970; the real time when absent. */
  now?: number;
}

/** Opens a house of its own for a test file. */
export async function openHouse({
  settings = (demo) => demo,
  variables = {},
  log,
  now = Date.now(),
}: HouseOptions = {}): Promise<House> {
  const time = { now };
  const clock = () => time.now;
  const stripe = await startStripe({ accounts: demoStripeAccounts(clock), clock });
  const openRouter = await startOpenRouter((sentence) => readPlan(sentence).plan);
  const env = {
    DATA_DIR: ':memory:',
    PORT: '0',
    TILLKEEPER_SECRET: 'a secret of these tests, long enough',
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
  const app = createApp(settings(unhurried), {
    log: createLog(log ? 'info' : 'silent', log),
    clock: () => new Date(clock()),
  });
  const url = `http://127.0.0.1:${await app.listen()}`;
  return {
    app,
    stripe,
    openRouter,
    url,
    time,
    close: async () => {
      await app.close();
      await Promise.all([stripe.close(), openRouter.close()]);
    },
  };
}
