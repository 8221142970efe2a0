import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A call as the Connector saw it. */
export interface Seen {
  method: string;
  path: string;
  body: string;
  authorization: string | undefined;
  /** What was answered; 0 where the connection was cut. */
  status: number;
  at: number;
}

/** What the next call gets: a status, with `retry-after` in seconds, `hang` for no answer, `cut` for a broken line. */
export type Next = number | { status: number; retryAfter: string } | 'hang' | 'cut';

/** A Connector on loopback that answers each call as it is told. */
export async function openFlakyConnector(next: (path: string) => Next) {
  const seen: Seen[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const { method = '', url: path = '', headers } = request;
    const told = next(path);
    const status = typeof told === 'number' ? told : typeof told === 'object' ? told.status : 0;
    seen.push({ method, path, body, authorization: headers.authorization, status, at: performance.now() });
    if (told === 'hang') return;
    if (told === 'cut') return void request.socket.destroy();
    response.statusCode = status;
    if (typeof told === 'object') response.setHeader('Retry-After', told.retryAfter);
    response.end(JSON.stringify(status < 300 ? { id: `sent-${seen.length}` } : { error: { code: 'x' } }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port }: AddressInfo = Object(server.address());
  return {
    seen,
    url: `http://127.0.0.1:${port}/channel`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
