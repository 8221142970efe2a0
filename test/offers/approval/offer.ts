import type { Confirmation } from '../../../src/store/offerRow.js';

/** When it was decided: 14:03 in Berlin. */
const settledAt = Date.parse('2026-11-22T13:03:00Z');

/** An offer of 40 % that a second person approved, changed where a test needs it. */
export function offer(own: Partial<Confirmation> = {}): Confirmation {
  return {
    id: 'offer',
    state: 'created',
    caller: 'p-asker',
    role: 'marketing',
    conversation: 'c-1',
    channel: 'test',
    account: 'main',
    coupon: 'till-1',
    card: null,
    code: 'BIG40',
    lapsesAt: settledAt + 60_000,
    retryAt: null,
    settledAt,
    reason: null,
    approver: 'p-approver',
    approverRole: 'approver',
    onlyCode: false,
    terms: { percentOff: 40, duration: 'once', firstTimeOnly: false, zone: 'Europe/Berlin' },
    second: { asker: 'key of the asker', nonce: 'n', approval: 'a' },
    ...own,
  };
}
