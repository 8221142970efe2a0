import type { Account } from './account.js';
import type { FormFields } from './form.js';
import type { Random } from './random.js';

/** One request after its key, account, address and permission were found good. `now` is in unix seconds. */
export interface Call {
  path: string;
  /** What stands for `:id` in the address; empty where there is none. */
  id: string;
  form: FormFields;
  account: Account;
  /** The same account in the other mode, if the stand-in has it. */
  twin: Account | undefined;
  now: number;
  random: Random;
  searchLagSeconds: number;
  /** Throws a 403 `Refusal` unless the key holds the permission. */
  demand: (permission: string) => void;
}

/**
 * An address. `prepare` checks the parameters and throws a `Refusal` that is not kept under an idempotency key;
 * what it returns does the work, and its answer or `Refusal` is kept.
 */
export interface Route {
  method: 'GET' | 'POST';
  /** Such as `/v1/coupons/:id`. */
  path: string;
  needs?: string;
  prepare: (call: Call) => () => object;
}
