import { z } from 'zod';
import { couponIdOf, offerIdOf } from '../../src/store/offerRow.js';
import type { Channel } from './connectorTalk.js';
import { nonceOf, reviewOf } from './couponCards.js';
import type { Ground } from './ground.js';
import type { House } from './house.js';
import { type Replica, startReplica } from './replica.js';

/** What one activity came to that was delivered four times, with restarts in between. */
export interface Delivered {
  kind: 'question' | 'press';
  /** Coupons made by a press; for a question, its answers. */
  executions: number;
  /** Cards with data or with the record of a coupon. A later press may also be told that it was created before. */
  replies: number;
  /** Answers of any kind; that a question was interrupted or took too long is one of them. */
  answers: number;
}

export interface Delivering {
  ground: Ground;
  house: House;
  channel: Channel;
  /** Every other activity is a press of Create on a card of its own, the others are questions. */
  activities: number;
  /** While so many are under way the process is ended and started anew: by SIGKILL and in order, in turns. */
  together: number;
}

interface Post {
  kind: Delivered['kind'];
  conversation: string;
  /** The ids it is delivered under, in order. */
  ids: readonly string[];
  activity: object;
  coupon?: string;
}

/** Longer than a process may be silent, and than a press holds its offer. */
const longSilence = 70_000;

/** Delivers activities four times each: a question under the same id, a press twice under one id and twice under others
 * with the same nonce. A delivery that is not acknowledged is sent until it is. */
export async function deliverAll(delivering: Delivering): Promise<Delivered[]> {
  const { ground, house, channel, activities, together } = delivering;
  const at = { stripe: house.stripe.url, openRouter: house.openRouter.url };
  let ahead = 0;
  const start = async () => await startReplica({ variables: ground.variables, at, ahead });
  let replica = await start();
  const all: Post[] = [];
  for (let from = 0; from < activities; from += together) {
    const posts: Post[] = [];
    for (let number = from; number < Math.min(activities, from + together); number += 1)
      posts.push(await postOf(channel, replica, number));
    const all4 = async (turn: number) =>
      await Promise.all(
        posts.map(async (post) => await deliver(channel, () => replica, post, post.ids[turn] ?? '')),
      );
    const first = all4(0);
    await Promise.race([first, untilAnswered(channel)]);
    if ((from / together) % 2 === 0) {
      await replica.kill();
      ahead += longSilence;
    } else await replica.close();
    replica = await start();
    await first;
    for (const turn of [1, 2, 3]) await all4(turn);
    await replica.app.idle();
    all.push(...posts);
  }
  await replica.later(longSilence);
  await replica.close();
  return all.map((post) => outcomeOf(delivering, post));
}

async function postOf(channel: Channel, replica: Replica, number: number): Promise<Post> {
  const conversation = `delivered-${number}`;
  const id = `${conversation}-first`;
  if (number % 2 === 0)
    return { kind: 'question', conversation, ids: [id, id, id, id], activity: { text: 'list coupons' } };
  const review = await reviewOf(channel.talk(replica, 'admin', { conversation: { id: conversation } }));
  const nonce = nonceOf(review);
  const value = { tillkeeper: { act: 'coupon.create', nonce } };
  const ids = [id, id, `${conversation}-second`, `${conversation}-third`];
  const activity = { value, replyToId: review.activity };
  return { kind: 'press', conversation, ids, activity, coupon: couponIdOf(offerIdOf(nonce)) };
}

async function deliver(
  channel: Channel,
  replica: () => Replica,
  { conversation, activity }: Post,
  id: string,
): Promise<void> {
  for (;;)
    try {
      const here = { url: replica().url, app: { idle: async () => {} } };
      await channel.talk(here, 'admin', { conversation: { id: conversation } }).send({ ...activity, id });
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
}

/** Resolves with the next answer, so that the process is ended while others are under way. */
async function untilAnswered({ sent }: Channel): Promise<void> {
  const before = sent.length;
  while (sent.length === before) await new Promise((resolve) => setTimeout(resolve, 2));
}

const named = z.looseObject({ attachments: z.array(z.looseObject({ name: z.string() })).optional() });

function outcomeOf({ channel, house }: Delivering, { kind, conversation, coupon }: Post): Delivered {
  const here = channel.sent.filter(({ path }) => path.includes(`/conversations/${conversation}/`));
  const shown = kind === 'question' ? 'tillkeeper.coupons' : 'tillkeeper.couponRecord';
  const cards = here.flatMap(({ body }) => named.parse(JSON.parse(body || '{}')).attachments ?? []);
  const replies = cards.filter(({ name }) => name === shown).length;
  const made = house.stripe.data('acct_demo_main')?.coupons.filter(({ id }) => id === coupon).length ?? 0;
  return {
    kind,
    executions: kind === 'question' ? replies : made,
    replies,
    answers: cards.length,
  };
}

/** A coupon is made once and shown once at most; a question has one answer: its data, or why there is none. */
export function isDoneOnce({ kind, executions, replies, answers }: Delivered): boolean {
  return kind === 'press' ? executions === 1 && replies <= 1 : answers === 1;
}
