import type Stripe from 'stripe';
import { StripeFault } from '../errors.js';
import type { Place } from '../masking/reading.js';
import type { AccountSettings } from '../settings.js';
import { createClient } from './client.js';
import { createOffers, type Offers } from './couponOffer.js';
import type { BalanceFacts, ChargeFacts, CouponFacts, CustomerFacts } from './facts.js';
import { balance, charge, coupon, customer, promotionCode } from './leaves.js';
import { createSpeaker, type Leave, type Page, type Speaker } from './speaker.js';

/** Which rows of a list: `from`/`to` by creation, inclusive, unix seconds; `after`: behind the row with this id; `size` ≤ 100. */
export interface Query {
  from?: number;
  to?: number;
  after?: string;
  customer?: string;
  intent?: string;
  size: number;
}

export interface Charges {
  page: (query: Query, leave: Leave) => Promise<Page<ChargeFacts>>;
  /** One charge by its id. @throws StripeFault not_found */
  one: (id: string, leave: Leave) => Promise<ChargeFacts>;
}

export interface Customers {
  page: (query: Query, leave: Leave) => Promise<Page<CustomerFacts>>;
  one: (id: string, leave: Leave) => Promise<CustomerFacts>;
  byEmail: (email: string, leave: Leave) => Promise<CustomerFacts[]>;
  /** By a part of the name, through Stripe's search: not for what was made in the last minute. */
  byName: (name: string, leave: Leave) => Promise<CustomerFacts[]>;
}

export interface Coupons {
  /** Coupons without their codes. */
  page: (query: Query, leave: Leave) => Promise<Page<CouponFacts>>;
  withCodes: (coupons: CouponFacts[], leave: Leave) => Promise<CouponFacts[]>;
  /** The coupons that a promotion code stands for, or the coupon with this id. */
  byCode: (code: string, leave: Leave) => Promise<CouponFacts[]>;
}

/** One connected Stripe account: the only speaker of Stripe. Every verb takes a permit and throws StripeFault. */
export interface StripeAccount {
  place: Place;
  charges: Charges;
  customers: Customers;
  coupons: Coupons;
  balance: (leave: Leave) => Promise<BalanceFacts>;
  offers: Offers;
}

/** @returns the account and how to let go of its connections */
export function createStripeAccount(settings: AccountSettings): {
  account: StripeAccount;
  close: () => void;
} {
  const place: Place = { id: settings.id, label: settings.label, mode: settings.mode };
  const reading = createClient(settings.key, settings);
  const writing = settings.couponKey === null ? null : createClient(settings.couponKey, settings);
  const speaker = createSpeaker(reading.sdk, place);
  const account: StripeAccount = {
    place,
    charges: chargesOf(speaker),
    customers: customersOf(speaker),
    coupons: couponsOf(speaker),
    balance: (leave) => speaker.one(leave, 'balance.read', balance, (sdk) => sdk.balance.retrieve()),
    offers: writing ? createOffers(createSpeaker(writing.sdk, place)) : noOffers,
  };
  return {
    account,
    close: () => {
      reading.close();
      writing?.close();
    },
  };
}

const refuseOffer = async (): Promise<never> => {
  throw new StripeFault('no_coupon_key');
};
const noOffers: Offers = { codeIsTaken: refuseOffer, make: refuseOffer };

function created({ from, to }: Query): { created?: Stripe.RangeQueryParam } {
  if (from === undefined && to === undefined) return {};
  return {
    created: { ...(from === undefined ? {} : { gte: from }), ...(to === undefined ? {} : { lte: to }) },
  };
}

function paged(query: Query): { limit: number; starting_after?: string; created?: Stripe.RangeQueryParam } {
  return { limit: query.size, ...(query.after ? { starting_after: query.after } : {}), ...created(query) };
}

function chargesOf(speaker: Speaker): Charges {
  return {
    page: (query, leave) =>
      speaker.page(leave, 'charges.read', charge, (sdk) =>
        sdk.charges.list({
          ...paged(query),
          ...(query.customer ? { customer: query.customer } : {}),
          ...(query.intent ? { payment_intent: query.intent } : {}),
        }),
      ),
    one: (id, leave) => speaker.one(leave, 'charges.read', charge, (sdk) => sdk.charges.retrieve(id)),
  };
}

function customersOf(speaker: Speaker): Customers {
  const search = async (query: string, leave: Leave) => {
    const found = await speaker.page(leave, 'customers.read', customer, (sdk) =>
      sdk.customers.search({ query, limit: 10 }),
    );
    return found.rows;
  };
  return {
    page: (query, leave) =>
      speaker.page(leave, 'customers.read', customer, (sdk) => sdk.customers.list(paged(query))),
    one: (id, leave) => speaker.one(leave, 'customers.read', customer, (sdk) => sdk.customers.retrieve(id)),
    byEmail: async (email, leave) => {
      const exact = await speaker.page(leave, 'customers.read', customer, (sdk) =>
        sdk.customers.list({ email, limit: 10 }),
      );
      return exact.rows.length > 0 ? exact.rows : await search(`email:${quoted(email)}`, leave);
    },
    byName: (name, leave) => search(`name~${quoted(name)}`, leave),
  };
}

/** A value in Stripe's query language: quoted, with quotes inside it escaped. */
function quoted(value: string): string {
  return `"${value.replace(/[\\"]/g, '\\$&')}"`;
}

function couponsOf(speaker: Speaker): Coupons {
  const codes = (params: Stripe.PromotionCodeListParams, leave: Leave) =>
    speaker.page(leave, 'coupons.read', promotionCode, (sdk) =>
      sdk.promotionCodes.list({ limit: 100, ...params }),
    );
  const one = (id: string, leave: Leave) =>
    speaker.one(leave, 'coupons.read', coupon, (sdk) => sdk.coupons.retrieve(id));
  const withCodes: Coupons['withCodes'] = async (coupons, leave) => {
    const all = await codes({}, leave);
    if (!all.more)
      return coupons.map((each) => ({ ...each, codes: all.rows.filter((code) => code.coupon === each.id) }));
    return await Promise.all(
      coupons.map(async (each) => ({ ...each, codes: (await codes({ coupon: each.id }, leave)).rows })),
    );
  };
  return {
    page: (query, leave) =>
      speaker.page(leave, 'coupons.read', coupon, (sdk) => sdk.coupons.list(paged(query))),
    withCodes,
    byCode: async (code, leave) => {
      const found = await codes({ code }, leave);
      const ids = [...new Set(found.rows.map((each) => each.coupon))];
      if (ids.length === 0) return await withCodes(await oneOrNone(() => one(code, leave)), leave);
      const coupons = await Promise.all(ids.map((id) => one(id, leave)));
      return coupons.map((each) => ({ ...each, codes: found.rows.filter((row) => row.coupon === each.id) }));
    },
  };
}

async function oneOrNone<T>(ask: () => Promise<T>): Promise<T[]> {
  try {
    return [await ask()];
  } catch (error) {
    if (error instanceof StripeFault && error.code === 'not_found') return [];
    throw error;
  }
}
