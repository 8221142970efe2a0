import type { SettingsFile } from '../settingsFile.js';

/** Who speaks, as a channel has proved it. `unknown` may ask for help and nothing else. */
export type Identity =
  | { kind: 'entra'; tenant: string; user: string }
  | { kind: 'portal'; portal: string; user: string }
  | { kind: 'unknown' };

/** A person with what the settings grant them now. Roles are looked up anew on every turn. */
export interface Caller {
  /** Stable and unique over tenants and portals; never shown, never logged. */
  key: string;
  roles: readonly string[];
  /** Account ids, the first is where a conversation starts. */
  accounts: readonly string[];
}

export type Directory = (identity: Identity) => Caller;

type Person = SettingsFile['people'][number];

/** Looks people up in the settings. Several entries of one person add up. Who is not there gets no role. */
export function createDirectory(people: readonly Person[], tenants: readonly string[]): Directory {
  return (identity) => {
    const entries = people.filter((person) => isOf(person, identity, tenants));
    return {
      key: keyOf(identity),
      roles: [...new Set(entries.flatMap(({ roles }) => roles))],
      accounts: [...new Set(entries.flatMap(({ accounts }) => accounts))],
    };
  };
}

function isOf(person: Person, identity: Identity, tenants: readonly string[]): boolean {
  if (identity.kind === 'entra' && 'tenant' in person && 'user' in person) {
    const { tenant, user } = identity;
    return tenants.includes(tenant) && person.tenant === tenant && person.user === user;
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
