import type { SettingsFile } from '../settingsFile.js';

/** Who speaks, as a channel has proved it. `unknown` may ask for help and nothing else. */
export type Identity =
  | { kind: 'entra'; tenant: string; user: string }
  | { kind: 'portal'; portal: string; user: string }
  | { kind: 'unknown' };

/** What a person is one of many of: their tenant, or their portal. */
export function tenantOf(identity: Identity): string {
  if (identity.kind === 'entra') return identity.tenant;
  return identity.kind === 'portal' ? identity.portal : '';
}

/** One entry of the settings: these roles, in these accounts. */
export interface Grant {
  roles: readonly string[];
  accounts: readonly string[];
}

/** A person with what the settings grant them now. Roles are looked up anew on every turn.
 * `roles` and `accounts` are those of all entries: to be named, not to be decided by. */
export interface Caller extends Grant {
  /** Stable and unique over tenants and portals; never shown, never logged. */
  key: string;
  /** Account ids, the first is where a conversation starts. */
  accounts: readonly string[];
  /** The entries one by one; when left out, `roles` and `accounts` are the only one. */
  grants?: readonly Grant[];
}

export type Directory = (identity: Identity) => Caller;

type Person = SettingsFile['people'][number];

/** Looks people up in the settings. Several entries of one person stand side by side: a role holds in the accounts
 * of its own entry only. Who is not there gets no role. */
export function createDirectory(people: readonly Person[], tenants: readonly string[]): Directory {
  const listed = new Set(tenants.map((tenant) => tenant.toLowerCase()));
  return (identity) => {
    const known = folded(identity);
    const grants = people
      .filter((person) => isOf(person, known, listed))
      .map(({ roles, accounts }) => ({ roles, accounts }));
    return { key: keyOf(known), ...together(grants), grants };
  };
}

/** The caller as far as one account goes: the roles that hold in it. */
export function inAccount(caller: Caller, account: string | null): Caller {
  const grants = caller.grants ?? [{ roles: caller.roles, accounts: caller.accounts }];
  const here = grants.filter(({ accounts }) => account !== null && accounts.includes(account));
  const accounts = account === null || here.length === 0 ? [] : [account];
  return { key: caller.key, roles: together(here).roles, accounts };
}

function together(grants: readonly Grant[]): Grant {
  return {
    roles: [...new Set(grants.flatMap(({ roles }) => roles))],
    accounts: [...new Set(grants.flatMap(({ accounts }) => accounts))],
  };
}

/** Entra ids are the same in any case; a portal's ids are its own. */
function folded(identity: Identity): Identity {
  if (identity.kind !== 'entra') return identity;
  const { kind, tenant, user } = identity;
  return { kind, tenant: tenant.toLowerCase(), user: user.toLowerCase() };
}

function isOf(person: Person, identity: Identity, tenants: ReadonlySet<string>): boolean {
  if (identity.kind === 'entra' && 'tenant' in person && 'user' in person) {
    const { tenant, user } = identity;
    return (
      tenants.has(tenant) && person.tenant.toLowerCase() === tenant && person.user.toLowerCase() === user
    );
  }
  if (identity.kind === 'portal' && 'portal' in person)
    return person.portal === identity.portal && person.user === identity.user;
  return false;
}

function keyOf(identity: Identity): string {
  if (identity.kind === 'entra') return JSON.stringify(['entra', identity.tenant, identity.user]);
  if (identity.kind === 'portal') return JSON.stringify(['portal', identity.portal, identity.user]);
  return 'unknown';
}
