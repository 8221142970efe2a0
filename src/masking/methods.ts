import type { MethodFacts } from '../stripe/facts.js';
import { displayNames } from './formatters.js';
import { lastFour } from './masks.js';

const names: Readonly<Record<string, string>> = {
  amex: 'American Express',
  cartes_bancaires: 'Cartes Bancaires',
  diners: 'Diners Club',
  discover: 'Discover',
  eftpos_au: 'eftpos',
  interac: 'Interac',
  jcb: 'JCB',
  mastercard: 'Mastercard',
  unionpay: 'UnionPay',
  visa: 'Visa',
  ach_debit: 'ACH debit',
  acss_debit: 'Canadian bank debit',
  au_becs_debit: 'BECS debit',
  bacs_debit: 'Bacs debit',
  blik: 'BLIK',
  card_present: 'Card',
  cashapp: 'Cash App Pay',
  eps: 'EPS',
  fpx: 'FPX',
  ideal: 'iDEAL',
  p24: 'Przelewy24',
  paypal: 'PayPal',
  sepa_debit: 'SEPA debit',
  us_bank_account: 'US bank account',
  wechat_pay: 'WeChat Pay',
};

/** How a charge was paid: "Visa •••• 4242"; of a method nobody here knows, its type in plain words. */
export function methodLabel({ type, brand, last4 }: MethodFacts): string {
  const known = brand && Object.hasOwn(names, brand) ? names[brand] : wordsOf(type);
  return [known, lastFour(last4)].filter(Boolean).join(' ');
}

/** A Stripe enum value in plain words: `card_declined` → "card declined"; '' for what does not look like one. */
export function plainWords(value: string | null): string {
  return value && /^[a-z][a-z0-9_]{1,39}$/.test(value) ? value.replaceAll('_', ' ') : '';
}

/** A country's English name; '' for what is no ISO 3166 code. */
export function countryName(code: string | null): string {
  if (!code || !/^[A-Z]{2}$/.test(code)) return '';
  return displayNames('region').of(code) ?? '';
}

function wordsOf(type: string): string {
  if (Object.hasOwn(names, type)) return names[type] ?? '';
  const words = plainWords(type);
  return words ? words.charAt(0).toUpperCase() + words.slice(1) : 'Other method';
}
