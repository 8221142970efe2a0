import type { ChargeRow } from './chargeObject.js';
import type { CustomerRow } from './customerRows.js';
import { hostileCustomers, ordinaryCustomers } from './mainCustomers.js';
import { daysBefore } from './moments.js';

type Newest = Omit<ChargeRow, 'created' | 'customer'> & { hoursAgo: number; of: string };

// biome-ignore format: one charge a line
const newest: readonly Newest[] = [
  { hoursAgo: 0.3, amount: 12_000, currency: 'usd', of: 'Ava Martin', method: { kind: 'card', brand: 'visa', last4: '4242' }, outcome: { kind: 'succeeded' } },
  { hoursAgo: 1.1, amount: 8_000, currency: 'usd', of: 'James Carter', method: { kind: 'card', brand: 'mastercard', last4: '4444' }, outcome: { kind: 'partlyRefunded', back: 4_000 } },
  { hoursAgo: 2.4, amount: 5_900, currency: 'eur', of: 'Lena Hoffmann', method: { kind: 'card', brand: 'visa', last4: '1881' }, outcome: { kind: 'succeeded' }, id: 'ch_3OabCD1xYz778899' },
  { hoursAgo: 3.9, amount: 24_900, currency: 'usd', of: 'Noah Williams', method: { kind: 'card', brand: 'amex', last4: '0005' }, outcome: { kind: 'failed', code: 'card_declined' } },
  { hoursAgo: 5.2, amount: 1_850, currency: 'usd', of: 'Grace Okafor', method: { kind: 'card', brand: 'visa', last4: '4242', wallet: 'apple_pay' }, outcome: { kind: 'succeeded' } },
  { hoursAgo: 7.7, amount: 3_000, currency: 'eur', of: 'Chloé Dubois', method: { kind: 'sepa_debit', last4: '3000' }, outcome: { kind: 'succeeded' } },
  { hoursAgo: 11.3, amount: 41_200, currency: 'usd', of: 'Delgado Motors', method: { kind: 'card', brand: 'mastercard', last4: '8210' }, outcome: { kind: 'succeeded' } },
  { hoursAgo: 15.6, amount: 6_400, currency: 'usd', of: 'Tom Berg', method: { kind: 'link' }, outcome: { kind: 'succeeded' } },
  { hoursAgo: 20.1, amount: 31_000, currency: 'usd', of: '<img src=x onerror=alert(1)>', method: { kind: 'card', brand: 'visa', last4: '0077' }, outcome: { kind: 'succeeded' } },
  { hoursAgo: 26.8, amount: 3_500, currency: 'usd', of: 'Dev Anand Rao', method: { kind: 'paypal' }, outcome: { kind: 'succeeded' } },
];

/** The ten that "the last 10 charges" shows: eight succeeded, one partly refunded, one failed. Oldest first. */
export function newestCharges(now: number): ChargeRow[] {
  const everyone: readonly CustomerRow[] = [...ordinaryCustomers, ...hostileCustomers];
  return newest.toReversed().flatMap(({ hoursAgo, of, ...row }) => {
    const customer = everyone.find(({ name }) => name === of);
    return customer ? [{ ...row, customer, created: daysBefore(now, hoursAgo / 24) }] : [];
  });
}
