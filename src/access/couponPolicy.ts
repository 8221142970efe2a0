import { formatAmount, minorOf } from '../masking/format.js';
import type { FormField, OfferTerms } from '../offerTerms.js';
import type { CouponPolicy } from '../settingsFile.js';

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
  ];
}

function percentBreaches({ percentOff = 0 }: OfferTerms, policy: CouponPolicy): Breach[] {
  const approval = policy.approval?.abovePercentOff ?? 100;
  if (percentOff > policy.maxPercentOff)
    return [
      {
        field: 'percent_off',
        sentence: `Here a coupon takes ${policy.maxPercentOff} % off at most.`,
        nearest: String(policy.maxPercentOff),
      },
    ];
  if (percentOff > approval)
    return [
      {
        field: 'percent_off',
        sentence: `More than ${approval} % needs a second person, which this version cannot ask yet.`,
        nearest: String(approval),
      },
    ];
  return [];
}

function amountBreaches(
  { amountOff, currency = '' }: OfferTerms,
  policy: CouponPolicy,
  locale: string,
): Breach[] {
  const most = policy.maxAmountOff[currency];
  if (amountOff === undefined || most === undefined) return [];
  const mostMinor = minorOf(most, currency);
  if (mostMinor === null || amountOff <= mostMinor) return [];
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
  const last = new Date(Date.parse(today) + policy.mustExpireWithinDays * 86_400_000)
    .toISOString()
    .slice(0, 10);
  if (endsOn !== undefined && endsOn <= last) return [];
  return [
    {
      field: 'expires_on',
      sentence: `Here a coupon ends within ${policy.mustExpireWithinDays} days, ${last} at the latest.`,
      nearest: last,
    },
  ];
}

function redemptionBreaches({ maxRedemptions }: OfferTerms, policy: CouponPolicy): Breach[] {
  if (policy.maxRedemptions === undefined || maxRedemptions === undefined) return [];
  if (maxRedemptions <= policy.maxRedemptions) return [];
  return [
    {
      field: 'max_redemptions',
      sentence: `Here a coupon is used ${policy.maxRedemptions} times at most.`,
      nearest: String(policy.maxRedemptions),
    },
  ];
}

function durationBreaches({ duration }: OfferTerms, policy: CouponPolicy): Breach[] {
  if (policy.durations.includes(duration)) return [];
  return [
    {
      field: 'duration',
      sentence: `Here a discount lasts ${policy.durations.join(' or ')}.`,
      nearest: policy.durations[0] ?? 'once',
    },
  ];
}
