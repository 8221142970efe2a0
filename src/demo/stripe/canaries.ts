import { isRecord } from './leaf.js';
import type { AccountData } from './store.js';

/** Leaves whose whole text must never be seen outside Stripe; of `metadata` every value. */
const secretLeaves = new Set([
  'name',
  'email',
  'receipt_email',
  'payer_email',
  'payer_name',
  'payer_id',
  'phone',
  'line1',
  'line2',
  'description',
  'receipt_url',
  'tracking_number',
  'fingerprint',
  'authorization_code',
  'network_transaction_id',
  'transaction_id',
  'mandate',
  'holder',
  'footer',
  'value',
  'iin',
  'issuer',
  'reference',
  'failure_message',
  'calculated_statement_descriptor',
]);

/**
 * Every text in the charges and customers that no card, log or trail may hold: names, e-mails, phones, addresses,
 * descriptions, metadata, receipt links, fingerprints, and the card numbers hidden in free text.
 */
export function canariesOf({ charges, customers }: AccountData): string[] {
  const found = new Set<string>(['4242 4242 4242 4242', '5555555555554444', '4000 0025 0000 3155']);
  for (const object of [...charges, ...customers]) gather(object, found);
  return [...found];
}

function gather(value: unknown, found: Set<string>): void {
  if (Array.isArray(value)) for (const inner of value) gather(inner, found);
  if (!isRecord(value)) return;
  for (const [leaf, inner] of Object.entries(value)) {
    const secret = typeof inner === 'string' && inner !== '' && secretLeaves.has(leaf);
    if (secret) found.add(inner);
    if (leaf === 'metadata' && isRecord(inner))
      for (const text of Object.values(inner)) found.add(String(text));
    gather(inner, found);
  }
}
