/**
 * What a card says, word for word: every value is ready to be shown and already masked.
 * `headline` stands in a TextBlock and is escaped for markdown; everything else stands in TextRuns, titles and inputs.
 */
export type View =
  | WelcomeView
  | ChargesView
  | ListView<'customers' | 'coupons' | 'audit'>
  | BalanceView
  | CouponFormView
  | CouponReviewView
  | CouponApprovalView
  | CouponRecordView
  | ExplainView
  | PermissionsView
  | HelpView
  | NoticeView
  | AccountsView
  | CustomerChoiceView
  | TakenBackView;

export type CardName = View['card'];

declare const masked: unique symbol;

/** A view that masking made. Only `mask.ts` mints one, and cards take nothing else. Does not survive JSON. */
export type Masked<V extends View = View> = V & { readonly [masked]: true };

/** Every act a card's button may send; see "What a card says" of the outside interface. */
export type Act =
  | 'coupon.create'
  | 'coupon.decline'
  | 'coupon.adjust'
  | 'coupon.review'
  | 'list.next'
  | 'account.use'
  | 'customer.choose'
  | 'ask'
  | 'coupon.approve'
  | 'coupon.reject'
  | 'coupon.withdraw'
  | 'card.showAgain'
  | 'card.takeBack'
  | 'conversation.forget'
  | 'conversation.bind';

/** A Submit: `act` with what it needs (`nonce`, `cursor`, `account`, `customer`, `resume`, `text`, `name`). */
export interface Button {
  title: string;
  data: { tillkeeper: { act: Act; [need: string]: string } };
}

interface Said<C extends string> {
  card: C;
  /** One plain sentence for screen readers and notifications, without markdown. */
  summary: string;
  /** Quiet lines at the end: the account, Test or Live, the time. */
  footer: string[];
}

interface Headed<C extends string> extends Said<C> {
  headline: string;
}

export interface Status {
  word: string;
  color: 'good' | 'attention' | 'warning' | 'default';
}

/** One row of a list: what it is, and how it stands on the right. */
export interface Row {
  title: string;
  lines: string[];
  /** At most one. */
  status: Status[];
}

/** One charge: how it was paid and how much it was, then how it stands, when and whose it is. */
export interface ChargeRow {
  title: string;
  amount: string;
  status: Status;
  /** Follows the status on its line. */
  detail: string;
}

export interface ListView<C extends 'charges' | 'customers' | 'coupons' | 'audit', R = Row>
  extends Headed<C> {
  /** The line that answers, before any row. */
  answer: string;
  rows: R[];
  buttons: Button[];
}

export interface ChargesView extends ListView<'charges', ChargeRow> {
  /** What was paid, net of refunds, or, where nothing was, what it would have been. */
  totals: string[];
  /** What was refunded and what is disputed. At most one. */
  notes: string[];
}

export interface WelcomeView extends Headed<'welcome'> {
  buttons: Button[];
}

export interface BalanceView extends Headed<'balance'> {
  answer: string;
  rows: { available: Money; pending: Money }[];
  buttons: Button[];
}

/** `word` says what the amount is, and that it is below zero where it is. */
export interface Money {
  amount: string;
  size: 'large' | 'medium';
  word: string;
  color: 'default' | 'attention';
}

export interface CouponFormView extends Headed<'couponForm'> {
  nonce: string;
  lead: string;
  faults: string[];
  /** `null` leaves an input empty. Numbers are in major units. */
  percentOff: number | null;
  amountOff: number | null;
  currency: string | null;
  currencies: { title: string; value: string }[];
  duration: string;
  durationInMonths: number | null;
  name: string | null;
  code: string | null;
  maxRedemptions: number | null;
  firstTimeOnly: 'true' | 'false';
  minPurchase: number | null;
  customer: string | null;
  expiresOn: string | null;
  /** The first day that may be chosen as the end. */
  today: string;
}

interface OfferView<C extends string> extends Headed<C> {
  lead: string[];
  discount: string;
  terms: { label: string; value: string }[];
  place: string;
  mode: string;
  modeColor: 'attention' | 'default';
  lapses: string;
}

export interface CouponReviewView extends OfferView<'couponReview'> {
  /** `style` is for the one that most people want. */
  buttons: (Button & { style: 'positive' | null })[];
}

/** The same terms for a second person. */
export interface CouponApprovalView extends OfferView<'couponApproval'> {
  nonce: string;
}

export interface CouponRecordView extends Headed<'couponRecord'> {
  /** Whole: it is for who made it, to hand on. */
  code: string;
  lines: string[];
}

export interface ExplainView extends Headed<'explain'> {
  meaning: string;
  /** At most one. */
  related: string[];
  buttons: Button[];
}

export interface PermissionsView extends Headed<'permissions'> {
  roles: string;
  may: string[];
  /** At most one. */
  mayNot: string[];
  lines: string[];
}

export interface HelpView extends Headed<'help'> {
  groups: { title: string; buttons: Button[] }[];
}

export interface NoticeView extends Said<'notice'> {
  text: string;
  lines: string[];
  buttons: Button[];
}

export interface AccountsView extends Headed<'accounts'> {
  lead: string;
  buttons: Button[];
}

export interface CustomerChoiceView extends Headed<'customerChoice'> {
  lead: string;
  choices: { buttons: Button[]; line: string }[];
}

export interface TakenBackView extends Said<'takenBack'> {
  text: string;
  buttons: Button[];
}
