import type { Detail } from '../masking/reading.js';
import type { Caller } from './caller.js';
import type { Permission } from './permission.js';

/** What a role may do, and how much it is shown where that differs from the settings' `cards.detail`. */
export interface Role {
  may: readonly Permission[];
  detail?: Detail | undefined;
}

export type Roles = Readonly<Record<string, Role>>;

const order: readonly Detail[] = ['minimal', 'standard', 'detailed'];

function rolesOf(roles: Roles, caller: Caller): Role[] {
  return caller.roles
    .flatMap((name) => (Object.hasOwn(roles, name) ? [roles[name]] : []))
    .filter((role) => role !== undefined);
}

/** The caller's permissions over all of their roles. */
export function permissionsOf(roles: Roles, caller: Caller): ReadonlySet<Permission> {
  return new Set(rolesOf(roles, caller).flatMap(({ may }) => may));
}

/** The names of the roles that hold a permission: said in refusals; never who has them. */
export function rolesThatMay(roles: Roles, permission: Permission): string[] {
  return Object.keys(roles).filter((name) => roles[name]?.may.includes(permission));
}

/** The most that one of the caller's roles with this permission is shown. */
export function detailOf(roles: Roles, caller: Caller, permission: Permission, usual: Detail): Detail {
  const granting = rolesOf(roles, caller).filter(({ may }) => may.includes(permission));
  const levels = granting.map(({ detail }) => order.indexOf(detail ?? usual));
  return order[Math.max(...levels, granting.length > 0 ? 0 : -1)] ?? 'minimal';
}
