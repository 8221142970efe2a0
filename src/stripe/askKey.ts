import type Stripe from 'stripe';
import type { z } from 'zod';
import type { StripeCode } from '../errors.js';
import type { AccountSettings } from '../settings.js';
import { type Client, createClient } from './client.js';
import { faultOf } from './faults.js';
import { answered, asks, namesNoAccount, type Right, sentAt } from './rights.js';

/** Whether a key may do something; `unknown` where it could not be asked. */
export type Standing = 'has' | 'lacks' | 'unknown';

/** Why a key told nothing: Stripe's code, or that it may not reach the account that the settings name. */
export type KeyFault = StripeCode | 'no_such_account';

/** What a key told. */
export interface Told {
  rights: Partial<Record<Right, Standing>>;
  /** Its mode; `null` where nothing it may read tells. */
  live: boolean | null;
  /** Stripe's id of its account; `null` where it may not ask. */
  owner: string | null;
  /** Refused, or why not one answer could be had. */
  fault: KeyFault | null;
  /** By how much our clock is ahead of Stripe's, in ms; `null` without an answer or a clock. */
  ahead: number | null;
}

/** What to ask of a key, how long to wait for all of it in ms, the clock to compare with Stripe's, and ids of tokens to
 * n8n where that has the key. */
export interface Asking {
  rights: readonly Right[];
  within: number;
  now?: () => number;
  random?: (() => string) | undefined;
}

interface Heard {
  standing: Standing;
  live: boolean | null;
  owner: string | null;
  fault: KeyFault | null;
  ahead: number | null;
}

const silence: Heard = { standing: 'unknown', live: null, owner: null, fault: 'timeout', ahead: null };

/** Asks Stripe, all at once and each once, what a key may do, of which mode it is, and whose. Nothing can come into
 * being by it; see `rights.ts`. Never throws, and never takes longer than it is given. */
export async function askKey(
  account: AccountSettings,
  key: string,
  { rights, within, now, random }: Asking,
): Promise<Told> {
  const { asking, close } = createClient(key, account, { timeout: within, random });
  const options = { maxNetworkRetries: 0, timeout: within };
  let stop = () => {};
  const over = new Promise<Heard>((resolve) => {
    const timer = setTimeout(() => resolve(silence), within);
    stop = () => clearTimeout(timer);
  });
  const ask = (right: Right | 'account') => Promise.race([over, hear(right, { asking, options, now })]);
  try {
    const [own, ...heard] = await Promise.all([ask('account'), ...rights.map(ask)]);
    return {
      rights: Object.fromEntries(rights.map((right, at) => [right, heard[at]?.standing ?? 'unknown'])),
      live: heard.find(({ live }) => live !== null)?.live ?? null,
      owner: own?.owner ?? null,
      fault: faultIn(own ? [own, ...heard] : heard),
      ahead: heard.find(({ ahead }) => ahead !== null)?.ahead ?? null,
    };
  } finally {
    stop();
    close();
  }
}

/** A refusal counts wherever it was heard; anything else only where no answer at all could be had. */
function faultIn(heard: readonly Heard[]): KeyFault | null {
  for (const final of ['key_refused', 'no_such_account'] as const)
    if (heard.some(({ fault }) => fault === final)) return final;
  if (heard.some(({ standing }) => standing !== 'unknown')) return null;
  return heard.find(({ fault }) => fault !== null)?.fault ?? null;
}

interface Line {
  asking: Client['asking'];
  options: Stripe.RequestOptions;
  now: (() => number) | undefined;
}

async function hear(right: Right | 'account', { asking, options, now }: Line): Promise<Heard> {
  const ahead = (from: unknown) => {
    const sent = sentAt(from);
    return now === undefined || sent === null ? null : now() - sent;
  };
  const { ask, means } = asks[right];
  try {
    const raw = await asking('check', async (sdk) => await ask(sdk, options));
    const { live, owner } = answered(raw, means);
    return { standing: 'has', live, owner, fault: null, ahead: ahead(raw) };
  } catch (error) {
    const fault = namesNoAccount(error) ? 'no_such_account' : faultOf(error).code;
    return { ...silence, standing: standingOf(fault, means), fault, ahead: ahead(error) };
  }
}

/** What cannot be made is refused for its terms only to who might make it: permission is looked at first. */
function standingOf(fault: KeyFault, means: z.ZodType | 'refusal'): Standing {
  if (fault === 'no_permission') return 'lacks';
  return fault === 'not_accepted' && means === 'refusal' ? 'has' : 'unknown';
}
