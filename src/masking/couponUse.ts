import type { CouponFacts } from '../stripe/facts.js';
import { formatDay, formatNumber } from './format.js';
import type { Reading } from './reading.js';
import type { Status } from './views.js';

/** How often something was used and until when it can be: a coupon, or one of its codes. */
export interface Use {
  timesRedeemed: number;
  maxRedemptions: number | null;
  /** Unix seconds. */
  endsAt: number | null;
}

/** A coupon's own uses and end. */
export function useOf({ timesRedeemed, maxRedemptions, redeemBy }: CouponFacts): Use {
  return { timesRedeemed, maxRedemptions, endsAt: redeemBy };
}

/** "used 137 of 500 · until 2 Jan 2027" */
export function useLine(use: Use, reading: Reading): string {
  const until = use.endsAt === null ? 'no end date' : `until ${formatDay(use.endsAt, reading)}`;
  return `${usedWords(use, reading.locale)} · ${until}`;
}

function usedWords({ timesRedeemed: used, maxRedemptions: most }: Use, locale: string): string {
  if (most !== null) return `used ${formatNumber(used, locale)} of ${formatNumber(most, locale)}`;
  if (used === 0) return 'not used yet';
  return used === 1 ? 'used once' : `used ${formatNumber(used, locale)} times`;
}

/** Why something can be used no more, as far as its own terms tell. */
export function whyOver({ endsAt, maxRedemptions, timesRedeemed }: Use, { now }: Reading) {
  if (endsAt !== null && endsAt * 1000 <= now.getTime()) return 'expired';
  return maxRedemptions !== null && timesRedeemed >= maxRedemptions ? 'used up' : null;
}

/** "Valid", or "Ended" and why. */
export function statusWord(valid: boolean, why: string): Status {
  return valid ? { word: 'Valid', color: 'good' } : { word: `Ended: ${why}`, color: 'default' };
}
