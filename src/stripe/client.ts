import { Agent } from 'node:http';
import { Agent as SecureAgent } from 'node:https';
import Stripe from 'stripe';
import type { Permit } from '../access/permit.js';
import { noKey } from '../n8n/gateway.js';
import type { AccountSettings } from '../settings.js';
import { createThroughN8n } from './throughN8n.js';

/** The version whose objects `leaves/` reads. The SDK's type knows its own only, so raising one asks for the other. */
const apiVersion = '2026-10-28.endive';

/** Longest wait for one try, in ms. With one retry a hanging Stripe costs twice this; the turn's own deadline is shorter. */
export const longestTry = 4000;

/** A way to one account, with its key frozen in. */
export interface Client {
  /** Asks by the SDK on somebody's permit, or to check the account itself. */
  asking: <T>(by: Permit | 'check', ask: (sdk: Stripe) => Promise<T>) => Promise<T>;
  close: () => void;
}

interface Making {
  /** For one try, in ms. */
  timeout?: number;
  /** Ids of tokens to n8n. */
  random?: (() => string) | undefined;
}

/** The SDK for one key of one account, or for n8n where that has the key: no telemetry, no user agent of the machine,
 * short timeouts. */
export function createClient(
  key: string,
  account: AccountSettings,
  { timeout = longestTry, random = () => '' }: Making = {},
): Client {
  const { gateway } = account;
  const plain = gateway ? gateway.url.startsWith('http:') : account.base?.protocol === 'http:';
  const agent = plain ? new Agent({ keepAlive: true }) : new SecureAgent({ keepAlive: true });
  const carrier = Stripe.createNodeHttpClient(agent);
  const common = { apiVersion, timeout, maxNetworkRetries: 1, telemetry: false } as const;
  const close = () => agent.destroy();
  if (gateway) {
    const way = createThroughN8n({ gateway, account, carrier, random });
    const sdk = new Stripe(noKey, { ...common, httpClient: way.httpClient });
    return { asking: async (by, ask) => await way.asking(by, async () => await ask(sdk)), close };
  }
  const sdk = new Stripe(key, {
    ...common,
    httpClient: carrier,
    ...(account.stripeAccount ? { stripeAccount: account.stripeAccount } : {}),
    ...address(account.base),
  });
  return { asking: async (_by, ask) => await ask(sdk), close };
}

function address(base: URL | null): Partial<Stripe.StripeConfig> {
  if (base === null) return {};
  const plain = base.protocol === 'http:';
  return {
    host: base.hostname,
    port: base.port || (plain ? '80' : '443'),
    protocol: plain ? 'http' : 'https',
  };
}
