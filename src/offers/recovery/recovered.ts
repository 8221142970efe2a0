import { describeTerms } from '../../masking/couponTerms.js';
import { maskCouponRecord, maskNotice } from '../../masking/mask.js';
import type { Reading } from '../../masking/reading.js';
import type { Button, Masked, View } from '../../masking/views.js';
import { askerOf, type Confirmation } from '../../store/offerRow.js';
import { adjustButton, showAgainButton } from '../press/pressed.js';

/** What became of an offer that was interrupted, for who asked: the record that their card turns into. */
export function recovered(row: Confirmation, reading: Reading): Masked<View> {
  const { state, code, coupon: couponId, terms, settledAt } = row;
  if (state === 'created')
    return maskCouponRecord(
      { terms, couponId, code: code ?? '', createdAt: new Date(settledAt ?? 0) },
      reading,
    );
  const { text, button } = endOf(row);
  const nothingMade = row.reason === 'interrupted' && !row.onlyCode;
  const line = `${nothingMade ? 'Not created: ' : ''}${describeTerms(terms, reading)}.`;
  const { nonce } = askerOf(row) ?? {};
  const buttons = nonce !== undefined && button ? [button(nonce)] : [];
  return maskNotice({ text, lines: [line], buttons }, reading);
}

interface End {
  text: string;
  button?: (nonce: string) => Button;
}

function endOf({ reason, onlyCode, coupon }: Confirmation): End {
  if (reason === 'half')
    return {
      text: 'This was interrupted. The coupon exists, its code does not. Choose another code.',
      button: adjustButton,
    };
  if (reason === 'unknown')
    return {
      text: `This was interrupted, and I could not find out whether the coupon exists. If it does, its id in Stripe is ${coupon}: who may see coupons there can look.`,
    };
  const made = onlyCode
    ? 'This was interrupted before the code was made. The coupon stays as it is, without one.'
    : 'This was interrupted before it was made, so nothing was created.';
  return { text: made, button: showAgainButton };
}
