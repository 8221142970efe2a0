import type { CreateCoupon } from '../../abilities/createCoupon.js';
import { phrases } from './phrases.js';

type Field = keyof CreateCoupon;

const OFF = `without|no|drop|remove|lose|leave_out|delete|skip|forget|forget_about|ditch|take_off|take_away|take_out|take|not|scrap|strike|lift|get_rid_of|no_more|cancel|clear|kill|omit|do_not_need|do_not_want|never_mind|no_need_for|leave_off|lose_the|cut|eliminate|waive|erase|minus|nix`;
const THE =
  'the|a|an|any|its|that|more|of|need|want|put|set|give_it|have|such|custom|promo|promotion|discount|coupon|special';
const OLD = 'all|existing|every|old|returning|current|everyone|everybody|anyone|anybody|both|loyal|any|known';
const PEOPLE = 'customer(s)|client(s)|buyer(s)|shoppers|people|one|ones|orders|order|users';

const DROPS: readonly [drops: (text: string) => boolean, fields: readonly Field[]][] = [
  [
    phrases(`
      ${OFF} ${THE}* expiry|expiry_date|expiration|expiration_date|end_date|end|deadline|time_limit|date|last_day|cut_off|cut_off_date|cutoff
      never|not|no_longer ever? expire|expires|expiring|end|ends|run_out|runs_out !before
      open ended|end
      unlimited in_time|validity|time
      no date|time_limit|limit_in_time
      valid indefinitely|for_good|without_end|with_no_end|without_limit
      ~until|~in off|away|out
    `),
    ['expires_on'],
  ],
  [phrases(`\n${OFF} ${THE}* code(s)\ncodeless\nrandom|any|generated code\nlet stripe pick`), ['code']],
  [phrases(`\n${OFF} ${THE}* name|title|label\nunnamed|nameless`), ['name']],
  [
    phrases(`
      ${OFF} ${THE}* cap|maximum|max|redemption_limit|usage_limit|limit|limit_on_uses|redemption_cap|limit_of_uses|max_uses|max_redemptions|maximum_uses|maximum_redemptions|use_limit|uses_limit|quota|usage_cap|restriction_on_uses
      unlimited uses|redemptions|use|times|$
      as often|many_times|many as
      any number of
      uncapped
    `),
    ['max_redemptions'],
  ],
  [
    phrases(`
      ${OFF} ${THE}* minimum|minimum_purchase|minimum_spend|minimum_order|minimum_amount|minimum_order_value|min|min_spend|order_minimum|spend_limit|minimum_basket|threshold|lower_limit|min_order
      any order|basket|purchase size|value|amount
      for|on any|every|all order(s)|basket(s)|purchase(s)|amount(s) $
      whatever|regardless_of the? order|basket|amount|spend
    `),
    ['min_purchase'],
  ],
  [
    phrases(`
      ${OFF} ${THE}* first_time|new_customer(s)|newcomers|first_order|first_purchase|first_time_customers|first_timers|newcomer
      for|to|let|also|include|including|not_only|with|and also|the? ${OLD} and_new|the|of|our* ${PEOPLE}
      existing|old|returning|current|loyal ${PEOPLE} may|can|should|too|also|as_well|use|get|included|welcome
      not only|just for? new|first_time|newcomers
      open it? to|for all|everyone|everybody|anyone|anybody|existing|old
    `),
    ['first_time_only'],
  ],
  [
    phrases(`
      open|available|usable|give|make|valid|work|works|use|let|allow|public ..3 anybody|anyone|everybody|everyone|all|all_customers|every_customer|public|general
      for anybody|anyone|everybody|everyone|all|all_customers|the_public
      not only|just for? him|her|them|~name|~mail|~cus
      ${OFF} ${THE}* customer|customer_restriction|person|restriction_to|~name|~mail|~cus
      anyone|everyone|anybody|everybody may|can|should|could
      not personal|tied
    `),
    ['customer', 'first_time_only'],
  ],
  [
    phrases(`
      ${OFF} ${THE}* duration|repetition|repeat|months|repeating
    `),
    ['duration', 'duration_in_months'],
  ],
];

/** The terms that a follow-up takes off a coupon: "without the expiry", "open it to anybody". */
export const droppedTerms = (text: string): Field[] =>
  DROPS.filter(([drops]) => drops(text)).flatMap(([, fields]) => [...fields]);
