import { Agent } from 'node:http';
import { Agent as SecureAgent } from 'node:https';
import Stripe from 'stripe';
import type { AccountSettings } from '../settings.js';

/** The version whose objects `leaves/` reads. The SDK's type knows its own only, so raising one asks for the other. */
const apiVersion = '2026-10-28.endive';

/** Longest wait for one try, in ms. With one retry a hanging Stripe costs twice this; the turn's own deadline is shorter. */
export const longestTry = 4000;

/** The SDK for one key of one account, with the key frozen in: no telemetry, no user agent of the machine, short timeouts. */
export function createClient(
  key: string,
  account: AccountSettings,
  timeout = longestTry,
): { sdk: Stripe; close: () => void } {
  const plain = account.base?.protocol === 'http:';
  const agent = plain ? new Agent({ keepAlive: true }) : new SecureAgent({ keepAlive: true });
  const sdk = new Stripe(key, {
    apiVersion,
    httpClient: Stripe.createNodeHttpClient(agent),
    timeout,
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
