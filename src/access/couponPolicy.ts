import { addDays } from '../calendar.js';
import { formatAmount, minorOf } from '../masking/format.js';
import type { FormField, OfferTerms } from '../offerTerms.js';
import { listed } from '../sentences.js';
import type { CouponPolicy } from '../settingsFile.js';
import { exampleOf, followsPattern } from './codePattern.js';

/** A rule of the settings that terms break: which input it is about, the sentence, and the nearest allowed value. */
export interface Breach {
  field: FormField | '';
  sentence: string;
  nearest?: string;
}

/** Checks terms against the settings' `coupons`. `today` is the asker's calendar day, YYYY-MM-DD.
 * An empty list: the policy allows it. */
export function breaches(terms: OfferTerms, policy: CouponPolicy, today: string, locale: string): Breach[] {
  if (!policy.enabled)
    return [{ field: '', sentence: 'Coupons are switched off at the moment, in this bot’s settings.' }];
  return [
    ...percentBreaches(terms, policy),
    ...amountBreaches(terms, policy, locale),
    ...endBreaches(terms, policy, today),
    ...redemptionBreaches(terms, policy),
    ...durationBreaches(terms, policy),
    ...codeBreaches(terms, policy),
  ];
}

function percentBreaches({ percentOff = 0 }: OfferTerms, policy: CouponPolicy): Breach[] {
  if (percentOff > policy.maxPercentOff)
    return [
      {
        field: 'percent_off',
        sentence: `Here a coupon takes ${policy.maxPercentOff} % off at most.`,
        nearest: String(policy.maxPercentOff),
      },
    ];
  return [];
}

/** Where the settings name currencies, another one has no limit of its own, so nothing may be taken off in it. */
function amountBreaches(
  { amountOff, currency = '' }: OfferTerms,
  policy: CouponPolicy,
  locale: string,
): Breach[] {
  const named = Object.keys(policy.maxAmountOff);
  if (amountOff === undefined || named.length === 0) return [];
  const most = Object.hasOwn(policy.maxAmountOff, currency) ? policy.maxAmountOff[currency] : undefined;
  if (most === undefined) {
    const allowed = listed(
      named.map((name) => name.toUpperCase()),
      'or',
    );
    return [{ field: 'currency', sentence: `Here an amount is taken off in ${allowed} only.` }];
  }
  const mostMinor = minorOf(most, currency) ?? 0;
  if (amountOff <= mostMinor) return [];
  return [
    {
      field: 'amount_off',
      sentence: `Here a coupon takes ${formatAmount(mostMinor, currency, locale)} off at most.`,
      nearest: String(most),
    },
  ];
}

function endBreaches({ endsOn }: OfferTerms, policy: CouponPolicy, today: string): Breach[] {
  if (policy.mustExpireWithinDays === undefined) return [];
  const last = addDays(today, policy.mustExpireWithinDays);
  if (endsOn !== undefined && endsOn <= last) return [];
  return [
    {
      field: 'expires_on',
      sentence: `Here a coupon ends within ${counted(policy.mustExpireWithinDays, 'day')}, ${last} at the latest.`,
      nearest: last,
    },
  ];
}

/** No limit at all is more than any limit. */
function redemptionBreaches(
  { maxRedemptions = Number.POSITIVE_INFINITY }: OfferTerms,
  policy: CouponPolicy,
): Breach[] {
  if (policy.maxRedemptions === undefined || maxRedemptions <= policy.maxRedemptions) return [];
  return [
    {
      field: 'max_redemptions',
      sentence: `Here a coupon is used ${counted(policy.maxRedemptions, 'time')} at most.`,
      nearest: String(policy.maxRedemptions),
    },
  ];
}

const lasting = { once: 'once', repeating: 'for some months', forever: 'forever' };

/** How long a discount may last, in words: "once or for some months"; '' where nothing is ruled out. */
export function allowedDurations({ durations }: Pick<CouponPolicy, 'durations'>): string {
  const all = Object.values(lasting);
  const allowed = [...new Set(durations.map((each) => lasting[each]))];
  return allowed.length === all.length ? '' : listed(allowed, 'or');
}

function durationBreaches({ duration }: OfferTerms, policy: CouponPolicy): Breach[] {
  if (policy.durations.includes(duration)) return [];
  const allowed = allowedDurations(policy);
  return [
    {
      field: 'duration',
      sentence: `Here a discount lasts ${allowed}.`,
      nearest: policy.durations[0] ?? 'once',
    },
  ];
}

/** Without a code of their own Stripe makes one up, which follows no pattern. */
function codeBreaches({ code }: OfferTerms, { codePattern }: CouponPolicy): Breach[] {
  if (codePattern === undefined || (code !== undefined && followsPattern(codePattern, code))) return [];
  const what = code === undefined ? 'Here a code is chosen, and' : 'Here a code';
  return [
    { field: 'code', sentence: `${what} is written like ${exampleOf(codePattern)}. Choose such a code.` },
  ];
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
