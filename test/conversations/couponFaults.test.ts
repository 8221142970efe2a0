import { expect } from 'chai';
import type { Fault } from '../../src/demo/stripe/faults.js';
import { formOf, inputsOf, onScreen, reviewOf, stripeSince, told } from './couponCards.js';
import { coupons, lookUp, played, reads } from './couponPlay.js';
import { talkOverDirectLine } from './directLineTalk.js';
import { type House, openHouse } from './house.js';
import { names, type Talk } from './talk.js';

describe('Stripe’s faults at a coupon', () => {
  const unsure: [string, Fault[]][] = [
    [
      'drops the connection',
      [
        { ...coupons, kind: 'drop', times: 2 },
        { ...lookUp, kind: 'drop', times: 2 },
      ],
    ],
    [
      'loses the answer',
      [
        { ...coupons, kind: 'drop', stage: 'done', times: 2 },
        { ...lookUp, kind: 'drop', times: 2 },
      ],
    ],
    ['answers 500', [{ ...coupons, kind: 'refuse', status: 500, times: 2 }]],
    ['answers 503', [{ ...coupons, kind: 'refuse', status: 503, times: 2 }]],
    ['answers 429', [{ ...coupons, kind: 'refuse', status: 429 }]],
    [
      'answers with a page',
      [
        { ...coupons, kind: 'html' },
        { ...lookUp, kind: 'html' },
      ],
    ],
    [
      'answers with half a JSON',
      [
        { ...coupons, kind: 'badJson' },
        { ...lookUp, kind: 'badJson' },
      ],
    ],
    ['answers from the other mode', [{ ...coupons, kind: 'otherMode' }]],
  ];
  const outcome = played(unsure);
  let house: House;
  let talk: Talk;

  beforeEach(async () => {
    house = await openHouse();
    talk = await talkOverDirectLine(house, 'marketing');
  });

  afterEach(async () => {
    await house.close();
  });

  const fail = (...faults: Fault[]) => {
    for (const fault of faults) house.stripe.queueFault(fault);
  };

  describe('when the coupon is made', () => {
    for (const [what] of unsure)
      it(`that Stripe ${what} is told honestly, the card stays, and a further press makes exactly one`, () => {
        const { text, stays, again, coupons } = outcome(what);
        expect(text).to.match(
          /^(?:Stripe|This account is reached through n8n)[^.]+\. .*I do not know whether the coupon exists\. Press Create coupon again: it cannot be made twice\. \(reference [0-9a-f]{6}\)/,
        );
        expect(text).to.not.contain('Nothing was changed');
        expect([stays, again, coupons]).to.deep.equal([true, ['couponRecord'], [1]]);
      });

    it('that the answer is lost but the coupon found, is no fault at all', async () => {
      const since = stripeSince(house);
      const review = await reviewOf(talk);
      fail({ ...coupons, kind: 'html' });
      expect(names(await talk.press(review, 'Create coupon'))).to.deep.equal(['couponRecord']);
      expect(since.coupons().map(({ codes }) => codes)).to.deep.equal([1]);
    });

    it('while nobody knows, it cannot be put away or adjusted, and stands below an answer', async () => {
      await house.close();
      house = await openHouse({ settings: (demo) => ({ ...demo, lapseAfterMinutes: 1 }) });
      talk = await talkOverDirectLine(house, 'marketing');
      const since = stripeSince(house);
      const review = await reviewOf(talk);
      fail({ ...coupons, kind: 'refuse', status: 429 });
      await talk.press(review, 'Create coupon');
      for (const title of ["Don't create", 'Adjust'])
        expect(await told(talk.press(review, title))).to.match(
          /^I do not know whether Stripe made this\. Press Create coupon once more: nothing is made twice\./,
        );
      // It would have lapsed; the worker finds out what Stripe made only later, whenever it runs.
      house.time.now += 2 * 60_000;
      const cards = await talk.say('list coupons');
      expect(cards.at(-1)?.text).to.contain('I do not know whether Stripe made this.');
      expect(names(await talk.press(cards.at(-1), 'Create coupon'))).to.deep.equal(['couponRecord']);
      expect(since.coupons()).to.have.length(1);
    });

    it('while nobody knows, words that change the terms do not put it away', async () => {
      const since = stripeSince(house);
      const review = await reviewOf(talk);
      fail({ ...coupons, kind: 'refuse', status: 429 });
      await talk.press(review, 'Create coupon');
      await talk.say('make it 20% instead');
      const [first, second, ...more] = onScreen(talk, 'couponReview');
      expect([
        first?.text.includes('20 % off'),
        second?.text.includes('15 % off'),
        more.length,
      ]).to.deep.equal([true, true, 0]);
      expect(names(await talk.press(second, 'Create coupon'))).to.deep.equal(['couponRecord']);
      expect(since.coupons()).to.have.length(1);
    });

    const refused: [string, Fault, RegExp, string][] = [
      [
        'does not accept it',
        { ...coupons, kind: 'refuse', status: 400 },
        /^Stripe did not accept this\./,
        'Adjust',
      ],
      [
        'refuses the key',
        { ...coupons, kind: 'refuse', status: 401 },
        /^Stripe does not take this account’s key/,
        'Show it again',
      ],
      [
        'lets the key do no such thing',
        { ...coupons, kind: 'refuse', status: 403 },
        /^This account’s key may not do that/,
        'Show it again',
      ],
    ];
    for (const [what, fault, sentence, button] of refused)
      it(`that Stripe ${what} is told with the terms, and ${button} leads on to one coupon`, async () => {
        const since = stripeSince(house);
        const review = await reviewOf(talk);
        fail(fault);
        const [notice] = await talk.press(review, 'Create coupon');
        expect([notice?.name, notice?.activity]).to.deep.equal(['notice', review.activity]);
        expect(notice?.text).to.match(sentence).and.contain('Nothing was changed.');
        expect(notice?.text).to.contain('Not created: 15 % off.');
        expect(since.coupons()).to.deep.equal([]);
        expect(await told(talk.press(review, 'Create coupon'))).to.match(/^This was not created/);
        const [next] = await talk.press(notice, button);
        const again =
          next?.name === 'couponForm' ? (await talk.press(next, 'Review', inputsOf(next)))[0] : next;
        expect(names(await talk.press(again, 'Create coupon'))).to.deep.equal(['couponRecord']);
        expect(since.coupons().map(({ codes }) => codes)).to.deep.equal([1]);
      });

    it('that a later try is refused the key does not claim that nothing was made', async () => {
      const since = stripeSince(house);
      const review = await reviewOf(talk);
      fail({ ...coupons, kind: 'badJson' }, { ...lookUp, kind: 'badJson' });
      await talk.press(review, 'Create coupon');
      fail({ ...coupons, kind: 'refuse', status: 401 });
      expect(await told(talk.press(review, 'Create coupon'))).to.contain(
        'I do not know whether the coupon exists.',
      );
      await talk.press(review, 'Create coupon');
      expect(since.coupons().map(({ codes }) => codes)).to.deep.equal([1]);
    });
  });

  describe('when the form is reviewed', () => {
    const faults: [string, Fault][] = [
      ['does not answer', { ...reads, kind: 'drop', times: 2 }],
      ['answers 429', { ...reads, kind: 'refuse', status: 429 }],
      ['answers with a page', { ...reads, kind: 'html' }],
      ['answers from the other mode', { ...reads, kind: 'otherMode' }],
    ];
    for (const [what, fault] of faults)
      it(`and Stripe ${what}, the form stays and Review works later`, async () => {
        const form = await formOf(talk);
        const typed = { ...inputsOf(form), percent_off: 15, code: 'SPRING20' };
        fail(fault);
        expect(await told(talk.press(form, 'Review', typed))).to.contain('Nothing was changed. (reference ');
        expect(onScreen(talk, 'couponForm').map(({ activity }) => activity)).to.deep.equal([form.activity]);
        expect(names(await talk.press(form, 'Review', { ...typed, code: 'LATER-15' }))).to.deep.equal([
          'couponReview',
        ]);
      });
  });
});
