import type { Refuse } from '../../abilities/refuse.js';
import type { Clause } from './clauses.js';
import type { Slots } from './slots.js';

/** What can be asked: the kinds of steps. */
export type Asked =
  | 'list_charges'
  | 'list_customers'
  | 'list_coupons'
  | 'show_balance'
  | 'create_coupon'
  | 'explain'
  | 'show_permissions'
  | 'show_audit'
  | 'help'
  | 'clarify'
  | 'refuse';

/** What a clarify asks back. */
export type About = 'which_data' | 'which_customer' | 'which_period' | 'what_discount' | 'other';

/** One request on its way to a step: what is asked, what is stated, and where it stood. */
export interface Frame {
  /** Undefined for a fragment that belongs to a request beside it. */
  asks?: Asked;
  /** Name of the rule that read it. */
  rule: string;
  clauses: Clause[];
  slots: Slots;
  reason?: Refuse['reason'];
  about?: About;
  terms?: string[];
  /** What waits for the answer to a clarify. */
  waiting?: Asked;
  /** Somebody else is reported to have said it: nothing is asked by it beside a request of the user's own. */
  reported?: boolean;
  /** The noun is a bare "and customers": it takes the period and count said for what stands beside it. */
  bare?: boolean;
}

const LISTS: ReadonlySet<Asked | undefined> = new Set([
  'list_charges',
  'list_customers',
  'list_coupons',
  'show_audit',
]);
/** A request for rows: it takes a count and a period. */
export const isList = (frame: Frame): boolean => LISTS.has(frame.asks);

/** Whether a period or a length of time is stated. */
export const isTime = ({ slots }: Frame): boolean => slots.whens.length > 0 || slots.lengths.length > 0;
