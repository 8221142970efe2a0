import { z } from 'zod';
import { approversWords, limitWords } from '../access/approvalLimit.js';
import { inAccount } from '../access/caller.js';
import { exampleOf } from '../access/codePattern.js';
import { allowedDurations } from '../access/couponPolicy.js';
import type { Permission } from '../access/permission.js';
import { permissionsOf, type Roles, rolesThatMay } from '../access/roles.js';
import { formatAmount, minorOf } from '../masking/format.js';
import { maskNotice, maskPermissions } from '../masking/mask.js';
import type { Place } from '../masking/reading.js';
import { doing, groupsUnknown, roleName } from '../sentences.js';
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
      if (visit.caller.uncertain) return { views: [maskNotice({ text: groupsUnknown })], outcome: 'unsure' };
      const here = inAccount(visit.caller, visit.account);
      const held = permissionsOf(needs.roles, here);
      const titled = needs.abilities().filter(({ permission }) => permission !== null);
      const titles = (mayDo: boolean) =>
        titled
          .filter(({ permission }) => permission !== null && held.has(permission) === mayDo)
          .map(({ title }) => title);
      const view = maskPermissions(
        {
          may: [...titles(true), ...byButton.filter((each) => held.has(each)).map((each) => doing[each])],
          mayNot: titles(false),
          roles: here.roles.map(roleName),
          accounts: needs.places.filter(({ id }) => visit.caller.accounts.includes(id)),
          limits: [
            ...(held.has('coupons.create') ? limits(needs.policy, reading.locale) : []),
            ...approvals(needs, held, reading.locale),
          ],
        },
        reading,
      );
      return { views: [view] };
    },
  });
}

/** Rights that are used by buttons of their own: nobody asks for them in words. */
const byButton: readonly Permission[] = ['coupons.approve', 'settings.bind'];

function approvals(
  { policy, roles }: { policy: CouponPolicy; roles: Roles },
  held: ReadonlySet<Permission>,
  locale: string,
): string[] {
  const above = limitWords(policy, locale);
  if (above === '' || !policy.enabled) return [];
  if (held.has('coupons.approve'))
    return [
      `${above} needs a second person: you may approve what others ask for, not what you ask for yourself.`,
    ];
  const who = approversWords(rolesThatMay(roles, 'coupons.approve'));
  return held.has('coupons.create') ? [`${above} needs a second person: ${who}.`] : [];
}

function limits(policy: CouponPolicy, locale: string): string[] {
  if (!policy.enabled) return ['Coupons are switched off at the moment.'];
  const amounts = Object.entries(policy.maxAmountOff).map(([currency, most]) =>
    formatAmount(minorOf(most, currency) ?? 0, currency, locale),
  );
  const lasts = allowedDurations(policy);
  return [
    ...(policy.maxPercentOff < 100 ? [`Coupons take ${policy.maxPercentOff} % off at most.`] : []),
    ...(amounts.length > 0 ? [`Coupons take ${amounts.join(' or ')} off at most.`] : []),
    ...(policy.mustExpireWithinDays ? [`Coupons end within ${policy.mustExpireWithinDays} days.`] : []),
    ...(policy.maxRedemptions ? [`A coupon’s uses: ${policy.maxRedemptions} at most.`] : []),
    ...(lasts === '' ? [] : [`A discount on a subscription lasts ${lasts}.`]),
    ...(policy.codePattern ? [`A code is written like ${exampleOf(policy.codePattern)}.`] : []),
  ];
}
