import type { FormRules } from '../../src/offers/readForm.js';

/** What forms are read against in these tests: Saturday 21 November 2026 in Berlin, a policy without limits. */
export const rules: FormRules = {
  today: '2026-11-21',
  zone: 'Europe/Berlin',
  locale: 'en-US',
  policy: {
    maxPercentOff: 100,
    maxAmountOff: {},
    durations: ['once', 'repeating', 'forever'],
    enabled: true,
  },
};
