import type { ChargeFacts } from '../stripe/facts.js';
import { inert } from './escape.js';
import { formatAmount, formatNumber, minorOf } from './format.js';
import type { Page } from './listing.js';
import { maskAsked, objectId } from './masks.js';
import { periodWords } from './period.js';
import type { ChargesQuestion } from './questions.js';
import type { Reading } from './reading.js';

/** Charges that were found for a question. `customerAsked` is what was typed to find their customer. */
export interface FoundCharges extends Page<ChargeFacts> {
  question: ChargesQuestion;
  customerAsked?: string;
}

/** "Last 10 charges", "Failed charges, 2–8 March": the question, repeated with nothing in it unmasked. */
export function chargesHeadline(found: FoundCharges, reading: Reading): string {
  const { question, counted } = found;
  if (question.charge) return `${kindOf(question.charge)} ${idWords(question.charge, reading)}`;
  const subject = subjectWords(found, counted.length === 1 && question.limit !== undefined, reading);
  const limited = question.limit !== undefined && counted.length > 0;
  const number = limited && counted.length > 1 ? `${counted.length} ` : '';
  const words = limited ? `Last ${number}${subject}` : subject;
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What was searched, when nothing was found. */
export function noCharges(found: FoundCharges, reading: Reading): string {
  const { charge } = found.question;
  if (charge)
    return `No charge in ${inert(reading.place.label)} ${charge.startsWith('pi_') ? 'belongs to the payment' : 'has the id'} ${idWords(charge, reading)}. Check the id, or the account.`;
  return `No ${subjectWords(found, false, reading)}, in ${inert(reading.place.label)}.`;
}

/** A payment intent is a payment, with a charge for each try. */
function kindOf(id: string): string {
  return id.startsWith('pi_') ? 'Payment' : 'Charge';
}

function idWords(id: string, { detail }: Reading): string {
  return objectId(id, detail === 'detailed');
}

function subjectWords({ question, customerAsked }: FoundCharges, one: boolean, reading: Reading): string {
  const status = question.status ? `${question.status} ` : '';
  const of = customerAsked ? ` of ${askedWords(customerAsked, reading)}` : '';
  const noun = one ? 'charge' : 'charges';
  return `${status}${noun}${of}${cardWords(question, reading)}${boundWords(question, reading)}${periodWords(question, reading)}`;
}

function askedWords(asked: string, { detail }: Reading): string {
  return detail === 'minimal' ? 'one customer' : maskAsked(asked, detail === 'detailed');
}

function cardWords({ card_last4 }: ChargesQuestion, { detail }: Reading): string {
  if (!card_last4) return '';
  return detail === 'minimal' ? ' with one card' : ` with card •••• ${card_last4}`;
}

function boundWords(
  { currency, min_amount: min, max_amount: max }: ChargesQuestion,
  reading: Reading,
): string {
  const money = (major: number) => moneyWords(major, currency, reading.locale);
  if (min !== undefined && max !== undefined) {
    return min === max ? ` of ${money(min)}` : ` from ${money(min)} to ${money(max)}`;
  }
  if (min !== undefined) return ` from ${money(min)} up`;
  if (max !== undefined) return ` up to ${money(max)}`;
  return currency ? ` in ${currency.toUpperCase()}` : '';
}

function moneyWords(major: number, currency: string | undefined, locale: string): string {
  const minor = currency ? minorOf(major, currency) : null;
  return currency && minor !== null ? formatAmount(minor, currency, locale) : formatNumber(major, locale);
}
