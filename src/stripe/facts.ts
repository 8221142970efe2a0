/**
 * What the bot takes from a Stripe object: the leaves that `stripe-fields.json` lists as show or mask, and of those
 * only what a card uses. Facts are not masked yet: only `masking/` may turn them into a view.
 * Amounts are in the currency's minor unit, times are unix seconds, as Stripe has them.
 */
export interface ChargeFacts {
  id: string;
  created: number;
  amount: number;
  amountRefunded: number;
  currency: string;
  status: string;
  captured: boolean;
  refunded: boolean;
  disputed: boolean;
  failureCode: string | null;
  method: MethodFacts;
  customer: string | null;
  name: string | null;
  email: string | null;
  country: string | null;
}

/** How a charge was paid. `brand` and `last4` only where the method has them; never a fingerprint, BIN or expiry. */
export interface MethodFacts {
  type: string;
  brand: string | null;
  last4: string | null;
  country: string | null;
  wallet: string | null;
}

export interface CustomerFacts {
  id: string;
  deleted: boolean;
  created: number | null;
  name: string | null;
  email: string | null;
  country: string | null;
  currency: string | null;
  delinquent: boolean;
}

export interface CouponFacts {
  id: string;
  created: number;
  name: string | null;
  percentOff: number | null;
  amountOff: number | null;
  currency: string | null;
  duration: string;
  durationInMonths: number | null;
  redeemBy: number | null;
  maxRedemptions: number | null;
  timesRedeemed: number;
  valid: boolean;
  codes: PromotionCodeFacts[];
  /** Stripe has further codes of this coupon. */
  moreCodes: boolean;
}

export interface PromotionCodeFacts {
  id: string;
  code: string;
  coupon: string;
  active: boolean;
  created: number;
  customer: string | null;
  expiresAt: number | null;
  maxRedemptions: number | null;
  timesRedeemed: number;
  firstTimeOnly: boolean;
  minimumAmount: number | null;
  minimumAmountCurrency: string | null;
}

export interface MoneyFacts {
  amount: number;
  currency: string;
}

export interface BalanceFacts {
  available: MoneyFacts[];
  pending: MoneyFacts[];
}
