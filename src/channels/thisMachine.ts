import type { IncomingHttpHeaders } from 'node:http';

/** What a request tells of where it comes from. */
interface Origin {
  socket: { remoteAddress?: string | undefined };
  headers: IncomingHttpHeaders;
}

/** Headers by which a proxy says for whom it calls: whoever it is, it is not this machine that asks. */
const proxied = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip'];

/**
 * Whether a request comes from a program on this machine: from a loopback address, to a loopback name (a page whose
 * name was bent to this address names another), through no proxy, and from no page of another origin.
 */
export function isFromThisMachine({ socket, headers }: Origin): boolean {
  const { remoteAddress = '' } = socket;
  const { host = '', origin } = headers;
  return (
    /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/.test(remoteAddress) &&
    isLoopbackName(host.replace(/:\d+$/, '').toLowerCase()) &&
    (origin === undefined || isLoopbackUrl(origin)) &&
    proxied.every((name) => headers[name] === undefined)
  );
}

/** Whether a URL leads to this machine over HTTP. */
export function isLoopbackUrl(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return /^https?:$/.test(protocol) && isLoopbackName(hostname);
}

function isLoopbackName(name: string): boolean {
  return /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(name);
}
