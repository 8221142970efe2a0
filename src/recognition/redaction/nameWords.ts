import { isKnown } from '../builtIn/mend.js';
import { ISO } from '../builtIn/money.js';
import { fold } from '../builtIn/tokenise.js';

const set = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Words with a capital that stand in nobody's name: of the calendar, of payments, of everyday requests. */
const never = set(`
  january february march july september october november december feb apr jul aug sep sept oct nov dec
  monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri
  januar februar marz juni oktober dezember montag dienstag mittwoch donnerstag freitag samstag sonntag janvier
  fevrier juin juillet aout septembre octobre novembre decembre enero febrero mayo junio julio
  septiembre octubre noviembre diciembre gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre
  janeiro fevereiro maio junho julho setembro outubro dezembro januari februari maart
  christmas easter xmas halloween ramadan diwali thanksgiving hanukkah weihnachten ostern noel navidad cyber
  charge charges payment payments transaction transactions sale sales order orders purchase purchases customer customers
  client clients buyer buyers coupon coupons voucher vouchers discount discounts promotion promotions promo code codes
  balance refund refunds dispute disputes chargeback chargebacks payout payouts invoice invoices subscription
  subscriptions card cards account audit trail submit stripe tillkeeper bot ok okay i q1 q2 q3 q4 show list find create
  give get make need want look check tell please can could would should what which who whose whom how when where why is
  are do does did has have had was were the a an and or but for from by of to in on at with also then now hi hello hey
  dear thanks thank regards cheers kind greetings yes no not all any every last first next latest recent total today
  yesterday tomorrow removed dollar dollars euro euros pound pounds yen franc francs
`);
/** Not in capitals only: Pan and Est are names as well. */
const abbreviations = set(`
  vip ceo cfo cto hr it us uk usa eu uae utc gmt cet est pst am pm kpi mrr arr vat iban bic pan cvc cvv tbd asap fyi btw
  sepa ach csv pdf json url api id ids faq ui po sku pos crm erp gdpr pci sca sms pin otp
`);
const titles = set(`
  mr mrs ms miss dr prof professor sir madam lady herr frau senor senora monsieur madame signor signora don dona
`);
/** Months that are given names too, lands, tongues, firms: part of a name only beside a word that is none of them. */
const notAlone = set(`
  jan mar april may june august juli mai mars abril avril agosto marco augustus sat sun jun black
  radar sigma connect checkout terminal teams microsoft excel google apple paypal klarna visa mastercard amex american
  express discover diners maestro jcb unionpay ideal bancontact giropay sofort alipay wechat affirm afterpay twint blik
  uk usa germany france spain italy austria switzerland netherlands belgium poland sweden norway denmark finland ireland
  portugal greece japan china india canada mexico brazil australia england scotland wales europe asia africa america
  britain singapore german french spanish italian english dutch polish japanese chinese european swiss canadian british
  swedish new best main store bank
`);
/** What German says with a capital, at the end of such words; and the same things in other languages. */
const commonNoun =
  /(?:kund(?:e|en|in|innen)|zahlung(?:en)?|buchung(?:en)?|bestellung(?:en)?|monate?n?|wochen?|jahr(?:e|en|es)?|quartale?s?|tag(?:e|en|es)?|gutscheine?n?|rabatte?|prozente?|eink[au]ufe?|ums[ae]tze?n?|erstattung(?:en)?|guthaben|kontostand|karten?|betr[ae]ge?n?|nutzern?|kaufern?|transaktion(?:en)?|anmeldung(?:en)?|registrierung(?:en)?|mitarbeitern?|studenten|aktion(?:en)?|ubersicht|protokoll)$|^(?:ende|anfang|beginn|uhr|liste|hilfe|danke|bitte|stunden?|franken|pfund|client[ei]?s?|clientes|paiements?|pagos?|pagament[oi]|betaling(?:en)?)$/;

/** Currencies by their codes; their names are above. */
const currencies: ReadonlySet<string> = new Set(ISO);

/** Before these a customer is asked for. */
const leads = set(`
  by from of for to customer customers client clients buyer buyers payer user person shopper subscriber contact company
  is was did does has have had about find search lookup up locate who whom whether if know knows belonging under named
  name email give gave offer grant send sent charge charged paid got get with and or paye achete pagato pago pagado bezahlt von vom fur an kunde kundin kunden bei de du des d pour client cliente
  clienta clientes para por del di da do dos per van voor klant av til till od dla hos ot dlya klienta
  от для у клиента клиент клиентки пользователя
`);
const strongLeads = set(`
  customer client buyer payer user subscriber kunde kundin
  cliente clienta klant клиента клиент klientin who
`);
/** After these a coupon is given its name or code. */
const naming = set(`
  called named name names titled title label labelled labeled call code codes coupon coupons voucher vouchers promo
  promotion promotions discount gutschein gutscheincode rabattcode codigo codice kod
`);
const customers =
  /(?<!\p{L})(?:customer|client|buyer|person|people|some(?:one|body)|any(?:one|body)|user|subscriber|shopper|guy|woman|man|kund|cliente|klant)(?:s|in|en|ens|te)?(?: (?:is|was|who|that|are|ist|with|by))?(?: the)?$/iu;
/** Everyday words that are somebody's name as often. */
const given = set(`
  mark rose grace hope joy faith frank bill rich art drew dean chase hunter mason carter taylor baker king young long
  white black brown green gray stone wood woods page price read ford rivers lake hill snow winter dawn amber ruby pearl
  ivy iris lily daisy olive violet jack bob rob pat sue guy lee kim bush cook fox wolf bell banks cross day
`);
const greetings = set('hi hello hey dear regards cheers thanks thank greetings hallo hola salut ciao');
const verbs =
  /^(?:paid|pays?|spent|spends?|bought|buys?|ordered|orders?|owes?|signed|registered|joined|purchased|used|redeemed|still|already|ever|exists?|charged?|charges|payments?|transactions?|disputed?|refunded?|among|in|a|an|our|one|as|on|since|last|this|have|has|is|was|got|made|did|s)$/;
const couponNouns =
  /^(?:coupons?|vouchers?|codes?|sale|sales|promo|promotions?|campaign|discounts?|deal|offer|special|gutschein)$/;

/** What the words of a sentence say about names; a word is asked in lower case and without accents. */
export const nameWords = {
  plain: fold,
  isNever: (word: string, upper: boolean): boolean =>
    never.has(word) || (upper && (abbreviations.has(word) || currencies.has(word))) || commonNoun.test(word),
  isNotAlone: (word: string): boolean => notAlone.has(word) || titles.has(word),
  isTitle: (word: string): boolean => titles.has(word),
  isOrdinary: (word: string): boolean => isKnown(word) || never.has(word) || currencies.has(word),
  isGiven: (word: string): boolean => given.has(word),
  leads: (word: string): boolean => leads.has(word),
  leadsSurely: (word: string): boolean => strongLeads.has(word),
  names: (word: string): boolean => naming.has(word),
  greets: (word: string): boolean => greetings.has(word),
  follows: (word: string): boolean => verbs.test(word),
  isCouponNoun: (word: string): boolean => couponNouns.test(word),
  endsWithCustomer: (before: string): boolean => customers.test(before),
};
