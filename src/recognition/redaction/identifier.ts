import type { Stretch } from './span.js';

/** An identifier in a folded text, and what is put back for it after the plan is read. */
export interface Identifier extends Stretch {
  /** What stands for it: a customer, or an id with its own beginning ("ch_"). */
  kind: 'customer' | 'id';
  value: string;
}
