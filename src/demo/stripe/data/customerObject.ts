import type { Customer } from '../objects.js';
import type { CustomerRow } from './customerRows.js';
import { daysBefore } from './moments.js';

/** A customer's address as Stripe writes it. */
export function addressOf({ city, country, line1, postalCode }: CustomerRow) {
  return { city, country, line1, line2: 'Rear building, 2nd floor', postal_code: postalCode, state: null };
}

/** The whole customer object, with the leaves that nobody may see. `now` in unix seconds. */
export function customerObject(row: CustomerRow, now: number): Customer {
  const { id, name, email, phone, currency } = row;
  return {
    id,
    object: 'customer',
    address: addressOf(row),
    balance: 0,
    created: daysBefore(now, row.since),
    currency,
    customer_account: null,
    default_source: null,
    delinquent: false,
    description: `Met at the fair, prefers calls; private note on ${id}`,
    discount: null,
    email,
    invoice_prefix: id.slice(4, 12).toUpperCase(),
    invoice_settings: {
      custom_fields: [{ name: 'Cost centre', value: `private-${id}` }],
      default_payment_method: `pm_1${id.slice(4)}`,
      footer: `Private footer for ${email}`,
      rendering_options: null,
    },
    livemode: false,
    metadata: { crm: `crm-${id}`, backup_contact: `backup.${email}` },
    name,
    next_invoice_sequence: 3,
    phone,
    preferred_locales: ['en'],
    shipping: { address: addressOf(row), name, phone },
    tax_exempt: 'none',
    test_clock: null,
  };
}
