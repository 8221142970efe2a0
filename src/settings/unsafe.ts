import type { Environment } from '../environment.js';
import type { SettingsFile } from '../settingsFile.js';
import type { Present } from './checked.js';

/** What a start is told, as far as it could be read. */
export interface Told {
  present: Present;
  env: Environment;
  /** `null`: there is no settings file, so nobody may do anything, or it could not be read. */
  file: SettingsFile | null;
}

/** Shorter ones can be found by trying. */
const shortestSecret = 16;

/**
 * Why a start with real accounts would not be safe, a sentence each: what, why, what to do. Stand-ins on this machine hold
 * nothing real, so beside them nothing is unsafe.
 */
export function unsafeSettings(told: Told): string[] {
  const { STRIPE_API_BASE } = told.env;
  if (STRIPE_API_BASE && isNear(STRIPE_API_BASE)) return [];
  return [...ofNode(told), ...ofSecrets(told), ...ofAddresses(told), ...ofTenants(told)];
}

function ofNode({ present }: Told): string[] {
  return [
    ...(present.NODE_TLS_REJECT_UNAUTHORIZED === '0'
      ? [
          'NODE_TLS_REJECT_UNAUTHORIZED is 0: whoever sits on the way could read keys and payments. Remove it; name a certificate of your own in NODE_EXTRA_CA_CERTS.',
        ]
      : []),
    ...(present.OPENAI_LOG?.toLowerCase() === 'debug'
      ? [
          'OPENAI_LOG is debug: that asks for what people write to be put into the output, where it must not be. Remove it.',
        ]
      : []),
  ];
}

function ofSecrets({ env }: Told): string[] {
  return env.TILLKEEPER_SECRET?.some((secret) => secret.length < shortestSecret)
    ? [
        `TILLKEEPER_SECRET can be guessed: whoever guesses it can speak as anybody. Put ${shortestSecret} random characters or more in .env.`,
      ]
    : [];
}

function ofAddresses({ env, file }: Told): string[] {
  const { STRIPE_API_BASE, OPENROUTER_BASE_URL } = env;
  const live =
    /^.._live_/.test(env.STRIPE_SECRET_KEY ?? '') || file?.accounts.some(({ mode }) => mode === 'live');
  return [
    // A live key is refused for every address but Stripe's, where the accounts are read.
    ...(!live && isPlain(STRIPE_API_BASE) ? [plain('STRIPE_API_BASE')] : []),
    ...(isPlain(OPENROUTER_BASE_URL) ? [plain('OPENROUTER_BASE_URL')] : []),
    ...(live && isAnother(OPENROUTER_BASE_URL)
      ? [
          'OPENROUTER_BASE_URL names another service than OpenRouter beside a live Stripe account: nobody knows what that one keeps. Remove it.',
        ]
      : []),
  ];
}

function plain(name: string): string {
  return `${name} is an http address of another machine: whoever sits on the way could read the key. Write an https address.`;
}

/** Who comes in by Teams is one of the tenants; a bot of many tenants can be installed by any. */
function ofTenants({ env, file }: Told): string[] {
  if (!env.MicrosoftAppId || file === null || file.tenants.length > 0) return [];
  const awaited = file.people.some((person) => 'tenant' in person);
  if (env.MicrosoftAppType !== 'MultiTenant' && !awaited) return [];
  return [
    'settings file: tenants is empty beside an app id: it says whose people may come in by Teams. Name your Entra tenant there.',
  ];
}

/** Whether an address is one of this machine. */
function isNear(address: string): boolean {
  return /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(new URL(address).hostname);
}

function isPlain(address: string | undefined): boolean {
  return address !== undefined && new URL(address).protocol === 'http:' && !isNear(address);
}

function isAnother(address: string | undefined): boolean {
  return (
    address !== undefined && !isNear(address) && !/(^|\.)openrouter\.ai$/.test(new URL(address).hostname)
  );
}
