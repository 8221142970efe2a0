import type { GlossaryEntry } from './entry.js';

/** Taking money, giving it back, and what can happen in between. */
export const payments: readonly GlossaryEntry[] = [
  {
    term: 'charge',
    aliases: ['charged', 'card charge', 'charge status'],
    meaning:
      'One attempt to take money from a customer, by card or another way. It ends as succeeded, pending or failed, and it can later be refunded or disputed.',
    related: ['payment intent', 'succeeded', 'pending', 'failed', 'refund'],
  },
  {
    term: 'payment',
    aliases: ['transaction', 'sale', 'customer payment'],
    meaning:
      'Money a customer pays you. In Stripe each try to collect it is a charge; one payment may need several tries.',
    related: ['charge', 'payment intent', 'payment method'],
  },
  {
    term: 'payment intent',
    aliases: ['intent', 'paymentintent'],
    meaning:
      "Stripe's record of one sale from start to finish. If a card is declined and the next one works, that is one payment intent with two charges.",
    related: ['charge', 'payment'],
  },
  {
    term: 'succeeded',
    aliases: ['success', 'successful', 'succeeded charge', 'successful payment', 'successful charge', 'paid'],
    meaning:
      'The money was taken from the customer. It is yours, but it reaches your bank only with a later payout.',
    related: ['charge', 'pending balance', 'payout'],
  },
  {
    term: 'pending',
    aliases: ['pending charge', 'pending payment', 'pending status'],
    meaning:
      "Started but not finished. A pending charge waits for the customer's bank, which can take days for bank debits; a pending balance is money already paid that you cannot use yet.",
    related: ['charge', 'pending balance', 'SEPA debit'],
  },
  {
    term: 'failed',
    aliases: [
      'failed charge',
      'failed payment',
      'failure',
      'declined',
      'decline',
      'card declined',
      'declined payment',
      'unsuccessful',
    ],
    meaning:
      "The attempt did not work and no money moved. Usually the customer's bank said no, for example because of too little money or an old card.",
    related: ['charge', 'expiry', '3D Secure'],
  },
  {
    term: 'captured',
    aliases: ['capture', 'captured charge', 'captured payment'],
    meaning:
      'The money was really collected. Most charges are captured at once; some are only reserved first and captured later.',
    related: ['uncaptured', 'charge'],
  },
  {
    term: 'uncaptured',
    aliases: [
      'uncaptured charge',
      'uncaptured payment',
      'not captured',
      'authorisation',
      'authorization',
      'authorised',
      'authorized',
      'pre authorisation',
      'pre authorization',
      'card hold',
    ],
    meaning:
      'The bank has set the amount aside for you, but it has not been collected. If nobody captures it within some days, usually seven, it goes back to the customer.',
    related: ['captured', 'charge'],
    example: 'A hotel reserves €200 at check-in and collects €140 at check-out.',
  },
  {
    term: 'refund',
    aliases: ['refunded', 'full refund', 'refunded charge', 'refunded payment', 'money back'],
    meaning:
      "Money you give back for a charge. It goes to the way the customer paid and takes some days to arrive; Stripe's fee for the charge is usually not given back.",
    related: ['partial refund', 'net', 'dispute'],
  },
  {
    term: 'partial refund',
    aliases: ['partly refunded', 'partially refunded', 'partial reimbursement'],
    meaning:
      'Only part of a charge is given back; the rest stays with you. There can be several, up to the whole amount.',
    related: ['refund', 'net'],
    example: '$40 of an $80 charge is refunded: $40 is left.',
  },
  {
    term: 'dispute',
    aliases: ['disputed', 'disputed charge', 'disputed payment', 'payment dispute'],
    meaning:
      'A customer has asked their bank to take a payment back. Stripe holds the amount and a fee until the bank decides; you can send evidence until a deadline.',
    related: ['chargeback', 'inquiry', 'evidence', 'refund'],
  },
  {
    term: 'chargeback',
    aliases: ['charge back'],
    meaning:
      'The bank takes a payment back from you because the customer disputed it. The dispute is the case, the chargeback is the money going back.',
    related: ['dispute', 'evidence', 'fee'],
  },
  {
    term: 'inquiry',
    aliases: ['enquiry', 'retrieval', 'dispute inquiry', 'early fraud warning'],
    meaning:
      "A question or a warning from the customer's bank before a dispute. No money has been taken back yet.",
    related: ['dispute', 'evidence'],
  },
  {
    term: 'evidence',
    aliases: ['dispute evidence', 'proof'],
    meaning:
      'What you send the bank to answer a dispute: a delivery note, an e-mail, the terms the customer agreed to.',
    related: ['dispute'],
  },
  {
    term: 'receipt',
    aliases: ['payment receipt'],
    meaning:
      'The proof of payment Stripe can e-mail to the customer. I do not show receipt links, because anyone who has the link can open it.',
    related: ['charge', 'invoice'],
  },
  {
    term: 'statement descriptor',
    aliases: ['descriptor', 'statement description', 'bank statement text'],
    meaning:
      "The short text on the customer's bank statement that says who took the money. A text customers recognise means fewer disputes.",
    related: ['charge', 'dispute'],
    example: 'MAINSTORE* ORDER',
  },
  {
    term: 'risk',
    aliases: ['risk level', 'risk score', 'fraud', 'fraud risk', 'radar', 'stripe radar'],
    meaning:
      "Stripe's guess at how likely a payment is to be fraud: normal, elevated or highest. Stripe blocks the highest by default.",
    related: ['dispute', '3D Secure'],
  },
];
