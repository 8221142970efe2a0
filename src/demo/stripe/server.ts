import { createServer } from 'node:http';
import { openAccount, type StandInAccount } from './account.js';
import type { World } from './exchange.js';
import { createFaults, type Fault } from './faults.js';
import { listen } from './listen.js';
import { type Random, seededRandom } from './random.js';
import { createRateLimit } from './rateLimit.js';
import type { LoggedRequest } from './requestLog.js';
import { routeTable } from './routes.js';
import { serve } from './serve.js';
import type { AccountData } from './store.js';

/** What the stand-in starts with. */
export interface StandInOptions {
  accounts: readonly StandInAccount[];
  /** Milliseconds since 1970. */
  clock: () => number;
  /** Ids and codes are drawn from it; without it they are the same in every run. */
  random?: Random;
  /** How long search hides what was made since the start; 0 when absent. */
  searchLagSeconds?: number;
  /** Per account and second of the clock; no limit when absent. */
  requestsPerSecond?: number;
  /** The permission that `GET /v1/account` takes; every key may when absent. */
  accountPermission?: string;
}

/** A running stand-in. */
export interface StandInStripe {
  url: string;
  host: string;
  port: number;
  requests: readonly LoggedRequest[];
  queueFault(fault: Fault): void;
  /** The account's own data, to look at or to change; undefined for an account it does not have. */
  data(account: string, mode?: 'test' | 'live'): AccountData | undefined;
  /** Ends every connection, hanging ones too. */
  close(): Promise<void>;
}

/** Starts a stateful Stripe on a free port of 127.0.0.1. What it does and does not do: docs/standInStripe.md. */
export async function startStripe(options: StandInOptions): Promise<StandInStripe> {
  const world = worldOf(options);
  const faults = createFaults();
  const requests: LoggedRequest[] = [];
  const server = createServer((request, response) => {
    void serve({ world, faults, requests, request, response });
  });
  const { host, port } = await listen(server);
  return {
    url: `http://${host}:${port}`,
    host,
    port,
    requests,
    queueFault: faults.queue,
    data: (account, mode = 'test') =>
      world.accounts.find((one) => one.id === account && one.mode === mode)?.data,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function worldOf(options: StandInOptions): World {
  const { accounts, clock, random = seededRandom(1), searchLagSeconds = 0, requestsPerSecond } = options;
  return {
    accounts: accounts.map(openAccount),
    routes: routeTable(options.accountPermission),
    random,
    now: () => Math.floor(clock() / 1000),
    searchLagSeconds,
    limitRate: createRateLimit(requestsPerSecond ?? Infinity),
  };
}
