/** The words for what can be asked about, as rules read them: lower case, no accents. Blanks separate, `_` is a blank within. */
const list = (text: string): string[] =>
  text
    .trim()
    .split(/\s+/)
    .map((word) => word.replaceAll('_', ' '));

export const CHARGE_ONE = list('charge payment transaction sale txn purchase order');
export const CHARGE_MANY = list(
  `charges payments transactions sales txns purchases orders takings revenue earnings turnover income
   transaction_history payment_history purchase_history charge_history card_attempts attempts`,
);
export const REFUND_NOUN = list('refund refunds refunding reimbursements money_back');
export const DISPUTE_NOUN = list('dispute disputes chargeback chargebacks');
export const FAILURE_NOUN = list('decline declines failure failures');
export const CUSTOMER_ONE = list(
  'customer client signup registration buyer registrant newcomer shopper purchaser payer',
);
export const CUSTOMER_MANY = list(
  'customers clients signups registrations buyers registrants newcomers sign_ups shoppers clientele customer_base purchasers payers',
);
export const COUPON_ONE = list(
  'coupon voucher discount promo promotion coupon_code discount_code promo_code promotion_code promotional_code voucher_code rebate code',
);
export const COUPON_MANY = list(
  `coupons vouchers discounts promos promotions coupon_codes discount_codes promo_codes promotion_codes
   promotional_codes voucher_codes rebates codes`,
);
export const BALANCE_NOUN = list('balance balances funds liquidity');
export const AUDIT_NOUN = list(
  `audit audits log logs trail audit_log audit_logs audit_trail activity_log logbook protocol audit_entries
   log_entries audit_records log_lines audit_lines audit_events`,
);

export const SUCCEEDED = list(
  `succeeded successful success successes successfully completed cleared went_through gone_through worked_out paid_successfully
   settled go_through`,
);
export const PENDING = list(
  `pending processing in_process in_progress not_cleared uncleared not_yet_cleared not_settled unsettled not_gone_through_yet
   still_open being_processed be_processed still_processing waiting_to_clear not_finished not_done outstanding incomplete not_completed in_flight`,
);
export const FAILED = list(
  `failed fail fails failing declined bounced bounce bounces rejected unsuccessful unsuccessfully refused not_successful not_go_through
   not_work not_succeed didnt_go_through never_went_through did_not_go_through did_not_succeed not_went_through
   not_gone_through went_wrong gone_wrong denied errored`,
);
export const REFUNDED = list(
  'refunded reimbursed paid_back given_back gave_back sent_back returned_money we_returned money_returned was_returned were_returned returned_to given_money_back',
);
export const DISPUTED = list(
  'disputed contested charged_back contesting disputing contest challenged under_dispute in_dispute',
);

export const USABLE = list(
  `active usable valid redeemable working live still_usable unexpired still_work still_works would_work still_working
   work_at_checkout can_be_used people_can_use customers_can_use can_people_use can_customers_use one_can_use we_can_use be_used be_redeemed not_expired good still_good running unused current currently_active on_offer switched_on turned_on enabled available`,
);
export const UNUSABLE = list(
  `expired used_up ran_out run_out invalid inactive exhausted lapsed ended dead no_longer_work no_longer_valid
   nobody_can_use cannot_be_used not_be_used no_longer_usable not_valid not_active not_usable not_redeemable unusable no_longer_active
   not_work_anymore stopped_working past_their_date no_longer_works not_work finished elapsed out_of_date outdated maxed_out not_work_any_more
   switched_off turned_off disabled fully_redeemed no_one_can_use not_working deactivated`,
);

export const CREATE_VERB = list(
  'create make generate issue add prepare build launch publish set_up put_together produce design mint craft start activate',
);
export const SHOW_VERB = list(
  'show list display give get fetch see view pull bring print tell find check look look_up lookup search open load present read count',
);
export const REQUEST_PREFIX =
  '(?:(?:please|now|then|also|just|so|hey|hi|hello|ok|okay|and|or|but|next|first|finally|afterwards|kindly|quickly|maybe|well|again|immediately|urgently|,|:) )*';

/** Words for what a person is asked for that name no kind of data. */
export const VAGUE_NOUN = list(
  `data stats statistics numbers figures stuff things info information report reports results everything overview summary
   details records entries rows items list table anything something recap analytics kpis dashboard metrics update one ones`,
);

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
   test live partial full void reversal recurring off rebate receipt receipts iban psp kyc proof liability`,
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
       money email generate through over under above until since twelve eleven hundred`,
    ),
  ),
];
