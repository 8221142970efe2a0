import { phrases } from './phrases.js';

/** What a coupon can be good for without being narrower than its form says. */
const OPEN =
  `~\\S+|\\d\\S*|order(s)|purchase(s)|basket(s)|cart(s)|checkout(s)|spend|spending|spends|total(s)|bill(s)|price(s)|amount(s)|everything|anything|customer(s)|client(s)|buyer(s)|shopper(s)|people|person|persons|folks|everyone|everybody|anyone|anybody|all
  |new|first|next|very|initial|single|only|once|one|ones|two|them|him|her|us|me|their|his|its|the|a|an|our|my|your|any|each|every|this|that|these|those|whole|entire|full|regular|normal|top|of|off|on|in|for|at|to|with|and|or|now|it|be|is|as|use|uses|used|using|redeem|redeemed|redemption(s)|time(s)|code(s)|coupon(s)|voucher(s)|discount(s)|free|half
  |min|minimum|max|maximum|up|good|real|being|ever|who|that|which|life|forever|lifetime|stripe|newcomers|newbies|signup(s)|user(s)|member_who|users_who|checkout|days|weeks|months|years|hours|plus|thanks|pls|always|please|holiday|value(s)|worth|at_least|request|sale|invoice(s)|payment(s)|least|most|more|less|fewer|than|so|long|registration(s)|first_timers|timers|visitors|sign_ups|works|expires|ends|lasts|runs|starts`.replace(
    /\s+/g,
    '',
  );
const ONLY =
  'only|just|exclusively|solely|strictly|restricted|limited|applicable|applies|apply|work|works|redeemable|usable|used|valid|good';
const PLACE =
  'germany|france|spain|italy|europe|the_us|the_uk|the_usa|america|england|poland|canada|austria|switzerland|japan|berlin|london|paris|scotland|norway|sweden|asia|the_eu|the_app|app|the_website|the_shop|store|stores|person';
const GROUP =
  'student(s)|employee(s)|staff|vip(s)|veteran(s)|senior(s)|teacher(s)|nurse(s)|member(s)|subscribers|pensioner(s)|retirees|kids|children|doctors|journalists|partners|resellers|wholesalers|colleagues|friends|families|developers|influencers|alumni|residents|locals|charities|schools|nonprofits|freelancers|start_ups|startups|existing_ones|regulars|loyal_ones';
const KIND =
  'german|french|spanish|italian|european|british|american|polish|dutch|swiss|austrian|local|returning|existing|loyal|vip|premium|gold|silver|platinum|regular|old|current|long_time|repeat|business|corporate|female|male|young|inactive|lapsed|top|best|wholesale|b2b|overseas|foreign|domestic';
const PRODUCT =
  `product(s)|item(s)|category|categories|plan(s)|shoes|boots|shirt(s)|t-shirts|hoodie(s)|jacket(s)|mug(s)|hat(s)|book(s)|ebooks|coat(s)|dress|dresses|socks|trousers|electronics|furniture|wine|beer|bike(s)|tent(s)|skis|toy(s)|jeans|sneakers|backpack(s)|chair(s)|table(s)|laptop(s)|phone(s)|bag(s)|accessories|merch|merchandise|ticket(s)|course(s)|service(s)|collection|clothes|clothing|food|drinks|shipping|delivery|brand|model(s)|coffee|tea|bread|cake(s)|flowers|plants|jewellery|jewelry|watches|games|gear|equipment|workshop(s)|lesson(s)|membership(s)|sale_items|discounted_items|outlet|bundle(s)|sku(s)|section|line|range|tier|upgrade(s)|add-ons|addons`.replace(
    /\s+/g,
    '',
  );

const narrower = phrases(`
  ${ONLY} ${ONLY}|be|is|to|use|up* on|for|in|to|at|with|by {det}|all|of|our* !${OPEN} {word}
  ${'only|just|exclusively|solely|strictly'} {det}* ${GROUP}
  on|for|off|of|buying|buy|with|towards {det}|all|one|product|item|category|{number}|of|any|every* !${OPEN}|holiday ..1 ${PRODUCT} !code|coupon|voucher|discount|new
  on|for|off|of|buying|buy|with|towards {det}|all|one|product|item|category|{number}|of|any|every* ${PRODUCT} !code|coupon|voucher|discount|new
  off {det}|all* !${OPEN} [a-z-]{3,}s
  off {det}|all* !${OPEN} {word} [a-z-]{3,}s !${OPEN}
  off the|our|my !${OPEN} {word}
  on|off {det}|all* !${OPEN} {word} ..1 only
  for {det}|all* !${OPEN} {word} ..1 only
  in|from|within|at|inside ${PLACE}
  in|at our|the|my ..2 store(s)|shop(s)|branch|outlet|webshop ..1 only
  only ..2 in|at|on our|the|my ..1 store(s)|shop(s)|branch|app|website|outlet|webshop|page|site
  on|at|during|over weekends|weekdays|mondays|tuesdays|wednesdays|thursdays|fridays|saturdays|sundays|weekend|night|nights|lunchtime|mornings|evenings
  ${KIND} customer(s)|client(s)|buyers|users|members|shoppers|accounts|ones !~name|~mail|~cus|~quote
  for|to {det}|all* ${GROUP}
  1|one|once|twice|{number}_times use? per|each|for_each|for_every|a customer|person|user|client|head|household|buyer
  first|next {number} invoice(s)|payment(s)|bill(s)|charges|billing_cycles|cycles|renewals|months_of
  per customer|person|user|client|household|head|account
  not ..1 combinable|combined|stackable|combine|stack
  stackable|combinable
  combined with
  valid|only|usable|works|redeemable|customers|buyers|people|shipped|living|based|clients|good|orders only? in|from|within|at|to the? ~name
  in ~name only? $
  up_to|at_most|max|maximum|no_more_than|not_more_than ~money !orders|purchases
  cap|limit|capped the? discount|it|reduction|saving|savings? at|to|of ~money
  max|maximum discount|saving|reduction of? ~money
  ~name users|customers|members|readers|fans|subscribers|people|clients|employees|staff
  excluding|except|not_on_sale|excludes|exclude|but_not
  not for|on sale|{det}|discounted|already|reduced
  who live|lives|speak|are_over|are_under|work_at|work_for|bought|have_bought|spent|have_spent|subscribe|subscribed|haven_t
  with visa|mastercard|amex|paypal|klarna|card
  shipped|delivered to
`);

/** Whether a coupon is to be narrower than the form can carry: one product, one place, one group. */
export const isNarrower = narrower;
