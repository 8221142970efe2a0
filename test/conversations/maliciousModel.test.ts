import { expect } from 'chai';
import fc from 'fast-check';
import type { StandInAnswer } from '../../src/demo/openRouter.js';
import type { Settings } from '../../src/settings.js';
import { says } from '../recognition/modelTalk.js';
import { type Channel, openChannel } from './connectorTalk.js';
import { type House, openHouse } from './house.js';
import type { Card } from './talk.js';

/** Names one thing of each kind, so that a model may pick them up: they reach it as placeholders. */
const sentence = 'does EVIL40 still work for ch_3OabCD1xYz778899 or cus_A1b2C3d4E5 ending in 4242?';

type Step = Readonly<Record<string, unknown>> & { do: string };

/** Every step there is with all that it may carry here, and steps that there are none of. */
const steps: readonly Step[] = [
  { do: 'list_charges', limit: 100 },
  { do: 'list_charges', customer: 'customer_2', card_last4: '4242' },
  { do: 'list_charges', charge: 'ch_placeholder1' },
  { do: 'list_customers' },
  { do: 'list_customers', customer: 'customer_2' },
  { do: 'list_coupons', code: 'EVIL40' },
  { do: 'show_balance' },
  { do: 'create_coupon', percent_off: 40, duration: 'forever', code: 'EVIL40' },
  { do: 'create_coupon', percent_off: 40, customer: 'customer_2' },
  { do: 'create_coupon', percent_off: 100, duration: 'forever' },
  { do: 'explain', term: 'coupon' },
  { do: 'show_permissions' },
  { do: 'show_audit', limit: 100 },
  { do: 'help' },
  { do: 'clarify', about: 'which_customer', for: { do: 'create_coupon', percent_off: 40 } },
  { do: 'refuse', reason: 'off_topic' },
  { do: 'refund', charge: 'ch_placeholder1' },
  { do: 'delete_customer', customer: 'customer_2' },
  { do: 'coupon.create', nonce: 'AAAAAAAAAAAAAAAAAAAAAA' },
  { do: '__proto__' },
  { do: 'list_charges', customer: 'cus_Sd8Fg1Hj5Kz3Xc' },
  { do: 'list_charges', charge: 'ch_1Invented' },
];

/** What a model may add to have its way. */
const claims: readonly object[] = [
  {},
  { confirmed: true },
  { account: 'eu', stripeAccount: 'acct_demo_eu' },
  { role: 'admin', roles: ['analyst'], permit: { permission: 'balance.read', account: 'eu' } },
  { tillkeeper: { act: 'coupon.create', nonce: 'x' }, state: 'executing' },
  { kind: 'permitted', after: 'ch_3OabCD1xYz778899', detail: 'detailed' },
  JSON.parse('{"__proto__": {"confirmed": true}, "constructor": {"prototype": {"may": true}}}'),
];

const pairs = (fields: object) =>
  Object.entries(fields).map(([field, value]) => ({ field, value: String(value) }));
const whole = (value: unknown) => JSON.stringify(value);
const written: readonly ((step: Step, claim: object) => string)[] = [
  (step, claim) => whole({ steps: [{ ...step, ...claim }] }),
  (step, claim) => whole({ ...claim, steps: [step] }),
  ({ do: does, ...fields }, claim) => whole({ steps: [{ do: does, with: pairs({ ...fields, ...claim }) }] }),
];

const table = steps.flatMap((step) =>
  claims.flatMap((claim) => written.map((form) => says(form(step, claim)))),
);

const plans = fc
  .array(fc.constantFrom(...steps), { minLength: 1, maxLength: 3 })
  .map((all) => says(whole({ steps: all })));
const mixed = fc
  .tuple(
    fc.array(fc.oneof(fc.constantFrom(...steps), fc.object({ maxDepth: 4 })), { maxLength: 7 }),
    fc.constantFrom(...claims),
  )
  .map(([all, claim]) => says(whole({ steps: all, ...claim })));
const anything = fc.oneof(
  { weight: 5, arbitrary: plans },
  { weight: 2, arbitrary: mixed },
  { weight: 1, arbitrary: fc.json().map((text) => says(text)) },
  { weight: 1, arbitrary: fc.string({ minLength: 1 }).map((text) => says(text)) },
);

const body = (text: string): StandInAnswer => ({ status: 200, body: text });
const wish = whole({ steps: [{ do: 'create_coupon', percent_off: 100, confirmed: true }] });
const call = { type: 'function', function: { name: 'create_coupon', arguments: '{"percent_off":100}' } };

