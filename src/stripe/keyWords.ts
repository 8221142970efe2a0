import type { AccountSettings } from '../settings.js';
import type { Told } from './askKey.js';
import type { KeyReport } from './keyReport.js';
import { type Right, ticks } from './rights.js';

/** What a right lets people do, in the words of a log line. */
const words: Readonly<Record<Right, string>> = {
  charges: 'read charges',
  customers: 'read customers',
  customerSearch: 'search customers',
  coupons: 'read coupons',
  promotionCodes: 'read promotion codes',
  balance: 'read the balance',
  makeCoupons: 'make coupons',
  makePromotionCodes: 'make promotion codes',
};

/** Why an account cannot be used as the settings have it, a sentence each, with the place in front. */
export function keyFaults({ account, reads, writes }: KeyReport): string[] {
  const apart = writes !== null && account.couponKey !== account.key;
  return [
    ...faultsOf(reads, account, 'key'),
    ...(apart ? faultsOf(writes, account, 'coupon key') : []),
    ...(apart && writes.owner && reads.owner && writes.owner !== reads.owner
      ? [
          `accounts.${account.id}: the coupon key belongs to another Stripe account than the key. Put keys of one account.`,
        ]
      : []),
  ];
}

function faultsOf(
  { live, owner, fault }: Told,
  { id, mode, stripeAccount, gateway }: AccountSettings,
  which: string,
): string[] {
  const at = `accounts.${id}`;
  if (fault === 'key_refused')
    return [`${at}: Stripe refuses the ${which}. Put a key that works in ${gateway ? 'n8n' : '.env'}.`];
  if (fault === 'wrong_mode')
    return [
      `${at}: n8n’s workflow for this account is not of ${mode} mode, as the settings say. Correct one of them.`,
    ];
  if (fault === 'no_such_account')
    return [
      `${at}: the ${which} may not reach the Stripe account that stripeAccount names. Correct stripeAccount, or put a key that may.`,
    ];
  return [
    ...(stripeAccount !== null && owner !== null && owner !== stripeAccount
      ? [
          `${at}: the ${which} belongs to another Stripe account than stripeAccount names. Correct one of them.`,
        ]
      : []),
    ...(live === null || live === (mode === 'live')
      ? []
      : [
          `${at}: with the ${which} Stripe answers in ${live ? 'live' : 'test'} mode, the settings say ${mode}. Put the ${which} of that mode.`,
        ]),
  ];
}

/** What n8n said instead of Stripe's answer, up to a comma. */
export const n8nWords: Readonly<Record<string, string>> = {
  gateway_down: 'n8n brings no answer',
  gateway_unreadable: 'what answers in n8n’s place cannot be read',
  gateway_setup: 'n8n takes no token of this bot’s secret, or has no published workflow for this account',
  gateway_refused: 'n8n’s workflow for this account refuses to check its key',
  gateway_role: 'n8n’s workflow for this account refuses to check its key',
};

/** Says where the mode of a key could not be proved, and why. */
export function unproved({ fault, live, rights }: Told, which: string): string[] {
  if (fault === 'key_refused' || fault === 'no_such_account' || fault === 'wrong_mode') return [];
  const ofN8n = n8nWords[fault ?? ''];
  if (ofN8n) return [`${ofN8n}, so the ${which} could not be checked`];
  if (fault === 'timeout') return [`Stripe did not answer in time, so the ${which} could not be checked`];
  if (fault !== null)
    return [`Stripe gave no answer that could be read, so the ${which} could not be checked`];
  const may = Object.values(rights).includes('has');
  if (live !== null || (may && rights.balance !== 'lacks')) return [];
  return [`the ${which} may not ask Stripe for what would prove its mode; it is used as it is`];
}

/** One sentence for all that a key may not do of what is needed, and what to tick for it. */
export function lacking(
  { rights }: { rights: Partial<Record<Right, string | undefined>> },
  which: string,
  needed: readonly Right[],
): string[] {
  const missing = needed.filter((right) => rights[right] === 'lacks');
  if (missing.length === 0) return [];
  const what = missing.map((right) => words[right]).join(', ');
  const then = which === 'key' ? 'so who asks for it is told so' : 'so no coupon can be made with its code';
  const tick = missing.map((right) => ticks[right]).join(', ');
  return [`the ${which} may not ${what}, ${then}. Tick ${tick} at the restricted key.`];
}
