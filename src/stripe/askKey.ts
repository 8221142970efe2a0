import type Stripe from 'stripe';
import { z } from 'zod';
import type { StripeCode } from '../errors.js';
import type { AccountSettings } from '../settings.js';
import { createClient } from './client.js';
import { faultOf } from './faults.js';

/** What a key told: its mode and its account, each `null` where it could not be asked; why not is `fault`. */
export interface Told {
  live: boolean | null;
  owner: string | null;
  fault: StripeCode | null;
}

/** Asks with a key that reads. */
export async function askKey(account: AccountSettings, key: string): Promise<Told> {
  return await ask(account, key, modeOfBalance);
}

/** Asks with a key that writes coupons, which may see those but often no balance. */
export async function askCouponKey(account: AccountSettings, key: string): Promise<Told> {
  return await ask(account, key, modeOfCoupons);
}

async function ask(
  account: AccountSettings,
  key: string,
  mode: (sdk: Stripe) => Promise<boolean | null>,
): Promise<Told> {
  const { sdk, close } = createClient(key, account);
  try {
    const live = await mode(sdk);
    return { live, owner: await ownerOf(sdk), fault: null };
  } catch (error) {
    return { live: null, owner: null, fault: faultOf(error).code };
  } finally {
    close();
  }
}

const balance = z.object({ object: z.literal('balance'), livemode: z.boolean() });
const coupons = z.object({ object: z.literal('list'), data: z.array(z.object({ livemode: z.boolean() })) });
const owner = z.object({ object: z.literal('account'), id: z.string() });

async function modeOfBalance(sdk: Stripe): Promise<boolean> {
  return balance.parse(await sdk.balance.retrieve()).livemode;
}

/** `null` when the account has no coupon yet. */
async function modeOfCoupons(sdk: Stripe): Promise<boolean | null> {
  const [first] = coupons.parse(await sdk.coupons.list({ limit: 1 })).data;
  return first?.livemode ?? null;
}

/** Restricted keys often may not ask this, and nothing else depends on it. */
async function ownerOf(sdk: Stripe): Promise<string | null> {
  try {
    return owner.parse(await sdk.accounts.retrieveCurrent()).id;
  } catch {
    return null;
  }
}
