import type { GlossaryEntry } from './entry.js';

/** Coupons, the codes customers type, and their terms. */
export const discounts: readonly GlossaryEntry[] = [
  {
    term: 'coupon',
    aliases: ['voucher', 'stripe coupon'],
    meaning:
      'The rule of a discount: how much off, for how long, until when. Customers do not type the coupon itself; they type a promotion code that belongs to it.',
    related: ['promotion code', 'duration', 'redeem by', 'discount'],
  },
  {
    term: 'promotion code',
    aliases: [
      'promo code',
      'promocode',
      'promotional code',
      'promo',
      'coupon code',
      'discount code',
      'voucher code',
      'code',
    ],
    meaning:
      'The word customers type to get a coupon. One coupon can have many codes, each with its own end, its own limit and its own conditions.',
    related: ['coupon', 'first-time customer restriction', 'minimum purchase', 'redemption'],
    example: 'WELCOME15',
  },
  {
    term: 'discount',
    aliases: ['price reduction', 'reduction', 'rebate'],
    meaning: 'What a customer pays less once a coupon is applied to their invoice, subscription or checkout.',
    related: ['coupon', 'percent off', 'amount off'],
  },
  {
    term: 'percent off',
    aliases: ['percentage off', 'percentage discount', 'percent discount'],
    meaning: 'A discount as a share of the price. It works in every currency.',
    related: ['amount off', 'coupon'],
    example: '15 % off a $60 order: the customer pays $51.',
  },
  {
    term: 'amount off',
    aliases: ['fixed discount', 'fixed amount', 'fixed amount off', 'amount discount'],
    meaning: 'A discount of a fixed sum. It belongs to one currency and does not work in another.',
    related: ['percent off', 'coupon', 'currency'],
    example: '€10 off a €60 order: the customer pays €50.',
  },
  {
    term: 'first-time customer restriction',
    aliases: [
      'first time customer',
      'first time customers only',
      'first time only',
      'first time transaction',
      'first time buyer',
      'first time restriction',
      'new customers only',
    ],
    meaning:
      'The code works only for customers who have not paid you successfully before. Stripe checks this by its own record of the customer.',
    related: ['promotion code', 'customer'],
  },
  {
    term: 'minimum purchase',
    aliases: [
      'min purchase',
      'minimum amount',
      'minimum order',
      'minimum spend',
      'minimum order value',
      'minimum',
    ],
    meaning:
      'The smallest order the code works for, in one currency. Below it the customer pays the full price.',
    related: ['promotion code', 'currency'],
    example: 'Minimum €50: a €49 order gets no discount.',
  },
  {
    term: 'customer-specific code',
    aliases: ['code for one customer', 'personal code', 'single customer code', 'customer restriction'],
    meaning: 'A promotion code that only one named customer can use.',
    related: ['promotion code', 'customer'],
  },
  {
    term: 'redemption',
    aliases: ['redeem', 'redeemed', 'times redeemed', 'used', 'uses'],
    meaning: 'One use of a coupon or code by a customer.',
    related: ['redemption limit', 'promotion code'],
  },
  {
    term: 'redemption limit',
    aliases: ['max redemptions', 'maximum redemptions', 'usage limit', 'limit of uses', 'maximum uses'],
    meaning:
      'How many times a coupon or code can be used in all, by everybody together. After that it stops working.',
    related: ['redemption', 'coupon'],
  },
  {
    term: 'redeem by',
    aliases: ['redeem by date', 'last day to redeem', 'coupon expiry', 'offer end'],
    meaning:
      'The last moment a coupon can be used. Discounts given before then keep running for as long as their duration says.',
    related: ['expiry', 'duration', 'coupon'],
  },
  {
    term: 'duration',
    aliases: ['coupon duration', 'discount duration'],
    meaning:
      'How long one customer keeps the discount on a subscription: once, for some months (repeating), or forever. It does not say when the offer ends; that is redeem by.',
    related: ['duration once', 'duration repeating', 'duration forever', 'redeem by'],
  },
  {
    term: 'duration once',
    aliases: ['once'],
    meaning: 'The discount counts for one payment only. The next invoice of a subscription is at full price.',
    related: ['duration', 'coupon'],
  },
  {
    term: 'duration repeating',
    aliases: ['repeating', 'duration in months', 'several months'],
    meaning:
      'The discount counts for every invoice during a number of months, starting when the customer uses it.',
    related: ['duration', 'subscription'],
    example: '20 % off for 3 months of a monthly plan: three invoices are cheaper.',
  },
  {
    term: 'duration forever',
    aliases: ['forever'],
    meaning: 'The discount counts for every invoice as long as the subscription runs.',
    related: ['duration', 'subscription'],
  },
  {
    term: 'valid',
    aliases: ['valid coupon', 'active code', 'ended', 'inactive', 'no longer valid'],
    meaning:
      'A coupon is valid while it can still be used. It ends when its last day has passed, its limit is reached or someone switches it off.',
    related: ['redeem by', 'redemption limit'],
  },
];
