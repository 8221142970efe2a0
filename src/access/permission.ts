/** Every permission a role may hold; `settings.json` knows no others. */
export const permissions = [
  'charges.read',
  'customers.read',
  'coupons.read',
  'balance.read',
  'coupons.create',
  'coupons.approve',
  'audit.read',
  'audit.resolve',
  'settings.bind',
] as const;

export type Permission = (typeof permissions)[number];
