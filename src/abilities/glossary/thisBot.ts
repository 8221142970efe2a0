import type { GlossaryEntry } from './entry.js';

/** Words of this bot: what it hides, who may do what, and what it writes down. */
export const thisBot: readonly GlossaryEntry[] = [
  {
    term: 'masked data',
    aliases: ['masked', 'mask', 'masking', 'hidden data', 'masked email', 'dots'],
    meaning:
      'Personal data shown only in part, so that you can recognise it but not copy it. What is not on the list of things to show is left out altogether.',
    related: ['last four', 'customer', 'permission'],
    example: 'j•••@a•••.com',
  },
  {
    term: 'role',
    aliases: ['my role', 'user role'],
    meaning:
      'A set of permissions with a name, such as Support or Marketing. Your roles decide what I show you; someone who runs me gives them out.',
    related: ['permission', 'approval'],
  },
  {
    term: 'permission',
    aliases: ['access', 'access right', 'allowed', 'may'],
    meaning: 'One thing a role may do, such as seeing charges. I check it before I ask Stripe anything.',
    related: ['role', 'audit trail'],
  },
  {
    term: 'submit',
    aliases: ['confirm', 'confirmation', 'create button', 'review card'],
    meaning:
      'Pressing the button on the card that shows the exact terms. Only that creates a coupon; nothing you type does.',
    related: ['coupon', 'approval', 'lapsed'],
  },
  {
    term: 'approval',
    aliases: ['approve', 'approved', 'approver', 'second person', 'four eyes', 'sign off'],
    meaning:
      'A second person agrees to the same terms before a large discount is created. Nobody approves their own.',
    related: ['submit', 'role'],
  },
  {
    term: 'lapsed',
    aliases: ['lapse', 'offer lapsed', 'timed out card'],
    meaning:
      'A coupon card that was left too long and no longer works. Nothing was created; ask to see it again.',
    related: ['submit', 'coupon'],
  },
  {
    term: 'audit trail',
    aliases: ['audit', 'trail', 'audit log', 'log', 'record', 'history'],
    meaning:
      'The list of what was asked, refused and created, by which role and when. It holds no customer data, and changes to it can be noticed.',
    related: ['role', 'reference'],
  },
  {
    term: 'reference',
    aliases: ['reference code', 'correlation id', 'error code'],
    meaning:
      'The short code in my message when something went wrong. Give it to whoever runs me; they find the cause with it.',
    related: ['audit trail'],
  },
];
