import { setTimeout as after } from 'node:timers/promises';
import { z } from 'zod';
import { ChannelFault } from '../errors.js';
import type { AskConnector, Asked, ConnectorAnswer, ConnectorCall } from './connectorHttp.js';
import type { SendWindows } from './sendWindows.js';

/** The calls that an adapter makes to a Connector, by the SDK's names. Each rejects with a ChannelFault. */
export interface ConnectorCalls {
  replyToActivity: (conversation: string, activity: string, body: object) => Promise<{ id: string }>;
  sendToConversation: (conversation: string, body: object) => Promise<{ id: string }>;
  updateActivity: (conversation: string, activity: string, body: object) => Promise<{ id: string }>;
  deleteActivity: (conversation: string, activity: string) => Promise<void>;
  createConversation: (body: object) => Promise<{ id: string }>;
}

export interface CallsNeeds {
  ask: AskConnector;
  windows: SendWindows;
  /** The channel's address, as its activities name it. */
  serviceUrl: string;
  token: () => Promise<string>;
  /** Between 0 and 1, for waits that do not fall together. */
  random: () => number;
  times?: Partial<SendTimes>;
}

/** In ms: all tries of one call together, and the wait before the second. */
export interface SendTimes {
  budget: number;
  pause: number;
}

/** Microsoft asks for these to be tried again; none of them says that the message was taken. */
const tryAgain: ReadonlySet<number> = new Set([412, 429, 502, 504]);
/** Of a channel that fails one time in five, fewer would lose one message in some hundred. */
const mostTries = 7;
const longestPause = 1500;
const usual: SendTimes = { budget: 9000, pause: 400 };

const identified = z.object({ id: z.string() }).catch({ id: '' });

/** Makes the calls to one channel: with a time for each try, waits where the channel asks for them, and no second try
 * of a message that nobody knows to have failed. */
export function createConnectorCalls(needs: CallsNeeds): ConnectorCalls {
  const { serviceUrl } = needs;
  const at = (...path: string[]) =>
    new URL(['v3/conversations', ...path.map(encodeURIComponent)].join('/'), withSlash(serviceUrl));
  const call = async (conversation: string, method: ConnectorCall['method'], url: URL, body?: object) => {
    const { body: text } = await send(needs, conversation, { method, url, ...(body ? { body } : {}) });
    return identified.parse(parsed(text));
  };
  return {
    replyToActivity: async (conversation, activity, body) =>
      await call(conversation, 'POST', at(conversation, 'activities', activity), body),
    sendToConversation: async (conversation, body) =>
      await call(conversation, 'POST', at(conversation, 'activities'), body),
    updateActivity: async (conversation, activity, body) =>
      await call(conversation, 'PUT', at(conversation, 'activities', activity), body),
    deleteActivity: async (conversation, activity) => {
      await call(conversation, 'DELETE', at(conversation, 'activities', activity));
    },
    createConversation: async (body) => await call('', 'POST', at(), body),
  };
}

async function send(
  needs: CallsNeeds,
  conversation: string,
  call: Omit<ConnectorCall, 'token'>,
): Promise<ConnectorAnswer> {
  const { ask, windows, token, random, times } = needs;
  const { budget, pause } = { ...usual, ...times };
  const ends = performance.now() + budget;
  for (let tries = 1; ; tries += 1) {
    await turnIn(windows, conversation, ends);
    windows.sent(conversation);
    const answer = await ask({ ...call, token: await token() });
    const told = typeof answer === 'object' ? answer : undefined;
    if (told && told.status >= 200 && told.status < 300) return told;
    if (told?.status === 429) windows.limited(conversation);
    const backoff = told?.retryAfter ?? Math.min(longestPause, pause * 2 ** (tries - 1)) * (0.5 + random());
    const left = performance.now() + backoff < ends;
    if (tries >= mostTries || !left || !isWorthIt(call, answer)) throw faultOf(answer);
    await after(backoff);
  }
}

/** Waits for the conversation's windows. Others may go first, so it looks again. */
async function turnIn(windows: SendWindows, conversation: string, ends: number): Promise<void> {
  for (let wait = windows.wait(conversation); wait > 0; wait = windows.wait(conversation)) {
    if (performance.now() + wait >= ends)
      throw new ChannelFault('the channel takes no more for now', undefined, 429);
    // Timers may ring a little early.
    await after(Math.ceil(wait) + 1);
  }
}

/** A change or deletion may be done twice, a message may not: it is repeated only where it was surely not taken. */
function isWorthIt({ method }: Omit<ConnectorCall, 'token'>, answer: Asked): boolean {
  if (answer === 'unsent') return true;
  if (answer === 'unknown') return method !== 'POST';
  return tryAgain.has(answer.status) || (method !== 'POST' && answer.status >= 500);
}

function faultOf(answer: Asked): ChannelFault {
  if (typeof answer === 'string') return new ChannelFault('the channel gave no answer');
  return new ChannelFault('the channel refused what was sent', undefined, answer.status);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function withSlash(url: string): string {
  return url.endsWith('/') ? url : `${url}/`;
}
