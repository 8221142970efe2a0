import { z } from 'zod';
import { inAccount } from '../access/caller.js';
import { permissionsOf, type Roles } from '../access/roles.js';
import { maskHelp } from '../masking/mask.js';
import { type Ability, open } from './ability.js';

export const helpStep = z.strictObject({ do: z.literal('help') });

export type Help = z.infer<typeof helpStep>;

interface HelpNeeds {
  roles: Roles;
  abilities: () => readonly Ability[];
  /** Names that a conversation can be bound to. */
  conversations: readonly string[];
}

/** Example phrases, first of what this person may do. */
export function createHelp(needs: HelpNeeds): Ability {
  return open({
    does: 'help',
    step: helpStep,
    permission: null,
    title: 'get help',
    examples: ['help'],
    answer: async (_, { visit, reading }) => {
      const held = permissionsOf(needs.roles, inAccount(visit.caller, visit.account));
      const theirs = needs
        .abilities()
        .filter(({ permission }) => permission === null || held.has(permission));
      const groups = theirs
        .filter(({ does, examples }) => does !== 'help' && examples.length > 0)
        .map(({ title, examples }) => ({ title: title.charAt(0).toUpperCase() + title.slice(1), examples }));
      const bind = held.has('settings.bind') ? needs.conversations : [];
      return { views: [maskHelp({ groups, bind }, reading)] };
    },
  });
}
