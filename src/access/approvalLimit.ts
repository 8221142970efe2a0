import { formatAmount, formatNumber, minorOf } from '../masking/format.js';
import type { OfferTerms } from '../offerTerms.js';
import { listed, roleName } from '../sentences.js';
import type { CouponPolicy } from '../settingsFile.js';

/** Which limit terms are above so that a second person has to approve them, in words: "More than 30 % off";
 * `null` below every limit. */
export function aboveLimit(terms: OfferTerms, { approval }: CouponPolicy, locale: string): string | null {
  if (approval === undefined) return null;
  const { percentOff = 0, amountOff, currency = '' } = terms;
  if (percentOff > approval.abovePercentOff) return percentWords(approval.abovePercentOff, locale);
  if (amountOff === undefined || approval.aboveAmountOff === undefined) return null;
  const most = Object.entries(approval.aboveAmountOff).find(([name]) => name === currency)?.[1];
  if (most === undefined) return `An amount in ${currency.toUpperCase()}`;
  return amountOff > (minorOf(most, currency) ?? 0) ? amountWords(most, currency, locale) : null;
}

/** The limits above which a second person has to approve, in words: "More than 30 % off or more than $50.00 off";
 * '' where there is none. */
export function limitWords({ approval }: CouponPolicy, locale: string): string {
  if (approval === undefined) return '';
  const amounts = Object.entries(approval.aboveAmountOff ?? {});
  const others = amounts.map(([currency, most]) => amountWords(most, currency, locale));
  const within = others.map((words) => words.charAt(0).toLowerCase() + words.slice(1));
  return listed([percentWords(approval.abovePercentOff, locale), ...within], 'or');
}

/** Who may approve, by role and never by person: "someone with the role Approver or Head". */
export function approversWords(roles: readonly string[]): string {
  if (roles.length === 0) return 'no role here may approve coupons yet';
  return `someone with the role ${listed(roles.map(roleName), 'or')}`;
}

function percentWords(most: number, locale: string): string {
  return most === 0 ? 'Any per cent off' : `More than ${formatNumber(most, locale)} % off`;
}

function amountWords(most: number, currency: string, locale: string): string {
  return `More than ${formatAmount(minorOf(most, currency) ?? 0, currency, locale)} off`;
}
