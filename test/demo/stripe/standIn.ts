import Stripe from 'stripe';
import type { StandInAccount, StandInKey } from '../../../src/demo/stripe/account.js';
import type { Charge, Coupon, Customer } from '../../../src/demo/stripe/objects.js';
import { type StandInOptions, type StandInStripe, startStripe } from '../../../src/demo/stripe/server.js';
import { type AccountData, emptyAccount } from '../../../src/demo/stripe/store.js';

/** The moment at which the tests' clock starts, in unix seconds. */
export const start = 1_795_000_000;
export const day = 86_400;

export const fullKey = 'sk_test_everything';

/** A stand-in with one test account, a clock to turn, and real SDK clients for it. */
export interface Bench {
  standIn: StandInStripe;
  clock: { now: number };
  /** No retries unless asked for. */
  sdk(key?: string, config?: Stripe.StripeConfig): Stripe;
  data: AccountData;
}

export async function openBench(
  options: Partial<StandInOptions> = {},
  data = emptyAccount(),
): Promise<Bench> {
  const clock = { now: start * 1000 };
  const accounts = options.accounts ?? [accountOf('acct_one', data)];
  const standIn = await startStripe({ clock: () => clock.now, ...options, accounts });
  const { host, port } = standIn;
  return {
    standIn,
    clock,
    sdk: (key = fullKey, config = {}) =>
      new Stripe(key, { host, port, protocol: 'http', telemetry: false, maxNetworkRetries: 0, ...config }),
    data: standIn.data(accounts[0]?.id ?? '', accounts[0]?.mode) ?? emptyAccount(),
  };
}

export function accountOf(id: string, data: AccountData, keys: StandInKey[] = []): StandInAccount {
  const all: StandInKey = { key: fullKey, permissions: 'all', label: 'all' };
  return { id, name: 'One store', mode: 'test', keys: [all, ...keys], data };
}

export function charge(id: string, more: Partial<Charge> = {}): Charge {
  return {
    id,
    object: 'charge',
    amount: 1000,
    amount_refunded: 0,
    created: start - day,
    currency: 'usd',
    customer: null,
    livemode: false,
    payment_intent: null,
    status: 'succeeded',
    transfer_group: null,
    ...more,
  };
}

export function customer(id: string, more: Partial<Customer> = {}): Customer {
  return {
    id,
    object: 'customer',
    created: start - day,
    email: null,
    livemode: false,
    name: null,
    test_clock: null,
    ...more,
  };
}

export function coupon(id: string, more: Partial<Coupon> = {}): Coupon {
  return {
    id,
    object: 'coupon',
    amount_off: null,
    created: start - day,
    currency: null,
    duration: 'once',
    duration_in_months: null,
    livemode: false,
    max_redemptions: null,
    metadata: {},
    name: null,
    percent_off: 10,
    redeem_by: null,
    times_redeemed: 0,
    ...more,
  };
}

/** What the SDK made of a refusal; only what the facts vouch for, never its text. */
export interface Refused {
  class: string;
  status: number | undefined;
  type: string | undefined;
  code: string | undefined;
  param: string | undefined;
}

/** Awaits a refusal. An answer instead of one is told as such. */
export async function refused(asked: Promise<unknown>): Promise<Refused> {
  try {
    await asked;
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeError)) throw error;
    const { type, statusCode, rawType, code, param } = error;
    return { class: type, status: statusCode, type: rawType, code, param };
  }
  return { class: 'answered', status: 200, type: undefined, code: undefined, param: undefined };
}
