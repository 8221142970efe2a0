import { AsyncLocalStorage } from 'node:async_hooks';
import type Stripe from 'stripe';
import { z } from 'zod';
import type { Permit } from '../access/permit.js';
import { type StripeCode, StripeFault } from '../errors.js';
import { type Envelope, readEnvelope, troubleOf } from '../n8n/envelope.js';
import type { GatewaySettings } from '../n8n/gateway.js';
import { type Claims, gatewayToken } from '../n8n/token.js';

type Plain = NonNullable<Stripe.StripeConfig['httpClient']>;
type Answer = Awaited<ReturnType<Plain['makeRequest']>>;

/** Which account goes through n8n, and what carries the requests there. */
export interface GatewayNeeds {
  gateway: GatewaySettings;
  account: { id: string; mode: 'test' | 'live' };
  /** The SDK's own client. */
  carrier: Plain;
  /** A random id. */
  random: () => string;
}

/** Whose request is on its way, and whether a try of it was lost, so that it may have had its effect. */
interface Way {
  by: Permit | 'check';
  lost: boolean;
}

/** Takes requests of Stripe's SDK to the account's workflow in n8n, which has the key, and gives the SDK Stripe's own
 * answers. `asking` says on whose permit, or that only the account itself is checked; without it nothing is asked. */
export function createThroughN8n(needs: GatewayNeeds): {
  httpClient: Plain;
  asking: <T>(by: Way['by'], ask: () => Promise<T>) => Promise<T>;
} {
  const ways = new AsyncLocalStorage<Way>();
  return {
    asking: async (by, ask) => await ways.run({ by, lost: false }, ask),
    httpClient: {
      getClientName: () => 'n8n',
      makeRequest: async (_host, _port, path, method, headers, body, _protocol, timeout) => {
        const way = ways.getStore();
        if (way === undefined) return refusal('gateway_refused');
        const sent = {
          v: 1,
          account: needs.account.id,
          mode: needs.account.mode,
          method,
          path,
          body: body ?? '',
          idempotencyKey: headerOf(headers, 'Idempotency-Key'),
          stripeVersion: headerOf(headers, 'Stripe-Version'),
        };
        return await taken(await carried(needs, way, { sent, timeout }), way);
      },
    },
  };
}

/** Both sides must agree who may: n8n is told the permission and the roles it is held by. */
function claimsOf({ by }: Way, account: string, method: string): Claims {
  if (by === 'check') return { ability: 'check', account, roles: [], use: 'check' };
  return { ability: by.permission, account, roles: by.roles, use: method === 'GET' ? 'read' : 'write' };
}

interface Carried {
  sent: { method: string; [more: string]: unknown };
  timeout: number;
}

/** What n8n answered: an envelope, or the code for what is the matter with it. */
async function carried(
  { gateway, account, carrier, random }: GatewayNeeds,
  way: Way,
  { sent, timeout }: Carried,
): Promise<Envelope | StripeCode> {
  const { hostname, port, pathname, protocol } = new URL(`${gateway.url}/tillkeeper-stripe-${account.id}`);
  const token = await gatewayToken(gateway.secret, claimsOf(way, account.id, sent.method), random());
  const text = JSON.stringify(sent);
  const headers = {
    Authorization: `Bearer ${token}`,
    Accept: 'application/json',
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(text),
  };
  const secure = protocol === 'https:';
  try {
    const host = hostname.replace(/^\[|\]$/g, '');
    const answer = await carrier.makeRequest(
      host,
      port || (secure ? '443' : '80'),
      pathname,
      'POST',
      headers,
      text,
      secure ? 'https' : 'http',
      timeout,
    );
    return await read(answer);
  } catch {
    return 'gateway_down';
  }
}

/** @throws where the connection broke off within the answer */
async function read(answer: Answer): Promise<Envelope | StripeCode> {
  const status = answer.getStatusCode();
  // What is read of n8n's own pages and traces frees the connection, and goes no further.
  const json: Promise<unknown> = answer.toJSON();
  if (status !== 200) {
    await json.catch(() => {});
    return troubleOf(status) === 'down' ? 'gateway_down' : 'gateway_setup';
  }
  return readEnvelope(await json.catch(nothingIfNoJson)) ?? 'gateway_unreadable';
}

/** The SDK's client tells a body that is no JSON by the parser's error; one that broke off by another. */
function nothingIfNoJson(error: unknown): null {
  if (error instanceof SyntaxError) return null;
  throw error;
}

const setUpWrong: ReadonlySet<string> = new Set(['wrong_account', 'bad_token']);
const asObject = z.record(z.string(), z.unknown());

/** What the SDK is given: Stripe's answer, a refusal that it does not repeat, or a throw, which it does.
 * After a lost try no later one proves that nothing was done. */
async function taken(came: Envelope | StripeCode, way: Way): Promise<Answer> {
  if (came === 'gateway_down') way.lost = true;
  if (typeof came === 'object' && came.kind === 'answer') {
    const body = asObject.safeParse(came.body).data;
    return body ? answerOf(came.status, came.headers, body) : refusal('gateway_unreadable');
  }
  if (way.lost) throw new StripeFault('gateway_down');
  return refusal(typeof came === 'string' ? came : codeOf(came.why));
}

function codeOf(why: string): StripeCode {
  if (why === 'role') return 'gateway_role';
  if (why === 'wrong_mode') return 'wrong_mode';
  return setUpWrong.has(why) ? 'gateway_setup' : 'gateway_refused';
}

/** What the SDK does not ask again, and `faults.ts` knows by its code. */
function refusal(code: StripeCode): Answer {
  const error = { type: 'invalid_request_error', code };
  return answerOf(403, { 'stripe-should-retry': 'false' }, { error });
}

function answerOf(statusCode: number, headers: Record<string, string>, body: object): Answer {
  const raw = { statusCode, headers };
  return {
    getStatusCode: () => statusCode,
    getHeaders: () => headers,
    getRawResponse: () => raw,
    toStream: () => null,
    // The SDK writes into what it is given.
    toJSON: async () => structuredClone(body),
  };
}

function headerOf(headers: object, name: string): string {
  const found = Object.entries(headers).find(([each]) => each.toLowerCase() === name.toLowerCase());
  return typeof found?.[1] === 'string' ? found[1] : '';
}
