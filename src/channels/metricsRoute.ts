import { createHash, timingSafeEqual } from 'node:crypto';
import type { Request, Response, Server } from 'restify';
import { isFromThisMachine } from './thisMachine.js';

export interface MetricsRoute {
  text: () => Promise<string>;
  /** `null`: only callers on this machine are answered. */
  token: string | null;
}

/** `GET /metrics`, in Prometheus' own format. */
export function mountMetrics(server: Server, { text, token }: MetricsRoute): void {
  server.get('/metrics', async (request: Request, response: Response) => {
    if (!mayRead(request, token)) {
      const message = token
        ? 'This address takes METRICS_TOKEN as a bearer token.'
        : 'Without METRICS_TOKEN, numbers go to callers on this machine only.';
      response.send(token ? 401 : 403, { error: { code: 'Refused', message } });
      return;
    }
    response.sendRaw(200, await text(), { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8' });
  });
}

function mayRead(request: Request, token: string | null): boolean {
  if (token === null) return isFromThisMachine(request);
  const given = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
  return timingSafeEqual(digest(given), digest(token));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
