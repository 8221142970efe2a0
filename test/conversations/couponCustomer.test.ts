import { expect } from 'chai';
import {
  faultsOf,
  formOf,
  inputsOf,
  onScreen,
  reviewOf,
  stripeSince,
  told,
  untouched,
} from './couponCards.js';
import { talkOverDirectLine } from './directLineTalk.js';
import { type House, openHouse } from './house.js';
import { names, only, type Talk } from './talk.js';

const ava = 'cus_A1b2C3d4E5';

describe('a coupon for one customer', () => {
  let house: House;
  let talk: Talk;

  before(async () => {
    house = await openHouse();
  });

  after(async () => {
    await house.close();
  });

  beforeEach(async () => {
    talk = await talkOverDirectLine(house, 'admin');
  });

  it('is bound to the customer of that name, whom the cards only hint at', async () => {
    const since = stripeSince(house);
    const review = await reviewOf(talk, 'create a 10% off coupon for Ava Martin');
    expect(review.text).to.contain('one customer, a•••@e•••.com');
    const [record] = await talk.press(review, 'Create coupon');
    expect(record?.text).to.contain('one customer');
    expect(since.codes().map(({ customer }) => customer)).to.deep.equal([ava]);
    expect(talk.wire()).to.not.match(/Ava Martin|ava\.martin/);
  });

  it('asks which one of several, and goes on with that one', async () => {
    const since = stripeSince(house);
    const choice = only('customerChoice', await talk.say('create a 10% off coupon for James Carter'));
    expect(choice.buttons).to.have.length(2);
    const review = only('couponReview', await talk.press(choice, choice.buttons[1]?.title ?? ''));
    expect(review.text).to.contain('10 % off').and.contain('one customer, j•••@e•••.com');
    await talk.press(review, 'Create coupon');
    expect(since.codes().map(({ customer }) => customer)).to.deep.equal(['cus_Ew4Rt9Yu2Ip6Ka']);
  });

  it('typed in the form asks which one too; the form waits and goes once one is chosen', async () => {
    const since = stripeSince(house);
    const form = await formOf(talk);
    const typed = { ...inputsOf(form), percent_off: 10, customer: 'James Carter', max_redemptions: 1 };
    const choice = only('customerChoice', await talk.press(form, 'Review', typed));
    expect(onScreen(talk, 'couponForm')).to.have.length(1);
    const review = only('couponReview', await talk.press(choice, choice.buttons[0]?.title ?? ''));
    expect(onScreen(talk, 'couponForm')).to.deep.equal([]);
    expect(review.text).to.contain('10 % off').and.contain('Welcome').and.contain('one customer');
    await talk.press(review, 'Create coupon');
    expect(since.codes().map(({ customer }) => customer)).to.deep.equal(['cus_Sd8Fg1Hj5Kz3Xc']);
  });

  it('typed in the form can be put otherwise instead of choosing', async () => {
    const form = await formOf(talk);
    await talk.press(form, 'Review', { percent_off: 10, customer: 'James Carter' });
    await talk.say('list coupons');
    const [waiting, ...more] = onScreen(talk, 'couponForm');
    expect(more).to.deep.equal([]);
    const typed = { percent_off: 10, customer: 'jcarter@example.com' };
    const review = only('couponReview', await talk.press(waiting, 'Review', typed));
    expect(review.text).to.contain('one customer, j•••@e•••.com');
  });

  it('comes back in the form by Adjust as the very same customer', async () => {
    const since = stripeSince(house);
    const review = await reviewOf(talk, 'create a 10% off coupon for Ava Martin');
    const form = only('couponForm', await talk.press(review, 'Adjust'));
    expect(inputsOf(form)).to.deep.equal({ ...untouched, percent_off: 10, customer: ava });
    const next = only(
      'couponReview',
      await talk.press(form, 'Review', { ...inputsOf(form), percent_off: 20 }),
    );
    await talk.press(next, 'Create coupon');
    expect(since.codes().map(({ customer }) => customer)).to.deep.equal([ava]);
  });

  it('is drawn again below an answer with the same hint', async () => {
    await reviewOf(talk, 'create a 10% off coupon for Ava Martin');
    const cards = await talk.say('list coupons');
    expect(cards.at(-1)?.text).to.contain('one customer, a•••@e•••.com');
  });

  it('is drawn again without the hint while Stripe does not tell it', async () => {
    await reviewOf(talk, 'create a 10% off coupon for Ava Martin');
    house.stripe.queueFault({ kind: 'refuse', status: 429, method: 'GET', path: `/v1/customers/${ava}` });
    const cards = await talk.say('list coupons');
    expect(cards.at(-1)?.name).to.equal('couponReview');
    expect(cards.at(-1)?.text).to.contain('one customer').and.not.contain('•••');
  });

  it('that nobody knows is told at the form', async () => {
    const form = only('couponForm', await talk.say('create a 10% off coupon for Balthasar Nobody'));
    expect(faultsOf(form)).to.deep.equal([
      'I found no such customer. Write an id, an e-mail address or a name.',
    ]);
    expect(inputsOf(form)).to.deep.equal({ ...untouched, percent_off: 10, customer: 'Balthasar Nobody' });
  });

  it('of a name that is far too long is told at the form, and is not for everyone', async () => {
    const cards = await talk.say(`create a 10% off coupon for ${'Ava Maria '.repeat(60)}Martin`);
    expect(names(cards)).to.deep.equal(['couponForm']);
  });

  describe('asked by who may not see customers', () => {
    beforeEach(async () => {
      talk = await talkOverDirectLine(house, 'marketing');
    });

    it('is refused in words, and nothing is read', async () => {
      const from = house.stripe.requests.length;
      expect(await told(talk.say('create a 10% off coupon for Ava Martin'))).to.contain(
        'Your role, Marketing, may not see customers. Analyst and Support may.',
      );
      expect(house.stripe.requests.length).to.equal(from);
    });

    it('in the form is refused at that input, keeps the rest, and goes on without', async () => {
      const from = house.stripe.requests.length;
      const form = await formOf(talk);
      const typed = { ...inputsOf(form), percent_off: 10, customer: 'Ava Martin' };
      const again = only('couponForm', await talk.press(form, 'Review', typed));
      expect(again.activity).to.equal(form.activity);
      expect(faultsOf(again)).to.deep.equal([
        'Your role, Marketing, may not see customers. Analyst and Support may. Without a customer you can go on.',
      ]);
      expect(inputsOf(again)).to.deep.equal(typed);
      expect(house.stripe.requests.length).to.equal(from);
      const review = only('couponReview', await talk.press(again, 'Review', { ...typed, customer: '' }));
      expect(review.text).to.contain('everyone with the code');
    });
  });

  it('of a coupon that lacks only its code cannot become several', async () => {
    const review = await reviewOf(talk, 'create a 10% off coupon with code HALF-10');
    const data = house.stripe.data('acct_demo_main');
    const taken = data?.promotionCodes.find(({ code }) => code === 'SPRING20');
    if (taken) data?.promotionCodes.push({ ...taken, id: 'promo_half', code: 'HALF-10' });
    const form = only('couponForm', await talk.press(review, 'Create coupon'));
    const typed = { ...inputsOf(form), code: 'WHOLE-10', customer: 'James Carter' };
    const again = only('couponForm', await talk.press(form, 'Review', typed));
    expect(faultsOf(again)).to.deep.equal([
      'Several customers answer to this. Write the e-mail address or the id.',
    ]);
  });
});
