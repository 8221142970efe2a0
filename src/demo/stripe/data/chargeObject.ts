import type { Charge } from '../objects.js';
import { type Random, randomId } from '../random.js';
import { addressOf } from './customerObject.js';
import type { CustomerRow } from './customerRows.js';
import { type Method, methodDetails } from './methods.js';
import { type Outcome, outcomeLeaves, refundOf } from './outcomes.js';

/** A demo charge in short. `guest` paid without a customer on record; `created` in unix seconds. */
export interface ChargeRow {
  id?: string;
  amount: number;
  currency: string;
  created: number;
  customer: CustomerRow;
  guest?: boolean;
  method: Method;
  outcome: Outcome;
}

/** The whole charge object, with the leaves that nobody may see. */
export function chargeObject(row: ChargeRow, random: Random): Charge {
  const { amount, created, currency, customer, method, outcome } = row;
  const id = row.id ?? randomId(random, method.kind === 'sepa_debit' ? 'py_3' : 'ch_3', 20);
  const intent = randomId(random, 'pi_3', 20);
  return {
    id,
    object: 'charge',
    amount,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: outcome.kind === 'failed' ? null : randomId(random, 'txn_3', 20),
    billing_details: billingOf(customer),
    calculated_statement_descriptor: 'MAIN STORE PRIVATE',
    created,
    currency,
    customer: row.guest ? null : customer.id,
    description: `Order ${id.slice(-6)} of ${customer.email}, card 4242 4242 4242 4242`,
    failure_balance_transaction: null,
    fraud_details: {},
    livemode: false,
    metadata: metadataOf(id, customer),
    on_behalf_of: null,
    payment_intent: intent,
    payment_method: randomId(random, 'pm_1'),
    payment_method_details: methodDetails(method, customer, random),
    radar_options: {},
    receipt_email: customer.email,
    receipt_number: null,
    receipt_url: `https://pay.stripe.example/receipts/payment/${randomId(random, '', 48)}`,
    refunds: refundsOf({ id, amount: refundOf(outcome, amount), currency, created, intent }, random),
    review: null,
    shipping: {
      address: addressOf(customer),
      name: customer.name,
      phone: customer.phone,
      tracking_number: `TRK-${id}`,
    },
    source: null,
    source_transfer: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    transfer_data: null,
    transfer_group: null,
    ...outcomeLeaves(outcome, amount),
  };
}

function billingOf(customer: CustomerRow) {
  const { email, name, phone } = customer;
  return { address: addressOf(customer), email, name, phone, tax_id: null };
}

function metadataOf(id: string, { email, phone }: CustomerRow): Record<string, string> {
  return {
    order_id: `order-${id}`,
    typed_card: '5555555555554444 read over the phone',
    contact: `private ${email} ${phone}`,
  };
}

interface Refunded {
  id: string;
  amount: number;
  currency: string;
  created: number;
  intent: string;
}

function refundsOf({ id, amount, currency, created, intent }: Refunded, random: Random) {
  const refund = {
    id: randomId(random, 're_3', 20),
    object: 'refund',
    amount,
    charge: id,
    created: created + 3600,
    currency,
    destination_details: { card: { reference: randomId(random, 'ref', 16), type: 'refund' }, type: 'card' },
    metadata: { agent_note: `private refund note ${id}` },
    payment_intent: intent,
    reason: 'requested_by_customer',
    status: 'succeeded',
  };
  const data = amount > 0 ? [refund] : [];
  return { object: 'list', data, has_more: false, url: `/v1/charges/${id}/refunds` };
}
