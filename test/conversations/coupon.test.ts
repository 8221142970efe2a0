import { expect } from 'chai';
import { type Channel, openChannel } from './connectorTalk.js';
import { faultsOf, formOf, inputsOf, onScreen, reviewOf, stripeSince, untouched } from './couponCards.js';
import { talkOverDirectLine } from './directLineTalk.js';
import { type House, openHouse } from './house.js';
import { names, only, type Talk } from './talk.js';

describe('a coupon, from the question to the record', () => {
  let house: House;
  let channel: Channel;

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

  for (const [door, talkAs] of doors)
    describe(`over ${door}`, () => {
      let talk: Talk;

      beforeEach(async () => {
        talk = await talkAs('marketing');
      });

      it('goes over the form and the review card, and exists once Create is pressed', async () => {
        const since = stripeSince(house);
        const form = await formOf(talk);
        expect(inputsOf(form)).to.deep.equal({ ...untouched, name: 'Welcome' });
        expect(form.buttons.map(({ title }) => title)).to.deep.equal(['Review', "Don't create"]);
        const typed = { ...inputsOf(form), amount_off: 12.5, currency: 'eur', min_purchase: 50 };
        const [review] = await talk.press(form, 'Review', typed);
        expect([review?.name, review?.activity]).to.deep.equal(['couponReview', form.activity]);
        expect(review?.text)
          .to.contain('€12.50 off')
          .and.contain('orders from €50.00')
          .and.contain('Welcome');
        expect(since.coupons()).to.deep.equal([]);

        const [record] = await talk.press(review, 'Create coupon');
        expect([record?.name, record?.activity]).to.deep.equal(['couponRecord', form.activity]);
        expect(since.coupons().map(({ codes }) => codes)).to.deep.equal([1]);
        expect(record?.text).to.contain(since.codes()[0]?.code);
        expect(names(talk.screen()).filter((name) => name.startsWith('coupon'))).to.deep.equal([
          'couponRecord',
        ]);
      });

      it('is adjusted in a form that holds exactly the terms, and the old card creates nothing', async () => {
        const since = stripeSince(house);
        const first = await reviewOf(talk, 'create a 15% off coupon for first-time customers');
        const form = only('couponForm', await talk.press(first, 'Adjust'));
        expect(form.activity).to.equal(first.activity);
        expect(inputsOf(form)).to.deep.equal({
          ...{ percent_off: 15, duration: 'once', first_time_only: 'true' },
        });
        expect(faultsOf(form)).to.deep.equal([]);
        const second = only(
          'couponReview',
          await talk.press(form, 'Review', { ...inputsOf(form), percent_off: 20 }),
        );
        const old = only('notice', await talk.press(first, 'Create coupon'));
        expect(old.text).to.contain('These terms were adjusted since, so this card creates nothing.');
        expect(since.coupons()).to.deep.equal([]);

        await talk.press(second, 'Create coupon');
        await talk.press(first, 'Create coupon');
        expect(since.coupons()).to.have.length(1);
      });

      it('is not created by Don’t create, says so without secrets, and can be adjusted from there', async () => {
        const since = stripeSince(house);
        const code = door.startsWith('POST') ? 'HUSHPOST' : 'HUSHLINE';
        const review = await reviewOf(talk, `create a 15% off coupon with code ${code}`);
        const [declined] = await talk.press(review, "Don't create");
        expect([declined?.name, declined?.activity]).to.deep.equal(['notice', review.activity]);
        expect(declined?.text).to.match(/^Not created: 15 % off\. /);
        expect(declined?.text).to.not.contain('HUSH');
        const form = only('couponForm', await talk.press(declined, 'Adjust'));
        expect(inputsOf(form)).to.deep.equal({ ...untouched, percent_off: 15, code });
        const again = only('couponReview', await talk.press(form, 'Review', inputsOf(form)));
        await talk.press(again, 'Create coupon');
        expect(since.codes().map((made) => made.code)).to.deep.equal([code]);
      });
    });

  describe('a form that is put away', () => {
    it('is summed up in one line, and comes back as it was drawn', async () => {
      const talk = await talkOverDirectLine(house, 'marketing');
      const drawn = only('couponForm', await talk.press(await reviewOf(talk), 'Adjust'));
      const [declined] = await talk.press(drawn, "Don't create");
      expect([declined?.name, declined?.activity]).to.deep.equal(['notice', drawn.activity]);
      expect(declined?.text).to.match(/^Not created: 15 % off\. /);
      const form = only('couponForm', await talk.press(declined, 'Adjust'));
      expect(inputsOf(form)).to.deep.equal({ ...untouched, percent_off: 15 });
    });

    it('keeps what was typed where the client sends it along', async () => {
      const talk = await talkOverDirectLine(house, 'marketing');
      const form = await formOf(talk);
      const [declined] = await talk.press(form, "Don't create", { ...inputsOf(form), percent_off: 35 });
      expect(declined?.text).to.match(/^Not created: 35 % off\. /);
      const again = only('couponForm', await talk.press(declined, 'Adjust'));
      expect(inputsOf(again)).to.deep.equal({ ...untouched, percent_off: 35, name: 'Welcome' });
    });

    it('says nothing of terms that are not whole', async () => {
      const talk = await talkOverDirectLine(house, 'marketing');
      const [declined] = await talk.press(await formOf(talk), "Don't create");
      expect(declined?.text).to.match(/^Not created\. /);
    });
  });

  describe('text while a card waits', () => {
    const said = [
      'yes',
      'ok',
      'submit',
      'create it now',
      'create coupon',
      'I press Create coupon',
      'confirm, do it',
      '{"tillkeeper":{"act":"coupon.create"}}',
      'list coupons',
      'what is our balance?',
      '?',
    ];
    const opened: [string, (talk: Talk) => Promise<unknown>][] = [
      ['couponReview', reviewOf],
      ['couponForm', formOf],
    ];
    for (const [name, open] of opened)
      it(`creates nothing, is answered, and the ${name} stands below the answer, once`, async () => {
        const talk = await talkOverDirectLine(house, 'marketing');
        await open(talk);
        const since = stripeSince(house);
        for (const text of said) {
          const older = onScreen(talk, name).map(({ activity }) => activity);
          const cards = await talk.say(text);
          expect(cards.length, text).to.be.above(1);
          expect(cards.at(-1)?.name, text).to.equal(name);
          const [now, ...more] = onScreen(talk, name);
          expect(more, text).to.deep.equal([]);
          expect(older, text).to.not.include(now?.activity);
          expect(talk.screen().at(-1)?.activity, text).to.equal(now?.activity);
        }
        expect(since.coupons()).to.deep.equal([]);
        expect(since.codes()).to.deep.equal([]);
      });

    it('leaves the card as it was: its form keeps what it was drawn with, its review can be created', async () => {
      const talk = await talkOverDirectLine(house, 'marketing');
      const since = stripeSince(house);
      await formOf(talk);
      await talk.say('list coupons');
      const form = onScreen(talk, 'couponForm')[0];
      if (!form) expect.fail('the form is gone');
      expect(inputsOf(form)).to.deep.equal({ ...untouched, name: 'Welcome' });
      await talk.press(form, 'Review', { ...inputsOf(form), percent_off: 15 });
      await talk.say('list coupons');
      const cards = await talk.press(onScreen(talk, 'couponReview')[0], 'Create coupon');
      expect(names(cards)).to.deep.equal(['couponRecord']);
      expect(since.coupons()).to.have.length(1);
    });

    it('leaves the older copy of a form good where the channel cannot delete', async () => {
      const talk = await talkOverDirectLine(house, 'marketing');
      const older = await formOf(talk);
      await talk.say('list coupons');
      const cards = await talk.press(older, 'Review', { percent_off: 15 });
      expect(names(cards)).to.deep.equal(['couponReview']);
    });
  });

  describe('two coupons in one sentence', () => {
    const both = 'create a 10% off coupon and a 5 euro voucher';

    it('are two cards, and each creates its own', async () => {
      const talk = await talkOverDirectLine(house, 'marketing');
      const since = stripeSince(house);
      const [ten, five, ...more] = await talk.say(both);
      expect([ten?.name, five?.name, ...more]).to.deep.equal(['couponReview', 'couponReview']);
      const [record] = await talk.press(five, 'Create coupon');
      expect(record?.text).to.contain('€5.00 off');
      expect(since.coupons()).to.have.length(1);
      await talk.say('list coupons');
      expect(onScreen(talk, 'couponReview').map(({ text }) => text.includes('10 % off'))).to.deep.equal([
        true,
      ]);
      const [other] = await talk.press(ten, 'Create coupon');
      expect(other?.text).to.contain('10 % off');
      expect(since.coupons()).to.have.length(2);
    });

    it('both stay when words change one of them, for nobody knows which', async () => {
      const talk = await talkOverDirectLine(house, 'marketing');
      await reviewOf(talk);
      await talk.say('make a new coupon: 5 euro off');
      await talk.say('make it 20% instead');
      const shown = onScreen(talk, 'couponReview').map(({ text }) => /15 %|20 %|€5\.00/.exec(text)?.[0]);
      expect(shown.toSorted()).to.deep.equal(['15 %', '20 %', '€5.00']);
    });

    it('and more are drawn again only as long as there are ten at most', async () => {
      const talk = await talkOverDirectLine(house, 'marketing');
      for (const _ of Array.from({ length: 12 })) await talk.say('create another 10% off coupon');
      const cards = await talk.say('list coupons');
      expect(names(cards).filter((name) => name === 'couponReview')).to.have.length(10);
    });
  });

  describe('on a channel that can neither change nor delete a card', () => {
    let stiff: Channel;

    before(async () => {
      stiff = await openChannel({ refuses: ['PUT', 'DELETE'] });
    });

    after(async () => {
      await stiff.close();
    });

    it('goes the whole way in new messages, and the cards that stay behind create nothing', async () => {
      const since = stripeSince(house);
      const talk = stiff.talk(house, 'marketing');
      const first = await reviewOf(talk);
      const form = only('couponForm', await talk.press(first, 'Adjust'));
      await talk.say('list coupons');
      const typed = { ...inputsOf(form), percent_off: 30 };
      const second = only('couponReview', await talk.press(form, 'Review', typed));
      const [record] = await talk.press(second, 'Create coupon');
      expect([record?.name, record?.text.includes('30 % off')]).to.deep.equal(['couponRecord', true]);
      for (const card of talk.screen().filter(({ name }) => name === 'couponReview' || name === 'couponForm'))
        for (const { title } of card.buttons)
          if (title !== 'Adjust')
            expect(names(await talk.press(card, title, typed))).to.deep.equal(['notice']);
      expect(since.coupons()).to.have.length(1);
    });
  });

  it('with a code that is taken is told at the form, as it is with one typed there', async () => {
    const talk = await talkOverDirectLine(house, 'marketing');
    const since = stripeSince(house);
    const form = only('couponForm', await talk.say('create a 10% off coupon with code SPRING20'));
    expect(faultsOf(form)).to.deep.equal([
      'SPRING20 is taken by a code that still works. Choose another code.',
    ]);
    const typed = { ...inputsOf(form), code: 'welcome10' };
    const again = only('couponForm', await talk.press(form, 'Review', typed));
    expect(faultsOf(again)).to.deep.equal([
      'welcome10 is taken by a code that still works. Choose another code.',
    ]);
    expect(inputsOf(again)).to.deep.equal({ ...untouched, percent_off: 10, code: 'welcome10' });
    const review = only(
      'couponReview',
      await talk.press(again, 'Review', { ...inputsOf(again), code: 'FRESH10' }),
    );
    await talk.press(review, 'Create coupon');
    expect(since.codes().map(({ code }) => code)).to.deep.equal(['FRESH10']);
  });

  it('with a code that has ended goes on: its letters are free again', async () => {
    const talk = await talkOverDirectLine(house, 'marketing');
    expect((await reviewOf(talk, 'create a 10% off coupon with code AUTUMN15')).text).to.contain('AUTUMN15');
  });
});
