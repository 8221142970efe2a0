import { majorOf } from '../masking/format.js';
import type { ChargesQuestion } from '../masking/questions.js';
import type { ChargeFacts } from '../stripe/facts.js';

type Filter = (charge: ChargeFacts) => boolean;

const byStatus: Record<NonNullable<ChargesQuestion['status']>, Filter> = {
  succeeded: ({ status }) => status === 'succeeded',
  pending: ({ status }) => status === 'pending',
  failed: ({ status }) => status === 'failed',
  refunded: ({ refunded, amountRefunded }) => refunded || amountRefunded > 0,
  disputed: ({ disputed }) => disputed,
};

/** What Stripe's list of charges cannot filter by itself. Amounts are compared in major units, each charge in its own currency. */
export function chargeFilters(question: ChargesQuestion): Filter[] {
  const { status, currency, min_amount: least, max_amount: most, card_last4: last4 } = question;
  return [
    ...(status ? [byStatus[status]] : []),
    ...(currency ? [(charge: ChargeFacts) => charge.currency === currency] : []),
    ...(least === undefined ? [] : [(charge: ChargeFacts) => majorUnits(charge) >= least]),
    ...(most === undefined ? [] : [(charge: ChargeFacts) => majorUnits(charge) <= most]),
    ...(last4 ? [(charge: ChargeFacts) => charge.method.last4 === last4] : []),
  ];
}

/** Read from digits, so that 19.99 is the very number that was typed. */
function majorUnits({ amount, currency }: ChargeFacts): number {
  return Number(majorOf(amount, currency));
}
