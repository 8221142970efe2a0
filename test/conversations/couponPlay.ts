import { expect } from 'chai';
import type { Fault } from '../../src/demo/stripe/faults.js';
import { onScreen, reviewOf, stripeSince, told } from './couponCards.js';
import { talkOverDirectLine } from './directLineTalk.js';
import { openHouse } from './house.js';
import { names } from './talk.js';

/** The write of a coupon, as what a fault is aimed at. */
export const coupons = { method: 'POST', path: '/v1/coupons' } as const;
/** The write of its code. */
export const codes = { method: 'POST', path: '/v1/promotion_codes' } as const;
/** The look whether a code is taken. */
export const reads = { method: 'GET', path: '/v1/promotion_codes' } as const;
/** The looks at what a write made. */
export const lookUp = { method: 'GET', path: /^\/v1\/(coupons|promotion_codes)/ } as const;

/** What became of a coupon while Stripe failed. */
export interface Played {
  /** What the first press was answered with. */
  text: string;
  /** Whether the card still stands where it stood. */
  stays: boolean;
  /** The cards that a second press brings. */
  again: string[];
  /** How many codes each new coupon has, after both presses. */
  coupons: number[];
}

/** Creates a coupon while Stripe fails, then presses once more. */
async function play(faults: readonly Fault[]): Promise<Played> {
  const house = await openHouse();
  try {
    const talk = await talkOverDirectLine(house, 'marketing');
    const since = stripeSince(house);
    const review = await reviewOf(talk);
    for (const fault of faults) house.stripe.queueFault(fault);
    const text = await told(talk.press(review, 'Create coupon'));
    const stays = onScreen(talk, 'couponReview')[0]?.activity === review.activity;
    const again = names(await talk.press(review, 'Create coupon'));
    return { text, stays, again, coupons: since.coupons().map(({ codes }) => codes) };
  } finally {
    await house.close();
  }
}

/** Plays all cases at once: the SDK waits before it tries again. */
export function played(cases: readonly (readonly [string, readonly Fault[]])[]): (name: string) => Played {
  const found = new Map<string, Played>();
  before(async () => {
    await Promise.all(cases.map(async ([name, faults]) => found.set(name, await play(faults))));
  });
  return (name) => found.get(name) ?? expect.fail(`${name} was not played`);
}
