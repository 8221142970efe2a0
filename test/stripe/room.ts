import { type Permission, permissions } from '../../src/access/permission.js';
import { createPermits } from '../../src/access/permit.js';
import { demoSettings } from '../../src/demo/settings.js';
import { demoStripeAccounts } from '../../src/demo/stripe/data.js';
import { type StandInStripe, startStripe } from '../../src/demo/stripe/server.js';
import { emptyAccount } from '../../src/demo/stripe/store.js';
import { StripeFault } from '../../src/errors.js';
import type { AccountSettings } from '../../src/settings.js';
import { createStripeAccount, type StripeAccount } from '../../src/stripe/account.js';
import type { Leave } from '../../src/stripe/speaker.js';

const permits = createPermits({ all: { may: permissions } });

/** Leave for one permission in an account, from the house that gives it. */
export function leaveFor(
  permission: Permission,
  account = 'main',
  signal = new AbortController().signal,
): Leave {
  const decision = permits({ key: 'someone', roles: ['all'], accounts: [account] }, permission, account);
  if (decision.kind === 'refused') throw new Error('refused');
  return { permit: decision.permit, signal };
}

/** "Main store" of the demo's settings at another address. */
export function settingsAt(url: URL | string, own: Partial<AccountSettings> = {}): AccountSettings {
  const { accounts } = demoSettings(
    { DATA_DIR: ':memory:' },
    { stripe: String(url), openRouter: String(url) },
  );
  const main = accounts.find(({ id }) => id === 'main');
  if (!main) throw new Error('the demo has no main account');
  return { ...main, ...own };
}

/** The demo's "Main store" behind the real SDK. */
export interface Room {
  standIn: StandInStripe;
  account: StripeAccount;
  data: ReturnType<typeof emptyAccount>;
  time: { now: number };
  settings: AccountSettings;
  close: () => Promise<void>;
}

/** Opens a stand-in and an account on it. */
export async function openRoom(own: Partial<AccountSettings> = {}): Promise<Room> {
  const time = { now: Date.parse('2026-11-22T13:05:00Z') };
  const clock = () => time.now;
  const standIn = await startStripe({ accounts: demoStripeAccounts(clock), clock });
  const settings = settingsAt(standIn.url, own);
  const { account, close } = createStripeAccount(settings);
  return {
    standIn,
    account,
    settings,
    time,
    data: standIn.data('acct_demo_main') ?? emptyAccount(),
    close: async () => {
      close();
      await standIn.close();
    },
  };
}

/** Awaits a fault; an answer instead is told as none. */
export async function faultOf(asked: Promise<unknown>): Promise<StripeFault | null> {
  try {
    await asked;
    return null;
  } catch (error) {
    if (error instanceof StripeFault) return error;
    throw error;
  }
}
