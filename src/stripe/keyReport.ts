import type { Permission } from '../access/permission.js';
import type { AccountSettings, Settings } from '../settings.js';
import { type Asking, askKey, type Told } from './askKey.js';
import type { Right } from './rights.js';

/** What both keys of an account told, beside what they are needed for. */
export interface KeyReport {
  account: AccountSettings;
  reads: Told;
  /** Of the key that makes coupons, also where it is the same one; `null` where there is none. */
  writes: Told | null;
  /** What the key is needed for by those who may use this account. */
  needed: { reads: readonly Right[]; writes: readonly Right[] };
}

/** Who may do what, as it stands in the settings. */
export type Staff = Pick<Settings, 'roles' | 'people'>;

const forPermission: Readonly<Partial<Record<Permission, readonly Right[]>>> = {
  'charges.read': ['charges'],
  'customers.read': ['customers'],
  'coupons.read': ['coupons', 'promotionCodes'],
  'balance.read': ['balance'],
};
const allReads: readonly Right[] = ['balance', 'charges', 'customers', 'coupons', 'promotionCodes'];
const couponReads: readonly Right[] = ['coupons', 'promotionCodes'];
const couponWrites: readonly Right[] = ['makeCoupons', 'makePromotionCodes'];

/** How a report is made: `thorough` also asks whether customers can be searched, and for the permission to write. */
export interface Reporting extends Omit<Asking, 'rights'> {
  thorough: boolean;
}

/** Asks Stripe with both keys of an account for what this bot needs. Never throws. */
export async function keyReport(
  account: AccountSettings,
  staff: Staff,
  { thorough, ...asking }: Reporting,
): Promise<KeyReport> {
  const { key, couponKey } = account;
  const ask = (which: string, rights: readonly Right[]) => askKey(account, which, { ...asking, rights });
  const [reads, writes] = await Promise.all([
    ask(key, thorough ? [...allReads, 'customerSearch'] : allReads),
    couponKey === null ? null : ask(couponKey, thorough ? [...couponReads, ...couponWrites] : couponReads),
  ]);
  return { account, reads, writes, needed: neededIn(account.id, staff) };
}

function neededIn(account: string, { roles, people }: Staff): KeyReport['needed'] {
  const held = new Set(
    people
      .filter(({ accounts }) => accounts.includes(account))
      .flatMap((person) => person.roles.flatMap((role) => roles[role]?.may ?? [])),
  );
  return {
    reads: allReads.filter((right) => [...held].some((may) => forPermission[may]?.includes(right))),
    writes: held.has('coupons.create') ? couponWrites : [],
  };
}
