import type { Client, Middleware } from '@microsoft/microsoft-graph-client';
import { DirectoryFault } from '../errors.js';
import { graphFault } from './graphFault.js';
import type { TokenOf } from './tokens.js';

/** A call to Graph about one tenant; gives the parsed answer. @throws DirectoryFault */
export type CallGraph = (call: {
  tenant: string;
  method: 'GET' | 'POST';
  /** Below the version; made of our own words and of ids that were looked at. */
  path: string;
  body?: object;
  signal: AbortSignal;
}) => Promise<unknown>;

interface Needs {
  /** Graph's address; its origin is the only one that a token is sent to. */
  base: string;
  tokenOf: TokenOf;
}

/** Longest that Graph may have us wait for the second try, in seconds. */
const longestPause = 1;

/** Speaks to Graph through Microsoft's SDK: one retry where Graph asks for it, no redirect, the token to Graph alone. */
export function createCallGraph({ base, tokenOf }: Needs): CallGraph {
  let client: Promise<Client> | undefined;
  return async ({ tenant, method, path, body, signal }) => {
    const token = await tokenOf(tenant);
    client ??= clientOf(base);
    const request = (await client)
      .api(path)
      .options({ signal, redirect: 'error' })
      .header('Authorization', `Bearer ${token}`);
    try {
      return method === 'GET' ? await request.get() : await request.post(body);
    } catch (error) {
      throw graphFault(error, signal);
    }
  };
}

/** The SDK's own chain follows redirects, tells Microsoft about our machine, and waits as long as it is told to. */
async function clientOf(base: string): Promise<Client> {
  const { Client, HTTPMessageHandler, RetryHandler, RetryHandlerOptions } = await import(
    '@microsoft/microsoft-graph-client'
  );
  const once = new RetryHandlerOptions(0, 1, (_, __, ___, ____, response) => isSoon(response));
  const wire = new HTTPMessageHandler();
  const middleware = [new RetryHandler(once), guardOf(base, wire), wire];
  return Client.initWithMiddleware({ baseUrl: `${new URL(base).origin}/`, middleware });
}

function isSoon({ headers }: Response): boolean {
  const after = headers.get('retry-after');
  return after === null || (/^\d{1,4}$/.test(after) && Number(after) <= longestPause);
}

/** The last before the wire: whatever a path did to the address, nothing leaves for another place. */
function guardOf(base: string, wire: Middleware): Middleware {
  const { origin } = new URL(base);
  return {
    setNext: () => {},
    execute: async (context) => {
      const address = typeof context.request === 'string' ? context.request : context.request.url;
      if (new URL(address).origin !== origin) throw new DirectoryFault('unreachable');
      await wire.execute(context);
    },
  };
}
