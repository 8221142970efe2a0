import type { IncomingHttpHeaders } from 'node:http';
import type { Account, StandInKey } from './account.js';
import { Refusal } from './refusal.js';

/** Who asks: a key, and the account it belongs to. */
export interface Asker {
  key: StandInKey;
  home: Account;
}

/** Finds the key's account, or refuses with 401. Takes `Bearer` and Basic with the key as user. */
export function identify(accounts: readonly Account[], authorization: string | undefined): Asker {
  const given = keyIn(authorization);
  if (!given) throw unauthorised('You did not provide an API key.');
  for (const home of accounts) {
    const key = home.keys.find((one) => one.key === given);
    if (key) return { key, home };
  }
  throw unauthorised(`Invalid API Key provided: ${masked(given, 4)}`);
}

/** The account that `Stripe-Account` names, else the key's own. Refuses with 403 what the key may not reach. */
export function chooseAccount(
  accounts: readonly Account[],
  { key, home }: Asker,
  headers: IncomingHttpHeaders,
) {
  const named = headers['stripe-account'];
  if (named === undefined || named === home.id) return home;
  if (key.permissions !== 'all' && !key.connected)
    throw new Refusal({
      status: 403,
      message:
        'You passed a restricted API key with the Stripe-Account header, but the restricted API key does not have any Connect permissions.',
    });
  const account = accounts.find(({ id, mode }) => id === named && mode === home.mode);
  if (account && key.connected?.includes(account.id)) return account;
  throw new Refusal({
    status: 403,
    code: 'account_invalid',
    message: `The provided key '${masked(key.key, 6)}' does not have access to account '${String(named)}' (or that account does not exist). Application access may have been revoked.`,
  });
}

/** Refuses with 403 unless the key may; a write permission includes its read. */
export function demandPermission({ key }: Asker, account: Account, permission: string | undefined): void {
  if (permission === undefined || key.permissions === 'all') return;
  const enough = [permission, permission.replace(/_read$/, '_write')];
  if (enough.some((name) => key.permissions.includes(name))) return;
  throw new Refusal({
    status: 403,
    message: `The provided key '${masked(key.key, 6)}' does not have the required permissions for this endpoint on account '${account.id}'. Having the '${permission}' permission would allow this request to continue.`,
  });
}

/** What the request log may say of a key. */
export function keyLabel({ key, label }: StandInKey): string {
  return label ?? key.slice(-4);
}

function keyIn(authorization = ''): string | undefined {
  const [scheme = '', value = ''] = authorization.split(' ');
  if (scheme.toLowerCase() === 'bearer') return value;
  if (scheme.toLowerCase() !== 'basic') return undefined;
  return Buffer.from(value, 'base64').toString().split(':')[0];
}

function masked(key: string, tail: number): string {
  return `${key.slice(0, 8)}${'*'.repeat(Math.max(4, key.length - 8 - tail))}${key.slice(-tail)}`;
}

function unauthorised(message: string): Refusal {
  return new Refusal({ status: 401, message, headers: { 'WWW-Authenticate': 'Basic realm="Stripe"' } });
}
