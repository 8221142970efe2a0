import { expect } from 'chai';
import { z } from 'zod';
import type { House } from './house.js';
import type { Card, Talk } from './talk.js';
import { only } from './talk.js';

const input = z.looseObject({
  type: z.string().startsWith('Input.'),
  id: z.string(),
  value: z.union([z.string(), z.number()]).optional(),
});
const fault = z.looseObject({ type: z.literal('TextRun'), color: z.literal('attention'), text: z.string() });

function nodesOf<T>(node: unknown, schema: z.ZodType<T>): T[] {
  if (typeof node !== 'object' || node === null) return [];
  const read = schema.safeParse(node);
  return [
    ...(read.success ? [read.data] : []),
    ...Object.values(node).flatMap((each) => nodesOf(each, schema)),
  ];
}

/** What stands in a form card's inputs, by their ids; empty ones are left out. */
export function inputsOf(card: Card): Record<string, string | number> {
  const filled = nodesOf(JSON.parse(card.json), input).map(({ id, value }) => [id, value] as const);
  return Object.fromEntries(filled.flatMap(([id, value]) => (value === undefined ? [] : [[id, value]])));
}

/** The inputs of a form card that nobody touched. */
export const untouched = { duration: 'once', first_time_only: 'false' };

/** The sentences on a form card about what has to change. */
export function faultsOf(card: Card): string[] {
  return nodesOf(JSON.parse(card.json), fault).map(({ text }) => text);
}

const nonced = z.looseObject({ tillkeeper: z.looseObject({ nonce: z.string() }) });

/** The nonce that a card's buttons carry. */
export function nonceOf(card: Card): string {
  return nonced.parse(card.buttons[0]?.data).tillkeeper.nonce;
}

/** What has come to be in Stripe since `stripeSince` was called, in one account. */
export interface Since {
  /** Ids of new coupons, and how many codes each has. */
  coupons(): { id: string; codes: number }[];
  /** The new promotion codes, newest last. */
  codes(): { code: string; coupon: string; customer: string | null }[];
}

/** Looks at an account of the stand-in from now on. */
export function stripeSince(house: House, account = 'acct_demo_main'): Since {
  const data = house.stripe.data(account);
  const before = { coupons: data?.coupons.length ?? 0, codes: data?.promotionCodes.length ?? 0 };
  const codes = () =>
    (data?.promotionCodes ?? [])
      .slice(before.codes)
      .map(({ code, promotion, customer }) => ({ code, coupon: promotion.coupon, customer }));
  return {
    codes,
    coupons: () =>
      (data?.coupons ?? [])
        .slice(before.coupons)
        .map(({ id }) => ({ id, codes: codes().filter(({ coupon }) => coupon === id).length })),
  };
}

/** Asks for a coupon whose terms are whole. */
export async function reviewOf(talk: Talk, text = 'create a 15% off coupon'): Promise<Card> {
  return only('couponReview', await talk.say(text));
}

/** Asks for a coupon of which only the name is said. */
export async function formOf(talk: Talk): Promise<Card> {
  return only('couponForm', await talk.say('make a new coupon named Welcome'));
}

/** The cards of this name on the screen. */
export function onScreen(talk: Talk, name: string): Card[] {
  return talk.screen().filter((card) => card.name === name);
}

/** Presses and expects one notice, whose sentence it gives. */
export async function told(pressed: Promise<Card[]>): Promise<string> {
  const cards = await pressed;
  expect(cards.map(({ name }) => name)).to.include('notice');
  return only('notice', cards).text;
}
