import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocket, WebSocketServer } from 'ws';
import type { Conversation, Conversations } from './conversations.js';
import type { Frame } from './frame.js';
import { isReply, type Reply, refusal } from './reply.js';
import { authenticate, conversationOf } from './session.js';
import type { Tokens } from './tokens.js';

/** The WebSocket side of Direct Line. */
export interface Streams {
  /** Answers the upgrades of an HTTP server; those to any other path are refused. */
  attach(server: Pick<Server, 'on'>): void;
  /** Says goodbye to every page, and after a second hangs up on those that do not answer. */
  close(): void;
}

interface Needs {
  tokens: Tokens;
  conversations: Conversations;
  /** Milliseconds between two pings; a page that missed one is hung up on. */
  pingEvery: number;
}

const path = /^\/v3\/directline\/conversations\/([^/]+)\/stream$/;

/** Pages send nothing but empty frames to keep the line open. */
const longestFrame = 1024;

const hangUp = (socket: Duplex, { status, body }: Reply) => {
  const text = JSON.stringify(body);
  socket.end(
    `HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Type: application/json\r\n` +
      `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`,
  );
};

const addressOf = (request: IncomingMessage) => {
  const address = `http://localhost${request.url ?? '/'}`;
  return URL.canParse(address) ? new URL(address) : null;
};

/** Hands a conversation to a socket: what it missed, then what comes. */
const follow = (socket: WebSocket, { transcript }: Conversation, watermark: string | null) => {
  const send = (frame: Frame) => {
    if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(frame));
  };
  socket.once('close', transcript.follow(watermark, send));
  socket.on('error', () => socket.terminate());
};

/** Pings while the page lives, hangs up when it does not; an open page keeps its conversation in use. */
const watch = (socket: WebSocket, { conversations, pingEvery }: Needs, id: string) => {
  let alive = true;
  socket.on('pong', () => {
    alive = true;
  });
  const timer = setInterval(() => {
    if (!alive) return socket.terminate();
    alive = false;
    // It is asked again with the next ping; whether the database is there is told by /readyz.
    conversations.find(id).catch(() => {});
    socket.ping();
  }, pingEvery).unref();
  socket.once('close', () => clearInterval(timer));
};

/** Makes the streams of a set of conversations. */
export const createStreams = (needs: Needs): Streams => {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: longestFrame });

  const admit = async (request: IncomingMessage, address: URL | null) => {
    const id = path.exec(address?.pathname ?? '')?.[1];
    if (!address || id === undefined) return refusal(404, 'NotFound', 'There is no stream at this address.');
    const { origin, host } = request.headers;
    const credentials = { token: address.searchParams.get('t'), origin, host };
    const holder = await authenticate(needs.tokens, credentials, 'stream', 'talk');
    return isReply(holder) ? holder : await conversationOf(needs.conversations, holder, id);
  };

  const upgrade = async (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    const address = addressOf(request);
    const admitted = await admit(request, address);
    if (isReply(admitted)) return hangUp(socket, admitted);
    sockets.handleUpgrade(request, socket, head, (open) => {
      watch(open, needs, admitted.id);
      follow(open, admitted, address?.searchParams.get('watermark') ?? null);
    });
  };

  return {
    attach(server) {
      server.on('upgrade', (request, socket, head) => {
        upgrade(request, socket, head).catch(() => socket.destroy());
      });
    },
    close() {
      sockets.close();
      for (const open of sockets.clients) open.close(1001, 'The bot is stopping.');
      setTimeout(() => {
        for (const open of sockets.clients) open.terminate();
      }, 1000).unref();
    },
  };
};
