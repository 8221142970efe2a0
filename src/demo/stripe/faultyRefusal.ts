import type { Fault } from './faults.js';
import { tooManyRequests } from './rateLimit.js';
import { Refusal } from './refusal.js';

/** The error that a queued `refuse` answers with, shaped as Stripe shapes that status. */
export function faultyRefusal({ status, code, reason }: Extract<Fault, { kind: 'refuse' }>): Refusal {
  if (status === 429 && code === undefined) return tooManyRequests('test', reason);
  if (status === 401) return new Refusal({ status, code, message: 'Invalid API Key provided: rk_test_****' });
  if (status >= 500)
    return new Refusal({
      status,
      code,
      type: 'api_error',
      message: 'An unknown error occurred. If this problem persists, please contact support.',
    });
  return new Refusal({ status, code, message: 'The stand-in was told to refuse this request.' });
}

/** Throws the refusal of a `refuse` that is to strike at this stage. */
export function strike(fault: Fault | undefined, stage: 'door' | 'begun' | 'done'): void {
  if (fault?.kind === 'refuse' && (fault.stage ?? 'door') === stage) throw faultyRefusal(fault);
}
