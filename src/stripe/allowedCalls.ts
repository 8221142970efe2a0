import type { Permission } from '../access/permission.js';
import type { ReadKind } from './leaves/fieldList.js';

/** One call that the bot makes to Stripe. `:id` in a path stands for one part of it. */
export interface AllowedCall {
  method: 'GET' | 'POST';
  path: string;
  /** The object that comes back, or whose list does. */
  gives: ReadKind;
  /** Permissions that this call serves; one of them is enough. */
  may: readonly Permission[];
  /** Names of the query's or the body's parameters, each with a regular expression for its whole value. */
  parameters: Readonly<Record<string, string>>;
}

/** A call that only tells what a key may do, with exactly these parameters. Nothing can come into being by it. */
export interface AllowedCheck {
  method: 'GET' | 'POST';
  path: string;
  parameters: Readonly<Record<string, string>>;
}

const line = '[^\\u0000-\\u001f\\u007f]{1,500}';
const id = '[A-Za-z0-9_-]{1,255}';
const customer = 'cus_[A-Za-z0-9_]{1,250}';
const time = '\\d{1,11}';
const count = '\\d{1,12}';
const currency = '[a-z]{3}';
const couponOfOurs = 'till-[0-9a-f]{16}';

const page = { limit: '[1-9]\\d?|100', starting_after: id };
const listed = { ...page, 'created[gte]': time, 'created[lte]': time };

/** Every call that answers a question or makes a coupon. Whatever is not in here is never asked of Stripe. */
export const allowedCalls: readonly AllowedCall[] = [
  {
    method: 'GET',
    path: '/v1/charges',
    gives: 'charge',
    may: ['charges.read'],
    parameters: { ...listed, customer, payment_intent: 'pi_[A-Za-z0-9_]{1,250}' },
  },
  { method: 'GET', path: '/v1/charges/:id', gives: 'charge', may: ['charges.read'], parameters: {} },
  {
    method: 'GET',
    path: '/v1/customers',
    gives: 'customer',
    may: ['customers.read'],
    parameters: { ...listed, email: line },
  },
  {
    method: 'GET',
    path: '/v1/customers/search',
    gives: 'customer',
    may: ['customers.read'],
    parameters: { limit: page.limit, query: '(?:email:|name[:~])"(?:[^"\\\\]|\\\\["\\\\]){1,500}"' },
  },
  { method: 'GET', path: '/v1/customers/:id', gives: 'customer', may: ['customers.read'], parameters: {} },
  { method: 'GET', path: '/v1/coupons', gives: 'coupon', may: ['coupons.read'], parameters: listed },
  {
    method: 'GET',
    path: '/v1/coupons/:id',
    gives: 'coupon',
    may: ['coupons.read', 'coupons.create'],
    parameters: {},
  },
  {
    method: 'GET',
    path: '/v1/promotion_codes',
    gives: 'promotion_code',
    may: ['coupons.read', 'coupons.create'],
    parameters: { limit: page.limit, active: 'true', code: line, coupon: line },
  },
  { method: 'GET', path: '/v1/balance', gives: 'balance', may: ['balance.read'], parameters: {} },
  {
    method: 'POST',
    path: '/v1/coupons',
    gives: 'coupon',
    may: ['coupons.create'],
    parameters: {
      id: couponOfOurs,
      duration: 'once|repeating|forever',
      duration_in_months: '\\d{1,3}',
      percent_off: '\\d{1,3}(?:\\.\\d{1,4})?',
      amount_off: count,
      currency,
      name: line,
      redeem_by: time,
      max_redemptions: count,
    },
  },
  {
    method: 'POST',
    path: '/v1/promotion_codes',
    gives: 'promotion_code',
    may: ['coupons.create'],
    parameters: {
      'promotion[type]': 'coupon',
      'promotion[coupon]': couponOfOurs,
      code: '[A-Za-z0-9-]{1,500}',
      customer,
      expires_at: time,
      max_redemptions: count,
      'restrictions[first_time_transaction]': 'true',
      'restrictions[minimum_amount]': count,
      'restrictions[minimum_amount_currency]': currency,
    },
  },
];

const one = { limit: '1' };

/** Every call that asks what a key may do; `rights.ts` makes them. */
export const allowedChecks: readonly AllowedCheck[] = [
  { method: 'GET', path: '/v1/account', parameters: {} },
  { method: 'GET', path: '/v1/balance', parameters: {} },
  { method: 'GET', path: '/v1/charges', parameters: one },
  { method: 'GET', path: '/v1/customers', parameters: one },
  {
    method: 'GET',
    path: '/v1/customers/search',
    parameters: { query: 'email:"nobody@example.invalid"', limit: '1' },
  },
  { method: 'GET', path: '/v1/coupons', parameters: one },
  { method: 'GET', path: '/v1/promotion_codes', parameters: one },
  { method: 'POST', path: '/v1/coupons', parameters: { percent_off: '0', duration: 'never' } },
  { method: 'POST', path: '/v1/promotion_codes', parameters: { max_redemptions: '0' } },
];
