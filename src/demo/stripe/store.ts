import type { Balance, Charge, Coupon, Customer, PromotionCode, StripeObject } from './objects.js';

/** What one account holds, each list in the order of making (the order decides between equal seconds). */
export interface AccountData {
  charges: Charge[];
  customers: Customer[];
  /** Ids that answer as deleted; their charges stay. */
  deletedCustomers: string[];
  coupons: Coupon[];
  promotionCodes: PromotionCode[];
  balance: Balance;
}

/** An account with nothing in it. */
export function emptyAccount(): AccountData {
  const balance: Balance = { object: 'balance', available: [], pending: [], livemode: false };
  return { charges: [], customers: [], deletedCustomers: [], coupons: [], promotionCodes: [], balance };
}

/** A copy of `data` of which every object says it is of this mode. */
export function copyFor(mode: 'test' | 'live', data: AccountData): AccountData {
  const livemode = mode === 'live';
  const copy = structuredClone(data);
  for (const list of [copy.charges, copy.customers, copy.coupons, copy.promotionCodes])
    for (const object of list) object.livemode = livemode;
  copy.balance.livemode = livemode;
  return copy;
}

/** Stripe's order: newest first, and of one second the one made last. */
export function newestFirst<Kind extends StripeObject>(objects: readonly Kind[]): Kind[] {
  return objects.toReversed().sort((one, other) => other.created - one.created);
}

/** The object of this id, if the list has it. */
export function byId<Kind extends StripeObject>(objects: readonly Kind[], id: string): Kind | undefined {
  return objects.find((object) => object.id === id);
}

/** Ids of everything that can be searched. */
export function searchableIds(data: AccountData): Set<string> {
  return new Set([...data.charges, ...data.customers].map(({ id }) => id));
}
