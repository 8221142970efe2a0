import Stripe from 'stripe';
import { z } from 'zod';
import { StripeFault } from '../errors.js';

/** What a key can be asked about, each by one harmless call. */
export const rights = [
  'balance',
  'charges',
  'customers',
  'coupons',
  'promotionCodes',
  'customerSearch',
  'makeCoupons',
  'makePromotionCodes',
] as const;

export type Right = (typeof rights)[number];

/** What Stripe's Dashboard calls the permission where a restricted key is made or edited. */
export const ticks: Readonly<Record<Right, string>> = {
  charges: 'Charges: Read',
  customers: 'Customers: Read',
  customerSearch: 'Customers: Read',
  coupons: 'Coupons: Read',
  promotionCodes: 'Promotion Codes: Read',
  balance: 'Balance: Read',
  makeCoupons: 'Coupons: Write',
  makePromotionCodes: 'Promotion Codes: Write',
};

/** A call, and the form of its answer; `refusal`: Stripe must refuse it, and only the reason tells. */
interface Ask {
  ask: (sdk: Stripe, options: Stripe.RequestOptions) => Promise<unknown>;
  means: z.ZodType | 'refusal';
}

const anyMode = z.object({ livemode: z.boolean() });
const listed = (object: string) => z.object({ object: z.literal(object), data: z.array(anyMode) });
const list = listed('list');
const one = { limit: 1 };

/** The calls, by what they tell of. A discount of nothing for no duration is refused by every rule there is, and a code
 * of no coupon as well: with the permission as 400, without it as 403, which Stripe looks at first. */
export const asks: Readonly<Record<Right | 'account', Ask>> = {
  account: {
    ask: (sdk, options) => sdk.accounts.retrieveCurrent({}, options),
    means: z.object({ object: z.literal('account'), id: z.string() }),
  },
  charges: { ask: (sdk, options) => sdk.charges.list(one, options), means: list },
  customers: { ask: (sdk, options) => sdk.customers.list(one, options), means: list },
  customerSearch: {
    ask: (sdk, options) =>
      sdk.customers.search({ query: 'email:"nobody@example.invalid"', limit: 1 }, options),
    means: listed('search_result'),
  },
  coupons: { ask: (sdk, options) => sdk.coupons.list(one, options), means: list },
  promotionCodes: { ask: (sdk, options) => sdk.promotionCodes.list(one, options), means: list },
  balance: {
    ask: (sdk, options) => sdk.balance.retrieve({}, options),
    means: z.object({ object: z.literal('balance'), livemode: z.boolean() }),
  },
  makeCoupons: {
    ask: (sdk, options) =>
      sdk.rawRequest('POST', '/v1/coupons', { percent_off: 0, duration: 'never' }, options),
    means: 'refusal',
  },
  makePromotionCodes: {
    ask: (sdk, options) => sdk.rawRequest('POST', '/v1/promotion_codes', { max_redemptions: 0 }, options),
    means: 'refusal',
  },
};

const told = z.object({
  id: z.string().nullable().catch(null),
  livemode: z.boolean().nullable().catch(null),
  data: z.array(anyMode).catch([]),
});
const status = z.object({ lastResponse: z.object({ statusCode: z.number() }).optional() });

/** The mode and the account that an answer tells of, each `null` where it does not.
 * @throws StripeFault when it is not of the form that was asked for: the SDK takes some refusals for answers */
export function answered(raw: unknown, means: Ask['means']): { live: boolean | null; owner: string | null } {
  const code = status.safeParse(raw).data?.lastResponse?.statusCode ?? 200;
  if (means === 'refusal' || code >= 300 || !means.safeParse(raw).success)
    throw new StripeFault('unreadable');
  const { id, livemode, data } = told.parse(raw);
  return { live: livemode ?? data[0]?.livemode ?? null, owner: id };
}

const dated = z.union([
  z.object({ lastResponse: z.object({ headers: z.object({ date: z.string() }) }) }),
  z.object({ headers: z.object({ date: z.string() }) }),
]);

/** When Stripe sent an answer or an error, in ms since 1970, by its own clock; `null` where it does not say. */
export function sentAt(from: unknown): number | null {
  const { data } = dated.safeParse(from);
  if (!data) return null;
  const { date } = 'lastResponse' in data ? data.lastResponse.headers : data.headers;
  const at = Date.parse(date);
  return Number.isNaN(at) ? null : at;
}

/** Whether Stripe says that the key may not reach the account that was named, or that there is none. */
export function namesNoAccount(error: unknown): boolean {
  return error instanceof Stripe.errors.StripeError && error.code === 'account_invalid';
}
