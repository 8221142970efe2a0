import { type Random, randomId } from '../random.js';
import { type BankKind, bankDetails } from './bankMethods.js';

/** How a demo charge was paid. `unknown` is a method that Stripe invents after this was written. */
export type Method =
  | {
      kind: 'card';
      brand: 'visa' | 'mastercard' | 'amex';
      last4: string;
      wallet?: 'apple_pay' | 'google_pay';
    }
  | { kind: BankKind; last4: string }
  | { kind: 'paypal' | 'link' | 'klarna' | 'unknown' };

/** Whose payment it is; some methods repeat it. */
export interface Payer {
  name: string;
  email: string;
  country: string;
}

/** `payment_method_details`, with everything that must not be shown. */
export function methodDetails(
  method: Method,
  payer: Payer,
  random: Random,
): { type: string; [leaf: string]: unknown } {
  switch (method.kind) {
    case 'card':
      return { card: cardDetails(method, payer, random), type: 'card' };
    case 'sepa_debit':
    case 'us_bank_account':
    case 'bacs_debit':
    case 'konbini':
      return { [method.kind]: bankDetails(method, payer.country, random), type: method.kind };
    case 'paypal':
      return { paypal: paypalDetails(payer, random), type: 'paypal' };
    case 'link':
      return { link: { country: payer.country, funding_source_group: 'card' }, type: 'link' };
    case 'klarna':
      return {
        klarna: {
          payer_details: { address: { country: payer.country } },
          payment_method_category: 'pay_later',
        },
        type: 'klarna',
      };
    case 'unknown':
      return { moon_pay: { holder: payer.name, account: randomId(random, 'moon-') }, type: 'moon_pay' };
  }
}

function cardDetails(
  { brand, last4, wallet }: Extract<Method, { kind: 'card' }>,
  payer: Payer,
  random: Random,
) {
  return {
    amount_authorized: null,
    authorization_code: randomId(random, 'AUTH', 8).toUpperCase(),
    brand,
    checks: { address_line1_check: 'pass', address_postal_code_check: 'pass', cvc_check: 'pass' },
    country: payer.country,
    exp_month: 8,
    exp_year: 2030,
    extended_authorization: { status: 'disabled' },
    fingerprint: randomId(random, 'fp', 14),
    funding: brand === 'amex' ? 'credit' : 'debit',
    iin: { visa: '42424242', mastercard: '55555555', amex: '37828224' }[brand],
    incremental_authorization: { status: 'unavailable' },
    installments: null,
    issuer: 'Example Issuing Bank',
    last4,
    mandate: null,
    multicapture: { status: 'unavailable' },
    network: brand,
    network_token: { used: false },
    network_transaction_id: randomId(random, 'ntx', 12),
    overcapture: { status: 'unavailable' },
    regulated_status: 'unregulated',
    three_d_secure: null,
    wallet: wallet ? { dynamic_last4: '9911', type: wallet, [wallet]: {} } : null,
  };
}

function paypalDetails({ country, email, name }: Payer, random: Random) {
  return {
    country,
    payer_email: email,
    payer_id: randomId(random, 'PP', 11).toUpperCase(),
    payer_name: name,
    seller_protection: { dispute_categories: ['fraudulent'], status: 'eligible' },
    transaction_id: randomId(random, 'PPT', 14).toUpperCase(),
  };
}