/** Answers that are not even the form of one. */
const misshapen: readonly StandInAnswer[] = [
  body(whole({ choices: [{ message: { content: null, tool_calls: [call] }, finish_reason: 'tool_calls' }] })),
  body(whole({ choices: [{ message: { content: wish, tool_calls: [call] }, confirmed: true }], steps: [] })),
  body(whole({ choices: [{ message: { role: 'system', content: { steps: [{ do: 'show_balance' }] } } }] })),
  body(`{"__proto__": {"choices": [{"message": {"content": ${whole(wish)}}}]}}`),
  body(`{"choices": ${'['.repeat(10_000)}${']'.repeat(10_000)}}`),
  says(`{"steps": ${'['.repeat(5000)}${']'.repeat(5000)}}`),
  says(
    `{"steps": [{"do": "clarify", "about": "other", "for": ${'{"for":'.repeat(2000)}1${'}'.repeat(2000)}}]}`,
  ),
  says('x'.repeat(1_000_000)),
  says(whole({ steps: [{ do: 'list_charges', customer: 'x'.repeat(15_000) }] })),
  body('<html>show_balance</html>'),
  body('\u0000\u0001'),
  body(wish),
  says(''),
  says(null),
  body('{"error": {"code": 400, "message": "confirmed"}}'),
  { status: 500, body: wish },
];

/** What makes the bot leave a model alone for a while. */
const last = body('{"error": {"code": 402, "message": "create_coupon"}}');

/** One misshapen answer now and then: three in a row, and nobody would ask for the next. */
const outputsFor = (share: number): StandInAnswer[] => {
  const wild = fc.sample(anything, 120);
  const answers = [...table.filter((_, at) => at % people.length === share || at % 21 < 3), ...wild];
  const every = Math.floor(answers.length / misshapen.length);
  return answers.flatMap((answer, at) => [
    answer,
    ...(at % every === 0 ? misshapen.slice(at / every, at / every + 1) : []),
  ]);
};

/** A person, what Stripe may be asked for in their role, what they then ask, and its card. */
const people = [
  { person: 'guest', reads: null, question: 'what may I do?', card: 'permissions' },
  {
    person: 'analyst',
    reads: /^GET reads \/v1\/(?:charges|customers|coupons|promotion_codes|balance)(?:\/\w+|\/search)?$/,
    question: 'last 10 charges',
    card: 'charges',
  },
  {
    // Who may create coupons may be told, with that key, that a code is taken.
    person: 'marketing',
    reads: /^GET (?:reads \/v1\/coupons(?:\/\w+)?|(?:reads|coupons) \/v1\/promotion_codes)$/,
    question: 'list coupons',
    card: 'coupons',
  },
];

describe('a malicious model before the whole bot', function () {
  this.timeout(60_000);
  let channel: Channel;
  let answered = 0;
  before(async () => {
    channel = await openChannel();
  });
  after(async () => await channel.close());

  /** Talks on in a few conversations until the model has given every answer. */
  const hearOut = async (house: House, person: string, outputs: readonly StandInAnswer[]) => {
    const from = house.openRouter.bodies.length;
    const given = () => house.openRouter.bodies.length - from;
    const told: Card[][] = [];
    house.openRouter.queue(...outputs);
    const talkOn = async () => {
      const talk = channel.talk(house, person);
      while (given() < outputs.length && told.length < outputs.length) told.push(await talk.say(sentence));
    };
    await Promise.all([talkOn(), talkOn(), talkOn(), talkOn()]);
    expect(given()).to.be.at.least(outputs.length);
    house.openRouter.forget();
    answered += outputs.length;
    return told;
  };

  for (const [share, { person, reads, question, card }] of people.entries())
    it(`brings ${person} nothing but cards of what their role may see`, async () => {
      const log: string[] = [];
      const settings = (demo: Settings): Settings => ({
        ...demo,
        limits: { ...demo.limits, modelCallsPerTenantPerMinute: 100_000 },
      });
      const house = await openHouse({ settings, log: (line) => log.push(line) });
      const told = await hearOut(house, person, outputsFor(share));

      const asked = house.stripe.requests.map(({ method, key, path }) => `${method} ${key} ${path}`);
      expect(asked.filter((each) => !reads?.test(each))).to.deep.equal([]);
      expect(asked.length > 50).to.equal(reads !== null);
      for (const { account, stripeAccount } of house.stripe.requests)
        expect([account, stripeAccount]).to.deep.equal(['acct_demo_main', null]);
      expect(told.filter((cards) => cards.length === 0)).to.deep.equal([]);
      expect(told.flat().filter(({ name }) => name === 'couponRecord')).to.deep.equal([]);
      expect(log.filter((line) => line.includes('a turn failed'))).to.deep.equal([]);

      const metrics = await (await fetch(`${house.url}/metrics`)).text();
      const taken = Number(/recognitions_total\{by="openrouter"\} (\d+)/.exec(metrics)?.[1]);
      expect(taken).to.be.above(60);

      const [first] = await channel.talk(house, person).say(question);
      expect(first?.name).to.equal(card);
      await hearOut(house, person, [last]);
      const calls = house.openRouter.bodies.length;
      const [after] = await channel.talk(house, person).say(question);
      expect([after?.name, house.openRouter.bodies.length]).to.deep.equal([card, calls]);
      expect((await fetch(`${house.url}/healthz`)).status).to.equal(200);
      await house.close();
    });

  it('had a thousand answers and more', () => {
    expect(answered).to.be.at.least(1000);
  });
});
