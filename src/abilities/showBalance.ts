import { z } from 'zod';
import { maskBalance } from '../masking/mask.js';
import { type Ability, guarded } from './ability.js';
import { currency } from './fields.js';

export const showBalanceStep = z.strictObject({
  do: z.literal('show_balance'),
  currency: currency.optional(),
});

export type ShowBalance = z.infer<typeof showBalanceStep>;

/** What is available and what is pending, per currency. */
export const showBalance: Ability = guarded({
  does: 'show_balance',
  step: showBalanceStep,
  permission: 'balance.read',
  title: 'see the balance',
  examples: ['what is our balance', 'how much is pending in euros'],
  answer: async (step, ask, leave) => {
    const balance = await ask.account.balance(leave);
    const view = maskBalance({ balance, ...(step.currency ? { currency: step.currency } : {}) }, ask.reading);
    return { views: [view], count: 1 };
  },
});
