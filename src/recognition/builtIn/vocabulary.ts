import { wordClasses } from './wordClasses.js';

/** Blanks separate, `_` is a blank within. */
const list = (text: string): string[] =>
  text
    .trim()
    .split(/\s+/)
    .map((word) => word.replaceAll('_', ' '));

/** The words of a class as phrases, each form of it: `coupon(s)` gives "coupon" and "coupons". */
const spelt = (name: string): string[] =>
  list(wordClasses[name] ?? '').flatMap((word) =>
    word.endsWith('(s)') ? [word.slice(0, -3), `${word.slice(0, -3)}s`] : [word],
  );

/** Payments, as a list of them is named. */
export const CHARGE_MANY = spelt('charges');
/** Customers, as a list of them is named. */
export const CUSTOMER_MANY = spelt('customers');
/** Coupons, as a list of them is named. */
export const COUPON_MANY = spelt('coupons');
/** Verbs of making. */
export const CREATE_VERB = spelt('create');
/** Verbs of showing. */
export const SHOW_VERB = spelt('show');

/** Every word of the classes that phrases name. */
export const WORDS_OF_OURS: readonly string[] = Object.keys(wordClasses)
  .filter((name) => name !== 'number' && name !== 'word')
  .flatMap(spelt)
  .flatMap((phrase) => phrase.split(' '));

/** Words of payments that a person may ask the meaning of. */
export const TERMS = list(
  `charge charges payment payments transaction transactions refund refunds dispute disputes chargeback chargebacks coupon coupons
   voucher vouchers promo promotion code codes discount discounts balance payout payouts pending available succeeded failed refunded disputed
   capture captured authorization authorisation uncaptured hold fee fees mode key keys webhook webhooks restricted customer customers guest invoice
   subscription subscriptions currency currencies settlement settle redemption redemptions redeem duration repeating forever once minimum
   purchase declined decline fraud radar risk 3ds secure sca bank transfer acquirer issuer issuing network card cards token tokenization
   idempotency api intent intents method methods checkout link metadata statement descriptor merchant evidence inquiry
   retrieval early warning mandate debit sepa ach reserve negative rolling gross net tax vat expiry expiration limit status
   insufficient connect account masked masking audit trail submit confirmation percent percentage amount processing
   terminal payer cardholder cvc cvv pan bin avs pci last4 four first-time first time volume mrr churn arr zero-decimal dunning
   proration trial plan price product order sale wallet ach installment escrow ledger reconciliation arrears exchange rate interchange
   stripe test live partial full void reversal recurring off rebate receipt receipts iban psp kyc proof liability past due overdue outstanding
   delinquent gateway processor payee installment instalment deferred revenue prepaid surcharge markup margin scheme sandbox event representment
   arbitration shift onboarding aml beneficiary remittance batch schedule billing cycle metered usage tier topup top-up requires_action blocklist allowlist
   credit note memo debit reserve arrears requires action incomplete`,
);

/** Small words so common that only two swapped letters are put back. */
export const COMMON: ReadonlySet<string> = new Set(
  list(
    `make show have with from give need want which there their does this that them when where what much many last over under only people about code
     list send free most until after before could would should please more than also been were they your until since every these those find tell look look`,
  ),
);

/** Words a misspelt word may have meant. Nothing else is ever mended to. */
export const MENDABLE = [
  ...new Set(
    list(
      `charge charges payment payments transaction transactions sales purchases refund refunds refunded dispute disputes disputed
       chargeback chargebacks customer customers client clients signups registrations registered coupon coupons voucher vouchers discount discounts
       promotion promotions promo balance balances available funds audit trail entries failed declined successful succeeded
       pending processing completed rejected expired expires expiring expiry active valid usable create show list latest recent
       newest last yesterday today tomorrow week weeks month months year years quarter days january february march april june
       july august september october november december monday tuesday wednesday thursday friday saturday sunday percent
       dollars euros pounds sterling permission permissions allowed access rights explain difference between meaning
       define cancel delete remove extend subscription subscriptions invoice invoices payout payouts transfer confirm
       confirmation submit approval without number numbers secret unmasked password account company forever repeating
       once single minimum purchase redemptions redeem orders first customers new number thirty twenty fifty fifteen forty please
       joined signed register paid bought created earnings revenue purchase buyers permissions privileges colleague colleagues somebody requests denied bounced
       money email generate through over under above until since twelve eleven hundred`,
    ),
  ),
];
