import type { AccountAsk, Ask } from '../../src/abilities/ask.js';
import { createSeal } from '../../src/sealed.js';
import type { StripeAccount } from '../../src/stripe/account.js';
import type { Visit } from '../../src/visit.js';
import { reading } from '../masking/facts.js';
import { leaveFor } from '../stripe/room.js';

export const seal = createSeal(['a secret of these tests, long enough']);

/** Someone's turn, at the moment of the reading that masking's tests use. */
export const visit: Visit = {
  caller: { key: 'someone', roles: ['all'], accounts: ['main'] },
  conversation: 'c-1',
  group: false,
  takesBack: true,
  tenant: 'demo',
  channel: 'test',
  account: 'main',
  zone: reading.zone,
  locale: reading.locale,
  correlation: 'k7f2',
  signal: new AbortController().signal,
};

/** What an ability is asked with, by someone who may do everything; `after` as Next gives it. */
export function asking(after?: string): Ask {
  return {
    visit,
    reading,
    leaveFor: (permission) => leaveFor(permission),
    ...(after === undefined ? {} : { after }),
  };
}

/** The same in an account. */
export function askingIn(account: StripeAccount): AccountAsk {
  return { ...asking(), account };
}
