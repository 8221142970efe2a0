import { expect } from 'chai';
import { z } from 'zod';
import type { Settings } from '../../src/settings.js';
import { reviewOf } from './couponCards.js';
import { type Card, names, only, type Talk } from './talk.js';

/** The demo with an approval limit of 30 per cent and 50 dollars, and with more people. */
export function withApproval(demo: Settings, approval: object = {}): Settings {
  const person = (user: string, roles: string[], accounts = ['main']) => ({
    portal: 'demo',
    user,
    roles,
    accounts,
  });
  const people = [person('approver2', ['approver']), person('euApprover', ['approver'], ['eu'])];
  return {
    ...demo,
    roles: structuredClone(demo.roles),
    people: [...structuredClone(demo.people), ...people],
    portals: demo.portals.map((portal) => ({
      ...portal,
      people: [...(portal.people ?? []), 'approver2', 'euApprover'],
    })),
    coupons: {
      ...demo.coupons,
      approval: { abovePercentOff: 30, aboveAmountOff: { usd: 50 }, ...approval },
    },
  };
}

/** Asks for a coupon that takes a second person and submits it; the asker's card that waits. */
export async function submitted(asker: Talk, text = 'create a 40% off coupon'): Promise<Card> {
  const review = await reviewOf(asker, text);
  const cards = await asker.press(review, 'Ask for approval');
  expect(names(cards)).to.deep.equal(['couponReview']);
  const waiting = only('couponReview', cards);
  expect(waiting.activity).to.equal(review.activity);
  return waiting;
}

/** The card that asks someone for approval, come by itself. */
export async function asked(approver: Talk): Promise<Card> {
  return only('couponApproval', await approver.changes());
}

const nonced = z.looseObject({ tillkeeper: z.looseObject({ nonce: z.string() }) });

/** Presses with any act, under a card's nonce or another one. */
export async function pressRaw(
  by: Talk,
  act: string,
  card: Card | string,
  more: object = {},
): Promise<Card[]> {
  const nonce = typeof card === 'string' ? card : nonced.parse(card.buttons[0]?.data).tillkeeper.nonce;
  return await by.send({ value: { ...more, tillkeeper: { act, nonce } } });
}
