import { z } from 'zod';
import { clarifyStep } from '../abilities/clarify.js';
import { createCouponStep } from '../abilities/createCoupon.js';
import { explainStep } from '../abilities/explain.js';
import { helpStep } from '../abilities/help.js';
import { listChargesStep } from '../abilities/listCharges.js';
import { listCouponsStep } from '../abilities/listCoupons.js';
import { listCustomersStep } from '../abilities/listCustomers.js';
import { refuseStep } from '../abilities/refuse.js';
import { showAuditStep } from '../abilities/showAudit.js';
import { showBalanceStep } from '../abilities/showBalance.js';
import { showPermissionsStep } from '../abilities/showPermissions.js';

export const step = z.discriminatedUnion('do', [
  listChargesStep,
  listCustomersStep,
  listCouponsStep,
  showBalanceStep,
  createCouponStep,
  explainStep,
  showPermissionsStep,
  showAuditStep,
  helpStep,
  clarifyStep,
  refuseStep,
]);

/** What one message asks for: one to five steps in its order. Both recognisers answer in this form and no other. */
export const plan = z.strictObject({ steps: z.array(step).min(1).max(5) });

export type Step = z.infer<typeof step>;
export type Plan = z.infer<typeof plan>;
