import type { GlossaryEntry } from './entry.js';

/** Stripe as a service: accounts, modes, keys and the words engineers use. */
export const stripeItself: readonly GlossaryEntry[] = [
  {
    term: 'Stripe',
    aliases: ['payment provider', 'payment processor'],
    meaning: 'The company that takes payments for you, holds the money and pays it out to your bank.',
    related: ['account', 'Stripe Dashboard'],
  },
  {
    term: 'account',
    aliases: ['stripe account', 'main store'],
    meaning:
      "Your company's place in Stripe, with its own customers, payments and balance. A company may have several, for example one per shop or country.",
    related: ['connected account', 'test mode', 'live mode'],
  },
  {
    term: 'connected account',
    aliases: ['stripe connect', 'connect', 'sub account'],
    meaning: 'An account of someone else, such as a seller on your marketplace, that is linked to yours.',
    related: ['account'],
  },
  {
    term: 'Stripe Dashboard',
    aliases: ['dashboard'],
    meaning:
      "Stripe's website for people who run an account. What I cannot do, such as refunds or ending a coupon, is done there.",
    related: ['account', 'refund', 'payout'],
  },
  {
    term: 'test mode',
    aliases: ['test', 'test data', 'sandbox', 'test account', 'testmode'],
    meaning:
      'A practice area of Stripe with made-up cards. Nothing in it is real: no money moves and no customer is charged.',
    related: ['live mode', 'account'],
  },
  {
    term: 'live mode',
    aliases: ['live', 'live data', 'production', 'livemode', 'live account'],
    meaning:
      'The real side of Stripe: real customers and real money. A coupon made here can be used by customers at once.',
    related: ['test mode', 'account'],
  },
  {
    term: 'API',
    aliases: ['stripe api', 'api call', 'interface'],
    meaning:
      'The way one program asks another. I read your Stripe account through its API, never through its website.',
    related: ['API key', 'webhook'],
  },
  {
    term: 'API key',
    aliases: ['key', 'stripe key', 'access key', 'api token'],
    meaning:
      'A secret that lets a program into a Stripe account. Never paste one into a chat; if you did, have it replaced.',
    related: ['restricted key', 'secret key', 'publishable key'],
  },
  {
    term: 'restricted key',
    aliases: ['restricted api key', 'limited key', 'rk key'],
    meaning:
      'An API key that may do only what was ticked for it, for example read charges and nothing else. This is the kind I use.',
    related: ['API key', 'secret key', 'permission'],
  },
  {
    term: 'secret key',
    aliases: ['full key', 'secret api key', 'sk key'],
    meaning: 'An API key that may do everything in an account. I do not need one and normally refuse it.',
    related: ['restricted key', 'API key'],
  },
  {
    term: 'publishable key',
    aliases: ['public key', 'pk key'],
    meaning:
      'The key that stands openly in a shop’s web page. It can start a payment but cannot read anything.',
    related: ['API key', 'secret key'],
  },
  {
    term: 'webhook',
    aliases: ['web hook', 'stripe event', 'event notification'],
    meaning: 'A message Stripe sends to another program as soon as something happens, such as a payment.',
    related: ['API'],
  },
  {
    term: 'idempotency key',
    aliases: ['idempotency', 'idempotent', 'idempotent request'],
    meaning:
      'A mark on a request that tells Stripe it is the same one again. It is why a double press makes one coupon and not two.',
    related: ['API', 'coupon'],
  },
  {
    term: 'metadata',
    aliases: ['meta data', 'custom field'],
    meaning:
      'Notes that programs attach to a payment or customer, such as an order number. I do not show them, because anything may stand there.',
    related: ['masked data', 'object id'],
  },
  {
    term: 'object id',
    aliases: ['id', 'identifier', 'charge id', 'customer id', 'coupon id', 'stripe id'],
    meaning:
      'The unique name Stripe gives everything. Its first letters say what it is: ch_ is a charge, cus_ a customer.',
    related: ['customer', 'charge'],
  },
];
