/** How a demo charge ended; amounts in minor units. */
export type Outcome =
  | { kind: 'succeeded' | 'pending' | 'refunded' | 'disputed' | 'uncaptured' }
  | { kind: 'partlyRefunded'; back: number }
  | { kind: 'failed'; code: string };

/** The leaves of a charge that its outcome decides. */
export function outcomeLeaves(outcome: Outcome, amount: number) {
  const back = refundOf(outcome, amount);
  const failed = outcome.kind === 'failed';
  const pending = outcome.kind === 'pending';
  const captured = !failed && outcome.kind !== 'uncaptured';
  return {
    amount_captured: captured && !pending ? amount : 0,
    amount_refunded: back,
    captured,
    disputed: outcome.kind === 'disputed',
    failure_code: failed ? outcome.code : null,
    failure_message: failed ? 'The bank said no to the card of this customer.' : null,
    outcome: judgement(outcome),
    paid: !failed && !pending,
    refunded: outcome.kind === 'refunded',
    status: failed ? 'failed' : pending ? 'pending' : 'succeeded',
  };
}

/** How much of the charge went back. */
export function refundOf(outcome: Outcome, amount: number): number {
  if (outcome.kind === 'partlyRefunded') return outcome.back;
  return outcome.kind === 'refunded' ? amount : 0;
}

function judgement(outcome: Outcome) {
  const failed = outcome.kind === 'failed';
  return {
    advice_code: failed ? 'try_again_later' : null,
    network_advice_code: null,
    network_decline_code: failed ? '05' : null,
    network_status: failed ? 'declined_by_network' : 'approved_by_network',
    reason: failed ? 'generic_decline' : null,
    risk_level: outcome.kind === 'disputed' ? 'elevated' : 'normal',
    risk_score: outcome.kind === 'disputed' ? 68 : 14,
    seller_message: failed ? 'The bank did not return any further details.' : 'Payment complete.',
    type: failed ? 'issuer_declined' : 'authorized',
  };
}
