import { readEnvelope, troubleOf } from '../n8n/envelope.js';
import type { GatewaySettings } from '../n8n/gateway.js';
import { gatewayToken } from '../n8n/token.js';

type Fetch = (address: string | URL | Request, init?: RequestInit) => Promise<Response>;

/** Where n8n is, what carries requests there, and random ids. */
interface GatewayNeeds {
  gateway: GatewaySettings;
  carrier: Fetch;
  random: () => string;
}

/** A `fetch` for the OpenAI SDK that takes a request to n8n, which has the key, and gives back OpenRouter's own answer.
 * Whatever n8n itself says no with comes as a status that the SDK knows; its words are left behind. */
export function throughN8n({ gateway, carrier, random }: GatewayNeeds): Fetch {
  const address = `${gateway.url}/tillkeeper-openrouter`;
  return async (_address, init = {}) => {
    const claims = { ability: 'model', account: '', roles: [], use: 'model' } as const;
    const token = await gatewayToken(gateway.secret, claims, random());
    const request: unknown = JSON.parse(String(init.body));
    const came = await carrier(address, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        accept: 'application/json',
        'content-type': 'application/json',
      },
      body: JSON.stringify({ v: 1, request }),
      ...(init.signal ? { signal: init.signal } : {}),
    });
    return await unpacked(came);
  };
}

/** As OpenRouter would say it: the key is not taken, there is no such model, a bad gateway. */
const notLetIn = 401;
const noWorkflow = 404;
const down = 502;
const refusedAsAsked = 403;

async function unpacked(came: Response): Promise<Response> {
  const text = await came.text();
  if (came.status === 404) return empty(noWorkflow);
  if (came.status !== 200) return empty(troubleOf(came.status) === 'down' ? down : notLetIn);
  const envelope = readEnvelope(parsed(text));
  // Without content type and form the SDK's reader finds nothing of OpenRouter's in it.
  if (envelope === null) return empty(200);
  if (envelope.kind === 'refused') return empty(envelope.why === 'bad_token' ? notLetIn : refusedAsAsked);
  const { status, headers, body } = envelope;
  return new Response(JSON.stringify(body), {
    status,
    headers: { ...headers, 'content-type': 'application/json' },
  });
}

function empty(status: number): Response {
  return new Response('', { status, headers: { 'x-should-retry': 'false' } });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
