import { phrases } from './phrases.js';

const ANY =
  'do_not_care_about|not_care_about|any|all|every|whatever|no_matter_what|regardless_of|irrespective_of|independent_of|never_mind|forget|forget_about|ignore|drop|remove|without|lift|lose|skip|leave_out|take_out|take_off|clear|no|not_only|scrap|ditch|disregard|lose|no_more|delete|cancel|not_just|and_not_only|except_no|without_any|get_rid_of|undo|kill';
const THE =
  'the|a|an|any|that|this|my|of|its|specific|particular|by|for|on|filter|restriction|limitation|in|to';

const CUSTOMER = `
      anybody|anyone|everybody|everyone|whoever|any_customer|all_customers|every_customer|all_clients|all_of_our_customers|everybody_'s|everyone_'s|any_client|all_people
      from all $
      of all customers|clients|people
      not only|just his|hers|theirs|him|her|them|this_customer|that_customer|one_customer|~name|~mail|~cus
      ${ANY} ${THE}* customer|client|buyer|name|person
      no matter who|whose|which_customer
      across all customers|clients
      whoever it|paid|they
    `;

/** Whether the words take off the customer: "regardless of customer". */
export const dropsCustomer = phrases(CUSTOMER);

/** Words that take a filter off a list, and the fields that go with it. */
export const FILTERS: readonly [drops: (text: string) => boolean, fields: readonly string[]][] = [
  [
    phrases(`
      ${ANY} ${THE}* amount(s)|size(s)|sum(s)|minimum|maximum|price(s)|value(s)|amount_filter|amount_limit|threshold|lower_bound|upper_bound|bound(s)|how_much|price_range|range
      no|not matter|care|caring how_much|how_big|how_small|the_amount|what_amount|the_size
      big and_small|or_small
      small and_big|or_big
      of any amount|size|value
    `),
    ['min_amount', 'max_amount', 'currency'],
  ],
  [
    phrases(`
      ${ANY} ${THE}* status|statuses|state(s)|outcome|result
      not only|just the? failed|pending|refunded|disputed|succeeded|successful|declined|contested|completed|processing
      no matter if|whether|how failed|successful|they_went|they_succeeded|they_ended|paid|refunded|disputed
      whether ..1 failed|successful|paid|refunded|disputed|succeeded|pending
      good and_bad|or_bad
      failed|successful or not
      in|of|with any status|state
    `),
    ['status'],
  ],
  [dropsCustomer, ['customer']],
  [
    phrases(`
      any|all|every|whatever|no_matter_which|regardless_of|in_any|in_all|of_any|across ${THE}* currency|currencies
      ${ANY} ${THE}* currency|currencies|currency_filter
      not only|just in? ~cur
      no matter the_currency|which_currency|what_currency
    `),
    ['currency'],
  ],
  [
    phrases(`
      any time|date|day|period|month|year
      all time|dates|days|months|periods|along
      whole|entire|full|complete history|time
      ever !bought|paid
      no matter when|which_day|which_month|the_date
      ${ANY} ${THE}* date|dates|period|time_frame|timeframe|time_range|time_limit|date_range|date_filter|time|time_filter|days|date_limit
      since|from the_beginning|the_start|day_one|forever|ever
      of all time
      whenever
    `),
    ['from', 'to'],
  ],
  [
    phrases(`
      valid|active|expired|usable or not|invalid|expired|active|inactive|valid
      not only|just the? valid|active|expired|usable|working|live|dead
      whether ..2 valid|active|expired
      dead|expired and|or alive|valid|active
      both valid|active|expired
      no matter if|whether valid|expired|active|they_are_valid
      regardless of validity|whether
      any|all validity|kinds|kind
    `),
    ['valid'],
  ],
  [
    phrases(`
      all $
      all of|the|them|those|please|rows|entries|results|ones|in
      show|give|list|see|want|get ..1 all
      ${ANY} ${THE}* limit(s)|cap|count|row_limit|number|max
      every one|single_one|row|entry|last_one
      everything
      the lot|whole_list|full_list|whole_lot|complete_list
      full|whole|complete|entire list|lot|table
      lift the_limit|the_cap
      uncapped|unlimited
      as many as
    `),
    ['limit'],
  ],
];
