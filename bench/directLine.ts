import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { WebSocket } from 'ws';
import { z } from 'zod';
import { createDirectLine, type DirectLine } from '../src/channels/directLine/directLine.js';
import { createInbox, type Inbox } from '../src/channels/inbox.js';
import { createSeal } from '../src/sealed.js';
import { createHttpServer } from '../src/server.js';
import { type Database, openSqlite } from '../src/store/database.js';
import { createDirectLineLog, type DirectLineLog, type LoggedActivity } from '../src/store/directLineLog.js';
import {
  createDirectLineTalks,
  type DirectLineTalk,
  type DirectLineTalks,
} from '../src/store/directLineTalks.js';
import { createInboxLog } from '../src/store/inboxLog.js';

/** How long a page waits until its stream has what it posted, and then the answer: with everything on disk, sealed, and
 * with everything in memory. Both alternate in one run; only the ratio says anything. */
const rounds = 15;
const messages = 20;
const secret = 'a secret of this measurement, long enough';
const seal = createSeal([secret]);
const clock = () => new Date();

interface Kept {
  talks: DirectLineTalks;
  activities: DirectLineLog;
  inbox: (run: (activity: unknown) => Promise<void>) => Pick<Inbox, 'accept' | 'waiting' | 'idle'>;
}

const onDisk = (database: Database): Kept => ({
  talks: createDirectLineTalks(database, seal),
  activities: createDirectLineLog(database, seal),
  inbox: (run) =>
    createInbox({
      log: createInboxLog(database, seal),
      clock,
      random: randomUUID,
      run: async ({ activity }) => await run(activity),
      interrupted: async () => {},
      failed: console.error,
    }),
});

/** No more than what this measurement asks for. */
function inMemory(): Kept {
  const talks = new Map<string, DirectLineTalk>();
  const logs = new Map<string, LoggedActivity[]>();
  let last: Promise<void> = Promise.resolve();
  return {
    talks: {
      open: async (talk, openedAt) => Boolean(talks.set(talk.id, { ...talk, openedAt })),
      find: async (id) => talks.get(id) ?? null,
      prune: async () => {},
    },
    activities: {
      say: async ({ conversation, id, body, now: at }) => {
        const log = logs.get(conversation) ?? [];
        logs.set(conversation, log);
        const place = log.length + 1;
        log.push({ id, at, place, body: { ...body } });
        return { place, at };
      },
      drop: async () => null,
      has: async (conversation, id) => logs.get(conversation)?.some((each) => each.id === id) ?? false,
      after: async (conversation, place) => {
        const log = logs.get(conversation) ?? [];
        return { activities: log.slice(place), place: log.length };
      },
      largest: async () => new Map(),
      prune: async () => {},
    },
    inbox: (run) => ({
      accept: async ({ activity }) => {
        const kept: unknown = JSON.parse(JSON.stringify(activity));
        const start = () => {
          last = last.then(async () => await run(kept)).catch(console.error);
        };
        return { kind: 'accepted', start };
      },
      waiting: () => 0,
      idle: async () => await last,
    }),
  };
}

const echo: Parameters<DirectLine['run']>[1] = async (context) => {
  if (context.activity.type === 'message') await context.sendActivity(`echo ${context.activity.text}`);
};

async function openPage({ talks, activities, inbox: inboxOf }: Kept) {
  const inbox = inboxOf(async (activity) => await line.run({ turn: { activity }, waited: 0 }, echo));
  const server = createHttpServer({ ready: async () => true });
  const line: DirectLine = createDirectLine({
    portals: () => [{ id: 'demo', secret: null, origins: [], people: ['admin'] }],
    secrets: [secret],
    clock,
    randomId: randomUUID,
    botName: 'Tillkeeper',
    log: { error: console.error },
    talks,
    activities,
    inbox,
  });
  line.mount(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const base = `http://127.0.0.1:${server.address().port}/v3/directline`;
  const post = async (at: string, token: string, body: object) => {
    const headers = {
      'content-type': 'application/json',
      ...(token && { authorization: `Bearer ${token}` }),
    };
    const response = await fetch(base + at, { method: 'POST', headers, body: JSON.stringify(body) });
    return z.record(z.string(), z.unknown()).parse(await response.json());
  };
  const { token } = await post('/tokens/generate', '', { user: { id: 'admin' } });
  const { streamUrl, conversationId } = await post('/conversations', String(token), {});
  const socket = new WebSocket(String(streamUrl));
  await once(socket, 'open');
  let frames = 0;
  let next = () => {};
  socket.on('message', () => {
    frames += 1;
    next();
  });
  const frame = async () => {
    while (frames === 0)
      await new Promise<void>((resolve) => {
        next = resolve;
      });
    frames -= 1;
  };
  return {
    /** Milliseconds until what was posted is on the stream, and until its answer is. */
    say: async (text: string) => {
      const began = performance.now();
      const shown = frame();
      const posted = post(`/conversations/${conversationId}/activities`, String(token), {
        type: 'message',
        text,
      });
      await shown;
      const after = performance.now() - began;
      await frame();
      const answered = performance.now() - began;
      await posted;
      return { shown: after, answered };
    },
    close: async () => {
      await inbox.idle();
      line.close();
      server.close();
      server.server.closeAllConnections();
    },
  };
}

const median = (numbers: number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

const folder = mkdtempSync(path.join(tmpdir(), 'tillkeeper-bench-'));
const database = openSqlite(folder);
const pages = { disk: await openPage(onDisk(database)), memory: await openPage(inMemory()) };
const taken = { disk: { shown: [0], answered: [0] }, memory: { shown: [0], answered: [0] } };
for (let round = 0; round < rounds; round += 1)
  for (const way of ['disk', 'memory'] as const)
    for (let n = 0; n < messages; n += 1) {
      const { shown, answered } = await pages[way].say(`message ${n}`);
      // The first round only warms up.
      if (round === 0) continue;
      taken[way].shown.push(shown);
      taken[way].answered.push(answered);
    }
for (const what of ['shown', 'answered'] as const) {
  const [disk, memory] = [median(taken.disk[what]), median(taken.memory[what])];
  console.log(
    `${what.padEnd(8)} on disk ${disk.toFixed(1)} ms, in memory ${memory.toFixed(1)} ms, ratio ${(disk / memory).toFixed(2)}`,
  );
}
await Promise.all([pages.disk.close(), pages.memory.close()]);
await database.close();
rmSync(folder, { recursive: true });
process.exit();
