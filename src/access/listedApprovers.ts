import type { SettingsFile } from '../settingsFile.js';
import { keyOf } from './personKey.js';
import { type Roles, rolesThatMay } from './roles.js';

/** The keys of the people whom the settings name one by one with a role that may approve coupons, in any account.
 * Who has it through a group is not among them. */
export function listedApprovers({
  people,
  roles,
}: {
  people: SettingsFile['people'];
  roles: Roles;
}): string[] {
  const may = rolesThatMay(roles, 'coupons.approve');
  return people
    .filter((person) => person.roles.some((role) => may.includes(role)))
    .flatMap((person) => {
      if ('portal' in person) return keyOf({ kind: 'portal', portal: person.portal, user: person.user });
      if (!('tenant' in person) || !('user' in person)) return [];
      return keyOf({ kind: 'entra', tenant: person.tenant, user: person.user });
    });
}
