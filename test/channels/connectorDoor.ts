import { once } from 'node:events';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Activity, TurnContext } from 'botbuilder';
import { runConnectorTurn } from '../../src/channels/acceptedTurn.js';
import { createConnectorAdapter, mountConnector } from '../../src/channels/connector.js';
import { createInbox, type Inbox } from '../../src/channels/inbox.js';
import { createLog, told } from '../../src/log.js';
import { createSeal } from '../../src/sealed.js';
import { createHttpServer } from '../../src/server.js';
import type { Settings } from '../../src/settings.js';
import { openSqlite } from '../../src/store/database.js';
import { createInboxLog } from '../../src/store/inboxLog.js';

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
  /** Where it listens, as `host:port`. */
  address: string;
  inbox: Inbox;
  /** Waits for the turns too. */
  post(body: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  /** Waits for the HTTP answer alone. */
  send(body: unknown): Promise<Answer>;
  close(): Promise<void>;
}

interface Options {
  bot?: Settings['bot'];
  authority?: Readonly<Record<string, string | boolean>>;
  /** Where answers may go; the product's own rule when absent. */
  mayReach?: (serviceUrl: string) => boolean;
  /** Entra tenants whose people may come in. */
  tenants?: readonly string[];
  /** What a turn does; nothing when absent. */
  run?: (context: TurnContext) => Promise<void>;
}

/** Opens the door; without `bot` it is the unchecked one of a machine of its own. */
export async function openConnectorDoor({
  bot = null,
  authority = {},
  mayReach,
  tenants = [],
  run = async () => {},
}: Options): Promise<ConnectorDoor> {
  const turns: Activity[] = [];
  const logged: string[] = [];
  const log = createLog('info', (line) => logged.push(line));
  const server = createHttpServer({ ready: async () => true, log });
  const adapter = createConnectorAdapter({ bot }, mayReach ? { authority, mayReach } : { authority });
  const ran = async (context: TurnContext) => {
    turns.push(context.activity);
    await run(context);
  };
  let ids = 0;
  const inbox = createInbox({
    log: createInboxLog(openSqlite(':memory:'), createSeal(['a secret of these tests, long enough'])),
    clock: () => new Date(),
    random: () => `random-${++ids}`,
    failed: (error) => log.error(told(error), 'a turn failed'),
    run: async (turn) =>
      await runConnectorTurn({ adapter, appId: bot?.appId ?? '' }, { turn, waited: 0 }, ran),
    interrupted: async () => {},
  });
  mountConnector(server, {
    adapter,
    checked: bot !== null,
    tenants: () => tenants,
    inbox,
    log,
    run: ran,
    notKept: async (context) => void (await context.sendActivity('not kept')),
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port }: AddressInfo = server.address();
  return {
    turns,
    logged,
    address: `127.0.0.1:${port}`,
    inbox,
    post: async (body, headers = {}) => {
      const answer = await post(port, body, headers);
      await inbox.idle();
      return answer;
    },
    send: async (body) => await post(port, body, {}),
    close: async () => {
      await inbox.idle();
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
