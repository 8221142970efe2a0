import { once } from 'node:events';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Activity, TurnContext } from 'botbuilder';
import { createConnectorAdapter, mountConnector } from '../../src/channels/connector.js';
import { type ConversationQueue, createConversationQueue } from '../../src/channels/conversationQueue.js';
import { createLog } from '../../src/log.js';
import { createHttpServer } from '../../src/server.js';
import type { Settings } from '../../src/settings.js';

export interface Answer {
  status: number;
  text: string;
}

/** `POST /api/messages` on loopback, with the real server and adapter around a given turn. */
export interface ConnectorDoor {
  /** Activities of turns that ran, in order. */
  turns: Activity[];
  /** Lines of the log. */
  logged: string[];
  queue: ConversationQueue;
  post(body: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  close(): Promise<void>;
}

interface Options {
  bot?: Settings['bot'];
  authority?: Readonly<Record<string, string | boolean>>;
  /** What a turn does; nothing when absent. */
  run?: (context: TurnContext) => Promise<void>;
}

/** Opens the door; without `bot` it is the unchecked one of a machine of its own. */
export async function openConnectorDoor({
  bot = null,
  authority = {},
  run = async () => {},
}: Options): Promise<ConnectorDoor> {
  const turns: Activity[] = [];
  const logged: string[] = [];
  const log = createLog('info', (line) => logged.push(line));
  const server = createHttpServer({ ready: async () => true, log });
  const queue = createConversationQueue(() => logged.push('a turn failed in the queue'));
  mountConnector(server, {
    adapter: createConnectorAdapter({ bot }, authority),
    checked: bot !== null,
    queue,
    log,
    run: async (context) => {
      turns.push(context.activity);
      await run(context);
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port }: AddressInfo = server.address();
  return {
    turns,
    logged,
    queue,
    post: async (body, headers = {}) => await post(port, body, headers),
    close: async () => {
      await queue.idle();
      server.server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** By hand, for fetch does not let a caller name another host. */
function post(port: number, body: unknown, headers: Readonly<Record<string, string>>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request(
      {
        host: '127.0.0.1',
        port,
        method: 'POST',
        path: '/api/messages',
        headers: { 'content-type': 'application/json', ...headers },
      },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, text: Buffer.concat(parts).toString() }),
        );
      },
    );
    asked.on('error', reject);
    asked.end(JSON.stringify(body));
  });
}

/** What the SDK writes to the console meanwhile. */
export async function consoleLines(use: () => Promise<void>): Promise<string[]> {
  const { error, warn, log } = console;
  const lines: string[] = [];
  const take = (...parts: unknown[]) => void lines.push(parts.map(String).join(' '));
  Object.assign(console, { error: take, warn: take, log: take });
  try {
    await use();
  } finally {
    Object.assign(console, { error, warn, log });
  }
  return lines;
}
