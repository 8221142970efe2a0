import { balanceRoutes } from './balance.js';
import type { Route } from './call.js';
import { chargeRoutes } from './charges.js';
import { couponRoutes } from './coupons.js';
import { customerRoutes } from './customers.js';
import { ownAccountRoutes } from './ownAccount.js';
import { promotionCodeRoutes } from './promotionCodes.js';
import { Refusal } from './refusal.js';

/** Every address of the stand-in; of two that fit, the first answers. */
export function routeTable(accountPermission: string | undefined): readonly Route[] {
  return [
    ...chargeRoutes,
    ...customerRoutes,
    ...couponRoutes,
    ...promotionCodeRoutes,
    ...balanceRoutes,
    ...ownAccountRoutes(accountPermission),
  ];
}

/** The route of an address and what stands for `:id` in it, or a 404 `Refusal`. */
export function findRoute(
  table: readonly Route[],
  method: string,
  path: string,
): { route: Route; id: string } {
  for (const route of table) {
    const id = fits(route.path, path);
    if (route.method === method && id !== undefined) return { route, id };
  }
  throw new Refusal({ status: 404, message: `Unrecognized request URL (${method}: ${path}).` });
}

function fits(pattern: string, path: string): string | undefined {
  if (pattern === path) return '';
  const start = pattern.replace(/:id$/, '');
  const id = path.slice(start.length);
  if (start === pattern || !path.startsWith(start) || id === '' || id.includes('/')) return undefined;
  return decoded(id);
}

function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}
