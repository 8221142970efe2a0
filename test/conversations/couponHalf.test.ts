import { expect } from 'chai';
import type { Fault } from '../../src/demo/stripe/faults.js';
import { faultsOf, inputsOf, nonceOf, onScreen, reviewOf, stripeSince, untouched } from './couponCards.js';
import { codes, lookUp, played } from './couponPlay.js';
import { talkOverDirectLine } from './directLineTalk.js';
import { type House, openHouse } from './house.js';
import { type Card, names, only, type Talk } from './talk.js';

describe('a coupon whose code is not made', () => {
  const lost: [string, Fault[]][] = [
    [
      'on the way there',
      [
        { ...codes, kind: 'drop', times: 2 },
        { ...lookUp, kind: 'drop', times: 2 },
      ],
    ],
    [
      'on the way back',
      [
        { ...codes, kind: 'drop', stage: 'done', times: 2 },
        { ...lookUp, kind: 'drop', times: 2 },
      ],
    ],
  ];
  const outcome = played(lost);
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

  const race = async (code: string, more = ''): Promise<Card> => {
    const review = await reviewOf(talk, `create a 15% off coupon with code ${code}${more}`);
    house.stripe.data('acct_demo_main')?.promotionCodes.push(...takenBy(code));
    return review;
  };
  const takenBy = (code: string) =>
    (house.stripe.data('acct_demo_main')?.promotionCodes ?? [])
      .filter((each) => each.code === 'SPRING20')
      .map((each) => ({ ...each, id: `promo_${code}`, code }));

  it('because somebody was quicker with it, another code finishes the same coupon', async () => {
    const review = await race('QUICK15');
    const since = stripeSince(house);
    const [form] = await talk.press(review, 'Create coupon');
    if (!form) expect.fail('no form');
    expect([form.name, form.activity]).to.deep.equal(['couponForm', review.activity]);
    expect(faultsOf(form)).to.deep.equal([
      'The coupon exists, its code does not: QUICK15 is taken. Choose another code.',
    ]);
    expect(form.text).to.match(/^Another code The coupon stays as it is; only its code is missing\./);
    expect(inputsOf(form)).to.deep.equal({ ...untouched, percent_off: 15, code: 'QUICK15' });
    expect(since.coupons().map(({ codes }) => codes)).to.deep.equal([0]);

    const same = only('couponForm', await talk.press(form, 'Review', inputsOf(form)));
    expect(faultsOf(same)).to.deep.equal([
      'QUICK15 is taken by a code that still works. Choose another code.',
    ]);
    const typed = { ...inputsOf(same), code: 'SLOWER15' };
    const next = only('couponReview', await talk.press(same, 'Review', typed));
    expect(next.text).to.contain('The coupon exists already. This makes the code for it.');
    expect(names(await talk.press(next, 'Create coupon'))).to.deep.equal(['couponRecord']);
    expect(since.coupons().map(({ codes }) => codes)).to.deep.equal([1]);
    expect(since.codes().map(({ code }) => code)).to.deep.equal(['SLOWER15']);
  });

  const detours: [string, (review: Card) => Promise<Card | undefined>][] = [
    ['Adjust', async (review) => await viaForm((await talk.press(review, 'Adjust'))[0])],
    [
      'Don’t create and Adjust',
      async (review) => {
        const [put] = await talk.press(review, "Don't create");
        expect(put?.text).to.match(/^No code was created\. The coupon stays as it is, without one\./);
        return await viaForm((await talk.press(put, 'Adjust'))[0]);
      },
    ],
    [
      'a lapse and Show it again',
      async (review) => {
        house.time.now += 10 * 60_000;
        const [lapsed] = await talk.press(review, 'Create coupon');
        return (await talk.press(lapsed, 'Show it again'))[0];
      },
    ],
    [
      'a question in between',
      async () => {
        await talk.say('list coupons');
        return onScreen(talk, 'couponReview')[0];
      },
    ],
  ];
  const viaForm = async (form: Card | undefined) => {
    if (form?.name !== 'couponForm') expect.fail(`no form but ${form?.text}`);
    return (await talk.press(form, 'Review', inputsOf(form)))[0];
  };
  for (const [how, detour] of detours)
    it(`and the way leads over ${how}, there is no second coupon`, async () => {
      const review = await race(`DETOUR-${detours.findIndex(([name]) => name === how)}`);
      const since = stripeSince(house);
      const form = only('couponForm', await talk.press(review, 'Create coupon'));
      const typed = { ...inputsOf(form), code: `OTHER-${nonceOf(form).slice(0, 8).replace(/_/g, '-')}` };
      const next = await detour(only('couponReview', await talk.press(form, 'Review', typed)));
      expect(next?.text).to.contain('The coupon exists already. This makes the code for it.');
      expect(names(await talk.press(next, 'Create coupon'))).to.deep.equal(['couponRecord']);
      expect(since.coupons().map(({ codes }) => codes)).to.deep.equal([1]);
    });

  it('and its form is put away and opened again, there is no second coupon', async () => {
    const review = await race('PUT-AWAY');
    const since = stripeSince(house);
    const form = only('couponForm', await talk.press(review, 'Create coupon'));
    const [put] = await talk.press(form, "Don't create");
    expect(put?.text).to.match(/^No code was created\. The coupon stays as it is, without one\./);
    const again = only('couponForm', await talk.press(put, 'Adjust'));
    const next = only(
      'couponReview',
      await talk.press(again, 'Review', { ...inputsOf(again), code: 'BACK-15' }),
    );
    await talk.press(next, 'Create coupon');
    expect(since.coupons().map(({ codes }) => codes)).to.deep.equal([1]);
  });

  it('and the old card is pressed again, it says so and leads to the same coupon', async () => {
    const review = await race('OLD-CARD');
    const since = stripeSince(house);
    await talk.press(review, 'Create coupon');
    const [said] = await talk.press(review, 'Create coupon');
    expect(said?.text).to.match(/^The coupon exists, its code does not\. This card creates nothing any more/);
    const form = only('couponForm', await talk.press(said, 'Show it again'));
    const next = only(
      'couponReview',
      await talk.press(form, 'Review', { ...inputsOf(form), code: 'NEW-CARD' }),
    );
    await talk.press(next, 'Create coupon');
    expect(since.coupons().map(({ codes }) => codes)).to.deep.equal([1]);
  });

  it('and other terms are chosen, the card says that this makes another coupon', async () => {
    const review = await race('OTHER-TERMS');
    const since = stripeSince(house);
    const form = only('couponForm', await talk.press(review, 'Create coupon'));
    const typed = { ...inputsOf(form), percent_off: 20, code: 'TWENTY-20' };
    const next = only('couponReview', await talk.press(form, 'Review', typed));
    expect(next.text).to.contain('This makes another coupon. The first one stays, without a code.');
    await talk.press(next, 'Create coupon');
    expect(since.coupons().map(({ codes }) => codes)).to.deep.equal([0, 1]);
  });

  it('and the person is in another time zone by then, the code ends with its coupon', async () => {
    const day = new Date(house.time.now + 9 * 86_400_000).toISOString().slice(0, 10);
    const review = await race('ZONE-15', ` until ${day}`);
    const form = only('couponForm', await talk.press(review, 'Create coupon'));
    const value = {
      ...inputsOf(form),
      code: 'TOKYO-15',
      tillkeeper: { act: 'coupon.review', nonce: nonceOf(form) },
    };
    const next = only('couponReview', await talk.send({ value, localTimezone: 'Asia/Tokyo' }));
    expect(names(await talk.press(next, 'Create coupon'))).to.deep.equal(['couponRecord']);
    const { coupons = [], promotionCodes = [] } = house.stripe.data('acct_demo_main') ?? {};
    expect(coupons.at(-1)?.redeem_by).to.be.a('number');
    expect(promotionCodes.at(-1)?.expires_at).to.equal(coupons.at(-1)?.redeem_by);
  });

  it('and words change the terms, its form stays beside the new card', async () => {
    const review = await race('WORDS-15');
    const form = only('couponForm', await talk.press(review, 'Create coupon'));
    await talk.say('make it 20% instead');
    const headlines = onScreen(talk, 'couponForm').map(({ text }) => text.slice(0, 12));
    expect(headlines).to.include('Another code');
    const typed = { ...inputsOf(form), code: 'WORDS-16' };
    expect(names(await talk.press(form, 'Review', typed))).to.deep.equal(['couponReview']);
  });

  it('because Stripe answers 500, it can be tried again from the form', async () => {
    const since = stripeSince(house);
    const review = await reviewOf(talk);
    fail({ ...codes, kind: 'refuse', status: 500, stage: 'begun' });
    const form = only('couponForm', await talk.press(review, 'Create coupon'));
    expect(faultsOf(form)).to.deep.equal([
      'The coupon exists, its code does not: Stripe did not make it. Press Review to try once more, or choose another code.',
    ]);
    const next = only('couponReview', await talk.press(form, 'Review', inputsOf(form)));
    expect(names(await talk.press(next, 'Create coupon'))).to.deep.equal(['couponRecord']);
    expect(since.coupons().map(({ codes }) => codes)).to.deep.equal([1]);
  });

  for (const [where] of lost)
    it(`as far as anybody knows, for it was lost ${where}, the same card finishes it`, () => {
      const { text, stays, again, coupons } = outcome(where);
      expect(text).to.match(
        /The coupon exists; about its code I do not know\. Press Create coupon again: nothing is made twice\./,
      );
      expect([stays, again, coupons]).to.deep.equal([true, ['couponRecord'], [1]]);
    });
});
