import type { AccountSettings } from '../settings.js';
import { askCouponKey, askKey, type Told } from './askKey.js';

/** What the start found: faults stop it, the rest is said. */
export interface StartFindings {
  faults: string[];
  said: { account: string; message: string }[];
}

/** Asks Stripe with every key of every account whether it is taken, of which mode, and whose. What cannot be asked is said. */
export async function checkAccounts(accounts: readonly AccountSettings[]): Promise<StartFindings> {
  const checked = await Promise.all(accounts.map(check));
  return {
    faults: checked.flatMap(({ faults }) => faults),
    said: [...checked.flatMap(({ said }) => said), ...twins(checked)],
  };
}

interface Checked extends StartFindings {
  account: string;
  /** Stripe's id of the account and its mode, where the key may ask for it. */
  owner: string | null;
}

async function check(account: AccountSettings): Promise<Checked> {
  const { id, key, couponKey } = account;
  const reads = await askKey(account, key);
  const writes = couponKey === null || couponKey === key ? null : await askCouponKey(account, couponKey);
  const full = /^sk_test_/.test(key)
    ? ['this key may do everything in test mode; a restricted key is enough']
    : [];
  return {
    account: id,
    owner: reads.owner && `${reads.owner} ${reads.live}`,
    faults: [
      ...faultsOf(reads, account, 'key'),
      ...(writes ? faultsOf(writes, account, 'coupon key') : []),
      ...(writes?.owner && reads.owner && writes.owner !== reads.owner
        ? [
            `accounts.${id}: the coupon key belongs to another Stripe account than the key. Put keys of one account.`,
          ]
        : []),
    ],
    said: [...full, ...untold(reads, 'key'), ...(writes ? untold(writes, 'coupon key') : [])].map(
      (message) => ({
        account: id,
        message,
      }),
    ),
  };
}

function faultsOf({ live, fault }: Told, { id, mode }: AccountSettings, which: string): string[] {
  if (fault === 'key_refused')
    return [`accounts.${id}: Stripe refuses the ${which}. Put a key that works in .env.`];
  if (live === null || live === (mode === 'live')) return [];
  return [
    `accounts.${id}: with the ${which} Stripe answers in ${live ? 'live' : 'test'} mode, the settings say ${mode}. Put the ${which} of that mode.`,
  ];
}

function untold({ fault }: Told, which: string): string[] {
  if (fault === null || fault === 'key_refused') return [];
  if (fault === 'no_permission')
    return [`the ${which} may not ask Stripe for what would prove its mode; it is used as it is`];
  return [`Stripe gave no answer that could be read, so the ${which} could not be checked`];
}

/** Two accounts of the settings that are one at Stripe: perhaps meant, perhaps the same key pasted twice. */
function twins(checked: readonly Checked[]): StartFindings['said'] {
  return checked.flatMap(({ account, owner }, at) => {
    const twin = checked.slice(0, at).find((one) => owner !== null && one.owner === owner);
    return twin ? [{ account, message: `this is the same Stripe account as ${twin.account}` }] : [];
  });
}
