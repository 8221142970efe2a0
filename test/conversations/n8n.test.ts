import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect } from 'chai';
import { z } from 'zod';
import { demoStripeKeys } from '../../src/demo/stripe/data.js';
import type { GatewayFault } from '../n8n/standInGateway.js';
import { onScreen, reviewOf, stripeSince, told } from './couponCards.js';
import { talkOverDirectLine } from './directLineTalk.js';
import { type House, openHouse } from './house.js';
import { names, only, type Talk } from './talk.js';

const notKnown =
  /I do not know whether the coupon exists\. Press Create coupon again: it cannot be made twice\./;
const lost = { method: 'POST', stage: 'done', path: 'stripe-main' } as const;
const page = '<!doctype html><title>Sign in</title>';
const failed = { status: 500, body: '{"message":"Error in workflow"}' };

describe('a house whose keys n8n has', () => {
  let house: House;
  let talk: Talk;

  beforeEach(async () => {
    house = await openHouse({ via: 'n8n' });
    talk = await talkOverDirectLine(house, 'admin');
  });
  afterEach(async () => await house.close());

  const fail = (...faults: GatewayFault[]) => {
    for (const fault of faults) house.n8n?.queueFault(fault);
  };

  it('sends n8n neither key nor mail address, and tells it who may by role alone', async () => {
    await talk.say('charges of ava.martin@example.com');
    await talk.say('show me the last 10 charges');
    const sent = (house.n8n?.requests ?? []).map(({ claims, headers, body }) =>
      JSON.stringify({ claims, headers, body }),
    );
    const toModel = sent.filter((each) => each.includes('"use":"model"')).join();
    expect(toModel).to.contain('customer_1').and.not.contain('ava.martin');
    for (const secret of [...Object.values(demoStripeKeys.main), 'n8n_gateway_no_key', '"admin"'])
      expect(sent.join()).to.not.contain(secret);
    expect(house.stripe.requests.map(({ key }) => key)).to.include('reads');
  });

  it('gets nothing of a customer but what is masked already', async () => {
    await talk.say('list customers');
    await talk.say('show me the last 10 charges');
    const answered = (house.n8n?.requests ?? []).map((one) => one.answered).join();
    const people = house.stripe.data('acct_demo_main')?.customers ?? [];
    const raw = people.flatMap(({ email, name }) => [email, name]).filter((each) => each !== null);
    expect(raw).to.have.length.above(10);
    expect(answered).to.contain('"object":"customer"');
    expect(raw.filter((each) => answered.includes(JSON.stringify(each)))).to.deep.equal([]);
  });

  describe('while a coupon is made', () => {
    const plays: readonly [what: string, faults: GatewayFault[], first: RegExp | 'couponRecord'][] = [
      ['n8n loses one answer', [{ ...lost, answer: 'drop' }], 'couponRecord'],
      ['n8n cuts one answer', [{ ...lost, answer: 'cut' }], 'couponRecord'],
      ['n8n fails after one call', [{ ...lost, answer: failed }], 'couponRecord'],
      [
        'n8n loses both answers, and the coupon is found',
        [{ ...lost, answer: 'drop', times: 2 }],
        'couponRecord',
      ],
      [
        'a page comes instead of the answer',
        [{ ...lost, answer: { status: 200, body: page } }],
        'couponRecord',
      ],
      [
        'n8n goes down after the call',
        [
          { ...lost, answer: 'drop', times: 2 },
          { path: 'stripe-main', answer: 'drop', times: 2 },
        ],
        notKnown,
      ],
      [
        'n8n starts again after the call, and has no workflow yet',
        [
          { ...lost, answer: 'drop' },
          { path: 'stripe-main', answer: { status: 404, body: '{}' }, times: 2 },
        ],
        notKnown,
      ],
      [
        'n8n fails before it',
        [
          { ...lost, stage: 'door', answer: failed, times: 2 },
          { path: 'stripe-main', answer: failed, times: 2 },
        ],
        notKnown,
      ],
    ];
    for (const [what, faults, first] of plays)
      it(`${what}: there is one coupon with one code in the end`, async () => {
        const since = stripeSince(house);
        const review = await reviewOf(talk);
        fail(...faults);
        const cards = await talk.press(review, 'Create coupon');
        if (first === 'couponRecord') expect(names(cards)).to.deep.equal(['couponRecord']);
        else {
          expect(only('notice', cards).text).to.match(first);
          expect(onScreen(talk, 'couponReview')).to.have.length(1);
          expect(names(await talk.press(review, 'Create coupon'))).to.deep.equal(['couponRecord']);
        }
        expect(since.coupons().map(({ codes }) => codes)).to.deep.equal([1]);
      });

    it('repeats a lost write under the same key', async () => {
      const review = await reviewOf(talk);
      fail({ ...lost, answer: 'drop' });
      await talk.press(review, 'Create coupon');
      const writes = house.stripe.requests.filter(
        ({ path, method }) => method === 'POST' && path === '/v1/coupons',
      );
      const [first, second] = writes.map(({ idempotencyKey }) => idempotencyKey);
      expect(writes).to.have.length(2);
      expect(first).to.be.a('string').and.equal(second);
    });

    it('says for certain that nothing was made where n8n lets nobody in', async () => {
      const since = stripeSince(house);
      const review = await reviewOf(talk);
      fail({ path: 'stripe-main', answer: { status: 403, body: 'Authorization data is wrong!' } });
      const text = await told(talk.press(review, 'Create coupon'));
      expect(text)
        .to.contain('which does not let me in or is not set up for it')
        .and.contain('Nothing was changed.');
      expect(since.coupons()).to.deep.equal([]);
    });
  });

  const envelope = (refused: string) => ({
    status: 200,
    body: JSON.stringify({ gateway: 'n8n', v: 1, refused }),
  });
  const faults: readonly [what: string, fault: GatewayFault, says: string][] = [
    ['is down', { answer: 'drop', times: 2 }, 'which brings no answer at the moment.'],
    ['fails', { answer: failed, times: 2 }, 'which brings no answer at the moment.'],
    ['cuts its answer', { stage: 'done', answer: 'cut', times: 2 }, 'which brings no answer at the moment.'],
    [
      'knows another secret',
      { answer: { status: 403, body: 'invalid signature' } },
      'which does not let me in',
    ],
    ['wants a token', { answer: { status: 401, body: page } }, 'which does not let me in'],
    [
      'has no such workflow',
      { answer: { status: 404, body: '{"stacktrace":"at"}' } },
      'which does not let me in',
    ],
    ['shows a page', { answer: { status: 200, body: page } }, 'What n8n answered could not be read'],
    ['refuses the role', { answer: envelope('role') }, 'n8n refused this: its own list of roles'],
    ['refuses the path', { answer: envelope('not_allowed_path') }, 'n8n refused this: its workflow'],
    ['refuses a parameter', { answer: envelope('not_allowed_parameter') }, 'n8n refused this: its workflow'],
    ['is of another account', { answer: envelope('wrong_account') }, 'is not set up for it'],
    ['is of another mode', { answer: envelope('wrong_mode') }, 'Stripe answered from the wrong mode'],
  ];
  it('says what n8n lacks in a sentence of its own, and the same question is answered after it', async () => {
    for (const [what, fault, says] of faults) {
      fail({ ...fault, path: 'stripe-main' });
      const [card, ...more] = await talk.say('what is our balance?');
      expect([what, card?.name, more.length]).to.deep.equal([what, 'notice', 0]);
      expect(card?.text)
        .to.contain(says)
        .and.match(/Nothing was changed\. \(reference [0-9a-f]{6}\)/);
      expect(talk.wire()).to.not.match(/Sign in|stacktrace|Error in workflow|connection to Stripe|webhook/);
      expect(names(await talk.say('what is our balance?'))).to.deep.equal(['balance']);
    }
  });
});

