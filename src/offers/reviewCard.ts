import type { AccountAsk, Answer } from '../abilities/ask.js';
import { StripeFault } from '../errors.js';
import { maskCouponReview, maskCustomerLabel } from '../masking/mask.js';
import type { Masked, View } from '../masking/views.js';
import type { OfferTerms } from '../offerTerms.js';
import type { Confirmation } from '../store/offerRow.js';
import { askedOfSecond } from './approval/limit.js';
import type { Desk } from './desk.js';
import { type Draft, onlyNewCode } from './draft.js';

/** Terms that may be offered, and how their customer is shown. */
export interface Offering {
  draft: Draft;
  terms: OfferTerms;
  customerShown?: string;
}

/** Puts the review card on the table: the offer waits for Submit until it lapses. */
export async function showReview(desk: Desk, offering: Offering, ask: AccountAsk): Promise<Answer> {
  const { draft, customerShown } = offering;
  const kept = onlyNewCode(draft, offering.terms);
  const terms = kept ?? offering.terms;
  const nonce = desk.nonce();
  const now = desk.clock().getTime();
  const lapsesAt = now + desk.lapseAfterMinutes * 60_000;
  const account = ask.account.place.id;
  const coupon = kept === null ? undefined : draft.coupon;
  const asked = askedOfSecond(desk, terms, ask.reading.locale);
  const second = asked === null ? undefined : { nonce: desk.nonce(), asker: ask.visit.caller.key };
  const offer = { ...askerOf(desk, ask), nonce, terms, account, coupon, second, now, lapsesAt };
  await desk.confirmations.issue(offer);
  const lead = leadOf(draft, kept !== null) ?? usesGiven(desk, draft);
  const view = maskCouponReview(
    { nonce, terms, lapsesAt: new Date(lapsesAt), customerShown, lead, second: asked ?? undefined },
    ask.reading,
  );
  return { views: [view], opened: { kind: 'review', nonce, account }, outcome: 'review' };
}

function askerOf({ pseudonymOf }: Desk, { visit: { caller, conversation, channel } }: AccountAsk) {
  const { key: asker } = caller;
  return { caller: pseudonymOf(asker), asker, role: caller.roles.join(','), conversation, channel };
}

const madeBefore = 'The coupon exists already. This makes the code for it.';

function leadOf({ coupon }: Draft, onlyCode: boolean): string | undefined {
  if (onlyCode) return madeBefore;
  return coupon === undefined ? undefined : 'This makes another coupon. The first one stays, without a code.';
}

function usesGiven({ policy: { maxRedemptions } }: Desk, { values }: Draft): string | undefined {
  if (maxRedemptions === undefined || values.max_redemptions !== undefined) return undefined;
  return `You named no number of uses. Here a coupon has one: ${maxRedemptions} at most.`;
}

/** Draws the card of an offer that waits once more, with the nonce it has. */
export async function reviewAgain(
  desk: Desk,
  { nonce, row }: { nonce: string; row: Confirmation },
  ask: AccountAsk,
): Promise<Masked<View>> {
  const { terms } = row;
  const lapsesAt = new Date(row.lapsesAt);
  const customerShown = await customerOf(row, ask);
  const second =
    row.second && (askedOfSecond(desk, terms, ask.reading.locale) ?? 'A second person approves this.');
  return maskCouponReview(
    { nonce, terms, lapsesAt, customerShown, lead: leadAgain(row), second },
    ask.reading,
  );
}

function leadAgain({ state, onlyCode }: Confirmation): string | undefined {
  if (state === 'executing')
    return 'I do not know whether Stripe made this. Press Create coupon once more: nothing is made twice.';
  return onlyCode ? madeBefore : undefined;
}

/** How an offer's customer is shown to this reader. Without leave to see customers, or while Stripe does not answer,
 * the card says "one customer". */
export async function customerOf(
  { terms }: Pick<Confirmation, 'terms'>,
  ask: AccountAsk,
): Promise<string | undefined> {
  const leave = ask.leaveFor('customers.read');
  if (terms.customer === undefined || 'kind' in leave) return undefined;
  try {
    return maskCustomerLabel(await ask.account.customers.one(terms.customer, leave), ask.reading);
  } catch (fault) {
    if (fault instanceof StripeFault) return undefined;
    throw fault;
  }
}
