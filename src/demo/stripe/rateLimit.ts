import { Refusal } from './refusal.js';

const texts = {
  test: 'Testmode request rate limit exceeded, the rate limits in testmode are lower than livemode. You can learn more about rate limits here https://stripe.com/docs/rate-limits.',
  live: 'Request rate limit exceeded. You can learn more about rate limits here https://stripe.com/docs/rate-limits.',
};

/** The 429 of a limit on requests. */
export function tooManyRequests(mode: 'test' | 'live', reason = 'global-rate'): Refusal {
  const headers = { 'Stripe-Rate-Limited-Reason': reason };
  return new Refusal({ status: 429, code: 'rate_limit', message: texts[mode], headers });
}

/** Counts requests per account and second of the clock; more than `most` are refused. */
export function createRateLimit(most: number) {
  const counts = new Map<string, { second: number; count: number }>();
  return (account: string, mode: 'test' | 'live', second: number): void => {
    const known = counts.get(`${account} ${mode}`);
    const count = known?.second === second ? known.count + 1 : 1;
    counts.set(`${account} ${mode}`, { second, count });
    if (count > most) throw tooManyRequests(mode);
  };
}
