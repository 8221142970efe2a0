import { phrases } from './phrases.js';

const SECRET =
  `api_key(s)|apikey(s)|secret_key(s)|private_key(s)|secret|secrets|password(s)|passphrase(s)|credential(s)|access_token(s)|token|tokens|signing_secret(s)|signing_key(s)|system_prompt(s)
  |systemprompt|hidden_prompt(s)|initial_prompt(s)|restricted_key(s)|stripe_key(s)|openrouter_key(s)|master_key|encryption_key(s)|env_file|env_var(s)|env_variable(s)|environment_variable(s)|connection_string
  |webhook_secret(s)|client_secret(s)|source_code|~key|login_data|publishable_key(s)|live_key(s)|test_key(s)|root_password`.replace(
    /\s+/g,
    '',
  );
const WHOLE =
  `full|complete|entire|whole|raw|unmasked|real|actual|clear|plain|uncensored|unredacted|unhidden|original|all_16|16|sixteen|untruncated|true|uncut|unabridged|exact|readable|cleartext`.replace(
    /\s+/g,
    '',
  );
const DATUM =
  `card(s)|card_number(s)|card_data|card_details|number|numbers|email(s)|email_address|email_addresses|address|addresses|phone_number(s)|phones|name|names|pan(s)|digit(s)|data|iban(s)|bank_details|identity|identities|payment_details|personal_data|contact_details`.replace(
    /\s+/g,
    '',
  );
const MASK =
  'mask|masks|masking|masked|redaction|redacting|redacted|hiding|hidden|anonymisation|anonymization|stars|asterisks|censoring|dots|blanks|censored|x_es|xs|crosses|blackout';

const cardData = phrases(`
  \\d{4} \\d{4} \\d{4} \\d{1,4}
  \\d{13,19}
  cvc(s)|cvv(s)|cvv2|security_code(s)|pan|pans|card_verification|cvx|three_digit_code
  ${WHOLE} !balance|amount|list|overview ..3 ${DATUM} !of_charges|of_customers|of_payments|of_coupons
  credit|debit|bank|payment? card number(s)|data|digits
  16|sixteen|all - digit(s)
  16|sixteen|all digit(s)
  credit|debit card details
  card details of|for|from
  bank account number(s)
  ibans|account_numbers|account_number
  phone|mobile|telephone|home number(s)|address|addresses of|for|from
  home|postal|shipping|billing address|addresses of|for
  {show}|what|which|full|every|customer_'s|his|her|their ..2 iban
  first 6|six|12|twelve digits
  expiry dates|date of|on ..2 card(s)
  number(s) on the|his|her|their card(s)
  the|every|all number|numbers|digits of|on|behind ..3 card(s)
`);
const unmask = phrases(`
  unmask|unmasked|unmasking|unmasks|unredact|unredacted|unhide|uncensor|uncensored|deanonymise|deanonymize|de_anonymize|de_anonymise|unobfuscated|unfiltered|demask|decrypt|decrypted|unencrypted
  without|minus|sans any|the|your|all* ${MASK}
  no|not|zero any|the* ${MASK}
  turn|switch|take off? the|your|all? ${MASK} off
  turn|switch|take off the|your|all? ${MASK}
  disable|remove|lift|drop|skip|bypass|strip|ignore|undo|reveal|kill the|all|any|your|that* ${MASK}
  nothing|nothing_is|do_not|never|stop|hide ..1 hide|hidden|masked|nothing|mask|masking|redact|hiding
  in|as clear|plain|full text|length
  raw|whole|full|complete|entire ..1 json|export|exports|dump|dumps|data|database|object|objects|record|records|response|csv|payload|table_with
  database|data|db dump
  dump of? all|every|the|our|your|everything|whole|me|{customers}|{charges}
  export|download|extract|exports|exporting ..5 csv|excel|file|spreadsheet|json|emails|database|data|pdf|xlsx|everything|disk|usb
  csv|excel|xlsx|json|spreadsheet export|dump|file|download
  into|as|to|in a|an|one? csv|xlsx|excel|json|spreadsheet
  the|your|our ..1 database
  raw export(s)|data|card|json
  raw|complete|full emails|email_addresses
  show|reveal|give|list|see|display ..3 hidden|masked|blanked|starred data|values|value|fields|field|number(s)|digits|parts|part|emails|email|bits
  behind the mask|masks|stars|asterisks|dots
  decode|decipher|uncover|expose|restore|recover|expand|resolve|unlock|reconstruct ..2 masked|hidden|blanked|starred|masks|stars
  repeat the? text|words|everything above
  download|export ..4 {customers}|{charges}|emails|clients|everything
`);
const secret = phrases(`
  ${SECRET} !of_success|sale|santa|discount
  your own? prompt|instructions|system_message|rules|guidelines|configuration|config|settings_file|secret|env|training_data|internal
  ${'print|show|reveal|repeat|leak|tell_me|what_are|what_is|give_me|output|read_out'} ..2 prompt|instructions_you_were_given|your_rules|configuration
  \\. env
  reveal|leak|print|show|dump|expose|give ..2 keys
  what|which rules|instructions ..2 you given|told|follow|have|got
`);
const harmless = phrases(`
  secret|hidden sale|santa|discount|coupon|code|voucher|offer
  last 4|four digits|numbers
  change|reset|update|forgot|new ..1 password
  make|create|mint|new ..3 secret coupon|code
  who may|can|is_allowed ..4
  full|complete|whole|entire list|overview|history|month|week|year|quarter|balance|amount|trail|log|name_of
`);

/** Asks for what is never shown whole: card numbers, keys, the prompt, raw exports. */
export const asksUnmasked = (text: string): boolean =>
  cardData(text) || unmask(text) || secret(text) ? !harmless(text) || unmask(text) : false;
