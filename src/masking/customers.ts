import type { CustomerFacts } from '../stripe/facts.js';
import { inert } from './escape.js';
import { formatDay, formatNumber } from './format.js';
import { listView, type Page, placeLine } from './listing.js';
import { initials, maskAsked, maskEmail, objectId } from './masks.js';
import { countryName } from './methods.js';
import { periodWords } from './period.js';
import type { CountedQuestion } from './questions.js';
import type { Reading } from './reading.js';
import { goneLine } from './takenBack.js';
import type { CustomerChoiceView, ListView, Row, Status } from './views.js';

/** Customers that were found. `searched` is what was typed to find one: an id, an e-mail or a name. */
export interface FoundCustomers extends Page<CustomerFacts> {
  question: CountedQuestion;
  searched?: string;
}

/** Several customers that answer to what was typed; `resume` is the opaque rest of the question. */
export interface CustomerChoice {
  asked: string;
  customers: readonly CustomerFacts[];
  /** Stripe has further ones. */
  more?: boolean;
  resume: string;
}

/** The customers card before it is minted. */
export function customersView(found: FoundCustomers, reading: Reading): ListView<'customers'> {
  const { counted, rows } = found;
  const said = {
    headline: headline(found, reading),
    answer: counted.length > 0 ? countLine(counted, reading) : noneFound(found, reading),
    rows: rows.map((customer) => customerRow(customer, reading)),
  };
  return listView('customers', said, found, reading);
}

/** The card to choose one of several customers from, before it is minted. Ten at most. */
export function customerChoiceView(choice: CustomerChoice, reading: Reading): CustomerChoiceView {
  const shown = choice.customers.slice(0, 10);
  const more = choice.more || choice.customers.length > shown.length;
  const lead = `${numberOf(choice, reading.locale)} what you typed${askedInBrackets(choice.asked, reading)}.`;
  return {
    card: 'customerChoice',
    summary: `Which customer? ${lead}`,
    headline: 'Which customer?',
    lead: more ? `${lead} The first ${shown.length} are here; more of the name or the e-mail helps.` : lead,
    choices: shown.map((customer, index) => ({
      buttons: [
        {
          title: customerLabel(customer, reading) || `Customer ${index + 1}`,
          data: { tillkeeper: { act: 'customer.choose', customer: customer.id, resume: choice.resume } },
        },
      ],
      line: describedBy(customer, reading),
    })),
    footer: [[placeLine(reading.place), goneLine(reading)].filter(Boolean).join(' · ')],
  };
}

/** One customer as this reader may see them; '' where the reader may see nothing of a customer. */
export function customerLabel(customer: CustomerFacts, { detail }: Reading): string {
  if (detail === 'minimal') return '';
  const name = detail === 'detailed' ? initials(customer.name) : '';
  const words = [name, maskEmail(customer.email)].filter(Boolean).join(' · ');
  return words || objectId(customer.id, detail === 'detailed');
}

function numberOf({ customers, more }: CustomerChoice, locale: string): string {
  if (customers.length === 1 && !more) return '1 customer matches';
  return `${more ? 'More than ' : ''}${formatNumber(customers.length, locale)} customers match`;
}

function askedInBrackets(asked: string, { detail }: Reading): string {
  return detail === 'minimal' ? '' : ` (${maskAsked(asked, detail === 'detailed')})`;
}

function describedBy(customer: CustomerFacts, reading: Reading): string {
  const { created, country, id } = customer;
  const since = created === null ? '' : `since ${formatDay(created, reading)}`;
  if (reading.detail === 'minimal') return since;
  const whole = reading.detail === 'detailed';
  return [since, objectId(id, whole), whole ? countryName(country) : ''].filter(Boolean).join(' · ');
}

function customerRow(customer: CustomerFacts, reading: Reading): Row {
  const label = customerLabel(customer, reading) || 'Customer';
  const status = statusOf(customer, reading);
  return { title: label, lines: [describedBy(customer, reading)].filter(Boolean), status };
}

function statusOf({ deleted, delinquent }: CustomerFacts, { detail }: Reading): Status[] {
  if (deleted) return [{ word: 'Deleted', color: 'default' }];
  return delinquent && detail !== 'minimal' ? [{ word: 'Payment overdue', color: 'attention' }] : [];
}

function countLine(customers: readonly CustomerFacts[], reading: Reading): string {
  const number = (count: number) => formatNumber(count, reading.locale);
  const overdue = customers.filter((one) => !one.deleted && one.delinquent).length;
  const all = `${number(customers.length)} ${customers.length === 1 ? 'customer' : 'customers'}`;
  return overdue > 0 && reading.detail !== 'minimal'
    ? `${all} · ${number(overdue)} with a payment overdue`
    : all;
}

function headline({ question, counted, searched }: FoundCustomers, reading: Reading): string {
  const period = periodWords(question, reading);
  if (searched) return `Customers matching ${askedWords(searched, reading)}${period}`;
  if (period) return `New customers${period}`;
  if (question.limit === undefined || counted.length === 0) return 'Customers';
  return counted.length === 1 ? 'Last customer' : `Last ${counted.length} customers`;
}

function noneFound({ question, searched }: FoundCustomers, reading: Reading): string {
  const period = periodWords(question, reading);
  if (searched && !period) return noCustomer(searched, reading);
  const inPlace = `in ${inert(reading.place.label)}`;
  if (searched) return `No new customer matches ${askedWords(searched, reading)}${period}, ${inPlace}.`;
  return period ? `No new customers${period}, ${inPlace}.` : `No customers ${inPlace}.`;
}

/** That nobody was found, by what it was searched, and what to try. Names nobody whole. */
export function noCustomer(asked: string, reading: Reading): string {
  const nobody = `No customer in ${inert(reading.place.label)} has`;
  const typed = reading.detail === 'minimal' ? null : askedWords(asked, reading);
  if (asked.includes('@'))
    return `${nobody} the e-mail address ${typed ?? 'you typed'}. Try the name, or an id that begins with cus_.`;
  if (asked.trim().startsWith('cus_'))
    return `${nobody} the id ${typed ?? 'you typed'}. Check it, or try the e-mail address.`;
  return `${nobody} a name with ${typed ?? 'what you typed'} in it. Try the e-mail address; someone new is found by name only after a minute.`;
}

function askedWords(asked: string, { detail }: Reading): string {
  return detail === 'minimal' ? 'what you typed' : maskAsked(asked, detail === 'detailed');
}
