import { z } from 'zod';
import type { BalanceFacts } from '../facts.js';

const money = z.object({ amount: z.number(), currency: z.string() });

/** The balance, without what is reserved, issued or payable at once. */
export const balance = z
  .object({
    object: z.literal('balance'),
    livemode: z.boolean(),
    available: z.array(money),
    pending: z.array(money),
  })
  .transform(({ available, pending }): BalanceFacts => ({ available, pending }));
