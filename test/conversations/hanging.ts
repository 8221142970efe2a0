import { setTimeout as after } from 'node:timers/promises';
import type { Channel } from './connectorTalk.js';
import type { House } from './house.js';

/** How a bot behaves while what it asks does not answer. Times are in ms. */
export interface Hung {
  /** From each message to its HTTP 200. */
  acknowledged: number[];
  /** From each message to its answer. */
  answered: number[];
}

export interface Hanging {
  house: House;
  channel: Channel;
  messages: number;
  perSecond: number;
}

/** Sends messages at a steady pace, each in a conversation of its own, while Stripe and the model do not answer. */
export async function talkWhileHanging({ house, channel, messages, perSecond }: Hanging): Promise<Hung> {
  house.stripe.queueFault({ kind: 'hang', times: 100_000 });
  const began = channel.sent.length;
  const sentAt = new Map<string, number>();
  const answeredAt = new Map<string, number>();
  const acknowledged: number[] = [];
  const sending: Promise<unknown>[] = [];
  const here = { url: house.url, app: { idle: async () => {} } };
  const look = () => {
    for (const { path, body } of channel.sent.slice(began)) {
      const conversation = /\/conversations\/([^/]+)\//.exec(path)?.[1] ?? '';
      if (body.includes('attachments') && !answeredAt.has(conversation))
        answeredAt.set(conversation, performance.now());
    }
  };
  const watch = setInterval(look, 20);
  for (let number = 0; number < messages; number += 1) {
    const id = `hanging-${number}`;
    const talk = channel.talk(here, 'admin', { conversation: { id } });
    const at = performance.now();
    sentAt.set(id, at);
    sending.push(talk.say('list coupons').then(() => acknowledged.push(performance.now() - at)));
    await after(1000 / perSecond);
  }
  await Promise.all(sending);
  await house.app.idle();
  look();
  clearInterval(watch);
  const answered = [...sentAt].map(([id, at]) => (answeredAt.get(id) ?? Number.POSITIVE_INFINITY) - at);
  return { acknowledged, answered };
}

/** The smallest of some numbers that this part of them does not exceed. */
export function quantile(numbers: readonly number[], part: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)] ?? Number.NaN;
}
