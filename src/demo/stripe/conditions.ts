import { type Ask, header } from './ask.js';
import { Refusal } from './refusal.js';

/** The only version the stand-in speaks: that of the SDK the project pins. */
export const apiVersion = '2026-10-28.endive';

/** Refuses, louder than Stripe, what the stand-in would answer in the wrong shape. */
export function demandKnownConditions(ask: Ask): void {
  const version = header(ask, 'stripe-version');
  if (version !== apiVersion)
    throw new Refusal({
      status: 400,
      message: `The stand-in speaks Stripe-Version ${apiVersion} only; the request says ${version ?? 'none'}.`,
    });
  if (header(ask, 'stripe-context') !== undefined)
    throw new Refusal({
      status: 400,
      message: 'The stand-in does not know Stripe-Context; use Stripe-Account.',
    });
  if (ask.tooLong) throw new Refusal({ status: 413, message: 'The request body is too long.' });
  const type = header(ask, 'content-type');
  if (
    ask.method === 'POST' &&
    ask.parameters !== '' &&
    !type?.startsWith('application/x-www-form-urlencoded')
  )
    throw new Refusal({
      status: 400,
      message: 'Invalid request (check that your POST content type is application/x-www-form-urlencoded).',
    });
}
