import { expect } from 'chai';
import type { Settings } from '../../src/settings.js';
import { inEachDatabase, type Place } from '../store/databases.js';
import {
  faultsOf,
  formOf,
  inputsOf,
  nonceOf,
  onScreen,
  reviewOf,
  stripeSince,
  told,
  untouched,
} from './couponCards.js';
import { talkOverDirectLine } from './directLineTalk.js';
import { type House, openHouse } from './house.js';
import { type Card, names, only, type Talk } from './talk.js';

const minute = 60_000;
const acts = ['coupon.create', 'coupon.adjust', 'coupon.decline', 'card.showAgain'];

inEachDatabase('a press on a coupon card', ({ make }) => {
  let place: Place;
  let house: House;
  let settings: Settings;
  let talk: Talk;

  before(async () => {
    place = await make();
    house = await openHouse({
      ...place,
      settings: (demo) => {
        settings = { ...demo, roles: structuredClone(demo.roles) };
        return settings;
      },
    });
  });

  after(async () => {
    await house.close();
    await place.drop();
  });

  beforeEach(async () => {
    talk = await talkOverDirectLine(house, 'marketing');
  });

  const pressRaw = async (by: Talk, tillkeeper: object, inputs: object = {}) =>
    await by.send({ value: { ...inputs, tillkeeper } });

  describe('by someone else', () => {
    let theirs: Card;

    beforeEach(async () => {
      const admin = await talkOverDirectLine(house, 'admin');
      theirs = await reviewOf(admin, 'create a 33% off coupon for Ava Martin');
    });

    for (const act of acts)
      it(`is refused for ${act}, and tells nothing of it`, async () => {
        const since = stripeSince(house);
        const text = await told(pressRaw(talk, { act, nonce: nonceOf(theirs) }));
        expect(text).to.match(/^Only the person who asked can press this\. Nothing was changed\./);
        expect(since.coupons()).to.deep.equal([]);
        expect(talk.wire()).to.not.match(/33 %|one customer|a•••@/);
      });

    it('changes nothing about it: who asked can still create it', async () => {
      const admin = await talkOverDirectLine(house, 'admin');
      const since = stripeSince(house);
      const review = await reviewOf(admin);
      for (const act of acts) await pressRaw(talk, { act, nonce: nonceOf(review) });
      expect(names(await admin.press(review, 'Create coupon'))).to.deep.equal(['couponRecord']);
      expect(since.coupons()).to.have.length(1);
    });

    it('is refused for its role first when that may not create coupons', async () => {
      const analyst = await talkOverDirectLine(house, 'analyst');
      const text = await told(pressRaw(analyst, { act: 'coupon.create', nonce: nonceOf(theirs) }));
      expect(text).to.contain('Your role, Analyst, may not create coupons. Marketing may.');
    });

    it('on a form is told that it is not open here, and what was typed there can go on', async () => {
      const admin = await talkOverDirectLine(house, 'admin');
      const form = await formOf(admin);
      const since = stripeSince(house);
      const [gone] = await pressRaw(
        talk,
        { act: 'coupon.review', nonce: nonceOf(form) },
        { percent_off: 12, name: 'Mine' },
      );
      expect(gone?.text).to.match(/^This form is not open any more, so nothing was created\./);
      const fresh = only('couponForm', await talk.press(gone, 'Open a new form'));
      expect(inputsOf(fresh)).to.deep.equal({ ...untouched, percent_off: 12, name: 'Mine' });
      expect(nonceOf(fresh)).to.not.equal(nonceOf(form));
      expect(since.coupons()).to.deep.equal([]);
      expect(names(await admin.press(form, 'Review', { percent_off: 5 }))).to.deep.equal(['couponReview']);
    });
  });

  it('from another conversation of the same person is refused there, and good here', async () => {
    const since = stripeSince(house);
    const review = await reviewOf(talk);
    const elsewhere = await talkOverDirectLine(house, 'marketing');
    for (const act of acts)
      expect(await told(pressRaw(elsewhere, { act, nonce: nonceOf(review) }))).to.match(
        /^This card belongs to another conversation of yours\. Nothing was changed; press it there\./,
      );
    expect(since.coupons()).to.deep.equal([]);
    expect(names(await talk.press(review, 'Create coupon'))).to.deep.equal(['couponRecord']);
  });

  const unknown: [string, object][] = [
    ['a nonce that nobody issued', { nonce: 'AAAAAAAAAAAAAAAAAAAAAA' }],
    ['no nonce', {}],
    ['an empty nonce', { nonce: '' }],
  ];
  for (const [what, carried] of unknown)
    for (const act of acts.slice(0, 3))
      it(`with ${what} does nothing for ${act}`, async () => {
        expect(await told(pressRaw(talk, { act, ...carried }))).to.match(
          /^I do not know this card, so nothing was created\. Ask for the coupon again\./,
        );
      });

  it('with terms of its own beside the nonce creates what the card showed', async () => {
    const since = stripeSince(house);
    const review = await reviewOf(talk);
    const forged = { percent_off: 100, terms: { percentOff: 100 }, account: 'eu' };
    const act = { act: 'coupon.create', nonce: nonceOf(review), ...forged };
    const [record] = await pressRaw(talk, act, forged);
    expect(record?.text).to.contain('15 % off');
    expect(since.coupons()).to.have.length(1);
    expect(house.stripe.data('acct_demo_main')?.coupons.at(-1)?.percent_off).to.equal(15);
  });

  it('that a form does not have does nothing, and the form waits on', async () => {
    const since = stripeSince(house);
    const form = await formOf(talk);
    for (const act of ['coupon.create', 'coupon.adjust', 'card.showAgain'])
      expect(await told(pressRaw(talk, { act, nonce: nonceOf(form) }, { percent_off: 5 }))).to.contain(
        'I do not know this button',
      );
    expect(since.coupons()).to.deep.equal([]);
    expect(names(await talk.press(form, 'Review', { percent_off: 5 }))).to.deep.equal(['couponReview']);
  });

  it('that a review card does not have does nothing, and the card waits on', async () => {
    const review = await reviewOf(talk);
    expect(await told(pressRaw(talk, { act: 'coupon.review', nonce: nonceOf(review) }))).to.contain(
      'This form is not open any more',
    );
    await talk.say('list coupons');
    const cards = await talk.press(onScreen(talk, 'couponReview')[0], 'Create coupon');
    expect(names(cards)).to.deep.equal(['couponRecord']);
  });

  for (const resume of ['', 'x', 'eyJhbGciOiJkaXIifQ..a.b.c'])
    it(`on Adjust with the forged draft "${resume}" opens nothing`, async () => {
      expect(await told(pressRaw(talk, { act: 'coupon.adjust', resume }))).to.match(
        /^This card is not yours, or too old to go on from\. Ask for the coupon again\./,
      );
    });

  it('on Adjust with another person’s draft opens nothing', async () => {
    const admin = await talkOverDirectLine(house, 'admin');
    const [declined] = await admin.press(await formOf(admin), "Don't create");
    const cards = await talk.send({ value: declined?.buttons[0]?.data });
    expect(names(cards)).to.deep.equal(['notice']);
    expect(cards[0]?.text).to.contain('This card is not yours');
  });

  describe('on a card that is settled', () => {
    const settled: [string, (review: Card) => Promise<Card[]>, RegExp][] = [
      [
        'created',
        async (review) => await talk.press(review, 'Create coupon'),
        /^Already created at \d+:\d\d [AP]M: [A-Z0-9]{8}\./,
      ],
      [
        'declined',
        async (review) => await talk.press(review, "Don't create"),
        /^This was not created, and this card creates nothing any more\./,
      ],
      [
        'adjusted',
        async (review) => await talk.press(review, 'Adjust'),
        /^These terms were adjusted since, so this card creates nothing\./,
      ],
    ];
    for (const [how, settle, sentence] of settled)
      it(`because it was ${how} creates nothing more, and says so`, async () => {
        const review = await reviewOf(talk);
        await settle(review);
        const since = stripeSince(house);
        expect(await told(talk.press(review, 'Create coupon'))).to.match(sentence);
        expect(since.coupons()).to.deep.equal([]);
        expect(since.codes()).to.deep.equal([]);
      });

    it('because it was created changes nothing by Adjust, Don’t create or Show it again; the record stays', async () => {
      const review = await reviewOf(talk);
      const [record] = await talk.press(review, 'Create coupon');
      const since = stripeSince(house);
      for (const act of acts.slice(1))
        expect(await told(pressRaw(talk, { act, nonce: nonceOf(review) }))).to.contain('Already created at');
      expect(await told(talk.press(review, 'Adjust'))).to.contain('Already created at');
      expect(since.coupons()).to.deep.equal([]);
      expect(onScreen(talk, 'couponRecord').map(({ text }) => text)).to.deep.equal([record?.text]);
    });

    it('because its form was sent already makes no second card', async () => {
      const form = await formOf(talk);
      await talk.press(form, 'Review', { percent_off: 5 });
      expect(await told(talk.press(form, 'Review', { percent_off: 5 }))).to.contain(
        'This form is not open any more',
      );
      expect(onScreen(talk, 'couponReview')).to.have.length(1);
    });
  });

  describe('twice at once', () => {
    const twice = async (review: Card, act: string) => {
      const value = { tillkeeper: { act, nonce: nonceOf(review) } };
      await Promise.all([talk.send({ value }), talk.send({ value })]);
      return talk.screen();
    };

    it('creates once', async () => {
      const since = stripeSince(house);
      const cards = await twice(await reviewOf(talk), 'coupon.create');
      expect(names(cards).sort()).to.deep.equal(['couponRecord', 'notice']);
      expect(since.coupons().map(({ codes }) => codes)).to.deep.equal([1]);
    });

    it('with Create and Don’t create ends in one of the two', async () => {
      const since = stripeSince(house);
      const review = await reviewOf(talk);
      const press = async (act: string) => await pressRaw(talk, { act, nonce: nonceOf(review) });
      await Promise.all([press('coupon.create'), press('coupon.decline')]);
      const said = talk
        .screen()
        .map(({ text }) => text)
        .join(' ');
      expect(since.coupons()).to.have.length(said.includes('Coupon created') ? 1 : 0);
      expect(said).to.match(/Coupon created|Not created/);
    });

    it('by many connections still creates once', async () => {
      const since = stripeSince(house);
      const review = await reviewOf(talk);
      const value = { tillkeeper: { act: 'coupon.create', nonce: nonceOf(review) } };
      await Promise.all(Array.from({ length: 20 }, async () => await talk.send({ value })));
      expect(since.coupons().map(({ codes }) => codes)).to.deep.equal([1]);
      expect(onScreen(talk, 'couponRecord')).to.have.length(1);
    });
  });

  describe('after ten minutes', () => {
    it('says that the offer has lapsed; Show it again draws it anew, and that can be created', async () => {
      const since = stripeSince(house);
      const review = await reviewOf(talk);
      house.time.now += 10 * minute;
      const [lapsed] = await talk.press(review, 'Create coupon');
      expect([lapsed?.name, lapsed?.activity]).to.deep.equal(['notice', review.activity]);
      expect(lapsed?.text).to.match(/^This offer has lapsed, nothing was created\./);
      expect(since.coupons()).to.deep.equal([]);
      const fresh = only('couponReview', await talk.press(lapsed, 'Show it again'));
      expect(nonceOf(fresh)).to.not.equal(nonceOf(review));
      expect(names(await talk.press(fresh, 'Create coupon'))).to.deep.equal(['couponRecord']);
      expect(since.coupons()).to.have.length(1);
    });

    it('is good up to the last moment', async () => {
      const review = await reviewOf(talk);
      house.time.now += 10 * minute - 1;
      expect(names(await talk.press(review, 'Create coupon'))).to.deep.equal(['couponRecord']);
    });

    it('still goes to the form by Adjust, and can be put away', async () => {
      const [adjusted, declined] = [await reviewOf(talk), await reviewOf(talk, 'create a 25% off coupon')];
      house.time.now += 11 * minute;
      const form = only('couponForm', await talk.press(adjusted, 'Adjust'));
      expect(inputsOf(form)).to.deep.equal({ ...untouched, percent_off: 15 });
      expect(await told(talk.press(declined, "Don't create"))).to.match(/^Not created: 25 % off\./);
    });

    it('is not drawn again below an answer', async () => {
      await reviewOf(talk);
      house.time.now += 11 * minute;
      expect(names(await talk.say('list coupons'))).to.deep.equal(['coupons']);
    });

    it('shows a form when the last day is over by then', async () => {
      const berlin = (style: object) =>
        new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Berlin', ...style }).format(house.time.now);
      while (berlin({ hour: '2-digit', hourCycle: 'h23' }) !== '23') house.time.now += 20 * minute;
      const midnight = Math.ceil(house.time.now / (60 * minute)) * 60 * minute;
      house.time.now = midnight - 5 * minute;
      const day = berlin({});
      talk = await talkOverDirectLine(house, 'marketing');
      const review = await reviewOf(talk, `create a 15% off coupon until ${day}`);
      house.time.now = midnight;
      const [lapsed] = await talk.press(review, 'Create coupon');
      expect(lapsed?.text).to.contain('This offer has lapsed, nothing was created.');
      const form = only('couponForm', await talk.press(lapsed, 'Show it again'));
      expect(faultsOf(form).join(' ')).to.contain('That day is over.');
      expect(inputsOf(form)).to.deep.equal({ ...untouched, percent_off: 15, expires_on: day });
    });
  });

  describe('after the account was switched', () => {
    it('creates in the account that the card names', async () => {
      const admin = await talkOverDirectLine(house, 'admin');
      const [main, eu] = [stripeSince(house), stripeSince(house, 'acct_demo_eu')];
      const review = await reviewOf(admin);
      const form = await formOf(admin);
      const [put] = await admin.press(await formOf(admin), "Don't create");
      await pressRaw(admin, { act: 'account.use', account: 'eu' });
      const [record] = await admin.press(review, 'Create coupon');
      expect(record?.text).to.contain('Main store · Test');
      const typed = only('couponReview', await admin.press(form, 'Review', { percent_off: 5 }));
      expect(typed.text).to.contain('Main store');
      const resumed = only('couponForm', await admin.press(put, 'Adjust'));
      expect(resumed.text).to.contain('Main store · Test');
      expect([main.coupons().length, eu.coupons().length]).to.deep.equal([1, 0]);
      expect((await reviewOf(admin, 'create a 40% off coupon')).text).to.contain('EU store');
    });
  });

  describe('when a role is gone since the card was drawn', () => {
    const without = async (permission: string, press: () => Promise<void>) => {
      const kept = structuredClone(settings.roles);
      for (const role of Object.values(settings.roles))
        role.may = role.may.filter((may) => may !== permission);
      await press().finally(() => Object.assign(settings.roles, kept));
    };

    it('is refused for every act, creates nothing, and is good again with the role', async () => {
      const since = stripeSince(house);
      const review = await reviewOf(talk);
      const form = await formOf(talk);
      await without('coupons.create', async () => {
        for (const act of acts)
          expect(await told(pressRaw(talk, { act, nonce: nonceOf(review) }))).to.match(
            /^Your role, Marketing, may not create coupons\. No role here may\./,
          );
        expect(await told(talk.press(form, 'Review', { percent_off: 5 }))).to.contain(
          'may not create coupons',
        );
        expect(onScreen(talk, 'couponReview').length).to.equal(1);
      });
      expect(since.coupons()).to.deep.equal([]);
      expect(names(await talk.press(review, 'Create coupon'))).to.deep.equal(['couponRecord']);
      expect(names(await talk.press(form, 'Review', { percent_off: 5 }))).to.deep.equal(['couponReview']);
    });

    it('does not create a coupon for one customer without leave to see customers', async () => {
      const admin = await talkOverDirectLine(house, 'admin');
      const since = stripeSince(house);
      const review = await reviewOf(admin, 'create a 15% off coupon for Ava Martin');
      await without('customers.read', async () => {
        const form = only('couponForm', await admin.press(review, 'Create coupon'));
        expect(form.text)
          .to.contain('may not see customers.')
          .and.contain('Without a customer you can go on.');
      });
      expect(since.coupons()).to.deep.equal([]);
    });
  });

  it('is on record', async () => {
    const review = await reviewOf(talk);
    await talk.press(review, "Don't create");
    const compliance = await talkOverDirectLine(house, 'compliance');
    const trail = only('audit', await compliance.say('show the audit log'));
    expect(trail.text).to.match(/declined/i);
  });
});
