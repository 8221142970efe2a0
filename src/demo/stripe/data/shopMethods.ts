import type { Method } from './methods.js';

/** How people pay in "Main store", in the order they come up. */
export const mainMethods: readonly Method[] = [
  { kind: 'card', brand: 'visa', last4: '4242' },
  { kind: 'card', brand: 'mastercard', last4: '4444' },
  { kind: 'card', brand: 'visa', last4: '1881', wallet: 'apple_pay' },
  { kind: 'sepa_debit', last4: '3000' },
  { kind: 'paypal' },
  { kind: 'card', brand: 'amex', last4: '0005' },
  { kind: 'link' },
  { kind: 'card', brand: 'mastercard', last4: '3222', wallet: 'google_pay' },
  { kind: 'klarna' },
  { kind: 'card', brand: 'visa', last4: '0077' },
  { kind: 'unknown' },
];

/** How people pay in "EU store". */
export const euMethods: readonly Method[] = [
  { kind: 'card', brand: 'visa', last4: '3155' },
  { kind: 'sepa_debit', last4: '3201' },
  { kind: 'klarna' },
  { kind: 'card', brand: 'mastercard', last4: '8210' },
];
