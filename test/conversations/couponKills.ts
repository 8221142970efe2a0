import { setTimeout as after } from 'node:timers/promises';
import { z } from 'zod';
import { couponIdOf, offerIdOf } from '../../src/store/offerRow.js';
import type { Channel } from './connectorTalk.js';
import { nonceOf, reviewOf } from './couponCards.js';
import { type Ground, until } from './ground.js';
import type { House } from './house.js';
import { type Replica, startReplica } from './replica.js';
import type { Card } from './talk.js';

/** Where the process is when it is killed, once Create was pressed. */
export const points = [
  'before the press is kept',
  'before Stripe does anything',
  'while Stripe makes the coupon',
  'after the coupon, before its code',
  'after Stripe, before it is settled',
  'after it is settled, before the answer',
] as const;

/** What one interrupted press came to. */
export interface Outcome {
  point: (typeof points)[number];
  coupons: number;
  codes: number;
  state: string;
  /** Events of the trail from the press on, in order. */
  trail: string;
  /** Whether the trail has the coupon as created. */
  proved: boolean;
  /** What one more press is answered with. */
  told: string;
}

export interface Killing {
  ground: Ground;
  /** Whose stand-ins live on. */
  house: House;
  channel: Channel;
  round: number;
  /** How many presses are interrupted at each point. */
  each: number;
  /** How long after the kill the next process starts, in ms on its clock. A minute and more: the turn is run again. Less:
   * the worker settles the offer, later. */
  restartAfter: number;
}

interface Talking {
  point: Outcome['point'];
  id: string;
  review: Card;
}

/** Presses Create in many conversations, each brought to a halt at its point; kills the process; starts the next one,
 * delivers every press once more and presses again. */
export async function killAtEachPoint(killing: Killing): Promise<Outcome[]> {
  const { ground, house, channel, round, each, restartAfter } = killing;
  const { variables } = ground;
  const at = { stripe: house.stripe.url, openRouter: house.openRouter.url };
  const first = await startReplica({ variables, at });
  const talking: Talking[] = [];
  for (const [place, point] of points.entries())
    for (let copy = 0; copy < each; copy += 1) {
      const id = `killed-${round}-${place}-${copy}`;
      const review = await reviewOf(channel.talk(first, 'marketing', { conversation: { id } }));
      talking.push({ point, id, review });
    }
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  for (const one of talking.filter(({ point }) => point !== points[0]))
    await halt(killing, { ...one, first, released });
  const unlock = await ground.lock();
  const unkept = Promise.allSettled(
    talking.filter(({ point }) => point === points[0]).map(async (one) => await press(channel, first, one)),
  );
  // Nothing tells that a request waits at a locked database.
  await after(100);
  await first.kill();
  await unkept;
  release();
  await unlock();
  const next = await startReplica({ variables, at, ahead: restartAfter });
  await next.app.idle();
  for (const one of talking) await press(channel, next, one);
  await next.app.idle();
  await next.later(61_000);
  await next.later(61_000);
  const outcomes: Outcome[] = [];
  for (const one of talking) outcomes.push(await outcomeOf(killing, next, one));
  await next.close();
  return outcomes;
}

/** The press as the channel delivers it, again and again under the same id. Resolves with the acknowledgement. */
async function press(channel: Channel, replica: Replica, { id, review }: Talking): Promise<void> {
  const activity = {
    id: `${id}-press`,
    value: { tillkeeper: { act: 'coupon.create', nonce: nonceOf(review) } },
    replyToId: review.activity,
  };
  const undisturbed = { url: replica.url, app: { idle: async () => {} } };
  await channel.talk(undisturbed, 'marketing', { conversation: { id } }).send(activity);
}

const coupons = { method: 'POST', path: '/v1/coupons' } as const;
const codes = { method: 'POST', path: '/v1/promotion_codes' } as const;

/** Presses, and waits until the process is at the point and can go no further. */
async function halt(
  { house, channel }: Killing,
  one: Talking & { first: Replica; released: Promise<void> },
): Promise<void> {
  const { stripe } = house;
  const asked = ({ method, path }: typeof coupons | typeof codes) =>
    stripe.requests.filter((request) => request.method === method && request.path === path).length;
  const made = () => stripe.data('acct_demo_main')?.promotionCodes.length ?? 0;
  const before = { coupons: asked(coupons), codes: asked(codes), made: made() };
  if (one.point === points[1]) stripe.queueFault({ ...coupons, kind: 'hang' });
  if (one.point === points[2]) stripe.queueFault({ ...coupons, kind: 'wait', until: one.released });
  if (one.point === points[3]) stripe.queueFault({ ...codes, kind: 'hang' });
  if (one.point === points[4]) stripe.queueFault({ ...codes, kind: 'hang', stage: 'done' });
  const held = one.point === points[5] ? channel.hold('PUT', one.id) : undefined;
  await press(channel, one.first, one);
  await held;
  await until(() => {
    if (one.point === points[1] || one.point === points[2]) return asked(coupons) > before.coupons;
    return one.point === points[3] ? asked(codes) > before.codes : made() > before.made;
  });
}

const row = z.object({ state: z.string(), reason: z.string().nullable() });
const line = z.object({ event: z.string(), outcome: z.string(), coupon: z.string().nullable() });

async function outcomeOf(
  { ground, house, channel }: Killing,
  next: Replica,
  { point, id, review }: Talking,
): Promise<Outcome> {
  const nonce = nonceOf(review);
  const offer = offerIdOf(nonce);
  const coupon = couponIdOf(offer);
  const data = house.stripe.data('acct_demo_main');
  const talk = channel.talk(next, 'marketing', { conversation: { id } });
  const value = { tillkeeper: { act: 'coupon.create', nonce } };
  const cards = await talk.send({ id: `${id}-again`, value, replyToId: review.activity });
  const [found] = await ground.run('select state, reason from confirmation where id = $1', [offer]);
  const { state, reason } = row.parse(found);
  const lines = await ground.run(
    'select event, outcome, coupon from trail where coupon = $1 or correlation = $2 order by seq',
    [coupon, offer.slice(0, 6)],
  );
  const trail = lines.map((each) => line.parse(each));
  return {
    point,
    coupons: data?.coupons.filter((one) => one.id === coupon).length ?? 0,
    codes: data?.promotionCodes.filter(({ promotion }) => promotion.coupon === coupon).length ?? 0,
    state: reason === null ? state : `${state} ${reason}`,
    trail: trail.map(({ event, outcome }) => `${event} ${outcome}`).join(', '),
    proved: trail.some((each) => each.event === 'created' && each.coupon === coupon),
    told: cards.map(({ text }) => text).join(' | '),
  };
}
