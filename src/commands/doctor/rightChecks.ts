import type { Told } from '../../stripe/askKey.js';
import { type Right, rights, ticks } from '../../stripe/rights.js';
import { type Check, fail, ok, warn } from './check.js';

/** What a key told, which of the two it is, and what it is needed for. */
export interface Asked {
  told: Told;
  which: 'key' | 'coupon key';
  needed: readonly Right[];
}

/** A line for each permission that a key was asked about; of the coupon key, for those to write. */
export function rightChecks(check: string, { told, which, needed }: Asked): Check[] {
  return rights.flatMap((right) => {
    const standing = told.rights[right];
    if (standing === undefined || (which === 'coupon key' && !isWrite(right))) return [];
    const at = `${check}, ${right === 'customerSearch' ? 'customer search' : ticks[right]}`;
    if (standing === 'has') return [ok(at, `The ${which} has it.`)];
    if (right === 'customerSearch') return searchCheck(at, told);
    if (standing === 'unknown')
      return [warn(at, 'Stripe gave no answer that tells.', 'Try again in a minute.')];
    const todo = `Tick ${ticks[right]} at the restricted key.`;
    if (isWrite(right))
      return [fail(at, `The ${which} lacks it, so no coupon can be made with its code.`, todo)];
    if (needed.includes(right))
      return [fail(at, `The ${which} lacks it, and somebody in the settings needs it.`, todo)];
    return [ok(at, `The ${which} lacks it, and nobody in the settings needs it.`)];
  });
}

function isWrite(right: Right): boolean {
  return right === 'makeCoupons' || right === 'makePromotionCodes';
}

/** Told of only where customers can be read: else the lines above say it. */
function searchCheck(at: string, { rights: own }: Told): Check[] {
  if (own.customers !== 'has') return [];
  return [
    warn(
      at,
      'Stripe does not search customers in this account.',
      'Customers are found by their e-mail address or id only; nothing can be done here.',
    ),
  ];
}
