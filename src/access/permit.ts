import { type Caller, inAccount } from './caller.js';
import type { Permission } from './permission.js';
import { permissionsOf, type Roles, rolesThatMay } from './roles.js';

declare const minted: unique symbol;

/** Leave to use one permission in one account, for this turn. Only `createPermits` makes one; every Stripe verb demands it. */
export interface Permit {
  readonly [minted]: true;
  readonly account: string;
  readonly permission: Permission;
  /** The roles that hold for the person in this account, for whoever has to agree. */
  readonly roles: readonly string[];
}

/** Why not: `role` (no role of theirs has it), `account` (none that holds in this account), `unknown` (no role at all),
 * `unsure` (their groups could not be looked up, and without them they may not). */
export interface Refusal {
  kind: 'refused';
  reason: 'role' | 'account' | 'unknown' | 'unsure';
  permission: Permission;
  /** Roles that may; empty when none does. */
  rolesThatMay: readonly string[];
}

export type Decision = { kind: 'permitted'; permit: Permit } | Refusal;

export type Permits = (caller: Caller, permission: Permission, account: string) => Decision;

/** Decides from the settings' roles, deny by default. */
export function createPermits(roles: Roles): Permits {
  return (caller, permission, account) => {
    const refused = (reason: Refusal['reason']): Refusal => ({
      kind: 'refused',
      reason: caller.uncertain ? 'unsure' : reason,
      permission,
      rolesThatMay: rolesThatMay(roles, permission),
    });
    if (caller.roles.length === 0) return refused('unknown');
    if (!permissionsOf(roles, caller).has(permission)) return refused('role');
    const here = inAccount(caller, account);
    if (!permissionsOf(roles, here).has(permission)) return refused('account');
    return { kind: 'permitted', permit: { account, permission, roles: here.roles } as Permit };
  };
}