describe('n8n’s second opinion on who may', () => {
  it('holds against the bot’s settings: who may here and not there gets nothing, and nothing is made', async () => {
    const house = await openHouse({ via: 'n8n', n8nRoles: { analyst: { may: ['charges.read'] } } });
    const talk = await talkOverDirectLine(house, 'analyst');
    expect(names(await talk.say('show me the last 10 charges'))).to.deep.equal(['charges']);
    const { text } = only('notice', await talk.say('what is our balance?'));
    expect(text).to.contain('n8n refused this: its own list of roles does not let yours do it.');
    expect(house.stripe.requests.map(({ path }) => path)).to.deep.equal(['/v1/charges']);
    await house.close();
  });

  it('is not asked for where the bot’s own settings refuse', async () => {
    const house = await openHouse({ via: 'n8n', n8nRoles: { support: { may: ['balance.read'] } } });
    const talk = await talkOverDirectLine(house, 'support');
    expect(only('notice', await talk.say('what is our balance?')).text).to.contain('may not see the balance');
    expect(house.n8n?.requests.filter(({ path }) => path.includes('stripe'))).to.deep.equal([]);
    await house.close();
  });
});

const titled = z.array(z.object({ fullTitle: z.string() }));
const report = z.object({ passes: titled, failures: titled });
const files = [
  'whoHasTheKeys',
  'scenario',
  'coupon',
  'couponFaults',
  'couponForm',
  'couponHalf',
  'followUps',
  'lists',
  'lookups',
];

describe('the conversations of the suite', () => {
  it('come to the same through n8n, in a process whose environment has no key', async function () {
    this.timeout(400_000);
    const hidden = /STRIPE|OPENROUTER|N8N|DATABASE_URL/;
    const rest = Object.entries(process.env).filter(([name]) => !hidden.test(name));
    const args = [
      'node_modules/mocha/bin/mocha.js',
      '--no-config',
      '--exit',
      '--timeout=60000',
      '--reporter=json',
    ];
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', ...args, ...files.map((name) => `test/conversations/${name}.test.ts`)],
      { env: { ...Object.fromEntries(rest), TEST_VIA: 'n8n' }, stdio: ['ignore', 'pipe', 'ignore'] },
    );
    const told: string[] = [];
    child.stdout.on('data', (chunk) => told.push(String(chunk)));
    await once(child, 'close');
    const text = told.join('');
    const { passes, failures } = report.parse(JSON.parse(text.slice(text.indexOf('{\n  "stats"'))));
    expect(failures.map(({ fullTitle }) => fullTitle)).to.deep.equal([]);
    const titles = passes.map(({ fullTitle }) => fullTitle);
    expect(titles).to.have.length.above(150);
    expect(titles).to.include('a house of these tests has its keys at n8n, as TEST_VIA says');
  });
});
