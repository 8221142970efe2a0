import { expect } from 'chai';
import { type Channel, openChannel } from './connectorTalk.js';
import { talkOverDirectLine } from './directLineTalk.js';
import { type House, openHouse } from './house.js';
import { internal } from './internal.js';
import { type Card, names, only, type Talk } from './talk.js';

const empty = 'That message was empty. Write what you want to know, such as “show me the last 10 charges”.';
const unknownButton = 'I do not know this button, so I did nothing. Write what you want to know.';
const unknownCard = 'I do not know this card, so nothing was created. Ask for the coupon again.';
const notYours = 'This card is not yours, or too old to go on from. Ask the question again.';
const tooLong = 'That is longer than the 2000 characters I read. Ask it in a shorter sentence.';
const noFiles = 'I cannot read attachments. Write what you want to know in a sentence.';
const closedForm = 'This form is not open any more, so nothing was created.';
const notYoursEither = 'This card is not yours, or too old to go on from. Ask for the coupon again.';
const wordless =
  'There are no words in that. Write what you want to know, such as “show me the last 10 charges”.';

const file = { contentType: 'image/png', contentUrl: 'http://127.0.0.1/card.png', name: 'card.png' };
const long = 'show me the last 10 charges '.repeat(400).slice(0, 10_000);
const press = (tillkeeper: unknown, inputs: object = {}) => ({ value: { ...inputs, tillkeeper } });
const nested = (levels: number): unknown => JSON.parse(`${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`);

