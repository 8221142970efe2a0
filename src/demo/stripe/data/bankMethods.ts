import { type Random, randomId } from '../random.js';

/** Methods that take days: the money may be pending. */
export type BankKind = 'sepa_debit' | 'us_bank_account' | 'bacs_debit' | 'konbini';

/** What Stripe tells of a debit (or of a payment in a Japanese store), with numbers that must not be shown. */
export function bankDetails(
  { kind, last4 }: { kind: BankKind; last4: string },
  country: string,
  random: Random,
) {
  const shared = { fingerprint: randomId(random, 'fp', 14), last4, mandate: randomId(random, 'mandate_') };
  switch (kind) {
    case 'sepa_debit':
      return { ...shared, bank_code: '37040044', branch_code: '', country, expected_debit_date: null };
    case 'us_bank_account':
      return {
        ...shared,
        account_holder_type: 'individual',
        account_type: 'checking',
        bank_name: 'EXAMPLE BANK',
        routing_number: '110000000',
      };
    case 'bacs_debit':
      return { ...shared, expected_debit_date: null, sort_code: '108800' };
    case 'konbini':
      return { store: { chain: 'lawson' } };
  }
}
