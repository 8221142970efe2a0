import type { ChargeFacts } from '../stripe/facts.js';
import type { Status } from './views.js';

/** How a charge can stand: its word and colour in a row, and what it is counted as. */
export const standings = {
  succeeded: { word: 'Succeeded', color: 'good', counts: 'succeeded' },
  partlyRefunded: { word: 'Partly refunded', color: 'warning', counts: 'refunded' },
  refunded: { word: 'Refunded', color: 'default', counts: 'refunded' },
  disputed: { word: 'Disputed', color: 'attention', counts: 'disputed' },
  pending: { word: 'Pending', color: 'warning', counts: 'pending' },
  uncaptured: { word: 'Not captured', color: 'warning', counts: 'not captured' },
  released: { word: 'Released', color: 'default', counts: 'released' },
  failed: { word: 'Failed', color: 'attention', counts: 'failed' },
  other: { word: 'Other status', color: 'default', counts: 'of another status' },
} as const satisfies Record<string, Status & { counts: string }>;

export type Standing = keyof typeof standings;

/** How a charge stands. A refund counts before anything else but a dispute; a status nobody here knows is `other`. */
export function standingOf(charge: ChargeFacts): Standing {
  if (charge.status === 'failed' || charge.status === 'pending') return charge.status;
  if (charge.status !== 'succeeded') return 'other';
  if (charge.disputed) return 'disputed';
  if (!charge.captured) return charge.refunded ? 'released' : 'uncaptured';
  if (charge.refunded || charge.amountRefunded >= charge.amount) {
    return charge.amountRefunded > 0 ? 'refunded' : 'succeeded';
  }
  return charge.amountRefunded > 0 ? 'partlyRefunded' : 'succeeded';
}
