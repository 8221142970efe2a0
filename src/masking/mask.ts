import type { OfferTerms } from '../offerTerms.js';
import type { CustomerFacts } from '../stripe/facts.js';
import { auditView, type FoundAudit } from './audit.js';
import { balanceView, type FoundBalance } from './balance.js';
import type { FoundCharges } from './chargeQuestion.js';
import { chargesView } from './charges.js';
import { type Approval, couponApprovalView, couponWaitingView } from './couponApproval.js';
import {
  type CouponRecord,
  couponRecordView,
  couponReviewView,
  declinedView,
  type Offer,
} from './couponCards.js';
import { type CouponForm, couponFormView } from './couponForm.js';
import { couponsView, type FoundCoupons } from './coupons.js';
import {
  type CustomerChoice,
  customerChoiceView,
  customerLabel,
  customersView,
  type FoundCustomers,
} from './customers.js';
import { endingCouponsView, type FoundEndingCoupons } from './endingCoupons.js';
import { readByOthers } from './readByOthers.js';
import type { Place, Reading } from './reading.js';
import { takenBackView } from './takenBack.js';
import {
  accountsView,
  explainView,
  type Help,
  helpView,
  type Meaning,
  type Notice,
  noticeView,
  type Permissions,
  permissionsView,
  welcomeView,
} from './talk.js';
import type * as views from './views.js';

/** The only place where the brand is minted: whatever reaches a card went through one of the functions below. */
function mint<V extends views.View>(view: V): views.Masked<V> {
  return view as views.Masked<V>;
}

/** Charges, with what they come to per status and per currency, net of refunds. */
export function maskCharges(found: FoundCharges, reading: Reading): views.Masked<views.ChargesView> {
  return mint(chargesView(found, reading));
}

/** Customers, by masked e-mail. */
export function maskCustomers(
  found: FoundCustomers,
  reading: Reading,
): views.Masked<views.ListView<'customers'>> {
  return mint(customersView(found, reading));
}

/** One customer in a few words for a coupon's card: "j•••@e•••.com"; '' where this reader may see none. */
export function maskCustomerLabel(customer: CustomerFacts, reading: Reading): string {
  return customerLabel(customer, reading);
}

/** Several customers to choose one from. */
export function maskCustomerChoice(
  choice: CustomerChoice,
  reading: Reading,
): views.Masked<views.CustomerChoiceView> {
  return mint(customerChoiceView(choice, reading));
}

/** Coupons with their codes; a code that is one customer's is masked. */
export function maskCoupons(found: FoundCoupons, reading: Reading): views.Masked<views.ListView<'coupons'>> {
  return mint(couponsView(found, reading));
}

/** Coupons that still work and end soon. */
export function maskEndingCoupons(
  found: FoundEndingCoupons,
  reading: Reading,
): views.Masked<views.ListView<'coupons'>> {
  return mint(endingCouponsView(found, reading));
}

/** A data card as it stands where many read: nothing on it to press, and who sent it. */
export function maskForMany<V extends views.View>(view: views.Masked<V>, sender: string): views.Masked<V> {
  return mint(readByOthers(view, sender));
}

/** What the account holds, per currency. */
export function maskBalance(found: FoundBalance, reading: Reading): views.Masked<views.BalanceView> {
  return mint(balanceView(found, reading));
}

/** The form for what is missing of a coupon or is to be adjusted. */
export function maskCouponForm(form: CouponForm, reading: Reading): views.Masked<views.CouponFormView> {
  return mint(couponFormView(form, reading));
}

/** A coupon's exact terms, to be created or not. */
export function maskCouponReview(offer: Offer, reading: Reading): views.Masked<views.CouponReviewView> {
  return mint(couponReviewView(offer, reading));
}

/** What that card turns into while a second person is asked. */
export function maskCouponWaiting(offer: Approval, reading: Reading): views.Masked<views.CouponReviewView> {
  return mint(couponWaitingView(offer, reading));
}

/** The same terms for a second person, to be approved or not. */
export function maskCouponApproval(
  approval: Approval,
  reading: Reading,
): views.Masked<views.CouponApprovalView> {
  return mint(couponApprovalView(approval, reading));
}

/** What a coupon's card turns into once it is created; the code whole. */
export function maskCouponRecord(
  record: CouponRecord,
  reading: Reading,
): views.Masked<views.CouponRecordView> {
  return mint(couponRecordView(record, reading));
}

/** "Not created: …", with the offer to adjust. */
export function maskDeclined(
  offer: { nonce: string; terms: OfferTerms },
  reading: Reading,
): views.Masked<views.NoticeView> {
  return mint(declinedView(offer, reading));
}

/** A sentence, with what may follow it. The account stands below it only when a reading is given. */
export function maskNotice(notice: Notice, reading?: Reading): views.Masked<views.NoticeView> {
  return mint(noticeView(notice, reading));
}

/** A word of the glossary. */
export function maskExplain(meaning: Meaning): views.Masked<views.ExplainView> {
  return mint(explainView(meaning));
}

/** What the caller may do and where. */
export function maskPermissions(can: Permissions, reading: Reading): views.Masked<views.PermissionsView> {
  return mint(permissionsView(can, reading));
}

/** Phrases to ask with, by group. */
export function maskHelp(help: Help, reading?: Reading): views.Masked<views.HelpView> {
  return mint(helpView(help, reading));
}

/** The first words to someone new. */
export function maskWelcome(welcome: {
  name?: string;
  examples: readonly string[];
}): views.Masked<views.WelcomeView> {
  return mint(welcomeView(welcome));
}

/** Rows of the trail, by pseudonym. */
export function maskAudit(found: FoundAudit, reading: Reading): views.Masked<views.ListView<'audit'>> {
  return mint(auditView(found, reading));
}

/** The accounts this person may work in, to choose another. */
export function maskAccounts(
  choice: { places: readonly Place[]; current: string; lead: string },
  reading: Reading,
): views.Masked<views.AccountsView> {
  return mint(accountsView(choice, reading));
}

/** What stands in the place of a card that was taken back. */
export function maskTakenBack(card: { kind: string; id: string }): views.Masked<views.TakenBackView> {
  return mint(takenBackView(card));
}
