import type { GlossaryEntry } from './entry.js';

/** Where the money is, and what is taken off on the way. */
export const balances: readonly GlossaryEntry[] = [
  {
    term: 'balance',
    aliases: ['stripe balance', 'account balance'],
    meaning:
      'The money Stripe holds for you, per currency. Part of it is available, the rest is still pending.',
    related: ['available balance', 'pending balance', 'payout'],
  },
  {
    term: 'available balance',
    aliases: ['available', 'available funds', 'available money'],
    meaning: 'Money that can be paid out to your bank or used for refunds now.',
    related: ['pending balance', 'payout'],
  },
  {
    term: 'pending balance',
    aliases: ['pending funds', 'pending money', 'money on the way'],
    meaning:
      'Money customers have paid that Stripe has not released yet. It becomes available after some days, depending on country and way of paying.',
    related: ['available balance', 'settlement'],
  },
  {
    term: 'negative balance',
    aliases: ['balance below zero', 'minus balance'],
    meaning:
      'Refunds, disputes and fees were more than came in. Stripe takes the difference from later payments, or from your bank.',
    related: ['balance', 'refund', 'dispute'],
  },
  {
    term: 'payout',
    aliases: ['pay out', 'paid out', 'bank payout', 'transfer to bank'],
    meaning:
      "A transfer of your available balance from Stripe to your bank account. I cannot make one; Stripe's Dashboard can.",
    related: ['available balance', 'settlement', 'Stripe Dashboard'],
  },
  {
    term: 'settlement',
    aliases: ['settle', 'settled', 'settlement time', 'clearing'],
    meaning:
      "The step in which a payment becomes money you can use, in your account's currency. It takes some days after the charge.",
    related: ['pending balance', 'payout', 'currency conversion'],
  },
  {
    term: 'balance transaction',
    aliases: ['balance entry', 'ledger entry', 'balance movement'],
    meaning:
      'One line in the books of your Stripe balance: a payment in, a refund, fee or payout out. It says gross, fee and net.',
    related: ['balance', 'net', 'fee'],
  },
  {
    term: 'gross',
    aliases: ['gross amount', 'gross volume'],
    meaning: 'The whole amount customers paid, before refunds and fees are taken off.',
    related: ['net', 'fee'],
  },
  {
    term: 'net',
    aliases: ['net amount', 'net of refunds', 'net volume'],
    meaning:
      'What is left after something is taken off. In my lists it is succeeded charges minus refunds; in Stripe’s books fees are taken off as well.',
    related: ['gross', 'refund', 'fee'],
    example: '$120 charged, $40 refunded: net $80.',
  },
  {
    term: 'fee',
    aliases: ['stripe fee', 'processing fee', 'transaction fee', 'charges and fees', 'commission'],
    meaning: 'What Stripe keeps for handling a payment, usually a small percentage plus a fixed part.',
    related: ['net', 'balance transaction'],
  },
  {
    term: 'reserve',
    aliases: ['rolling reserve', 'held balance', 'held money'],
    meaning: 'Money Stripe holds back for a while in case of refunds and disputes.',
    related: ['balance', 'dispute'],
  },
  {
    term: 'currency',
    aliases: ['currency code'],
    meaning:
      'The money an amount is in, such as USD, EUR or JPY. I never add up amounts of different currencies.',
    related: ['zero-decimal currency', 'currency conversion'],
  },
  {
    term: 'zero-decimal currency',
    aliases: ['zero decimal', 'currency without cents', 'no decimal currency', 'three decimal currency'],
    meaning:
      'A currency without cents, such as the Japanese yen. ¥500 is 500 and not 5.00; some others, such as the Kuwaiti dinar, have three decimals.',
    related: ['currency'],
  },
  {
    term: 'currency conversion',
    aliases: ['conversion', 'exchange rate', 'fx', 'foreign exchange'],
    meaning:
      'Stripe changes a payment into the currency of your account when you have no bank account in its own. The rate includes a fee.',
    related: ['currency', 'fee', 'settlement'],
  },
];
