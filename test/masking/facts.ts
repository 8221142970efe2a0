import type { Reading } from '../../src/masking/reading.js';
import type { OfferTerms } from '../../src/offerTerms.js';
import type { ChargeFacts, CouponFacts, CustomerFacts, PromotionCodeFacts } from '../../src/stripe/facts.js';

const now = new Date('2026-11-22T13:05:00Z');

/** Sunday 22 November 2026, 14:05 in Berlin. */
export const nowSeconds = now.getTime() / 1000;

export const main = { id: 'main', label: 'Main store', mode: 'test' } as const;
export const eu = { id: 'eu', label: 'EU store', mode: 'test' } as const;

export const reading: Reading = {
  place: main,
  others: [],
  detail: 'standard',
  zone: 'Europe/Berlin',
  locale: 'en-GB',
  now,
};

export function charge(own: Partial<ChargeFacts> = {}): ChargeFacts {
  return {
    id: 'ch_3PqKd2LkdIwHu7ix0aB3x',
    created: nowSeconds - 86_400,
    amount: 12_000,
    amountRefunded: 0,
    currency: 'eur',
    status: 'succeeded',
    captured: true,
    refunded: false,
    disputed: false,
    failureCode: null,
    method: { type: 'card', brand: 'visa', last4: '4242', country: 'US', wallet: null },
    customer: 'cus_9s6XKzkNRiz8i3',
    name: 'Jane Roe',
    email: 'jane@example.com',
    country: 'DE',
    ...own,
  };
}

export function customer(own: Partial<CustomerFacts> = {}): CustomerFacts {
  return {
    id: 'cus_9s6XKzkNRiz8i3',
    deleted: false,
    created: nowSeconds - 86_400,
    name: 'Jane Roe',
    email: 'jane@example.com',
    country: 'DE',
    currency: 'eur',
    delinquent: false,
    ...own,
  };
}

export function promotionCode(own: Partial<PromotionCodeFacts> = {}): PromotionCodeFacts {
  return {
    id: 'promo_1',
    code: 'WELCOME15',
    coupon: 'till-1',
    active: true,
    created: nowSeconds,
    customer: null,
    expiresAt: null,
    maxRedemptions: null,
    timesRedeemed: 0,
    firstTimeOnly: false,
    minimumAmount: null,
    minimumAmountCurrency: null,
    ...own,
  };
}

export function coupon(own: Partial<CouponFacts> = {}): CouponFacts {
  return {
    id: 'till-1',
    created: nowSeconds,
    name: null,
    percentOff: 15,
    amountOff: null,
    currency: null,
    duration: 'once',
    durationInMonths: null,
    redeemBy: nowSeconds + 30 * 86_400,
    maxRedemptions: null,
    timesRedeemed: 0,
    valid: true,
    codes: [promotionCode()],
    moreCodes: false,
    ...own,
  };
}

export const terms: OfferTerms = {
  percentOff: 15,
  duration: 'once',
  firstTimeOnly: true,
  endsOn: '2026-12-22',
  redeemBy: Date.parse('2026-12-22T22:59:59Z') / 1000,
  zone: 'Europe/Berlin',
};
