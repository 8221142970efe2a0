import type { GlossaryEntry } from './entry.js';

/** Who buys, what they buy, and where. */
export const selling: readonly GlossaryEntry[] = [
  {
    term: 'customer',
    aliases: ['client', 'buyer', 'stripe customer'],
    meaning:
      "Stripe's record of one buyer: name, e-mail, how they pay. A one-off purchase may be made without such a record, as a guest.",
    related: ['guest', 'object id', 'masked data'],
  },
  {
    term: 'guest',
    aliases: ['guest customer', 'guest checkout'],
    meaning: 'Someone who paid without a customer record. Their payments cannot be found under a customer.',
    related: ['customer', 'checkout'],
  },
  {
    term: 'product',
    aliases: ['item', 'plan'],
    meaning: 'What you sell, as Stripe knows it. What it costs is a price, and one product can have several.',
    related: ['price', 'subscription'],
  },
  {
    term: 'price',
    aliases: ['unit price', 'list price'],
    meaning: 'How much a product costs, in which currency, and whether once or every month or year.',
    related: ['product', 'subscription'],
  },
  {
    term: 'subscription',
    aliases: ['recurring payment', 'recurring charge', 'subscriber', 'membership'],
    meaning:
      'A customer pays for a product again and again, for example each month. Stripe makes an invoice every time.',
    related: ['invoice', 'duration', 'price'],
  },
  {
    term: 'invoice',
    aliases: ['bill'],
    meaning:
      'A bill Stripe makes for a customer, with what was bought, tax and discounts. Subscriptions make them by themselves.',
    related: ['subscription', 'receipt', 'tax id'],
  },
  {
    term: 'checkout',
    aliases: ['stripe checkout', 'checkout page', 'checkout session', 'payment page'],
    meaning:
      "Stripe's ready-made page where customers pay. Customers can type a promotion code there if your shop allows it.",
    related: ['payment link', 'promotion code'],
  },
  {
    term: 'payment link',
    aliases: ['pay link', 'link to pay'],
    meaning: 'A link that opens a checkout page for a product, to send or post anywhere.',
    related: ['checkout', 'product'],
  },
  {
    term: 'tax id',
    aliases: ['tax number', 'vat number', 'vat id', 'tax identification number'],
    meaning: "A business customer's tax number, such as a VAT number, printed on invoices.",
    related: ['invoice', 'customer'],
  },
];
