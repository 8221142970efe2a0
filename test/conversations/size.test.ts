import { expect } from 'chai';
import type { AccountData } from '../../src/demo/stripe/store.js';
import { type Channel, openChannel } from './connectorTalk.js';
import { type House, openHouse } from './house.js';
import { names, only, type Talk } from './talk.js';

/** Teams takes 28 KiB of a message, its envelope counted. */
const most = 28_672;

/** More currencies than any account settles in. */
const mostCurrencies = 18;

const long: [what: string, text: string][] = [
  ['letters', 'x'.repeat(5000)],
  ['emoji of several signs', '👩‍👩‍👧‍👦'.repeat(715)],
  ['signs that JSON and markdown escape', '"\\*_[]<&{{'.repeat(500)],
  ['heaped accents', 'a\u0301\u0302\u0303\u0304\u0305'.repeat(833)],
];

/** Every text that somebody could have written is this one, and of everything there is more than fits. */
function fill(data: AccountData, text: string): void {
  const email = `${text.slice(0, 3000)}@${text.slice(0, 3000)}.example`;
  const billing_details = { name: text, email, address: { country: 'DE' } };
  for (const charge of data.charges) {
    Object.assign(charge, { billing_details, receipt_email: email, failure_code: text, description: text });
    Object.assign(charge, { payment_method_details: { type: text, [text]: { brand: text, last4: text } } });
  }
  for (const customer of data.customers) Object.assign(customer, { name: text, email, delinquent: true });
  for (const coupon of data.coupons) Object.assign(coupon, { name: text });
  for (const code of data.promotionCodes) if (!code.customer) Object.assign(code, { code: text });
  const currencies = Intl.supportedValuesOf('currency')
    .slice(0, mostCurrencies)
    .map((code) => code.toLowerCase());
  const money = currencies.map((currency) => ({ amount: -99_999_999_999, currency, source_types: {} }));
  Object.assign(data.balance, { available: money, pending: money });
}

const questions: [text: string, card: string, more: RegExp | null][] = [
  ['the last 100 charges', 'charges', /10 of (?:more than )?100/],
  ['charges of the last 60 days', 'charges', /10 of (?:more than )?\d{2,}/],
  ['the latest customers', 'customers', /10 of (?:more than )?\d{2,}/],
  ['list coupons', 'coupons', null],
  ['what is our balance?', 'balance', null],
  ['what may I do?', 'permissions', null],
  ['who did what today?', 'audit', null],
  ['help', 'help', null],
  ['create a 12% off coupon', 'couponReview', null],
];

describe('the largest cards there can be', function () {
  this.timeout(60_000);

  for (const [what, text] of long) {
    describe(`of ${what}`, () => {
      let house: House;
      let channel: Channel;
      let talk: Talk;

      before(async () => {
        house = await openHouse({
          settings: (demo) => ({
            ...demo,
            detail: 'detailed',
            accounts: demo.accounts.map((account) => ({ ...account, label: text })),
          }),
        });
        channel = await openChannel();
        for (const account of ['acct_demo_main', 'acct_demo_eu']) {
          const data = house.stripe.data(account);
          if (data) fill(data, text);
        }
        talk = channel.talk(house, 'admin');
      });
      after(async () => {
        await house.close();
        await channel.close();
      });

      for (const [question, card, more] of questions) {
        it(`fit what Teams takes: ${question}`, async () => {
          const from = channel.sent.length;
          const cards = await talk.say(question);
          expect(names(cards)).to.include(card);
          const sizes = channel.sent.slice(from).map(({ body }) => Buffer.byteLength(body));
          expect(Math.max(...sizes))
            .to.be.above(0)
            .and.at.most(most);
          if (more) expect(only(card, cards).text).to.match(more);
        });
      }
    });
  }
});
