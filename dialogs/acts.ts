import { z } from 'zod';

const submit = z.looseObject({
  tillkeeper: z.looseObject({
    act: z.string().max(40),
    nonce: z.string().max(200).optional(),
    cursor: z.string().max(8000).optional(),
    account: z.string().max(64).optional(),
    customer: z.string().max(255).optional(),
    resume: z.string().max(8000).optional(),
    text: z.string().max(2000).optional(),
    name: z.string().max(100).optional(),
  }),
});

/** A press on one of our cards. `inputs` are what was typed on it, unchecked. */
export type Submit = z.infer<typeof submit>['tillkeeper'] & { inputs: Readonly<Record<string, unknown>> };

/** What a message carries: a press, something that only looks like one, or neither. */
export type Carried = { kind: 'submit'; submit: Submit } | { kind: 'faulty' } | { kind: 'nothing' };

/** Reads an activity's `value`. */
export function carriedBy(value: unknown): Carried {
  if (value === undefined || value === null) return { kind: 'nothing' };
  const read = submit.safeParse(value);
  if (!read.success) return { kind: 'faulty' };
  const { tillkeeper, ...inputs } = read.data;
  return { kind: 'submit', submit: { ...tillkeeper, inputs } };
}

const couponActs: ReadonlySet<string> = new Set([
  'coupon.create',
  'coupon.decline',
  'coupon.adjust',
  'coupon.review',
  'coupon.withdraw',
  'card.showAgain',
]);

/** Whether a press is the coupon dialog's to handle. */
export function isCouponAct({ act, nonce }: Submit): boolean {
  return couponActs.has(act) && (act !== 'card.showAgain' || nonce !== undefined);
}

const approvalActs: ReadonlySet<string> = new Set(['coupon.approve', 'coupon.reject']);

/** Whether a press is a second person's, on the card that asks them. */
export function isApprovalAct({ act }: Submit): boolean {
  return approvalActs.has(act);
}
