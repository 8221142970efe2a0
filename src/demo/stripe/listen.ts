import { once } from 'node:events';
import type { Server } from 'node:http';

/** Binds to a free port of the loopback address. Rejects when the system gives none. */
export async function listen(server: Server): Promise<{ host: string; port: number }> {
  const host = '127.0.0.1';
  server.listen(0, host);
  await once(server, 'listening');
  const address = server.address();
  return { host, port: typeof address === 'object' && address !== null ? address.port : 0 };
}
