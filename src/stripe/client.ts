import { Agent } from 'node:http';
import { Agent as SecureAgent } from 'node:https';
import Stripe from 'stripe';
import type { AccountSettings } from '../settings.js';

/** Longest wait for one try, in ms. With one retry a hanging Stripe costs twice this; the turn's own deadline is shorter. */
const tryTimeout = 4000;

/** The SDK for one key of one account, with the key frozen in: no telemetry, no user agent of the machine, short timeouts. */
export function createClient(key: string, account: AccountSettings): { sdk: Stripe; close: () => void } {
  const plain = account.base?.protocol === 'http:';
  const agent = plain ? new Agent({ keepAlive: true }) : new SecureAgent({ keepAlive: true });
  const sdk = new Stripe(key, {
    httpClient: Stripe.createNodeHttpClient(agent),
    timeout: tryTimeout,
    maxNetworkRetries: 1,
    telemetry: false,
    ...(account.stripeAccount ? { stripeAccount: account.stripeAccount } : {}),
    ...address(account.base),
  });
  return { sdk, close: () => agent.destroy() };
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
