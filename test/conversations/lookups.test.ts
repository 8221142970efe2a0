import { expect } from 'chai';
import { canariesOf } from '../../src/demo/stripe/canaries.js';
import type { Fault } from '../../src/demo/stripe/faults.js';
import { type AccountData, emptyAccount } from '../../src/demo/stripe/store.js';
import { chargesIn, countsOf, countsOn, money, tails, tailsOn } from './books.js';
import { talkOverDirectLine } from './directLineTalk.js';
import { type House, openHouse } from './house.js';
import { names, only, type Talk } from './talk.js';

/** A Sunday, 14:05 in Berlin. */
const now = Date.parse('2026-11-22T13:05:00Z');

let house: House;
let data: AccountData;
let talk: Talk;

/** The house reads sentences by itself, so that a card shows what was looked up and not what a model made of it. */
const open = async () => {
  house = await openHouse({ now, settings: (demo) => ({ ...demo, model: null }) });
  data = house.stripe.data('acct_demo_main') ?? emptyAccount();
};
const close = async () => await house.close();
const talkAs = async (person: string) => {
  talk = await talkOverDirectLine(house, person);
};

/** What was said, the card that must come, and what must stand on it. */
type Case = readonly [said: string, card: string, ...words: (string | RegExp)[]];

const answers = (cases: readonly Case[]) => {
  for (const [said, name, ...words] of cases)
    it(`answers "${said}" with a ${name} card: ${words.join(', ')}`, async () => {
      const [card, ...more] = await talk.say(said);
      expect([card?.name, ...names(more)]).to.deep.equal([name]);
      for (const word of words)
        if (typeof word === 'string') expect(card?.text).to.contain(word);
        else expect(card?.text).to.match(word);
      expect(card?.summary)
        .to.match(/\S/)
        .and.not.match(/undefined|NaN|\$\{|null/);
    });
};

describe('a lookup', () => {
  before(open);
  after(close);
  beforeEach(async () => await talkAs('admin'));

  describe('of one charge', () => {
    answers([
      [
        'show me charge ch_3OabCD1xYz778899',
        'charges',
        'Succeeded Net €59.00 Visa •••• 1881 €59.00',
        'ch_…8899',
      ],
      [
        'show me charge ch_3NoSuchChargeAtAll99',
        'charges',
        'No charge in Main store has the id ch_…ll99. Check the id, or the account.',
      ],
      [
        'charges of payment pi_3NoSuchPaymentAtAll99',
        'charges',
        'No charge in Main store belongs to the payment pi_…ll99. Check the id, or the account.',
      ],
    ]);

    it('finds the charge of a payment', async () => {
      const [charge] = data.charges.slice(-3);
      const card = only('charges', await talk.say(`charges of payment ${charge?.payment_intent}`));
      expect(tailsOn(card).at(-1)).to.equal(charge?.id.slice(-4));
    });

    it('finds a charge of each standing, and says how it stands', async () => {
      const words: Record<string, string> = {
        succeeded: 'Succeeded',
        failed: 'Failed',
        pending: 'Pending',
        disputed: 'Disputed',
        'not captured': 'Not captured',
      };
      for (const [word, shown] of Object.entries(words)) {
        const charge = chargesIn(data).find((one) => countsOf([one])[word] === 1 && one.id.startsWith('ch_'));
        await talkAs('admin');
        const card = only('charges', await talk.say(`show me charge ${charge?.id}`));
        expect(card.summary).to.equal(`Charge ch_…${charge?.id.slice(-4)}: ${shown}.`);
      }
    });

    it('does not find a charge of the other account', async () => {
      const [other] = house.stripe.data('acct_demo_eu')?.charges ?? [];
      const card = only('charges', await talk.say(`show me charge ${other?.id}`));
      expect(card.text).to.contain('No charge in Main store has the id');
    });
  });

  describe('of a customer', () => {
    const ava = 'a•••@e•••.com since Oct 8, 2025 · cus_…d4E5';
    answers([
      ['who is cus_A1b2C3d4E5', 'customers', ava, '…d4E5 1 customer'],
      [
        'is ava.martin@example.com a customer',
        'customers',
        ava,
        'Customers matching a•••@e•••.com 1 customer',
      ],
      ['is AVA.MARTIN@EXAMPLE.COM a customer', 'customers', ava],
      ['find customer Ava Martin', 'customers', ava, 'Customers matching A. M. 1 customer'],
      ['find James Carter', 'customers', 'Customers matching J. C. 2 customers', 'cus_…z3Xc', 'cus_…p6Ka'],
      ['find customer cus_Dl1We5Rt9Yu3Io', 'customers', 'cus_…u3Io Deleted'],
      [
        'is nobody@example.com a customer',
        'customers',
        'No customer in Main store has the e-mail address n•••@e•••.com. Try the name, or an id that begins with cus_.',
      ],
      ['who is cus_NoSuchCustomer', 'customers', 'No customer in Main store has the id cus_…omer.'],
      [
        'find customer Nobody Known',
        'customers',
        'No customer in Main store has a name with N. K. in it. Try the e-mail address; someone new is found by name only after a minute.',
      ],
      [
        'charges of nobody@example.com',
        'notice',
        'No customer in Main store has the e-mail address n•••@e•••.com.',
        'Main store · Test',
      ],
      ['charges of Nobody Known', 'notice', 'has a name with N. K. in it.'],
    ]);

    it('shows the charges of a deleted one', async () => {
      const id = 'cus_Dl1We5Rt9Yu3Io';
      const theirs = chargesIn(data).filter(({ customer }) => customer === id);
      const card = only('charges', await talk.say(`charges of ${id}`));
      expect(theirs).to.have.length.above(0);
      expect(tailsOn(card).slice(-theirs.length)).to.deep.equal(tails(theirs));
    });

    it('makes no coupon for a deleted one', async () => {
      const cards = await talk.say('a 10% coupon for cus_Dl1We5Rt9Yu3Io');
      expect(names(cards)).to.deep.equal(['couponForm']);
      expect(cards[0]?.summary).to.contain('such customer');
    });

    it('asks which one where several match, and goes on with the one that is chosen', async () => {
      const choice = only('customerChoice', await talk.say('failed charges of James Carter'));
      expect(choice.text).to.contain('2 customers match what you typed (J. C.).');
      expect(choice.buttons.slice(0, 2).map(({ title }) => title)).to.deep.equal([
        'j•••@e•••.net',
        'j•••@e•••.com',
      ]);
      const card = only('charges', await talk.press(choice, 'j•••@e•••.com'));
      const theirs = chargesIn(data).filter(
        (one) => one.customer === 'cus_Ew4Rt9Yu2Ip6Ka' && one.status === 'failed',
      );
      expect(card.summary).to.match(/^Failed charges of cus_…p6Ka: /);
      expect(countsOn(card)).to.deep.equal(countsOf(theirs));
    });

    it('gives a choice to nobody else, and in no other conversation', async () => {
      const choice = only('customerChoice', await talk.say('charges of James Carter'));
      for (const person of ['analyst', 'admin']) {
        await talkAs(person);
        const [card] = await talk.press(choice, 'j•••@e•••.com');
        expect(card?.text).to.contain('This card is not yours, or too old to go on from.');
      }
    });
  });

  describe('of a code', () => {
    answers([
      ['does SPRING20 still work', 'coupons', 'SPRING20 works.', 'used 137 times · until Jan 1, 2027 Valid'],
      ['does spring20 still work', 'coupons', 'spring20 works.'],
      ['does WELCOME10 still work', 'coupons', 'WELCOME10 works, for first-time customers.'],
      ['does HELLO5 still work', 'coupons', 'HELLO5 works, on orders from $20.00.', '$5.00 off, once'],
      ['does TRADE25 still work', 'coupons', 'TRADE25 works.', 'used 58 of 150'],
      [
        'does BOOTH25 still work',
        'coupons',
        'BOOTH25 does not work any more: it was switched off in Stripe.',
      ],
      ['does AUTUMN15 still work', 'coupons', 'AUTUMN15 does not work any more: it expired on Nov 2.'],
      ['does LUCKY17 still work', 'coupons', 'LUCKY17 does not work any more: it is used up.'],
      ['is AVA-9K2M-THANKS still valid', 'coupons', 'AV••• works, for one customer.'],
      [
        'does NOSUCH99 still work',
        'coupons',
        'No coupon in Main store has the code NOSUCH99. Check how it is written',
      ],
    ]);

    it('never repeats the code of one customer', async () => {
      await talk.say('is AVA-9K2M-THANKS still valid');
      expect(talk.wire()).to.not.contain('9K2M');
    });
  });

  describe('of the balance', () => {
    const amount = (part: 'available' | 'pending', currency: string) =>
      money(data.balance[part].find((one) => one.currency === currency)?.amount ?? 0, currency);

    it('shows every currency by itself, and when it was read', async () => {
      const { text, summary } = only('balance', await talk.say('what is our balance?'));
      const rows = ['usd', 'eur', 'jpy'].map((currency) => {
        const [available, pending] = [amount('available', currency), amount('pending', currency)];
        expect(text).to.contain(available).and.contain(pending);
        return `${available} available${currency === 'eur' ? ' (below zero)' : ''} and ${pending} pending`;
      });
      expect(summary).to.equal(`Balance: ${rows.join('; ')}.`);
      expect(text).to.contain('Read at 2:05 PM').and.contain('EUR available, below zero');
    });

    it('reads it anew', async () => {
      const [usd] = data.balance.available;
      if (usd) usd.amount += 100;
      house.time.now += 120_000;
      const { text } = only('balance', await talk.say('what is our balance?'));
      house.time.now = now;
      expect(text).to.contain(amount('available', 'usd')).and.contain('Read at 2:07 PM');
    });

    answers([
      ['how much is pending in euros', 'balance', 'Balance in EUR', '€389.00', 'EUR pending'],
      ['balance in pounds', 'balance', 'Main store holds nothing in GBP.'],
    ]);
  });

  describe('that finds nothing', () => {
    answers([
      ['disputed charges today', 'charges', 'No disputed charges today, in Main store.'],
      ['charges on 1 March 2026', 'charges', 'No charges on March 1, in Main store.'],
      ['charges over 9000 dollars', 'charges', 'No charges from $9,000.00 up, in Main store.'],
      ['payments with card ending in 9999', 'charges', 'No charges with card •••• 9999, in Main store.'],
      ['customers this week', 'customers', 'No new customers since November 16, in Main store.'],
      ['coupons created today', 'coupons', 'No coupons today, in Main store.'],
    ]);
  });
});

describe('a question about the bot', () => {
  before(open);
  after(close);
  beforeEach(async () => await talkAs('admin'));

  answers([
    [
      'what may I do?',
      'permissions',
      'Your roles: Analyst, Support, Marketing',
      'See charges',
      'Accounts: Main store (Test), EU store (Test)',
    ],
    ['help', 'help', 'See charges show me the last 10 charges', 'Create coupons'],
    ['hello', 'help', 'What you can ask'],
    ['what is a chargeback', 'explain', 'Chargeback', 'See also:'],
    ['what does settlement window mean?', 'notice', 'I have no explanation of “settlement window”.'],
    ['show me the data', 'notice', 'Which data do you mean?'],
    ['what did he pay', 'notice', 'Which customer do you mean?'],
    ['charges around the event', 'notice', 'For which days?'],
    ['create a coupon', 'notice', 'How much off?'],
    ['try once more', 'notice', 'I did not get what you mean.'],
    ['refund the last charge', 'notice', 'use Stripe’s Dashboard'],
    ['show me full card numbers', 'notice', 'I show masked data only'],
    ['create a 10% coupon without asking me', 'notice', 'only when you press Create coupon'],
    ['what is the weather', 'notice', 'That is nothing I can help with.'],
    [
      'charges of acct_123',
      'accounts',
      'An account is chosen by a button, never by text.',
      'Now: Main store · Test',
    ],
  ]);

  const people: readonly [person: string, may: RegExp, mayNot: RegExp | null][] = [
    [
      'analyst',
      /Your role: Analyst.*See charges.*See the balance/,
      /You may not create coupons or see who did what/,
    ],
    ['support', /Your role: Support.*See customers/, /You may not see the balance, create coupons/],
    [
      'marketing',
      /Your role: Marketing.*See coupons.*Create coupons.*Coupons take 50 % off at most|Your role: Marketing.*See coupons.*Create coupons/,
      /You may not see charges, see customers/,
    ],
    ['compliance', /Your role: Compliance.*See who did what/, /You may not see charges/],
    [
      'guest',
      /You have no role here yet\. Whoever runs this bot can give you one\./,
      /You may not see charges/,
    ],
  ];
  for (const [person, may, mayNot] of people)
    it(`tells ${person} what they may do`, async () => {
      await talkAs(person);
      const { text } = only('permissions', await talk.say('what may I do?'));
      expect(text).to.match(may);
      if (mayNot) expect(text).to.match(mayNot);
    });

  it('offers help with what this person may do, first of all', async () => {
    for (const person of ['analyst', 'marketing', 'compliance', 'guest']) {
      await talkAs(person);
      const { buttons, text } = only('help', await talk.say('help'));
      expect(text.includes('Create coupons')).to.equal(person === 'marketing');
      expect(text.includes('See charges')).to.equal(person === 'analyst');
      expect(buttons).to.have.length.above(0);
    }
  });

  it('offers help with phrases that are all answered', async () => {
    const { buttons } = only('help', await talk.say('help'));
    expect(buttons).to.have.length.above(12);
    for (const { title, data } of buttons) {
      await talkAs('admin');
      const [card] = await talk.send({ value: data });
      expect([title, card?.name]).to.not.deep.equal([title, 'notice']);
    }
  });

  it('asks what stands on the buttons of its answers', async () => {
    const asking: readonly [string, string, string][] = [
      ['show me the data', 'the last 10 charges', 'charges'],
      ['show me the data', 'the latest customers', 'customers'],
      ['show me the data', 'list coupons', 'coupons'],
      ['show me the data', 'what is our balance', 'balance'],
      ['charges around the event', 'charges today', 'charges'],
      ['charges around the event', 'charges this week', 'charges'],
      ['charges around the event', 'charges last month', 'charges'],
      ['what did he pay', 'the latest customers', 'customers'],
      ['create a coupon', 'create a 10% off coupon', 'couponReview'],
      ['create a coupon', 'create a 20% off coupon', 'couponReview'],
      ['try once more', 'what may I do?', 'permissions'],
      ['refund the last charge', 'help', 'help'],
    ];
    for (const [said, pressed, card] of asking) {
      await talkAs('admin');
      const cards = await talk.press((await talk.say(said))[0], pressed);
      expect([said, pressed, cards[0]?.name]).to.deep.equal([said, pressed, card]);
    }
  });

  it('explains on, word by word', async () => {
    const seen = new Set<string>();
    let card = only('explain', await talk.say('what is a coupon?'));
    for (let step = 0; step < 12; step += 1) {
      expect(card.text).to.match(/\.( |$)/);
      seen.add(card.summary.split(':')[0] ?? '');
      const next = card.buttons[step % card.buttons.length]?.title ?? '';
      card = only('explain', await talk.press(card, next));
    }
    expect(seen.size).to.be.above(4);
  });

  it('explains both sides of a difference', async () => {
    const cards = await talk.say('difference between a coupon and a promotion code');
    expect(cards.map(({ name, summary }) => [name, summary.split(':')[0]])).to.deep.equal([
      ['explain', 'Coupon'],
      ['explain', 'Promotion code'],
    ]);
  });

  it('of another account offers the person’s own by button, and only by button', async () => {
    const [accounts] = await talk.say('charges of acct_123');
    await talk.press(accounts, 'Switch to EU store');
    const card = only('charges', await talk.say('show me the last 10 charges'));
    expect(card.text).to.contain('EU store · Test');
  });

  it('of another account says what to do to who has one only', async () => {
    await talkAs('support');
    const card = only('notice', await talk.say('charges of acct_123'));
    expect(card.text).to.contain('I look into the accounts that are yours here, and no others.');
  });
});

describe('a fault of Stripe at a question', () => {
  before(open);
  after(close);
  beforeEach(async () => await talkAs('admin'));

  const faults: readonly [Fault, string][] = [
    [{ kind: 'refuse', status: 503, times: 2 }, 'Stripe is not answering at the moment.'],
    [{ kind: 'drop', times: 2 }, 'Stripe is not answering at the moment.'],
    [{ kind: 'cut' }, 'Stripe is not answering at the moment.'],
    [{ kind: 'refuse', status: 429 }, 'Stripe asks us to slow down.'],
    [{ kind: 'refuse', status: 401 }, 'Stripe does not take this account’s key any more.'],
    [{ kind: 'refuse', status: 403 }, 'This account’s key may not do that at Stripe.'],
    [{ kind: 'refuse', status: 400 }, 'Stripe did not accept this.'],
    [{ kind: 'refuse', status: 409, times: 2 }, 'Stripe is still busy with the same request.'],
    [{ kind: 'badJson' }, 'Stripe’s answer could not be read, so I show nothing.'],
    [{ kind: 'html' }, 'Stripe’s answer could not be read, so I show nothing.'],
    [{ kind: 'bareError', status: 418 }, 'Stripe is not answering at the moment.'],
    [{ kind: 'otherMode' }, 'Stripe answered from the wrong mode'],
  ];

  /** A connection to Stripe that breaks is n8n's, where that asks; a second try is worth it. */
  const broken = ['drop', 'cut'];
  const ofN8n = 'This account is reached through n8n, which brings no answer at the moment.';

  it('is told in a plain sentence with a reference, and the same question is answered after it', async () => {
    await Promise.all(
      faults.map(async ([fault, usual]) => {
        const own = await openHouse({ now, settings: (demo) => ({ ...demo, model: null }) });
        const line = await talkOverDirectLine(own, 'admin');
        const lost = own.n8n !== null && broken.includes(fault.kind);
        const sentence = lost ? ofN8n : usual;
        own.stripe.queueFault(lost ? { ...fault, times: 2 } : fault);
        const [card, ...more] = await line.say('show me the last 10 charges');
        expect([fault.kind, card?.name, ...more]).to.deep.equal([fault.kind, 'notice']);
        expect(card?.text)
          .to.contain(sentence)
          .and.match(/Nothing was changed\..*\(reference [0-9a-f]{6}\)/);
        const whole = canariesOf(own.stripe.data('acct_demo_main') ?? emptyAccount());
        expect(whole.filter((text) => text.length > 4 && line.wire().includes(text))).to.deep.equal([]);
        expect(line.wire()).to.not.match(/••••|req_|ch_…|stand-in|rk_test|An unknown error/);
        expect(names(await line.say('show me the last 10 charges'))).to.deep.equal(['charges']);
        expect((await fetch(`${own.url}/healthz`)).status).to.equal(200);
        await own.close();
      }),
    );
  });

  const questions: readonly [said: string, path: string, card: string][] = [
    ['show me the last 10 charges', '/v1/charges', 'charges'],
    ['show me charge ch_3OabCD1xYz778899', '/v1/charges/ch_3OabCD1xYz778899', 'charges'],
    ['list customers', '/v1/customers', 'customers'],
    ['find customer Ava Martin', '/v1/customers/search', 'customers'],
    ['charges of Ava Martin', '/v1/customers/search', 'charges'],
    ['is ava.martin@example.com a customer', '/v1/customers', 'customers'],
    ['list coupons', '/v1/coupons', 'coupons'],
    ['list coupons', '/v1/promotion_codes', 'coupons'],
    ['does SPRING20 still work', '/v1/promotion_codes', 'coupons'],
    ['does SPRING20 still work', '/v1/coupons/SPRING20', 'coupons'],
    ['what is our balance?', '/v1/balance', 'balance'],
  ];
  for (const [said, path, card] of questions)
    it(`shows nothing of the wrong mode, and then all: "${said}", ${path}`, async () => {
      house.stripe.queueFault({ kind: 'otherMode', path });
      const [notice, ...more] = await talk.say(said);
      expect([notice?.name, more]).to.deep.equal(['notice', []]);
      expect(notice?.text).to.contain('Stripe answered from the wrong mode').and.contain('so I show nothing');
      expect(talk.wire()).to.not.match(/••••|…\w{4}|[$€¥]\d/);
      await talkAs('admin');
      expect((await talk.say(said))[0]?.name).to.equal(card);
    });

  it('on a later page leaves nothing half shown', async () => {
    house.stripe.queueFault({ kind: 'delay', milliseconds: 1, path: '/v1/charges' });
    house.stripe.queueFault({ kind: 'refuse', status: 429, path: '/v1/charges' });
    expect(names(await talk.say('list charges'))).to.deep.equal(['notice']);
    expect(names(await talk.say('list charges'))).to.deep.equal(['charges']);
  });

  it('of one step leaves the others answered', async () => {
    house.stripe.queueFault({ kind: 'refuse', status: 403, path: '/v1/balance' });
    const cards = await talk.say('what is our balance and list coupons');
    expect(names(cards)).to.deep.equal(['notice', 'coupons']);
    expect(cards[0]?.text).to.contain('This account’s key may not do that at Stripe.');
  });

  it('at Next leaves the card, and its Next works again', async () => {
    const first = only('charges', await talk.say('show me the last 10 charges'));
    house.stripe.queueFault({ kind: 'refuse', status: 429 });
    expect(names(await talk.press(first, 'Next 10'))).to.deep.equal(['notice']);
    expect(names(talk.screen())).to.include('charges');
    expect(tailsOn(only('charges', await talk.press(first, 'Next 10')))).to.have.length(10);
  });

  it('has the reference that the trail has, so that who runs the bot can find it', async () => {
    house.stripe.queueFault({ kind: 'refuse', status: 403 });
    const [notice] = await talk.say('what is our balance?');
    expect(notice?.text).to.match(/\(reference [0-9a-f]{6}\)$/);
    const trail = only('audit', await talk.say('show the audit trail'));
    expect(trail.text).to.contain('no permission failed');
  });
});
