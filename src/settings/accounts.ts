import type { Environment } from '../environment.js';
import { type GatewaySettings, gatewaySettings, noKey } from '../n8n/gateway.js';
import type { SettingsFile } from '../settingsFile.js';
import type { Resolve } from './references.js';

/** One connected Stripe account. `base` is another address than Stripe's, for the demo and tests. Where `gateway` stands,
 * n8n has the keys and `key` and `couponKey` are none; `stripeAccount` is then only what n8n's account must prove to be. */
export interface AccountSettings {
  id: string;
  label: string;
  mode: 'test' | 'live';
  key: string;
  couponKey: string | null;
  stripeAccount: string | null;
  base: URL | null;
  gateway?: GatewaySettings;
}

/** An account of the settings file with its keys in place. A key that must not be used there is a fault. */
export function accountOf(
  one: SettingsFile['accounts'][number],
  { env, resolve, faults }: { env: Environment; resolve: Resolve; faults: string[] },
): AccountSettings {
  const at = `accounts.${one.id}`;
  if (one.via === 'n8n') return throughN8n(one, { env, faults });
  const key = resolve(one.key ?? '', `${at}.key`);
  const couponKey = one.couponKey ? resolve(one.couponKey, `${at}.couponKey`) : null;
  const base = env.STRIPE_API_BASE ? new URL(env.STRIPE_API_BASE) : null;
  const full = env.ALLOW_FULL_KEY === 'true';
  for (const [name, given] of Object.entries({ key, couponKey }))
    if (given) faults.push(...keyFaults(given, { at: `${at}.${name}`, mode: one.mode, base, full }));
  const { id, label, mode, stripeAccount } = one;
  return { id, label, mode, key, couponKey, stripeAccount, base };
}

/** n8n's workflow decides whether coupons may be made, so the bot may ask it. */
function throughN8n(
  { id, label, mode, stripeAccount }: SettingsFile['accounts'][number],
  { env, faults }: { env: Environment; faults: string[] },
): AccountSettings {
  const gateway = gatewaySettings(env);
  if (gateway === null)
    faults.push(
      `accounts.${id}.via: n8n needs N8N_GATEWAY_URL and N8N_GATEWAY_SECRET. Put both in .env; see .env.example.`,
    );
  const none = { key: noKey, couponKey: noKey, base: null };
  return { id, label, mode, stripeAccount, ...none, ...(gateway ? { gateway } : {}) };
}

interface KeyPlace {
  at: string;
  mode: 'test' | 'live';
  base: URL | null;
  /** Whether a key that may do everything is taken in live mode. */
  full: boolean;
}

/** What speaks against a key at its place; the key itself is never told. */
function keyFaults(key: string, { at, mode, base, full }: KeyPlace): string[] {
  const [, kind, of] = /^(sk|rk)_(test|live)_./.exec(key) ?? [];
  if (kind === undefined || of === undefined)
    return [`${at}: this is no secret or restricted key of Stripe. Put one that begins with rk_${mode}_.`];
  const live = of === 'live' || mode === 'live';
  return [
    ...(of === mode
      ? []
      : [`${at}: the key is a ${of} key, the account says mode ${mode}. Put a key of that mode.`]),
    ...(kind === 'sk' && of === 'live' && !full
      ? [
          `${at}: a full live key may do everything in Stripe. Make a restricted key (rk_live_…), or set ALLOW_FULL_KEY=true.`,
        ]
      : []),
    ...(live && base !== null && base.origin !== 'https://api.stripe.com'
      ? [
          `${at}: a live key goes to Stripe only, and STRIPE_API_BASE names another address. Remove STRIPE_API_BASE.`,
        ]
      : []),
  ];
}
