import type { StripeCode } from '../errors.js';

/** What a program is answered: a status and a plain JSON body. */
export interface Reply {
  status: number;
  body: object;
}

/** A refusal or failure, with a word for programs and a sentence for whoever keeps them. */
export function refusal(status: number, code: string, message: string): Reply {
  return { status, body: { error: { code, message } } };
}

const statuses: Readonly<Record<StripeCode, number>> = {
  key_refused: 502,
  no_permission: 502,
  not_found: 502,
  rate_limited: 503,
  unavailable: 503,
  timeout: 504,
  conflict: 503,
  taken: 502,
  not_accepted: 502,
  wrong_mode: 502,
  unreadable: 502,
  no_coupon_key: 502,
  gateway_refused: 502,
  gateway_role: 403,
  gateway_setup: 502,
  gateway_down: 503,
  gateway_unreadable: 502,
};

/** The status for what Stripe, or the way to it, said no with; `undefined` for the outcome of an answer that was given. */
export function statusOf(outcome: string | undefined): number | undefined {
  return Object.entries(statuses).find(([code]) => code === outcome)?.[1];
}
