import type { Balance, BalanceEntry } from '../objects.js';

/** Amounts in minor units by currency. */
export type Amounts = Readonly<Record<string, number>>;

/** A balance with both parts, and a payout destination that nobody may see. */
export function balanceObject(available: Amounts, pending: Amounts): Balance {
  return {
    object: 'balance',
    available: entries(available),
    instant_available: entries(available).map((entry) => ({
      ...entry,
      net_available: [
        { amount: entry.amount, destination: 'ba_1PrivateBankAccount', source_types: entry.source_types },
      ],
    })),
    livemode: false,
    pending: entries(pending),
    refund_and_dispute_prefunding: { available: [], pending: [] },
  };
}

function entries(amounts: Amounts): BalanceEntry[] {
  return Object.entries(amounts).map(([currency, amount]) => ({
    amount,
    currency,
    source_types: { card: amount },
  }));
}