/** What is sent, and what the person reads of the card that answers it. */
const messages: [what: string, activity: object, reads: string | RegExp][] = [
  ['an empty message', { text: '' }, empty],
  ['a message without a text', {}, empty],
  ['a text that is null', { text: null }, empty],
  ['blanks only', { text: ' \t\r\n\u00a0\u2003\u3000' }, empty],
  ['10,000 characters', { text: long }, tooLong],
  ['10,000 emoji', { text: '💳'.repeat(10_000) }, wordless],
  ['emoji only', { text: '😀🎉💳🔥' }, wordless],
  ['one emoji', { text: '💳' }, wordless],
  ['an emoji of several', { text: '👩‍👩‍👧' }, wordless],
  ['half an emoji', { text: '\ud83d' }, wordless],
  ['control characters', { text: '\u0000\u0001\u0007\u001b\u007f' }, wordless],
  ['bidi characters', { text: '\u202e\u2066\u2069\u200f' }, wordless],
  ['characters without width', { text: '\u200b\u200d\ufeff' }, wordless],
  ['an attachment', { attachments: [file] }, noFiles],
  ['an attachment with blanks', { text: '  ', attachments: [file] }, noFiles],
  [
    'an attachment with a text',
    { text: 'what may I do?', attachments: [file] },
    /^You may see charges, .+\.$/,
  ],
  ['a button without a meaning', { value: {} }, unknownButton],
  ['a value that is a text', { value: 'coupon.create' }, unknownButton],
  ['a value that is a list', { value: [{ tillkeeper: { act: 'coupon.create' } }] }, unknownButton],
  ['an act that nobody knows', press({ act: 'coupon.destroy', nonce: 'x' }), unknownButton],
  ['an act called like a property', press({ act: 'constructor' }), unknownButton],
  ['an act called __proto__', press({ act: '__proto__' }), unknownButton],
  ['an act that is a number', press({ act: 7 }), unknownButton],
  ['an endless act', press({ act: 'x'.repeat(5000) }), unknownButton],
  ['no act', press({}), unknownButton],
  ['tillkeeper as a text', press('coupon.create'), unknownButton],
  ['tillkeeper as a list', press([{ act: 'coupon.create' }]), unknownButton],
  ['tillkeeper as a number', press(7), unknownButton],
  ['tillkeeper as null', press(null), unknownButton],
  ['a nonce that is a number', press({ act: 'coupon.create', nonce: 7 }), unknownButton],
  ['a nonce that is an object', press({ act: 'coupon.create', nonce: { $ne: null } }), unknownButton],
  ['a nonce nobody issued', press({ act: 'coupon.create', nonce: 'AAAAAAAAAAAAAAAAAAAAAA' }), unknownCard],
  ['a nonce called __proto__', press({ act: 'coupon.create', nonce: '__proto__' }), unknownCard],
  ['Create without a nonce', press({ act: 'coupon.create' }), unknownCard],
  ['Don’t create on a card nobody issued', press({ act: 'coupon.decline', nonce: 'x' }), unknownCard],
  ['Adjust on a card nobody issued', press({ act: 'coupon.adjust', nonce: 'x' }), unknownCard],
  ['Show it again for a card nobody issued', press({ act: 'card.showAgain', nonce: 'x' }), unknownCard],
  [
    'a form that was never opened',
    press({ act: 'coupon.review', nonce: 'x' }, { percent_off: '50' }),
    closedForm,
  ],
  [
    'a form of objects',
    press({ act: 'coupon.review', nonce: 'x' }, { percent_off: { of: 1 }, name: [1] }),
    closedForm,
  ],
  [
    'a form of keys that every object has',
    JSON.parse('{"value": {"tillkeeper": {"act": "coupon.review"}, "__proto__": {"percent_off": "50"}}}'),
    closedForm,
  ],
  ['a form from a forged button', press({ act: 'coupon.adjust', resume: 'eyJ.x.x.x.x' }), notYoursEither],
  ['a cursor that is a number', press({ act: 'list.next', cursor: 7 }), unknownButton],
  ['a forged cursor', press({ act: 'list.next', cursor: 'eyJhbGciOiJkaXIifQ..AAAA.AAAA.AAAA' }), notYours],
  ['an endless cursor', press({ act: 'list.next', cursor: 'x'.repeat(9000) }), unknownButton],
  ['Next without a cursor', press({ act: 'list.next' }), notYours],
  ['an account that is a list', press({ act: 'account.use', account: ['eu'] }), unknownButton],
  [
    'an account nobody has',
    press({ act: 'account.use', account: '__proto__' }),
    'That account is not one of yours. These are.',
  ],
  [
    'a customer by a forged button',
    press({ act: 'customer.choose', customer: 'cus_x', resume: 'eyJ.x.x.x.x' }),
    notYours,
  ],
  ['a customer that is a number', press({ act: 'customer.choose', customer: 7, resume: 'x' }), unknownButton],
  ['an example of 10,000 characters', press({ act: 'ask', text: long }), unknownButton],
  ['an example without a text', press({ act: 'ask' }), unknownButton],
  [
    'keys that every object has',
    JSON.parse('{"value": {"__proto__": {"tillkeeper": {"act": "ask"}}}}'),
    unknownButton,
  ],
  [
    'a value of forty levels',
    press({ act: 'ask', text: 'what may I do?', more: nested(40) }),
    /^You may see /,
  ],
];

