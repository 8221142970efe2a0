import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { listen } from '../../src/demo/stripe/listen.js';

/** What is answered instead of Stripe's own answer. `cut` ends the connection after half of the body. */
export interface Reply {
  status: number;
  body: string;
  headers?: Readonly<Record<string, string>>;
  cut?: boolean;
  /** For the next request with this method and path only; for the next of any kind when absent. */
  to?: { method: string; path: string };
}

/** A proxy before the stand-in Stripe, which says what a test wants it to say. */
export interface SpillingStripe {
  url: string;
  /** Where all else goes. */
  target: string;
  /** Answers the next request so. */
  next: (reply: Reply) => void;
  /** How many replies were queued and not asked for yet. */
  left: () => number;
  close: () => void;
}

/** Starts the proxy on a free port of 127.0.0.1. */
export async function startSpillingStripe(): Promise<SpillingStripe> {
  const queue: Reply[] = [];
  const proxy = { target: '' };
  const server = createServer((asked, response) => {
    const at = queue.findIndex(
      ({ to }) => !to || (to.method === asked.method && asked.url?.startsWith(to.path)),
    );
    const [reply] = at < 0 ? [] : queue.splice(at, 1);
    if (reply) answer(response, reply);
    else if (proxy.target === '') answer(response, { status: 401, body: '{"error": {}}' });
    else forward(asked, response, proxy.target);
  });
  const { host, port } = await listen(server);
  return Object.assign(proxy, {
    url: `http://${host}:${port}`,
    next: (reply: Reply) => void queue.push(reply),
    left: () => queue.length,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  });
}

function answer(response: ServerResponse, { status, body, headers, cut }: Reply): void {
  const length = String(Buffer.byteLength(body));
  // The SDK would try again after half a second; what it says is the same the first time.
  const usual = { 'Content-Type': 'application/json', 'stripe-should-retry': 'false' };
  response.writeHead(status, { ...usual, ...headers, 'Content-Length': length });
  if (cut) response.write(body.slice(0, body.length / 2), () => response.socket?.destroy());
  else response.end(body);
}

function forward(asked: IncomingMessage, response: ServerResponse, target: string): void {
  const { method, headers, url = '/' } = asked;
  const onward = request(new URL(url, target), { method, headers }, (found) => {
    response.writeHead(found.statusCode ?? 502, found.headers);
    found.pipe(response);
  });
  onward.on('error', () => response.destroy());
  asked.pipe(onward);
}
