import type { OfferTerms } from '../offerTerms.js';
import { type Offer, offerOn } from './couponCards.js';
import { describeTerms } from './couponTerms.js';
import { sentence } from './escape.js';
import { maskCode } from './masks.js';
import type { Reading } from './reading.js';
import type { CouponApprovalView, CouponReviewView } from './views.js';

/** A coupon that waits for a second person. `lead`: who asks, by role, and why it takes one. */
export type Approval = Omit<Offer, 'second'>;

/** The card for the second person before it is minted: the terms that Approve would create. The code of a coupon for
 * one customer is masked, for it works for whoever has it. */
export function couponApprovalView(approval: Approval, reading: Reading): CouponApprovalView {
  const { terms, nonce, lead = '' } = approval;
  return {
    card: 'couponApproval',
    summary: `Approve this coupon? ${describeTerms(terms, reading)}.`,
    headline: 'Approve this coupon?',
    nonce,
    lead: [sentence(lead)].filter(Boolean),
    ...offerOn({ ...approval, terms: withMaskedCode(terms) }, reading),
  };
}

/** What the review card turns into while a second person is asked, before it is minted. */
export function couponWaitingView(offer: Omit<Offer, 'second'>, reading: Reading): CouponReviewView {
  const { terms, nonce, lead = '' } = offer;
  return {
    card: 'couponReview',
    summary: `Waiting for approval: ${describeTerms(terms, reading)}.`,
    headline: 'Waiting for approval',
    lead: [sentence(lead)].filter(Boolean),
    buttons: [{ title: 'Withdraw', style: null, data: { tillkeeper: { act: 'coupon.withdraw', nonce } } }],
    ...offerOn(offer, reading),
  };
}

function withMaskedCode(terms: OfferTerms): OfferTerms {
  return terms.code === undefined ? terms : { ...terms, code: maskCode(terms.code, Boolean(terms.customer)) };
}
