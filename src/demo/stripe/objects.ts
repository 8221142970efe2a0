/** What every object of the stand-in has. Leaves the stand-in never reads are there as Stripe has them. */
export interface StripeObject {
  id: string;
  object: string;
  /** Unix seconds. */
  created: number;
  livemode: boolean;
  [leaf: string]: unknown;
}

/** Amounts are in the currency's minor unit. */
export interface Charge extends StripeObject {
  object: 'charge';
  amount: number;
  amount_refunded: number;
  currency: string;
  customer: string | null;
  payment_intent: string | null;
  transfer_group: string | null;
}

export interface Customer extends StripeObject {
  object: 'customer';
  email: string | null;
  name: string | null;
  test_clock: string | null;
}

export interface Coupon extends StripeObject {
  object: 'coupon';
  amount_off: number | null;
  currency: string | null;
  duration: string;
  duration_in_months: number | null;
  max_redemptions: number | null;
  name: string | null;
  percent_off: number | null;
  redeem_by: number | null;
  times_redeemed: number;
}

/** `active` is what was set; what is told also heeds expiry, uses and the coupon. */
export interface PromotionCode extends StripeObject {
  object: 'promotion_code';
  active: boolean;
  code: string;
  customer: string | null;
  customer_account: string | null;
  expires_at: number | null;
  max_redemptions: number | null;
  promotion: { coupon: string; type: 'coupon' };
  times_redeemed: number;
}

export interface BalanceEntry {
  amount: number;
  currency: string;
  source_types: Record<string, number>;
}

/** Stripe's balance has neither id nor date. */
export interface Balance {
  object: 'balance';
  available: BalanceEntry[];
  pending: BalanceEntry[];
  livemode: boolean;
  [leaf: string]: unknown;
}
