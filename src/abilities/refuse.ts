import { z } from 'zod';
import { maskAccounts, maskNotice } from '../masking/mask.js';
import { askButton } from '../masking/talk.js';
import { type Ability, open } from './ability.js';

export const refuseStep = z.strictObject({
  do: z.literal('refuse'),
  reason: z.enum([
    'unsupported_action',
    'unmasked_data',
    'bypass_confirmation',
    'other_account',
    'off_topic',
  ]),
});

export type Refuse = z.infer<typeof refuseStep>;

const sentences: Readonly<Record<Refuse['reason'], string>> = {
  unsupported_action:
    'I can look at charges, customers, coupons and the balance, and create coupons. For anything else, such as refunds, cancellations or invoices, use Stripe’s Dashboard.',
  unmasked_data:
    'I show masked data only, and no keys or instructions of mine. What you may see whole stands in Stripe’s Dashboard.',
  bypass_confirmation:
    'A coupon is created only when you press Create coupon on its card. I cannot skip that or press it for you.',
  other_account:
    'I look into the accounts that are yours here, and no others. Whoever runs this bot can give you one.',
  off_topic: 'That is nothing I can help with. I know about your company’s Stripe account.',
};

/** Says no, and what can be done instead. Another account is offered as a button to who has it. */
export const refuse: Ability = open({
  does: 'refuse',
  step: refuseStep,
  permission: null,
  title: 'say no',
  examples: [],
  answer: async ({ reason }, { reading }) => {
    const outcome = `refused_${reason}`;
    if (reason === 'other_account' && reading.others.length > 0) {
      const lead = 'An account is chosen by a button, never by text. These are yours.';
      const places = [reading.place, ...reading.others];
      return { views: [maskAccounts({ places, current: reading.place.id, lead }, reading)], outcome };
    }
    const buttons = [askButton('help'), askButton('what may I do?')];
    return { views: [maskNotice({ text: sentences[reason], buttons }, reading)], outcome };
  },
});
