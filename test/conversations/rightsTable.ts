import type { Settings } from '../../src/settings.js';

/** What every role of these tests may do, written down by hand: each permission alone, none, and some together. */
export const roles: Settings['roles'] = {
  'charge-reader': { may: ['charges.read'] },
  'customer-reader': { may: ['customers.read'] },
  'coupon-reader': { may: ['coupons.read'] },
  'balance-reader': { may: ['balance.read'] },
  'coupon-maker': { may: ['coupons.create'] },
  'coupon-approver': { may: ['coupons.approve'] },
  'trail-reader': { may: ['audit.read'] },
  'trail-resolver': { may: ['audit.resolve'] },
  'conversation-binder': { may: ['settings.bind'] },
  bystander: { may: [] },
  'support-desk': { may: ['charges.read', 'customers.read'] },
  'personal-seller': { may: ['coupons.create', 'customers.read'] },
  'brief-reader': { may: ['charges.read', 'customers.read', 'balance.read'], detail: 'minimal' },
  everything: {
    may: [
      'charges.read',
      'customers.read',
      'coupons.read',
      'balance.read',
      'coupons.create',
      'coupons.approve',
      'audit.read',
      'audit.resolve',
      'settings.bind',
    ],
  },
};

/** The role of a person whose entry names one that the settings do not have. */
export const unknownRole = 'no-such-role';

/** Everybody whose rights are looked at, by the one role they have; the last is in no entry at all. */
export const everybody: readonly (string | null)[] = [...Object.keys(roles), unknownRole, null];

/** Whether the role holds all of these permissions. */
export function holds(role: string | null, needs: readonly string[]): boolean {
  const may: readonly string[] = role === null ? [] : (roles[role]?.may ?? []);
  return needs.every((need) => may.includes(need));
}

/** The first of these that the role lacks. */
export function lacking(role: string | null, needs: readonly string[]): string {
  return needs.find((need) => !holds(role, [need])) ?? '';
}

/** What a refusal calls a permission. */
export const doing: Readonly<Record<string, string>> = {
  'charges.read': 'see charges',
  'customers.read': 'see customers',
  'coupons.read': 'see coupons',
  'balance.read': 'see the balance',
  'coupons.create': 'create coupons',
  'audit.read': 'see who did what with this bot',
  'settings.bind': 'choose what a conversation is for',
};
