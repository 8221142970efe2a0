import { describeTerms } from '../../masking/couponTerms.js';
import { formatTime } from '../../masking/format.js';
import { maskCouponRecord, maskNotice } from '../../masking/mask.js';
import type { Reading } from '../../masking/reading.js';
import type { Button, Masked, View } from '../../masking/views.js';
import type { ApprovalCard } from '../../store/approvalCards.js';
import type { Confirmation } from '../../store/offerRow.js';
import { adjustButton, showAgainButton } from '../press/pressed.js';
import { recovered } from '../recovery/recovered.js';
import { rolesIn, secondPerson } from './roles.js';
import type { SecondPerson } from './secondPerson.js';

type Roles = Pick<SecondPerson, 'approvers'>;
type Reader = Pick<ApprovalCard, 'audience' | 'person'>;

/** What became of an offer that a second person decides, as the record that its card turns into: the asker's own,
 * an approver's, or the one in a group. `null` while it is not decided. */
export function becameOf(
  row: Confirmation,
  reader: Reader,
  roles: Roles,
  reading: Reading,
): Masked<View> | null {
  if (row.settledAt === null) return null;
  if (row.second === undefined) return recovered(row, reading);
  return reader.audience === 'asker' ? forAsker(row, roles, reading) : forOthers(row, reader, roles, reading);
}

function forAsker(row: Confirmation, roles: Roles, reading: Reading): Masked<View> {
  const { state, code, coupon, terms, settledAt } = row;
  const approvedBy = rolesIn(row.approverRole, roles.approvers);
  if (state === 'created') {
    const createdAt = new Date(settledAt ?? 0);
    return maskCouponRecord({ terms, couponId: coupon, code: code ?? '', createdAt, approvedBy }, reading);
  }
  const { text, buttons } = endForAsker(row, secondPerson(approvedBy));
  const unsure = row.reason === 'half' || row.reason === 'unknown';
  const line = `${unsure ? '' : 'Not created: '}${describeTerms(terms, reading)}.`;
  return maskNotice({ text, lines: [line], buttons }, reading);
}

function endForAsker(
  { state, reason, second, coupon }: Confirmation,
  by: string,
): { text: string; buttons: Button[] } {
  const nonce = second?.nonce ?? '';
  if (state === 'lapsed')
    return {
      text: 'Nobody approved this in time, so nothing was created.',
      buttons: [showAgainButton(nonce)],
    };
  if (state === 'failed' && reason === 'half')
    return {
      text: `Approved by ${by}. The coupon exists, its code does not. Choose another code.`,
      buttons: [adjustButton(nonce)],
    };
  if (state === 'failed' && reason === 'interrupted')
    return {
      text: `Approved by ${by}, but it was interrupted before it was made, so nothing was created.`,
      buttons: [showAgainButton(nonce)],
    };
  if (state === 'failed' && reason === 'unknown')
    return {
      text: `Approved by ${by}, but it was interrupted, and I could not find out whether the coupon exists. If it does, its id in Stripe is ${coupon}: who may see coupons there can look.`,
      buttons: [],
    };
  if (state === 'failed')
    return {
      text: `Approved by ${by}, but Stripe did not accept it, so nothing was created.`,
      buttons: [adjustButton(nonce), showAgainButton(nonce)],
    };
  if (reason === 'rejected')
    return { text: `Rejected by ${by}, so nothing was created.`, buttons: [adjustButton(nonce)] };
  return { text: 'You withdrew this, so nothing was created.', buttons: [adjustButton(nonce)] };
}

function forOthers(row: Confirmation, reader: Reader, roles: Roles, reading: Reading): Masked<View> {
  const at = formatTime(new Date(row.settledAt ?? 0), reading);
  const own = reader.audience === 'approver' && row.approver === reader.person;
  const role = rolesIn(row.approverRole, roles.approvers);
  const someone = reader.audience === 'group' ? 'someone' : 'another person';
  const by = own ? 'you' : role === '' ? someone : `${someone} (${role})`;
  return maskNotice({ text: endForOthers(row, by, at), lines: [describeTerms(row.terms, reading)] }, reading);
}

function endForOthers({ state, reason }: Confirmation, by: string, at: string): string {
  if (state === 'created') return `Approved by ${by} at ${at}: the coupon was created.`;
  if (state === 'lapsed') return 'Nobody approved this in time, so nothing was created.';
  if (state === 'failed' && reason === 'half')
    return `Approved by ${by} at ${at}: the coupon exists, its code does not. The person who asked can choose another one.`;
  if (state === 'failed' && reason === 'interrupted')
    return `Approved by ${by} at ${at}, but it was interrupted before it was made: nothing was created.`;
  if (state === 'failed' && reason === 'unknown')
    return `Approved by ${by} at ${at}, but it was interrupted, and I could not find out whether the coupon exists.`;
  if (state === 'failed')
    return `Approved by ${by} at ${at}, but Stripe did not accept it: nothing was created.`;
  if (reason === 'rejected') return `Rejected by ${by} at ${at}: nothing was created.`;
  return 'The person who asked withdrew this, so nothing was created.';
}
