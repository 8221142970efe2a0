import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';

/** A request as it came over the wire, its query and its form body read. */
export interface Heard {
  method: string;
  path: string;
  query: Record<string, string>;
  form: Record<string, string>;
  headers: IncomingHttpHeaders;
}

/** What is answered; `hang` answers never. */
export type Said = { status: number; body: string } | 'hang';

/** A bare server in Stripe's place: hears everything, says what it is told to. */
export interface Wire {
  url: URL;
  heard: Heard[];
  /** Connections that are open now. */
  connections: () => Promise<number>;
  close: () => Promise<void>;
}

export const emptyList: Said = said({ object: 'list', data: [], has_more: false });

/** A success with this body. */
export function said(body: unknown, status = 200): Said {
  return { status, body: JSON.stringify(body) };
}

/** Opens one on a free port of 127.0.0.1. */
export async function openWire(answer: (heard: Heard) => Said = () => emptyList): Promise<Wire> {
  const heard: Heard[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://wire');
    const one: Heard = {
      method: request.method ?? '',
      path: pathname,
      query: Object.fromEntries(searchParams),
      form: Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString())),
      headers: request.headers,
    };
    heard.push(one);
    const answered = answer(one);
    if (answered === 'hang') return;
    response.writeHead(answered.status, { 'Content-Type': 'application/json', 'Request-Id': 'req_wire' });
    response.end(answered.body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    url: new URL(`http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`),
    heard,
    connections: () =>
      new Promise((resolve, reject) =>
        server.getConnections((error, count) => (error ? reject(error) : resolve(count))),
      ),
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
