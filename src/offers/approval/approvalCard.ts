import { aboveLimit } from '../../access/approvalLimit.js';
import { maskCouponApproval } from '../../masking/mask.js';
import type { Reading } from '../../masking/reading.js';
import type { CouponApprovalView, Masked } from '../../masking/views.js';
import type { CouponPolicy } from '../../settingsFile.js';
import type { Confirmation } from '../../store/offerRow.js';
import { rolesIn } from './roles.js';

interface Drawing {
  policy: CouponPolicy;
  creators: readonly string[];
  /** How the customer is shown to this reader; left out, the card says "one customer". */
  customerShown?: string | undefined;
}

/** The card of an offer for a second person: the terms of its row and nothing else. */
export function approvalCard(
  row: Confirmation,
  { policy, creators, customerShown }: Drawing,
  reading: Reading,
): Masked<CouponApprovalView> {
  const { terms, second } = row;
  const role = rolesIn(row.role, creators);
  const who = role === '' ? 'Someone asks for it.' : `Someone with the role ${role} asks for it.`;
  const above = aboveLimit(terms, policy, reading.locale);
  const why = above === null ? '' : ` ${above} needs a second person.`;
  const lapsesAt = new Date(row.lapsesAt);
  return maskCouponApproval(
    { nonce: second?.approval ?? '', terms, lapsesAt, customerShown, lead: `${who}${why}` },
    reading,
  );
}
