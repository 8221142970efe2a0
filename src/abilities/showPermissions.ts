import { z } from 'zod';
import { inAccount } from '../access/caller.js';
import { permissionsOf, type Roles } from '../access/roles.js';
import { formatAmount, minorOf } from '../masking/format.js';
import { maskPermissions } from '../masking/mask.js';
import type { Place } from '../masking/reading.js';
import { roleName } from '../sentences.js';
import type { CouponPolicy } from '../settingsFile.js';
import { type Ability, open } from './ability.js';

export const showPermissionsStep = z.strictObject({ do: z.literal('show_permissions') });

export type ShowPermissions = z.infer<typeof showPermissionsStep>;

/** What this person may do in the account of the conversation, within which limits, and which accounts are theirs. */
export function createShowPermissions(needs: {
  roles: Roles;
  places: readonly Place[];
  policy: CouponPolicy;
  /** The table of abilities, once it is made. */
  abilities: () => readonly Ability[];
}): Ability {
  return open({
    does: 'show_permissions',
    step: showPermissionsStep,
    title: 'see what you may do',
    permission: null,
    examples: ['what may I do?'],
    answer: async (_, { visit, reading }) => {
      const here = inAccount(visit.caller, visit.account);
      const held = permissionsOf(needs.roles, here);
      const titled = needs.abilities().filter(({ permission }) => permission !== null);
      const titles = (mayDo: boolean) =>
        titled
          .filter(({ permission }) => permission !== null && held.has(permission) === mayDo)
          .map(({ title }) => title);
      const view = maskPermissions(
        {
          may: titles(true),
          mayNot: titles(false),
          roles: here.roles.map(roleName),
          accounts: needs.places.filter(({ id }) => visit.caller.accounts.includes(id)),
          limits: held.has('coupons.create') ? limits(needs.policy, reading.locale) : [],
        },
        reading,
      );
      return { views: [view] };
    },
  });
}

function limits(policy: CouponPolicy, locale: string): string[] {
  if (!policy.enabled) return ['Coupons are switched off at the moment.'];
  const amounts = Object.entries(policy.maxAmountOff).map(([currency, most]) =>
    formatAmount(minorOf(most, currency) ?? 0, currency, locale),
  );
  return [
    ...(policy.maxPercentOff < 100 ? [`Coupons take ${policy.maxPercentOff} % off at most.`] : []),
    ...(amounts.length > 0 ? [`Coupons take ${amounts.join(' or ')} off at most.`] : []),
    ...(policy.mustExpireWithinDays ? [`Coupons end within ${policy.mustExpireWithinDays} days.`] : []),
    ...(policy.maxRedemptions ? [`A coupon’s uses: ${policy.maxRedemptions} at most.`] : []),
  ];
}
