/** Classes of words that phrases name in braces: lower case; `_` is a blank, `(s)` may be missing. */
export const wordClasses: Readonly<Record<string, string>> = {
  /** How people begin to ask: courtesies and "can you", "I want to". */
  ask: `urgent urgently emergency important asap quick fyi um umm uhm uh er erm hm hmm ah oh ahem please now then also just so hey hi hello ok okay and or but next first finally afterwards kindly quickly maybe well again
    immediately urgently , : - can_you could_you would_you will_you may_you can_u could_u can_i could_i may_i can_we could_we can_someone
    could_someone can_somebody could_somebody i_want_you i_want i_need_you i_need i_would_like_you i_would_like i_wish i_order_you i_order
    i_command_you i_ask_you i_ask i_tell_you i_authorise_you_to i_authorize_you_to i_instruct_you i_beg_you we_want_you we_want we_need_you we_need
    we_would_like we_have_to i_have_to you_have_to to go_ahead_and let_us let_me you_must you_should you_need you_can you_may i_must must should try
    help_me help_us do_you are_you_able is_it_possible is_there_a_way able time it_is_time want need how_about_you ~name someone somebody would_like like
    would_you_mind do_me_a_favour_and be_so_kind_as_to be_so_kind_and feel_free_to actually really still kindly`,
  det: 'the a an any my our your this that these those every each all some another',
  me: 'i we',
  his: 'his her their its my our your the this that these those a an any all some ~name ~mail ~cus',
  anybody: 'someone somebody anyone anybody everyone everybody nobody no_one',
  colleague: `colleague(s) coworker(s) teammate(s) team(s) employee(s) staff people person user(s) admin(s) administrator(s) approver(s) analyst(s)
    manager(s) intern(s) boss agent(s) auditor(s) member(s) viewer(s) owner(s) support marketing compliance finance accounting operations ops security
    sales hr management department(s) trainee(s) newcomer(s) lead(s) director guest(s) other(s) rep(s) role(s) developer(s) product level junior senior new regular normal else`,
  log: `audit(s) log(s) trail audit_log(s) audit_trail activity_log(s) access_log(s) usage_log(s) event_log(s) logbook protocol audit_entries
    log_entries trail_entries audit_records log_lines audit_lines audit_events paper_trail action_log(s) action_history usage_history`,
  balance:
    'balance(s) funds liquidity account_balance(s) cash_balance(s) kitty coffers treasury war_chest cash_box',
  charge: 'charge payment transaction sale txn purchase order',
  charges: `charges payments transactions sales txns purchases orders takings revenue(s) earnings turnover income proceeds receipts_of_money
    transaction_history payment_history purchase_history charge_history card_attempts attempts incomings`,
  refunds: 'refund(s) refunding reimbursement(s) money_back',
  disputes: 'dispute(s) chargeback(s)',
  failures: 'decline(s) failure(s) rejection(s)',
  customer:
    'customer client signup registration buyer registrant newcomer shopper purchaser payer patron consumer account_holder',
  customers: `customers clients signups registrations buyers registrants newcomers sign_ups shoppers clientele customer_base purchasers payers
    patrons consumers account_holders`,
  coupon: `coupon voucher discount promo promotion coupon_code discount_code promo_code promotion_code promotional_code voucher_code rebate code
    discount_coupon discount_voucher special_offer gift_code`,
  coupons: `coupons vouchers discounts promos promotions coupon_codes discount_codes promo_codes promotion_codes promotional_codes voucher_codes rebates
    codes discount_coupons discount_vouchers special_offers offers gift_codes`,
  create: `create make generate issue add prepare build launch publish set_up put_together produce design mint craft start activate do open draw_up whip_up
    cook_up spin_up roll_out come_up_with hand_out`,
  show: `show list display give get fetch see view pull bring print tell find check look look_up lookup search open load present read count dig_up
    pull_up bring_up run`,
  word: '[a-z][a-z-]+',
  number: String.raw`\d+(?:\.\d+)?`,
  rows: `data stats statistics numbers figures stuff things info information report reports results everything overview summary details records entries
    rows items list table anything something recap analytics kpis dashboard metrics update one ones`,
};
