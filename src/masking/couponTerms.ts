import type { OfferTerms } from '../offerTerms.js';
import {
  formatAmount,
  formatDate,
  formatDay,
  formatEnd,
  formatNumber,
  type Reader,
  zoneName,
} from './format.js';
import type { Reading } from './reading.js';

interface Discount {
  percentOff?: number | null;
  amountOff?: number | null;
  currency?: string | null;
}

interface Lasting {
  duration: string;
  durationInMonths?: number | null;
}

/** "15 % off", "$10.00 off". */
export function discountWords({ percentOff, amountOff, currency }: Discount, locale: string): string {
  if (percentOff != null) return `${formatNumber(percentOff, locale)} % off`;
  return amountOff != null ? `${formatAmount(amountOff, currency ?? '', locale)} off` : 'Discount';
}

/** How long a discount lasts on a subscription: "once", "for 3 months", "forever". */
export function durationWords({ duration, durationInMonths }: Lasting): string {
  if (duration === 'once' || duration === 'forever') return duration;
  if (duration !== 'repeating' || durationInMonths == null) return '';
  return durationInMonths === 1 ? 'for 1 month' : `for ${durationInMonths} months`;
}

/** Who may use a coupon. `customer` is a label that is masked already; without it a bound one is "one customer". */
export function whoWords({ firstTimeOnly, customer }: OfferTerms, shown?: string): string {
  if (!customer) return firstTimeOnly ? 'first-time customers' : 'everyone with the code';
  if (!shown) return firstTimeOnly ? 'one customer’s first purchase' : 'one customer';
  return `one customer, ${shown}${firstTimeOnly ? ', first purchase only' : ''}`;
}

/** "22 Dec 2026, 23:59 (Berlin)", in the offer's own zone; "no end date". */
export function endWords(terms: OfferTerms, reading: Reading): string {
  const reader = inZone(terms, reading);
  if (terms.redeemBy !== undefined) return formatEnd(terms.redeemBy, reader);
  return terms.endsOn
    ? `${formatDate(noon(terms.endsOn), { ...reader, zone: 'UTC' })} (${zoneName(terms.zone)})`
    : 'no end date';
}

/** "orders from $50.00"; '' without a minimum. */
export function minimumWords({ minPurchase, currency }: OfferTerms, locale: string): string {
  return minPurchase === undefined ? '' : `orders from ${formatAmount(minPurchase, currency ?? '', locale)}`;
}

/**
 * The terms in one short sentence without its full stop, safe for everyone's eyes: "15 % off for first-time customers
 * until 22 Dec". Names no customer, no code and no coupon name.
 */
export function describeTerms(terms: OfferTerms, reading: Reading): string {
  const lasting = terms.duration === 'once' ? '' : durationWords(terms);
  const who = terms.firstTimeOnly || terms.customer ? `for ${whoWords(terms)}` : '';
  const minimum = minimumWords(terms, reading.locale);
  const parts = [
    discountWords(terms, reading.locale),
    lasting,
    who,
    minimum && `on ${minimum}`,
    untilWords(terms, reading),
  ];
  const uses = terms.maxRedemptions === undefined ? '' : `, at most ${usesWords(terms, reading.locale)}`;
  return `${parts.filter(Boolean).join(' ')}${uses}`;
}

/** "no limit", "100 times". */
export function usesWords({ maxRedemptions }: OfferTerms, locale: string): string {
  if (maxRedemptions === undefined) return 'no limit';
  return maxRedemptions === 1 ? 'once' : `${formatNumber(maxRedemptions, locale)} times`;
}

function untilWords(terms: OfferTerms, reading: Reading): string {
  const reader = inZone(terms, reading);
  if (terms.redeemBy !== undefined) return `until ${formatDay(terms.redeemBy, reader)}`;
  return terms.endsOn ? `until ${formatDay(noon(terms.endsOn), { ...reader, zone: 'UTC' })}` : '';
}

function inZone({ zone }: OfferTerms, { locale, now }: Reading): Reader {
  return { zone, locale, now };
}

function noon(day: string): Date {
  return new Date(`${day}T12:00:00Z`);
}
