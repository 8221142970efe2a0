import type { GlossaryEntry } from './entry.js';

/** What a customer pays with. */
export const waysToPay: readonly GlossaryEntry[] = [
  {
    term: 'payment method',
    aliases: ['method of payment', 'way to pay', 'payment type'],
    meaning: 'What the customer pays with: a card, a wallet, a bank debit and so on.',
    related: ['card brand', 'wallet', 'SEPA debit', 'bank transfer'],
  },
  {
    term: 'card brand',
    aliases: ['brand', 'card network', 'card scheme', 'visa', 'mastercard', 'amex', 'american express'],
    meaning: 'The network a card belongs to, such as Visa, Mastercard or American Express.',
    related: ['last four', 'payment method'],
  },
  {
    term: 'last four',
    aliases: ['last 4', 'last4', 'last four digits', 'last 4 digits', 'card number'],
    meaning:
      'The last four digits of a card number. They are enough to tell two cards apart, and they are all I ever show of a card number.',
    related: ['card brand', 'masked data'],
    example: 'Visa •••• 4242',
  },
  {
    term: 'CVC',
    aliases: ['cvv', 'security code', 'card security code', 'cvc check'],
    meaning:
      'The three or four digits on a card that show the customer has it at hand. They are checked once and never kept.',
    related: ['payment method', '3D Secure'],
  },
  {
    term: 'wallet',
    aliases: ['digital wallet', 'apple pay', 'google pay', 'mobile wallet'],
    meaning:
      'An app that keeps cards and pays with them, such as Apple Pay or Google Pay. The charge still runs on a card.',
    related: ['payment method', 'card brand'],
  },
  {
    term: 'SEPA debit',
    aliases: ['sepa', 'direct debit', 'sepa direct debit', 'bank debit', 'lastschrift'],
    meaning:
      'Money collected straight from a euro bank account. It stays pending for some working days and can be returned for weeks after.',
    related: ['pending', 'payment method'],
  },
  {
    term: 'bank transfer',
    aliases: ['wire', 'wire transfer', 'credit transfer'],
    meaning: 'The customer sends the money from their bank themselves. You wait for it to arrive.',
    related: ['payment method', 'pending'],
  },
  {
    term: '3D Secure',
    aliases: ['3ds', '3 d secure', 'strong customer authentication', 'sca'],
    meaning:
      "An extra check by the customer's bank while paying, for example a tap in the banking app. It lowers fraud and is required for many card payments in Europe.",
    related: ['risk', 'failed'],
  },
  {
    term: 'expiry',
    aliases: [
      'expires',
      'expired',
      'expiry date',
      'expiration',
      'expiration date',
      'end date',
      'valid until',
    ],
    meaning:
      'The day something stops working. For a coupon or code it is the last day customers can use it; for a card it is the month printed on it.',
    related: ['redeem by', 'duration', 'failed'],
  },
];
