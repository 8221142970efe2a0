import { expect } from 'chai';
import type { Settings } from '../../src/settings.js';
import { faultsOf, formOf, inputsOf, reviewOf, stripeSince, told, untouched } from './couponCards.js';
import { talkOverDirectLine } from './directLineTalk.js';
import { type House, openHouse } from './house.js';
import { names, only, type Talk } from './talk.js';

type Inputs = Record<string, unknown>;

/** What a person has typed beside the input in question. */
const others = { name: 'Spring sale', code: 'SPRING-99', max_redemptions: 7 };

describe('the coupon form', () => {
  let house: House;
  let talk: Talk;
  let settings: Settings;

  before(async () => {
    house = await openHouse({
      settings: (demo) => {
        settings = { ...demo, coupons: { ...demo.coupons } };
        return settings;
      },
    });
  });

  after(async () => {
    await house.close();
  });

  beforeEach(async () => {
    talk = await talkOverDirectLine(house, 'admin');
  });

  const faulty: [string, Inputs, Inputs, RegExp[]][] = [
    ['nothing off', {}, {}, [/^How much off\?/]],
    ['150 %', { percent_off: 150 }, { percent_off: 150 }, [/^Write a percentage above 0 and up to 100/]],
    ['150 % as text', { percent_off: '150 %' }, { percent_off: 150 }, [/^Write a percentage/]],
    ['0 %', { percent_off: 0 }, { percent_off: 0 }, [/^Write a percentage/]],
    [
      'both a percentage and an amount',
      { percent_off: 15, amount_off: 10, currency: 'usd' },
      { percent_off: 15, amount_off: 10, currency: 'usd' },
      [/not both\. Clear one of the two\.$/],
    ],
    [
      'an amount without its currency',
      { amount_off: 10 },
      { amount_off: 10 },
      [/^Which currency is the amount in\?/],
    ],
    [
      'an end in the past',
      { percent_off: 15, expires_on: '2020-01-31' },
      { percent_off: 15, expires_on: '2020-01-31' },
      [/^That day is over\. Today is \d{4}-\d\d-\d\d; choose today or a later day/],
    ],
    [
      'repeating without months',
      { percent_off: 15, duration: 'repeating' },
      { percent_off: 15, duration: 'repeating' },
      [/^For how many months\?/],
    ],
    [
      'months of what lasts once',
      { percent_off: 15, duration: 'once', duration_in_months: 3 },
      { percent_off: 15, duration_in_months: 3 },
      [/^A number of months goes with “For some months”/],
    ],
    [
      'a code with spaces',
      { percent_off: 15, code: 'MY CODE' },
      { percent_off: 15, code: 'MY CODE' },
      [/^A code has/],
    ],
    [
      'an emoji for a code',
      { percent_off: 15, code: '🎉🎉🎉' },
      { percent_off: 15, code: '🎉🎉🎉' },
      [/^A code has/],
    ],
    [
      '0 uses',
      { percent_off: 15, max_redemptions: 0 },
      { percent_off: 15, max_redemptions: 0 },
      [/^How often may it/],
    ],
    [
      '1.5 uses',
      { percent_off: 15, max_redemptions: 1.5 },
      { percent_off: 15, max_redemptions: 1.5 },
      [/^How often/],
    ],
    [
      'abc uses',
      { percent_off: 15, max_redemptions: 'abc' },
      { percent_off: 15, max_redemptions: null },
      [/^How often/],
    ],
    [
      'a customer whom nobody knows',
      { percent_off: 15, customer: '🦄 <b>nobody</b>' },
      { percent_off: 15, customer: '🦄 <b>nobody</b>' },
      [/^I found no such customer\./],
    ],
    [
      'an object',
      { percent_off: 15, code: { a: 1 } },
      { percent_off: 15, code: null },
      [/^I could not read “Code that/],
    ],
    ['a list', { percent_off: [15] }, {}, [/^I could not read “Percent off”\./]],
    [
      '10,000 characters',
      { percent_off: 15, name: 'x'.repeat(10_000) },
      { percent_off: 15, name: null },
      [/^“Name on invoices” is too long to read\. Write it shorter\./],
    ],
    [
      'a name too long for an invoice',
      { percent_off: 15, name: 'x'.repeat(41) },
      { percent_off: 15, name: 'x'.repeat(41) },
      [/^A coupon’s name has 40/],
    ],
    [
      'all of it wrong at once',
      { percent_off: 'much', code: '🎉', max_redemptions: {}, expires_on: 'soon' },
      { code: '🎉', max_redemptions: null },
      [/^Write a percentage/, /^A code has/, /^I could not read “Uses at most”/, /^Write the last day as/],
    ],
  ];
  for (const [what, typed, back, sentences] of faulty)
    it(`gives ${what} back with what to do, and everything else as it was typed`, async () => {
      const since = stripeSince(house);
      const form = await formOf(talk);
      const [again, ...more] = await talk.press(form, 'Review', { ...untouched, ...others, ...typed });
      if (again?.name !== 'couponForm') expect.fail(`${again?.name}: ${again?.text}`);
      expect([again.activity, ...more]).to.deep.equal([form.activity]);
      const faults = faultsOf(again);
      expect(faults).to.have.length(sentences.length);
      for (const [at, sentence] of sentences.entries()) expect(faults[at]).to.match(sentence);
      for (const fault of faults) expect(again.summary).to.contain(fault);
      const kept = Object.entries({ ...untouched, ...others, ...back }).filter(([, value]) => value !== null);
      expect(inputsOf(again)).to.deep.equal(Object.fromEntries(kept));

      const good = { ...untouched, ...others, percent_off: 15 };
      expect(names(await talk.press(again, 'Review', good))).to.deep.equal(['couponReview']);
      expect(since.coupons()).to.deep.equal([]);
    });

  const written: [string, Inputs, RegExp][] = [
    ['a percent sign', { percent_off: '15 %' }, /15 % off/],
    ['a decimal comma', { amount_off: '10,50', currency: 'EUR' }, /€10\.50 off/],
    ['blanks around it', { percent_off: ' 15 ', code: ' NEAT-15 ' }, /NEAT-15/],
    ['a toggle as true or false', { percent_off: 15, first_time_only: true }, /first-time customers/],
  ];
  for (const [what, typed, shown] of written)
    it(`understands ${what}`, async () => {
      const [review] = await talk.press(await formOf(talk), 'Review', typed);
      expect([review?.name, shown.test(review?.text ?? '')]).to.deep.equal(['couponReview', true]);
    });

  it('shows that a discount repeats when only its months were said', async () => {
    const form = only('couponForm', await talk.say('new coupon called Welcome, repeating for 3 months'));
    const drawn = { ...untouched, name: 'Welcome', duration: 'repeating', duration_in_months: 3 };
    expect(inputsOf(form)).to.deep.equal(drawn);
    const [again] = await talk.press(form, 'Review', { duration_in_months: 3, percent_off: 150 });
    expect(again && inputsOf(again)).to.deep.include({ duration: 'repeating', duration_in_months: 3 });
  });

  it('takes no input for anything but what it is called', async () => {
    const typed = {
      percent_off: 15,
      tillkeeper: { act: 'coupon.create' },
      account: 'eu',
      zone: 'UTC',
      redeem_by: 1,
    };
    const [review] = await talk.press(await formOf(talk), 'Review', typed);
    expect(review?.name).to.equal('couponReview');
    expect(review?.text).to.contain('no end date').and.contain('Main store');
  });

  it('keeps no card number that is typed into it, and the rest stays', async () => {
    const form = await formOf(talk);
    const typed = { ...untouched, percent_off: 15, name: 'card 4242 4242 4242 4242' };
    const again = only('couponForm', await talk.press(form, 'Review', typed));
    expect(faultsOf(again).join(' ')).to.contain('That looks like a card number, so I did not keep it.');
    expect(inputsOf(again)).to.include({ percent_off: 15 }).and.not.have.property('name');
    expect(again.json).to.not.contain('4242 4242');
  });

  describe('under a policy', () => {
    const policy = async (limits: Partial<Settings['coupons']>, play: () => Promise<void>) => {
      const kept = { ...settings.coupons };
      Object.assign(settings.coupons, limits);
      await play().finally(() => Object.assign(settings.coupons, { ...cleared, ...kept }));
    };
    const cleared = { mustExpireWithinDays: undefined, maxRedemptions: undefined, approval: undefined };

    it('says what had to change also when it is drawn again below an answer', async () => {
      await policy({ maxPercentOff: 50 }, async () => {
        const form = only('couponForm', await talk.say('create a 60% off coupon'));
        const said = [
          'Here a coupon takes 50 % off at most. You wrote 60; I filled in 50, which you can change.',
        ];
        expect(faultsOf(form)).to.deep.equal(said);
        for (const question of ['help', 'list coupons']) {
          const again = only('couponForm', await talk.say(question));
          expect([faultsOf(again), inputsOf(again)]).to.deep.equal([said, inputsOf(form)]);
        }
      });
    });

    const limits: [string, Partial<Settings['coupons']>, Inputs, Inputs, RegExp][] = [
      ['percentage', { maxPercentOff: 50 }, { percent_off: 80 }, { percent_off: 50 }, /50 % off at most/],
      [
        'amount',
        { maxAmountOff: { usd: 100 } },
        { amount_off: 250, currency: 'usd' },
        { amount_off: 100, currency: 'usd' },
        /\$100\.00 off at most/,
      ],
      [
        'duration',
        { durations: ['once'] },
        { percent_off: 15, duration: 'forever' },
        { percent_off: 15, duration: 'once' },
        /^Here a discount lasts once\./,
      ],
      [
        'number of uses',
        { maxRedemptions: 5 },
        { percent_off: 15 },
        { percent_off: 15, max_redemptions: 5 },
        /5 times at most/,
      ],
    ];
    for (const [what, limit, typed, nearest, sentence] of limits)
      it(`offers the nearest allowed ${what}, keeps the rest, and goes on with it`, async () => {
        await policy(limit, async () => {
          const form = await formOf(talk);
          const sent = { ...untouched, ...others, ...typed };
          const again = only('couponForm', await talk.press(form, 'Review', sent));
          expect(faultsOf(again).join(' ')).to.match(sentence);
          expect(inputsOf(again)).to.deep.equal({ ...sent, ...nearest });
          expect(names(await talk.press(again, 'Review', inputsOf(again)))).to.deep.equal(['couponReview']);
        });
      });

    it('asks for an end where one is demanded, with the last possible day filled in', async () => {
      await policy({ mustExpireWithinDays: 30 }, async () => {
        const form = only('couponForm', await talk.say('create a 15% off coupon'));
        expect(faultsOf(form).join(' ')).to.match(/^Here a coupon ends within 30 days/);
        expect(inputsOf(form).expires_on).to.match(/^\d{4}-\d\d-\d\d$/);
        expect(names(await talk.press(form, 'Review', inputsOf(form)))).to.deep.equal(['couponReview']);
      });
    });

    it('gives its number of uses to who names none, and the card says so', async () => {
      await policy({ maxRedemptions: 500 }, async () => {
        const [review] = await talk.say('create a 15% off coupon');
        expect(review?.name).to.equal('couponReview');
        expect(review?.text).to.contain('You named no number of uses. Here a coupon has one: 500 at most.');
        await talk.press(review, 'Create coupon');
        const made = house.stripe.data('acct_demo_main')?.coupons.at(-1);
        expect(made?.max_redemptions).to.equal(500);
      });
    });

    it('that became stricter since the card was drawn, Create gives the form back and creates nothing', async () => {
      const since = stripeSince(house);
      const review = await reviewOf(talk, 'create a 60% off coupon');
      await policy({ maxPercentOff: 50 }, async () => {
        const form = only('couponForm', await talk.press(review, 'Create coupon'));
        expect(faultsOf(form).join(' ')).to.match(/50 % off at most/);
        expect(inputsOf(form)).to.deep.equal({ ...untouched, percent_off: 50 });
      });
      await talk.press(review, 'Create coupon');
      expect(since.coupons()).to.deep.equal([]);
    });

    describe('that switches coupons off', () => {
      const off = /^Coupons are switched off here at the moment, so nothing was created\./;

      it('no card is drawn for a question', async () => {
        await policy({ enabled: false }, async () => {
          for (const text of ['create a 15% off coupon', 'make a new coupon named Welcome'])
            expect(await told(talk.say(text))).to.match(off);
        });
      });

      it('a form and a review card that were drawn before say so, stay, and are good again later', async () => {
        const since = stripeSince(house);
        const review = await reviewOf(talk, 'create a 12% off coupon');
        const form = await formOf(talk);
        await policy({ enabled: false }, async () => {
          expect(await told(talk.press(form, 'Review', { percent_off: 15 }))).to.match(off);
          expect(await told(talk.press(review, 'Create coupon'))).to.match(off);
        });
        expect(since.coupons()).to.deep.equal([]);
        expect(names(await talk.press(form, 'Review', { percent_off: 15 }))).to.deep.equal(['couponReview']);
        expect(names(await talk.press(review, 'Create coupon'))).to.deep.equal(['couponRecord']);
        expect(since.coupons()).to.have.length(1);
      });
    });
  });
});
