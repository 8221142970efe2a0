import { listed, roleName } from '../../sentences.js';

/** Those of a person's roles (comma separated, as a row keeps them) that give a right: "Marketing or Sales". */
export function rolesIn(kept: string | null, right: readonly string[]): string {
  const held = (kept ?? '').split(',').filter((role) => right.includes(role));
  return listed(held.map(roleName), 'or');
}

/** The second person in words, by role and never by name: "a second person (Approver)". */
export function secondPerson(roles: string): string {
  return roles === '' ? 'a second person' : `a second person (${roles})`;
}
