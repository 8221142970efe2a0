import { z } from 'zod';
import { maskNotice } from '../masking/mask.js';
import { askButton } from '../masking/talk.js';
import { type Ability, open } from './ability.js';

export const clarifyStep = z.strictObject({
  do: z.literal('clarify'),
  about: z.enum(['which_data', 'which_customer', 'which_period', 'what_discount', 'other']),
  for: z.looseObject({ do: z.string() }).optional(),
});

export type Clarify = z.infer<typeof clarifyStep>;

const questions: Readonly<Record<Clarify['about'], { text: string; phrases: readonly string[] }>> = {
  which_data: {
    text: 'Which data do you mean?',
    phrases: ['the last 10 charges', 'the latest customers', 'list coupons', 'what is our balance'],
  },
  which_customer: {
    text: 'Which customer do you mean? Write an e-mail address, a name or an id that begins with cus_, in a full question such as “charges of jane@example.com”.',
    phrases: ['the latest customers'],
  },
  which_period: {
    text: 'For which days? Ask again with dates, such as “charges since 1 March” or “charges last week”.',
    phrases: ['charges today', 'charges this week', 'charges last month'],
  },
  what_discount: {
    text: 'How much off? Say a percentage or an amount with its currency, such as “a 15% off coupon” or “a 10 euro voucher”.',
    phrases: ['create a 10% off coupon', 'create a 20% off coupon'],
  },
  other: {
    text: 'I did not get what you mean. Ask it in one full sentence, or choose one of these.',
    phrases: ['help', 'what may I do?'],
  },
};

/** Asks one short question back, with the likely answers as buttons. */
export const clarify: Ability = open({
  does: 'clarify',
  step: clarifyStep,
  permission: null,
  title: 'ask back',
  examples: [],
  answer: async ({ about }, { reading }) => {
    const { text, phrases } = questions[about];
    return { views: [maskNotice({ text, buttons: phrases.map(askButton) }, reading)], outcome: about };
  },
});
