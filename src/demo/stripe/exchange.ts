import type { Account } from './account.js';
import { type Ask, header } from './ask.js';
import type { Call, Route } from './call.js';
import { demandKnownConditions } from './conditions.js';
import { execution, type Reply } from './execution.js';
import type { Fault } from './faults.js';
import { strike } from './faultyRefusal.js';
import { parseForm } from './form.js';
import { type Asker, chooseAccount, demandPermission, identify } from './keys.js';
import type { Random } from './random.js';
import { findRoute } from './routes.js';

/** What an exchange needs to know of the stand-in. */
export interface World {
  accounts: readonly Account[];
  routes: readonly Route[];
  random: Random;
  /** Unix seconds. */
  now: () => number;
  searchLagSeconds: number;
  limitRate: (account: string, mode: 'test' | 'live', second: number) => void;
}

/** Fills in, as they become known, what the request log tells. */
export interface Seen {
  asker?: Asker;
  account?: Account;
}

/**
 * One request through Stripe's checks, in their order: key, version, rate, account, address, permission,
 * idempotency, parameters, execution. Throws a `Refusal` for what is not kept under an idempotency key.
 */
export async function exchange(world: World, ask: Ask, fault: Fault | undefined, seen: Seen): Promise<Reply> {
  strike(fault, 'door');
  const asker = identify(world.accounts, header(ask, 'authorization'));
  seen.asker = asker;
  demandKnownConditions(ask);
  world.limitRate(asker.home.id, asker.home.mode, world.now());
  const account = chooseAccount(world.accounts, asker, ask.headers);
  seen.account = account;
  const { route, id } = findRoute(world.routes, ask.method, ask.path);
  demandPermission(asker, account, route.needs);
  const call = callOf(world, { ask, asker, account, id });
  return execution({ call, route, fault, ask });
}

function callOf(
  world: World,
  { ask, asker, account, id }: { ask: Ask; asker: Asker; account: Account; id: string },
) {
  const call: Call = {
    path: ask.path,
    id,
    form: parseForm(ask.parameters),
    account,
    twin: world.accounts.find((one) => one.id === account.id && one.mode !== account.mode),
    now: world.now(),
    random: world.random,
    searchLagSeconds: world.searchLagSeconds,
    demand: (permission) => demandPermission(asker, account, permission),
  };
  return call;
}
