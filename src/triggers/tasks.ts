import { z } from 'zod';
import { count } from '../abilities/fields.js';
import { addDays } from '../calendar.js';

/** Names of all that a trigger can ask for: each only reads. */
export const taskNames = [
  'balance_summary',
  'last_charges',
  'coupons_ending_soon',
  'failed_payments_since',
] as const;

export type TaskName = (typeof taskNames)[number];

const asked = {
  v: z.literal(1),
  /** The sender's own id of this delivery; the same when it is sent again. */
  id: z.string().regex(/^[\w.:-]{1,100}$/),
  account: z.string().min(1).max(40),
  /** A name of the settings; without it the summary is the answer. */
  conversation: z.string().min(1).max(40).optional(),
};
const days = (most: number) => z.int().min(1).max(most).optional();

/** What a trigger sends: closed, with no free text in it. */
export const triggerAsk = z.discriminatedUnion('task', [
  z.strictObject({ ...asked, task: z.literal('balance_summary') }),
  z.strictObject({ ...asked, task: z.literal('last_charges'), count: count.optional() }),
  z.strictObject({ ...asked, task: z.literal('coupons_ending_soon'), days: days(365) }),
  z.strictObject({ ...asked, task: z.literal('failed_payments_since'), days: days(90) }),
]);

export type TriggerAsk = z.infer<typeof triggerAsk>;

const usualCount = 10;
const usualDaysToEnd = 7;
const usualDaysBack = 1;

/** The step that answers a task. `today`: YYYY-MM-DD in the settings' time zone. */
export function stepOf(ask: TriggerAsk, today: string): { do: string } & Record<string, unknown> {
  if (ask.task === 'balance_summary') return { do: 'show_balance' };
  if (ask.task === 'last_charges') return { do: 'list_charges', limit: ask.count ?? usualCount };
  if (ask.task === 'coupons_ending_soon')
    return { do: 'coupons_ending_soon', by: addDays(today, ask.days ?? usualDaysToEnd) };
  return { do: 'list_charges', status: 'failed', from: addDays(today, -(ask.days ?? usualDaysBack)) };
}