describe('Bad input', () => {
  let house: House;
  let channel: Channel;
  const coupons = () => house.stripe.data('acct_demo_main')?.coupons.length ?? -1;
  const isUp = async () => (await fetch(`${house.url}/healthz`)).status;

  before(async () => {
    house = await openHouse();
    channel = await openChannel();
  });

  after(async () => {
    await house.close();
    await channel.close();
  });

  const doors: [string, (person: string) => Promise<Talk>][] = [
    ['the embedded Direct Line', async (person) => await talkOverDirectLine(house, person)],
    ['POST /api/messages', async (person) => channel.talk(house, person)],
  ];
  for (const [door, talkAs] of doors) {
    describe(`over ${door}`, () => {
      let talk: Talk;
      let another: Talk;
      let made = 0;
      const waiting = () => talk.screen().filter(({ name }) => name === 'couponReview');

      /** Nothing was lost or made by it, and the next question is answered as ever. */
      const allIsWell = async () => {
        expect(coupons()).to.equal(made);
        expect(waiting()).to.have.length(1);
        expect(await isUp()).to.equal(200);
        expect(names(await another.say('what may I do?'))).to.deep.equal(['permissions']);
      };

      before(async () => {
        another = await talkAs('analyst');
        talk = await talkAs('admin');
        await talk.say('create a 10% off coupon');
        made = coupons();
      });

      for (const [what, activity, reads] of messages) {
        it(`answers ${what} with one clear sentence`, async () => {
          const [first, ...more] = await talk.send(activity);
          const sentence = first?.summary ?? 'nothing was said';
          if (typeof reads === 'string') expect(sentence).to.equal(reads);
          else expect(sentence).to.match(reads);
          expect(first?.text).to.not.match(internal);
          expect(names(more)).to.be.deep.oneOf([[], ['couponReview']]);
          await allIsWell();
        });
      }

      it('leaves the open coupon card as it was: it still creates, once', async () => {
        const created = await talk.press(waiting()[0], 'Create coupon');
        expect(names(created)).to.deep.equal(['couponRecord']);
        expect(coupons()).to.equal(made + 1);
      });

      it('says which inputs of a form it could not read, and keeps the form open', async () => {
        const fresh = await talkAs('admin');
        const before = coupons();
        const [review] = await fresh.say('create a 10% off coupon');
        const [form] = await fresh.press(review, 'Adjust');
        const [again] = await fresh.press(form, 'Review', { percent_off: { of: 1 }, name: [1] });
        expect(again?.name).to.equal('couponForm');
        expect(again?.text)
          .to.match(/could not read/)
          .and.not.match(internal);
        expect(names(await fresh.press(again, 'Review', { percent_off: '20' }))).to.deep.equal([
          'couponReview',
        ]);
        expect(coupons()).to.equal(before);
      });

      it('opens nobody else’s cursor', async () => {
        const theirs = await talkAs('analyst');
        const list = only('charges', await theirs.say('show me the last 10 charges'));
        const next = nextOf(list);
        const asked = house.stripe.requests.length;
        for (const thief of [await talkAs('support'), await talkAs('analyst')])
          expect(only('notice', await thief.send({ value: next })).summary).to.equal(notYours);
        expect(house.stripe.requests.length).to.equal(asked);
        expect(names(await theirs.send({ value: next }))).to.deep.equal(['charges']);
      });

      it('opens no account that is not theirs', async () => {
        const support = await talkAs('support');
        const asked = house.stripe.requests.length;
        const [answer] = await support.send(press({ act: 'account.use', account: 'eu' }));
        expect(answer?.summary).to.match(/^That account is not one of yours\./);
        expect(house.stripe.requests.length).to.equal(asked);
        expect(only('charges', await support.say('show me the last 3 charges')).text).to.contain(
          'Main store',
        );
        expect(house.stripe.requests.slice(asked).map(({ account }) => account)).to.deep.equal([
          'acct_demo_main',
        ]);
      });
    });
  }

  describe('of kinds that are no message', () => {
    for (const type of [
      'teapot',
      'event',
      'endOfConversation',
      'messageReaction',
      'typing',
      'trace',
      '__proto__',
    ]) {
      it(`is passed over: ${type}`, async () => {
        const talk = channel.talk(house, 'admin');
        const value = { tillkeeper: { act: 'ask', text: 'what may I do?' } };
        expect(await talk.send({ type, text: 'what may I do?', value })).to.deep.equal([]);
        expect(names(await talk.say('what may I do?'))).to.deep.equal(['permissions']);
      });
    }
  });
});

/** What the Next button of a list carries. */
function nextOf({ buttons }: Card): unknown {
  return buttons.find(({ title }) => title.startsWith('Next'))?.data;
}
