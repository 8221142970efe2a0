import { pick, type Random } from '../random.js';
import type { ChargeRow } from './chargeObject.js';
import type { CustomerRow } from './customerRows.js';
import type { Method } from './methods.js';
import { daysBefore } from './moments.js';
import type { Outcome } from './outcomes.js';

/** Many charges in turn: so many, between two days before now, the oldest first. */
export interface ChargeCycle {
  count: number;
  oldestDay: number;
  newestDay: number;
  customers: readonly CustomerRow[];
  methods: readonly Method[];
}

const slow: Readonly<Record<string, Method>> = {
  eur: { kind: 'sepa_debit', last4: '3000' },
  usd: { kind: 'us_bank_account', last4: '6789' },
  gbp: { kind: 'bacs_debit', last4: '2345' },
  jpy: { kind: 'konbini', last4: '' },
};
const card: Method = { kind: 'card', brand: 'visa', last4: '4242' };
const declines = ['card_declined', 'insufficient_funds', 'expired_card', 'incorrect_cvc'] as const;
const rare: ReadonlyMap<number, Outcome['kind']> = new Map([
  [6, 'failed'],
  [9, 'refunded'],
  [13, 'disputed'],
  [17, 'partlyRefunded'],
  [20, 'uncaptured'],
  [22, 'failed'],
  [24, 'pending'],
]);
const turn = 25;

/**
 * Every customer, method and outcome comes up, each in its own rhythm. Each twentieth charge shares its second with
 * the one before, and each eleventh was paid by a guest.
 */
export function cycledCharges(cycle: ChargeCycle, now: number, random: Random): ChargeRow[] {
  const { count, oldestDay, newestDay, customers, methods } = cycle;
  const step = (oldestDay - newestDay) / count;
  return Array.from({ length: count }, (_, at) => at).flatMap((at) => {
    const customer = customers[at % customers.length];
    const method = methods[at % methods.length];
    if (!customer || !method) return [];
    const { currency } = customer;
    const amount = amountIn(currency, random);
    const kind = rare.get(at % turn) ?? 'succeeded';
    const created = daysBefore(now, oldestDay - step * (at % 20 === 19 ? at - 1 : at));
    const outcome = outcomeOf(kind, amount, random);
    return {
      amount,
      currency,
      created,
      customer,
      guest: at % 11 === 10,
      method: methodFor(kind, method, currency),
      outcome,
    };
  });
}

/** Only what takes days is pending, only cards wait for capture, and a SEPA debit is in euro. */
function methodFor(kind: Outcome['kind'], method: Method, currency: string): Method {
  const local = method.kind === 'sepa_debit' ? (slow[currency] ?? card) : method;
  if (kind === 'pending') return slow[currency] ?? card;
  return (kind === 'uncaptured' || kind === 'failed') && local.kind !== 'card' ? card : local;
}

function outcomeOf(kind: Outcome['kind'], amount: number, random: Random): Outcome {
  if (kind === 'failed') return { kind, code: pick(random, declines) };
  if (kind === 'partlyRefunded') return { kind, back: Math.ceil(amount / 4) };
  return { kind };
}

/** A price as shops write them: whole yen by the hundred, else something with .00, .50 or .99. */
function amountIn(currency: string, random: Random): number {
  const whole = 5 + Math.floor(random() * random() * 380);
  return currency === 'jpy' ? whole * 100 : whole * 100 + pick(random, [0, 0, 50, 99]);
}
