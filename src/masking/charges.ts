import type { ChargeFacts } from '../stripe/facts.js';
import { chargesHeadline, type FoundCharges, noCharges } from './chargeQuestion.js';
import { countLine, noteLines, totalLines } from './chargeSums.js';
import { formatAmount, formatMoment } from './format.js';
import { listView } from './listing.js';
import { initials, maskEmail, objectId } from './masks.js';
import { countryName, methodLabel, plainWords } from './methods.js';
import type { Reading } from './reading.js';
import { type Standing, standingOf, standings } from './standing.js';
import type { ChargeRow, ChargesView } from './views.js';

/** The charges card before it is minted. */
export function chargesView(found: FoundCharges, reading: Reading): ChargesView {
  const { counted, rows } = found;
  const said = {
    headline: chargesHeadline(found, reading),
    answer: answerTo(found, reading),
    rows: rows.map((charge) => chargeRow(charge, reading)),
  };
  return {
    ...listView('charges', said, found, reading),
    totals: totalLines(counted, reading.locale),
    notes: noteLines(counted, reading.locale),
  };
}

/** Of one charge that was asked for by its id how it stands, else how many stand how. */
function answerTo(found: FoundCharges, reading: Reading): string {
  const { counted, question } = found;
  const [first] = counted;
  if (first === undefined) return noCharges(found, reading);
  if (question.charge !== undefined && counted.length === 1) return standings[standingOf(first)].word;
  return countLine(counted, reading.locale);
}

function chargeRow(charge: ChargeFacts, reading: Reading): ChargeRow {
  const standing = standingOf(charge);
  const { word, color } = standings[standing];
  const at = formatMoment(charge.created, reading);
  const amount = amountWords(charge, standing, reading.locale);
  const common = { amount, status: { word, color } };
  if (reading.detail === 'minimal') return { title: at, detail: '', ...common };
  const whole = reading.detail === 'detailed';
  const person = whole ? [initials(charge.name), countryName(charge.country ?? charge.method.country)] : [];
  const parts = [
    plainWords(charge.failureCode),
    at,
    maskEmail(charge.email),
    ...person,
    objectId(charge.id, whole),
  ];
  const detail = parts.flatMap((part) => (part ? ` · ${part}` : [])).join('');
  return { title: methodLabel(charge.method), detail, ...common };
}

/** "−$40.00 of $80.00"; of a whole refund "−$80.00". */
function amountWords(charge: ChargeFacts, standing: Standing, locale: string): string {
  const amount = formatAmount(charge.amount, charge.currency, locale);
  if (charge.amountRefunded <= 0 || standing === 'released') return amount;
  const refunded = formatAmount(-charge.amountRefunded, charge.currency, locale);
  return standing === 'refunded' ? refunded : `${refunded} of ${amount}`;
}
