import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import type { House } from './house.js';
import { type Change, createTalk, type Talk, wireActivity } from './talk.js';

/** A request that the bot made to the channel, as it came over the wire. */
export interface Sent {
  method: string;
  path: string;
  body: string;
}

/** A channel on loopback as the Emulator is one: it takes what the bot sends, changes and deletes. */
export interface Channel {
  url: string;
  sent: Sent[];
  /** Opens a conversation of a user with the bot at `house`; `more` goes into every activity. */
  talk(house: Answering, user: string, more?: More): Talk;
  /** Leaves the next request of this method in a conversation without an answer; resolves when it has come. */
  hold(method: string, conversation: string): Promise<void>;
  /** Answers the next requests with this status, and with this body where one is given. */
  fail(status: number, times: number, body?: object): void;
  close(): Promise<void>;
}

/** What of a house it takes to be spoken to. */
export interface Answering {
  url: string;
  app: Pick<House['app'], 'idle'>;
}

export interface ChannelOptions {
  /** Methods that it does not do: it answers them with 405. */
  refuses?: readonly string[];
  /** `false`: it opens no personal chats. */
  opens?: boolean;
  /** The Authorization header of what it sends to the bot. */
  authorization?: () => Promise<string>;
}

/** `conversation`: what else is said of it; with an id, that one is joined. */
export type More = Readonly<Record<string, unknown>> & {
  conversation?: { id?: string; isGroup?: boolean; conversationType?: string };
};

/** Starts a channel on a free port of 127.0.0.1. */
export async function openChannel({
  refuses = [],
  opens = true,
  authorization,
}: ChannelOptions = {}): Promise<Channel> {
  const sent: Sent[] = [];
  const refusal: object = { error: { code: 'Refused', message: 'not here' } };
  const holding: { method: string; conversation: string; came: () => void }[] = [];
  const failing = { status: 0, times: 0, body: refusal };
  let count = 0;
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const { method = '', url: path = '' } = request;
    const held = holding.findIndex((one) => one.method === method && path.includes(`/${one.conversation}/`));
    if (held >= 0) {
      holding.splice(held, 1)[0]?.came();
      return;
    }
    const status = refuses.includes(method) ? 405 : failing.times > 0 ? failing.status : 200;
    failing.times -= status === failing.status ? 1 : 0;
    response.statusCode = status;
    response.setHeader('Content-Type', 'application/json');
    if (status !== 200) {
      response.end(JSON.stringify(status === failing.status ? failing.body : refusal));
      return;
    }
    count += 1;
    if (method === 'POST' && path === '/v3/conversations') {
      if (!opens) response.statusCode = 403;
      const [member] = members.parse(JSON.parse(Buffer.concat(chunks).toString())).members;
      response.end(JSON.stringify({ id: `personal-${member?.id}` }));
      return;
    }
    const known = /\/activities\/([^/]+)$/.exec(path)?.[1];
    const id = method === 'POST' ? `bot-${count}` : decodeURIComponent(known ?? '');
    sent.push({
      method,
      path: method === 'POST' ? `${path}#${id}` : path,
      body: Buffer.concat(chunks).toString(),
    });
    response.end(JSON.stringify({ id }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address: AddressInfo | string | null = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    sent,
    hold: async (method, conversation) =>
      await new Promise((came) => {
        holding.push({ method, conversation, came });
      }),
    fail: (status, times, body = refusal) => Object.assign(failing, { status, times, body }),
    talk: (house, user, more = {}) => talkOver({ house, user, more, url, sent, authorization }),
    close: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

const members = z.object({ members: z.array(z.object({ id: z.string() })) });

interface Needs {
  house: Answering;
  user: string;
  more: More;
  url: string;
  sent: readonly Sent[];
  authorization: ChannelOptions['authorization'];
}

let conversations = 0;
/** Of all talks together: several people may talk in one conversation. */
let messages = 0;

function talkOver({ house, user, more, url, sent, authorization }: Needs): Talk {
  conversations += 1;
  const conversation = more.conversation?.id ?? `conversation-${conversations}`;
  let read = sent.length;
  return createTalk({
    conversation,
    send: async (activity) => {
      messages += 1;
      const whole = {
        type: 'message',
        id: `${conversation}-${messages}`,
        channelId: 'emulator',
        serviceUrl: url,
        from: { id: user, role: 'user' },
        recipient: { id: 'bot', role: 'bot' },
        localTimezone: 'Europe/Berlin',
        locale: 'en-US',
        ...more,
        conversation: { ...more.conversation, id: conversation },
        ...activity,
      };
      await fetch(`${house.url}/api/messages`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(authorization ? { authorization: await authorization() } : {}),
        },
        body: JSON.stringify(whole),
      });
      await house.app.idle();
    },
    received: async () => {
      const fresh = sent.slice(read).filter(({ path }) => path.includes(`/conversations/${conversation}/`));
      read = sent.length;
      return fresh.map(changeOf);
    },
  });
}

function changeOf({ method, path, body }: Sent): Change {
  const id =
    method === 'POST' ? (path.split('#')[1] ?? '') : decodeURIComponent(path.split('/').at(-1) ?? '');
  if (method === 'DELETE') return { kind: 'gone', id };
  return { kind: 'put', id, activity: wireActivity.parse(JSON.parse(body)) };
}
