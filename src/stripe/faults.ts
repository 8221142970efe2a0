import Stripe from 'stripe';
import { type StripeCode, StripeFault } from '../errors.js';

const byCode: Readonly<Record<string, StripeCode>> = {
  resource_missing: 'not_found',
  resource_already_exists: 'taken',
  rate_limit: 'rate_limited',
  lock_timeout: 'rate_limited',
  idempotency_key_in_use: 'conflict',
  wrong_mode: 'wrong_mode',
  gateway_refused: 'gateway_refused',
  gateway_role: 'gateway_role',
  gateway_setup: 'gateway_setup',
  gateway_unreadable: 'gateway_unreadable',
};

/** Turns whatever the SDK threw into ours, by class and code; Stripe's own words are left behind. */
export function faultOf(error: unknown): StripeFault {
  if (error instanceof StripeFault) return error;
  if (!(error instanceof Stripe.errors.StripeError))
    return new StripeFault('unreadable', { cause: nameOf(error) });
  if (error.detail instanceof StripeFault) return error.detail;
  const more = {
    ...(/^req_\w{1,60}$/.test(error.requestId ?? '') ? { requestId: error.requestId } : {}),
    ...(error.param ? { param: error.param } : {}),
  };
  return new StripeFault(codeOf(error), more);
}

function codeOf(error: InstanceType<typeof Stripe.errors.StripeError>): StripeCode {
  const known = byCode[error.code ?? ''];
  if (known) return known;
  if (error instanceof Stripe.errors.StripeAuthenticationError) return 'key_refused';
  if (error instanceof Stripe.errors.StripePermissionError) return 'no_permission';
  if (error instanceof Stripe.errors.StripeRateLimitError) return 'rate_limited';
  if (error instanceof Stripe.errors.StripeIdempotencyError) return 'conflict';
  if (error instanceof Stripe.errors.StripeConnectionError) return 'unavailable';
  if (error instanceof Stripe.errors.StripeInvalidRequestError)
    return error.statusCode === 404 ? 'not_found' : 'not_accepted';
  if (error instanceof Stripe.errors.StripeAPIError) return ofStripeItself(error.statusCode);
  return 'not_accepted';
}

/** Without a status the SDK had an answer that is no JSON. */
function ofStripeItself(status: number | undefined): StripeCode {
  if (status === undefined) return 'unreadable';
  return status === 409 ? 'conflict' : 'unavailable';
}

/** Only the class name of a foreign error is kept: its text may hold what was sent. */
function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
