import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';

const mostBytes = 1_000_000;

/** A request as it came in. `parameters` is the query of a GET, the body of a POST, unread. */
export interface Ask {
  method: string;
  /** Without the query. */
  path: string;
  parameters: string;
  headers: IncomingHttpHeaders;
  requestId: string;
  /** The body was over a megabyte and was thrown away. */
  tooLong: boolean;
}

/** Reads the whole request. Rejects when the client goes away before its end. */
export async function readAsk(request: IncomingMessage, requestId: string): Promise<Ask> {
  const { method = 'GET', url = '/', headers } = request;
  const [path = '/', query = ''] = url.split('?');
  const body = await readBody(request);
  const parameters = method === 'POST' ? (body ?? '') : query;
  return { method, path, parameters, headers, requestId, tooLong: body === undefined };
}

async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    const part = Buffer.from(chunk);
    bytes += part.length;
    if (bytes <= mostBytes) chunks.push(part);
  }
  return bytes > mostBytes ? undefined : Buffer.concat(chunks).toString();
}

/** One value of a header, whatever Node made of it. */
export function header({ headers }: Ask, name: string): string | undefined {
  const value = headers[name];
  return Array.isArray(value) ? value[0] : value;
}
