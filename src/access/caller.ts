import type { SettingsFile } from '../settingsFile.js';
import { type GroupsOf, inNoGroup, type Membership, noGroups } from './groups.js';
import type { Identity } from './identity.js';
import { keyOf } from './personKey.js';

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
  /** Their groups could not be looked up, so they might have more than this; nothing is granted on that. */
  uncertain?: true;
}

/** Who somebody is to the settings now; `signal` ends the wait for their groups. */
export type Directory = (identity: Identity, signal: AbortSignal) => Promise<Caller>;

type Person = SettingsFile['people'][number];

/** Looks people up in the settings, by themselves and by their groups. Several entries of one person stand side by side:
 * a role holds in the accounts of its own entry only. Who is not there gets no role. */
export function createDirectory(
  people: readonly Person[],
  tenants: readonly string[],
  groupsOf: GroupsOf = noGroups,
): Directory {
  const listed = new Set(tenants.map((tenant) => tenant.toLowerCase()));
  return async (identity, signal) => {
    const known = folded(identity);
    const ofTenant = known.kind === 'entra' && listed.has(known.tenant);
    const membership = ofTenant ? await groupsOf(known.tenant, known.user, signal) : inNoGroup;
    const grants = people
      .filter((person) => isOf(person, known, listed) || isOfGroup(person, known, membership))
      .map(({ roles, accounts }) => ({ roles, accounts }));
    const doubt = membership.kind === 'unsure' ? { uncertain: true as const } : {};
    return { key: keyOf(known), ...together(grants), grants, ...doubt };
  };
}

/** The caller as far as one account goes: the roles that hold in it. */
export function inAccount(caller: Caller, account: string | null): Caller {
  const grants = caller.grants ?? [{ roles: caller.roles, accounts: caller.accounts }];
  const here = grants.filter(({ accounts }) => account !== null && accounts.includes(account));
  const accounts = account === null || here.length === 0 ? [] : [account];
  const doubt = caller.uncertain ? { uncertain: true as const } : {};
  return { key: caller.key, roles: together(here).roles, accounts, ...doubt };
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
  if (identity.kind === 'trigger' && 'trigger' in person) return person.trigger === identity.name;
  return false;
}

/** Of a tenant that is on the list: of others no group is ever known. */
function isOfGroup(person: Person, identity: Identity, membership: Membership): boolean {
  if (identity.kind !== 'entra' || membership.kind === 'unsure' || !('group' in person)) return false;
  return person.tenant.toLowerCase() === identity.tenant && membership.groups.has(person.group.toLowerCase());
}
