/** One leaf of Stripe's that the bot takes: an example of it, beside what, and why it is taken. */
export interface TakenLeaf {
  path: string;
  value: unknown;
  /** What stands there otherwise; `null` when absent. */
  otherwise?: unknown;
  /** Other leaves that it needs to be seen. */
  beside?: Readonly<Record<string, unknown>>;
  why: string;
}

const day = 1_795_350_600;
const card = 'payment_method_details.card';
const ofIdeal = {
  'payment_method_details.type': 'ideal',
  'payment_method_details.ideal': { iban_last4: null },
};

/** Why each leaf is taken. What is not in here and is taken all the same stops the table from being made. */
export const takenLeaves = {
  charge: [
    { path: 'id', value: 'ch_3PqKd2LkdIwHu7ix0aB3x', otherwise: 'ch_1', why: 'to find it again in Stripe' },
    { path: 'created', value: day, otherwise: day - 864_000, why: 'when it was' },
    { path: 'amount', value: 12_000, otherwise: 8000, why: 'what was asked about' },
    { path: 'amount_refunded', value: 4000, otherwise: 0, why: 'what of it went back' },
    { path: 'currency', value: 'eur', otherwise: 'usd', why: 'an amount without it says nothing' },
    { path: 'status', value: 'failed', otherwise: 'succeeded', why: 'how it stands' },
    { path: 'captured', value: false, otherwise: true, why: 'how it stands' },
    {
      path: 'refunded',
      value: true,
      otherwise: false,
      beside: { captured: false },
      why: 'how it stands',
    },
    { path: 'disputed', value: true, otherwise: false, why: 'how it stands' },
    { path: 'failure_code', value: 'card_declined', why: 'why it failed, in a word of Stripe’s own list' },
    { path: 'payment_method_details.type', value: 'klarna', otherwise: 'card', why: 'how it was paid' },
    { path: `${card}.brand`, value: 'visa', why: 'people know their payments by it' },
    {
      path: `${card}.last4`,
      value: '4242',
      why: 'people know their payments by it; four digits are what PCI DSS lets anybody see',
    },
    {
      path: `${card}.country`,
      value: 'FR',
      beside: { 'billing_details.address': null },
      why: 'where the buyer gave no country',
    },
    { path: `${card}.wallet.type`, value: 'apple_pay', why: 'for the wallet’s name; no card says it yet' },
    {
      path: 'payment_method_details.ideal.iban_last4',
      value: '3000',
      beside: ofIdeal,
      why: 'the same for a bank account',
    },
    { path: 'customer', value: 'cus_9s6XKzkNRiz8i3', why: 'to go on to “the charges of this customer”' },
    { path: 'billing_details.name', value: 'Jane Roe', why: 'tells two buyers apart' },
    { path: 'billing_details.email', value: 'jane@example.com', why: 'tells two buyers apart' },
    {
      path: 'receipt_email',
      value: 'jane@example.com',
      beside: { 'billing_details.email': null },
      why: 'where the buyer gave no other',
    },
    {
      path: 'billing_details.address.country',
      value: 'DE',
      why: 'the one part of an address that names nobody',
    },
  ],
  customer: [
    { path: 'id', value: 'cus_9s6XKzkNRiz8i3', otherwise: 'cus_1', why: 'to find them again in Stripe' },
    { path: 'created', value: day, why: 'since when' },
    { path: 'name', value: 'Jane Roe', why: 'tells two customers apart' },
    { path: 'email', value: 'jane@example.com', why: 'tells two customers apart' },
    { path: 'address.country', value: 'DE', why: 'the one part of an address that names nobody' },
    { path: 'currency', value: 'eur', otherwise: 'usd', why: 'for amounts; no card says it yet' },
    { path: 'delinquent', value: true, otherwise: false, why: 'staff have to know before they call' },
    { path: 'deleted', value: true, otherwise: false, why: 'nothing more can be done with them' },
  ],
  coupon: [
    {
      path: 'id',
      value: 'till-7f3c',
      otherwise: 'till-1',
      why: 'to find a coupon by it; a list does not say it',
    },
    { path: 'created', value: day, otherwise: day - 864_000, why: 'to list the newest first' },
    {
      path: 'name',
      value: 'Spring sale',
      why: 'customers read it on their invoice; addresses, long numbers and keys in it are taken out',
    },
    { path: 'percent_off', value: 15, otherwise: 20, why: 'the terms' },
    { path: 'amount_off', value: 1000, beside: { percent_off: null, currency: 'usd' }, why: 'the terms' },
    {
      path: 'currency',
      value: 'eur',
      otherwise: 'usd',
      beside: { percent_off: null, amount_off: 1000 },
      why: 'the terms',
    },
    { path: 'duration', value: 'forever', otherwise: 'once', why: 'the terms' },
    {
      path: 'duration_in_months',
      value: 3,
      otherwise: 2,
      beside: { duration: 'repeating' },
      why: 'the terms',
    },
    { path: 'redeem_by', value: day, why: 'the terms' },
    { path: 'max_redemptions', value: 500, why: 'the terms' },
    { path: 'times_redeemed', value: 137, otherwise: 0, why: 'how it does' },
    { path: 'valid', value: false, otherwise: true, why: 'how it stands' },
  ],
  promotion_code: [
    { path: 'id', value: 'promo_2', otherwise: 'promo_1', why: 'to go on behind it in a list' },
    {
      path: 'code',
      value: 'SPRING20',
      otherwise: 'WELCOME15',
      why: 'a campaign’s code is there to be handed out',
    },
    {
      path: 'customer',
      value: 'cus_9s6XKzkNRiz8i3',
      why: 'a code of one customer works for whoever has it: two letters of it, and that it is theirs',
    },
    { path: 'promotion.coupon', value: 'till-1', why: 'which coupon it stands for' },
    { path: 'active', value: false, otherwise: true, why: 'how it stands' },
    { path: 'created', value: day, otherwise: day - 864_000, why: 'to list the newest first' },
    { path: 'expires_at', value: day, why: 'when somebody asks about this code' },
    { path: 'max_redemptions', value: 500, why: 'when somebody asks about this code' },
    { path: 'times_redeemed', value: 137, otherwise: 0, why: 'when somebody asks about this code' },
    {
      path: 'restrictions.first_time_transaction',
      value: true,
      otherwise: false,
      why: 'when somebody asks about this code',
    },
    {
      path: 'restrictions.minimum_amount',
      value: 2000,
      beside: { 'restrictions.minimum_amount_currency': 'usd' },
      why: 'when somebody asks about this code',
    },
    {
      path: 'restrictions.minimum_amount_currency',
      value: 'eur',
      otherwise: 'usd',
      beside: { 'restrictions.minimum_amount': 2000 },
      why: 'when somebody asks about this code',
    },
  ],
  balance: [
    { path: 'available[].amount', value: 128_435, otherwise: 100, why: 'what was asked about' },
    {
      path: 'available[].currency',
      value: 'eur',
      otherwise: 'usd',
      why: 'an amount without it says nothing',
    },
    { path: 'pending[].amount', value: 9670, otherwise: 100, why: 'what was asked about' },
    { path: 'pending[].currency', value: 'eur', otherwise: 'usd', why: 'an amount without it says nothing' },
  ],
} as const satisfies Record<string, readonly TakenLeaf[]>;

/** A kind of object that the bot reads. */
export type Kind = keyof typeof takenLeaves;
