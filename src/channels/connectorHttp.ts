import { Agent, type IncomingMessage, request as plainRequest } from 'node:http';
import { Agent as SecureAgent, request as secureRequest } from 'node:https';

/** One call to a channel's Connector. */
export interface ConnectorCall {
  method: 'POST' | 'PUT' | 'DELETE';
  url: URL;
  /** The bearer token; empty where the bot has no app id. */
  token: string;
  body?: object;
}

/** What it answered. */
export interface ConnectorAnswer {
  status: number;
  /** What the answer asks to wait, in ms. */
  retryAfter: number | undefined;
  body: string;
}

/** `unsent`: the call never arrived. `unknown`: no answer came, or none that could be read, so nobody knows whether
 * it was done. */
export type Asked = ConnectorAnswer | 'unsent' | 'unknown';

export type AskConnector = (call: ConnectorCall) => Promise<Asked>;

/** Longest wait for one answer, in ms. */
export const longestAnswer = 3000;
/** Ids are short; a longer answer is none of a Connector's. */
const largestAnswer = 64 * 1024;

/** Calls over connections that are kept; redirects are not followed. */
export function createAskConnector(timeout = longestAnswer): { ask: AskConnector; close: () => void } {
  const plain = new Agent({ keepAlive: true });
  const secure = new SecureAgent({ keepAlive: true });
  const send = (call: ConnectorCall, done: (response: IncomingMessage) => void) => {
    const text = call.body === undefined ? '' : JSON.stringify(call.body);
    const headers = {
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(text),
      accept: 'application/json',
      ...(call.token ? { authorization: `Bearer ${call.token}` } : {}),
    };
    const options = { method: call.method, headers };
    const request =
      call.url.protocol === 'https:'
        ? secureRequest(call.url, { ...options, agent: secure }, done)
        : plainRequest(call.url, { ...options, agent: plain }, done);
    request.end(text);
    return request;
  };
  const ask: AskConnector = async (call) =>
    await new Promise((resolve) => {
      const request = send(call, (response) => {
        read(response).then(resolve, () => resolve('unknown'));
      });
      const timer = setTimeout(() => request.destroy(new Error('late')), timeout);
      request.on('error', (error) =>
        resolve(neverArrived(error, request.reusedSocket) ? 'unsent' : 'unknown'),
      );
      request.on('close', () => clearTimeout(timer));
    });
  return {
    ask,
    close: () => {
      plain.destroy();
      secure.destroy();
    },
  };
}

const unreached: ReadonlySet<unknown> = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH']);

/** A kept connection that the other side had already closed took nothing either (Node's page on `reusedSocket`). */
function neverArrived(error: Error, reused: boolean): boolean {
  const code = 'code' in error ? error.code : undefined;
  return unreached.has(code) || (reused && code === 'ECONNRESET');
}

async function read(response: IncomingMessage): Promise<ConnectorAnswer> {
  let body = '';
  for await (const chunk of response) {
    body += String(chunk);
    if (body.length > largestAnswer) response.destroy();
  }
  const status = response.statusCode ?? 0;
  return { status, retryAfter: waitOf(response.headers['retry-after']), body };
}

/** Seconds; a date is not worth reading for the seconds that a turn has. */
function waitOf(header: string | undefined): number | undefined {
  return header !== undefined && /^\d{1,6}$/.test(header.trim()) ? Number(header) * 1000 : undefined;
}
