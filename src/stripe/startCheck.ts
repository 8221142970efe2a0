import { StripeFault } from '../errors.js';
import type { AccountSettings } from '../settings.js';
import { createClient } from './client.js';
import { faultOf } from './faults.js';

/** What the start found: faults stop it, the rest is said. */
export interface StartFindings {
  faults: string[];
  said: { account: string; message: string }[];
}

/** Asks Stripe once per account whether the key is taken and of the account's mode. What cannot be asked is said. */
export async function checkAccounts(accounts: readonly AccountSettings[]): Promise<StartFindings> {
  const findings: StartFindings = { faults: [], said: [] };
  await Promise.all(accounts.map(async (account) => await check(account, findings)));
  return findings;
}

async function check(account: AccountSettings, { faults, said }: StartFindings): Promise<void> {
  const { sdk, close } = createClient(account.key, account);
  if (/^sk_test_/.test(account.key))
    said.push({
      account: account.id,
      message: 'this key may do everything in test mode; a restricted key is enough',
    });
  try {
    const { livemode } = await sdk.balance.retrieve();
    if (livemode !== (account.mode === 'live'))
      faults.push(
        `accounts.${account.id}: Stripe answers in ${livemode ? 'live' : 'test'} mode, the settings say ${account.mode}. Put the key of that mode.`,
      );
  } catch (error) {
    const { code } = faultOf(error);
    if (code === 'key_refused')
      faults.push(`accounts.${account.id}: Stripe refuses this key. Put a key that works in .env.`);
    else said.push({ account: account.id, message: new StripeFault(code).message });
  } finally {
    close();
  }
}
