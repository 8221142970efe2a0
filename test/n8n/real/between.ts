import { once } from 'node:events';
import { createServer } from 'node:http';
import { performance } from 'node:perf_hooks';

/** One request of the bot's to n8n, and what n8n answered. */
export interface Passed {
  path: string;
  body: string;
  status: number;
  answer: string;
  milliseconds: number;
}

/** A listener on the line between the bot and n8n. */
export interface Between {
  url: string;
  passed: Passed[];
  /** Lets the next request that holds this text through, and loses its answer. */
  lose: (text: string) => void;
  close: () => Promise<void>;
}

/** Opens one in front of an address that may not listen yet. */
export async function openBetween(target: string): Promise<Between> {
  const passed: Passed[] = [];
  const losing: string[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const body = Buffer.concat(chunks).toString();
    const { authorization = '' } = request.headers;
    const from = performance.now();
    const answer = await fetch(`${target}${request.url}`, {
      method: request.method ?? 'POST',
      headers: { 'content-type': 'application/json', ...(authorization ? { authorization } : {}) },
      body,
    }).catch(() => null);
    const text = (await answer?.text()) ?? '';
    const milliseconds = performance.now() - from;
    passed.push({ path: request.url ?? '', body, status: answer?.status ?? 0, answer: text, milliseconds });
    const at = losing.findIndex((each) => body.includes(each));
    if (at >= 0 || answer === null) {
      losing.splice(at, at >= 0 ? 1 : 0);
      request.socket.destroy();
      return;
    }
    response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'text/plain' });
    response.end(text);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`,
    passed,
    lose: (text) => void losing.push(text),
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
