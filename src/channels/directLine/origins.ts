import type { Request } from 'restify';
import type { Portal } from './portals.js';

const hostOf = (origin: string) => (URL.canParse(origin) ? new URL(origin).host : null);

/** Whether a request comes from a page of our own address, or from no page at all. */
export const isOwnPage = (origin: string | undefined, host: string | undefined): boolean =>
  origin === undefined || (host !== undefined && hostOf(origin) === host);

/** The headers that let a page of another origin read the answer; null when its origin is no portal's. */
export const corsHeaders = (
  portals: readonly Portal[],
  { origin, host }: { origin?: string | undefined; host?: string | undefined },
): Record<string, string> | null => {
  if (origin === undefined || isOwnPage(origin, host)) return { Vary: 'Origin' };
  if (!portals.some(({ origins }) => origins.includes(origin))) return null;
  return {
    Vary: 'Origin',
    'Access-Control-Allow-Origin': origin,
    'Access-Control-Allow-Methods': 'GET, POST',
    'Access-Control-Allow-Headers': 'authorization,content-type,x-ms-bot-agent,x-requested-with',
    'Access-Control-Expose-Headers': 'retry-after',
    'Access-Control-Max-Age': '600',
  };
};

/**
 * The WebSocket address of ours as the caller sees it. Behind a proxy that ends TLS the request itself is
 * plain, so the proxy's header or the calling page's own address tells.
 */
export const streamOrigin = (request: Request): string => {
  const { host = 'localhost', origin, referer } = request.headers;
  const secure =
    request.isSecure() ||
    request.headers['x-forwarded-proto']?.toString().split(',')[0]?.trim() === 'https' ||
    [origin, referer].some((page) => page === `https://${host}` || page?.startsWith(`https://${host}/`));
  return `${secure ? 'wss' : 'ws'}://${host}`;
};
