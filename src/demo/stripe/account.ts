import { createIdempotency, type Idempotency } from './idempotency.js';
import { type AccountData, copyFor, searchableIds } from './store.js';

/** An API key of the stand-in. `permissions` are Stripe's names, such as `rak_charge_read`. */
export interface StandInKey {
  key: string;
  permissions: 'all' | readonly string[];
  /** How the request log calls it; its last four characters when absent. */
  label?: string;
  /** Other accounts that it may name in `Stripe-Account` (Connect). */
  connected?: readonly string[];
}

/** An account to stand in for. The same id may come twice, once per mode. */
export interface StandInAccount {
  id: string;
  name: string;
  mode: 'test' | 'live';
  keys: readonly StandInKey[];
  data: AccountData;
}

/** An account as it runs: its own copy of the data, its own memory of idempotency keys. */
export interface Account {
  id: string;
  name: string;
  mode: 'test' | 'live';
  keys: readonly StandInKey[];
  data: AccountData;
  /** What search knows since the start; anything newer waits for the lag. */
  seeded: ReadonlySet<string>;
  idempotency: Idempotency;
}

export function openAccount({ id, name, mode, keys, data }: StandInAccount): Account {
  const own = copyFor(mode, data);
  return { id, name, mode, keys, data: own, seeded: searchableIds(own), idempotency: createIdempotency() };
}
