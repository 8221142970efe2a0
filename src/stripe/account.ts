import { StripeFault } from '../errors.js';
import type { Place } from '../masking/reading.js';
import type { AccountSettings } from '../settings.js';
import { type Charges, chargesOf } from './charges.js';
import { createClient } from './client.js';
import { createOffers, type Offers } from './couponOffer.js';
import { type Coupons, couponsOf } from './coupons.js';
import { type Customers, customersOf } from './customers.js';
import type { BalanceFacts } from './facts.js';
import { balance } from './leaves/balance.js';
import { createSpeaker, type Leave } from './speaker.js';

/** One connected Stripe account: the only speaker of Stripe. Every verb takes a permit and throws StripeFault. */
export interface StripeAccount {
  place: Place;
  charges: Charges;
  customers: Customers;
  coupons: Coupons;
  balance: (leave: Leave) => Promise<BalanceFacts>;
  offers: Offers;
}

/** @param random for the ids of tokens to n8n, where that has the key
 * @returns the account and how to let go of its connections */
export function createStripeAccount(
  settings: AccountSettings,
  random?: () => string,
): {
  account: StripeAccount;
  close: () => void;
} {
  const place: Place = { id: settings.id, label: settings.label, mode: settings.mode };
  const reading = createClient(settings.key, settings, { random });
  const writing = settings.couponKey === null ? null : createClient(settings.couponKey, settings, { random });
  const speaker = createSpeaker(reading, place);
  const account: StripeAccount = {
    place,
    charges: chargesOf(speaker),
    customers: customersOf(speaker),
    coupons: couponsOf(speaker),
    balance: (leave) => speaker.one(leave, 'balance.read', balance, (sdk) => sdk.balance.retrieve()),
    offers: writing ? createOffers(createSpeaker(writing, place)) : noOffers,
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
const noOffers: Offers = { codeIsTaken: refuseOffer, make: refuseOffer, finish: refuseOffer };
