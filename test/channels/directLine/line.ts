import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { TurnContext } from 'botbuilder';
import { createServer, plugins, type Server } from 'restify';
import { WebSocket } from 'ws';
import { createDirectLine, type DirectLineNeeds } from '../../../src/channels/directLine/directLine.js';
import type { Frame, WireActivity } from '../../../src/channels/directLine/frame.js';
import { createInbox } from '../../../src/channels/inbox.js';
import { told } from '../../../src/log.js';
import { createSeal } from '../../../src/sealed.js';
import { type Database, openSqlite } from '../../../src/store/database.js';
import { createDirectLineLog } from '../../../src/store/directLineLog.js';
import { createDirectLineTalks } from '../../../src/store/directLineTalks.js';
import { createInboxLog } from '../../../src/store/inboxLog.js';

/** An answer of the line under test. */
export interface Answer {
  status: number;
  headers: Headers;
  body: Record<string, unknown> & { error?: { code: string; message: string } };
}

/** How a call differs from a plain one. */
export interface Call {
  token?: string;
  body?: unknown;
  raw?: string;
  headers?: Record<string, string>;
  method?: string;
}

export const portals = [
  { id: 'demo', secret: null, origins: [], people: ['analyst', 'admin'] },
  { id: 'intranet', secret: 'portal-secret', origins: ['https://intranet.example'], people: null },
];

const secret = 'first secret of thirty-two bytes!';
const seal = createSeal([secret]);

/** What may be other than usual. With a `database` that others have too it is a replica of theirs, and leaves it open. */
type LineOptions = Partial<Omit<DirectLineNeeds, 'portals'>> & {
  portals?: ReturnType<DirectLineNeeds['portals']>;
  database?: Database;
  port?: number;
};

/** A Direct Line on loopback with a real restify server around a given bot. */
export const startLine = async (
  run: (context: TurnContext) => Promise<void>,
  { portals: brought = portals, database: shared, port: wanted = 0, ...needs }: LineOptions = {},
  dress: (server: Server) => void = () => {},
) => {
  const failures: object[] = [];
  const time = { now: Date.UTC(2026, 2, 10, 12) };
  const database = shared ?? openSqlite(':memory:');
  const clock = () => new Date(time.now);
  const inbox = createInbox({
    log: createInboxLog(database, seal),
    clock,
    random: () => randomUUID(),
    run: async (turn) => await line.run({ turn, waited: 0 }, run),
    interrupted: async () => {},
    failed: (error) => failures.push(told(error)),
  });
  const server = createServer();
  server.use(plugins.queryParser());
  const parsing = { mapParams: false, maxBodySize: 262_144 };
  server.use(plugins.jsonBodyParser(parsing));
  const talks = createDirectLineTalks(database, seal);
  const line = createDirectLine({
    portals: () => brought,
    secrets: [secret],
    clock,
    randomId: () => randomUUID(),
    botName: 'Tillkeeper',
    log: { error: (fields) => failures.push(fields) },
    talks,
    activities: createDirectLineLog(database, seal),
    inbox,
    ...needs,
  });
  line.mount(server);
  dress(server);
  server.listen(wanted, '127.0.0.1');
  await once(server, 'listening');
  const { port }: AddressInfo = server.address();
  const address = `http://127.0.0.1:${port}`;

  const call = async (path: string, { token, body, raw, headers, method }: Call = {}): Promise<Answer> => {
    const content = raw ?? (body === undefined ? undefined : JSON.stringify(body));
    const response = await fetch(`${address}/v3/directline${path}`, {
      method: method ?? (content === undefined ? 'GET' : 'POST'),
      headers: {
        'content-type': 'application/json',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...headers,
      },
      ...(content === undefined ? {} : { body: content }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : {} };
  };

  return {
    address,
    adapter: line.adapter,
    inbox,
    failures,
    time,
    call,
    /** Lets the time of every conversation go by. */
    lapse: async () => await talks.prune(time.now + 2 * 60 * 60_000 + 1),
    async close() {
      await inbox.idle();
      line.close();
      server.close();
      await once(server, 'close');
      if (!shared) await database.close();
    },
  };
};

export type Line = Awaited<ReturnType<typeof startLine>>;

/** A token for a person of the open portal. */
export const tokenFor = async ({ call }: Line, id = 'analyst') => {
  const { body } = await call('/tokens/generate', { body: { user: { id, name: `The ${id}` } } });
  return { token: String(body.token), id: String(body.conversationId) };
};

/** An open conversation of a person, with its token and calls. */
export const openTalk = async (line: Line, person = 'analyst') => {
  const { token, id } = await tokenFor(line, person);
  const { body } = await line.call('/conversations', { token, body: { locale: 'de-DE' } });
  const activities = `/conversations/${id}/activities`;
  return {
    token,
    id,
    streamUrl: String(body.streamUrl),
    post: (activity: object) => line.call(activities, { token, body: activity }),
    poll: async (watermark = ''): Promise<Frame> => {
      const answer = await line.call(`${activities}?watermark=${watermark}`, { token });
      return { activities: [], watermark: '', ...answer.body };
    },
  };
};

/** A page's WebSocket: everything it was told, and a way to wait for what it will be. */
export const listen = async (url: string) => {
  const socket = new WebSocket(url);
  const told: WireActivity[] = [];
  let watermark = '';
  socket.on('message', (data) => {
    const frame: Frame = JSON.parse(String(data));
    told.push(...frame.activities);
    watermark = frame.watermark;
  });
  await once(socket, 'open');
  const until = async (enough: (told: WireActivity[]) => boolean) => {
    while (!enough(told)) await once(socket, 'message');
    return told;
  };
  return { socket, told, until, watermark: () => watermark };
};

/** The texts of activities, in order. */
export const texts = (activities: readonly WireActivity[]) =>
  activities.filter(({ type }) => type === 'message').map(({ text }) => text);

/** Waits until something holds, by asking again and again. */
export const eventually = async (holds: () => Promise<boolean> | boolean) => {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 5));
};
