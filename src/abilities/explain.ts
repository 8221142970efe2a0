import { z } from 'zod';
import { maskExplain, maskNotice } from '../masking/mask.js';
import { askButton } from '../masking/talk.js';
import type { Button } from '../masking/views.js';
import { type Ability, open } from './ability.js';
import { findTerm } from './glossary.js';

export const explainStep = z.strictObject({ do: z.literal('explain'), term: z.string().max(80) });

export type Explain = z.infer<typeof explainStep>;

/** What a word of Stripe's means, from our own glossary. */
export const explain: Ability = open({
  does: 'explain',
  step: explainStep,
  permission: null,
  title: 'explain a word',
  examples: ['what is a promotion code?', 'what does pending mean'],
  answer: async ({ term }, { reading }) => {
    const found = findTerm(term);
    if ('nearest' in found) {
      const buttons = found.nearest.map(askAbout);
      const text = `I have no explanation of “${term}”. ${buttons.length > 0 ? 'Did you mean one of these?' : 'Ask for a word of Stripe’s, such as refund, payout or promotion code.'}`;
      return { views: [maskNotice({ text, buttons }, reading)], outcome: 'not_found' };
    }
    const buttons = found.related.slice(0, 3).map(askAbout);
    return {
      views: [maskExplain({ term: found.term, meaning: found.meaning, related: found.related, buttons })],
    };
  },
});

/** Reads well for every term, with an article or without. */
function askAbout(term: string): Button {
  return askButton(`what does ${term} mean?`);
}
