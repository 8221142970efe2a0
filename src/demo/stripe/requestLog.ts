import { type Ask, header } from './ask.js';
import type { Seen } from './exchange.js';
import { keyLabel } from './keys.js';

/** One line of the request log; never a body, a query or a whole key. */
export interface LoggedRequest {
  method: string;
  path: string;
  /** Null while unanswered, and for good when no answer went out. */
  status: number | null;
  requestId: string;
  /** The key's label, or its last four characters; null when no key was known. */
  key: string | null;
  /** Whose store it was for; null when that was refused. */
  account: string | null;
  stripeAccount: string | null;
  idempotencyKey: string | null;
}

/** The line of a request that was just read. */
export function openLine(ask: Ask): LoggedRequest {
  return {
    method: ask.method,
    path: ask.path,
    status: null,
    requestId: ask.requestId,
    key: null,
    account: null,
    stripeAccount: header(ask, 'stripe-account') ?? null,
    idempotencyKey: header(ask, 'idempotency-key') ?? null,
  };
}

/** Adds who asked and what for, as far as the checks came. */
export function noteSeen(line: LoggedRequest, { asker, account }: Seen): void {
  line.key = asker ? keyLabel(asker.key) : null;
  line.account = account?.id ?? null;
}
