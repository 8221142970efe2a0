import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import fc from 'fast-check';
import { z } from 'zod';
import { permissions } from '../../src/access/permission.js';
import { demoRoles } from '../../src/demo/people.js';
import { mainStore } from '../../src/demo/stripe/data/mainStore.js';
import { initials, maskCode, maskEmail } from '../../src/masking/masks.js';
import { readCompletion } from '../../src/recognition/completion.js';
import { allowedCalls } from '../../src/stripe/allowedCalls.js';
import { charge } from '../../src/stripe/leaves/charge.js';
import { customer } from '../../src/stripe/leaves/customer.js';
import { triggerAsk } from '../../src/triggers/tasks.js';
import { leaves, markStripe, unknownMarker } from '../conversations/markedStripe.js';
import { ask, couponForm, couponId, type GatewayRequest, modelAsk, now, write } from './asks.js';
import { modelRefusals, stripeRefusals } from './refusals.js';
import { codeOf, settingsIn, shipped } from './shippedFiles.js';

const clock = { Date: { now: () => now * 1000 } };

const stripe = shipped('tillkeeper-stripe-main.json');
const stripeCheck = codeOf(stripe, 'Check request');
const stripeKeep = codeOf(stripe, 'Keep allowed');
const checked = (request: GatewayRequest, own: Readonly<Record<string, unknown>> = {}) =>
  stripeCheck({}, { Webhook: request, Settings: { ...settingsIn(stripe), ...own } }, clock);

const openRouter = shipped('tillkeeper-openrouter.json');
const modelCheck = codeOf(openRouter, 'Check request');
const modelKeep = codeOf(openRouter, 'Keep allowed');
const modelChecked = (request: GatewayRequest) =>
  modelCheck({}, { Webhook: request, Settings: settingsIn(openRouter) }, clock);

const refusedAs = (refused: string) => ({ gateway: 'n8n', v: 1, refused });

describe('a Stripe gateway', () => {
  it('is tried with far more than 40 kinds of requests that it must refuse', () => {
    const kinds = stripeRefusals.map(([what]) => what);
    expect(new Set(kinds).size).to.equal(kinds.length).and.to.be.above(90);
  });

  for (const [what, code, request] of stripeRefusals) {
    it(`refuses ${what}: ${code}`, () => {
      expect(checked(request)).to.deep.equal(refusedAs(code));
    });
  }

  it('hands on a read as it was asked, with no header but the needed ones', () => {
    const path = '/v1/charges?limit=10&created[gte]=1795000000&customer=cus_1';
    expect(checked(ask({ path }))).to.deep.equal({
      method: 'GET',
      url: 'https://api.stripe.com/v1/charges?limit=10&created%5Bgte%5D=1795000000&customer=cus_1',
      headers: { 'Stripe-Version': '2026-10-28.endive' },
      body: '',
      keep: { gives: 'charge', codes: 'masked' },
    });
  });

  it('hands on a write with its idempotency key, to a connected account where the box says so', () => {
    const asked = checked(write('/v1/coupons', `${couponForm}&name=Spring+%26+summer`), {
      stripeAccount: 'acct_1',
    });
    expect(asked).to.deep.equal({
      method: 'POST',
      url: 'https://api.stripe.com/v1/coupons',
      headers: {
        'Stripe-Version': '2026-10-28.endive',
        'Idempotency-Key': 'till-key-0001',
        'Stripe-Account': 'acct_1',
      },
      body: `id=${couponId}&duration=once&percent_off=15&name=Spring%20%26%20summer`,
      keep: { gives: 'coupon', codes: 'whole' },
    });
  });

  it('lets a role do in this account exactly what its own table says', () => {
    for (const role of Object.keys(demoRoles))
      for (const ability of permissions)
        for (const call of allowedCalls.filter(({ may }) => may.includes(ability))) {
          const path = call.path.replace(':id', 'x_1');
          const own =
            call.method === 'POST' ? { method: 'POST', path, idempotencyKey: 'till-key-0001' } : { path };
          const use = call.method === 'POST' ? 'write' : 'read';
          const answer = checked(ask(own, { ability, roles: [role], use }));
          const may = Object.entries(demoRoles).some(
            ([name, held]) => name === role && [...held].includes(ability),
          );
          expect(answer.refused, `${role} ${ability} ${call.method} ${path}`).to.equal(
            may ? undefined : 'role',
          );
        }
  });

  it('takes the roles of its box as text too', () => {
    const roles = JSON.stringify({ analyst: ['charges.read'] });
    expect(checked(ask(), { roles }).refused).to.equal(undefined);
    expect(checked(ask(), { roles: '{}' })).to.deep.equal(refusedAs('role'));
  });

  it('never asks another host, and never what no entry of the list names, whatever the path', () => {
    const sign = fc.constantFrom(...'/v1charges?&=%2F5C.@#:;\\[]_ \r\nlimitexpand'.split(''));
    const text = fc.string({ unit: sign, maxLength: 40 });
    fc.assert(
      fc.property(
        fc.constantFrom('', '/v1/', '/v1/charges', '/v1/charges/', '/v1/charges?'),
        text,
        (start, rest) => {
          const { url, refused } = checked(ask({ path: start + rest }));
          if (refused !== undefined) return;
          const read = new URL(String(url));
          expect(read.origin).to.equal('https://api.stripe.com');
          expect(read.pathname).to.match(/^\/v1\/charges(?:\/[^/]+)?$/);
          expect([...read.searchParams.keys()].filter((name) => name !== 'limit')).to.deep.equal([]);
        },
      ),
      { numRuns: 400 },
    );
  });
});

const recorded = z.object({
  method: z.enum(['GET', 'POST']),
  path: z.string(),
  body: z.string(),
  key: z.string(),
});
const requests = readFileSync(new URL('../data/stripe-requests.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => recorded.parse(JSON.parse(line)));

describe('what the bot asked of Stripe in all conversations of these tests', () => {
  it('is a good sample', () => {
    expect(requests).to.have.length.above(150);
    expect(requests.filter(({ method }) => method === 'POST')).to.have.length.above(20);
  });

  const by = (method: string) => [
    ...permissions.map((ability) => ({ ability, use: method === 'POST' ? 'write' : 'read' })),
    { ability: 'check', use: 'check' },
  ];

  it('is let through, every request of it', () => {
    const refused = requests.filter(({ method, path, body, key }) =>
      by(method).every((asker) => {
        const token = { ...asker, roles: ['analyst', 'marketing'] };
        return checked(ask({ method, path, body, idempotencyKey: key }, token)).refused !== undefined;
      }),
    );
    expect(refused.map(({ method, path, body }) => `${method} ${path} ${body}`)).to.deep.equal([]);
  });
});

/** What the gateway gives the bot for an answer of Stripe's. */
const given = (
  body: unknown,
  {
    status = 200,
    headers = {},
    keep = { gives: 'charge', codes: 'masked' },
    method = 'GET',
  }: {
    status?: number;
    headers?: Readonly<Record<string, string>>;
    keep?: Readonly<Record<string, string>>;
    method?: string;
  } = {},
) =>
  stripeKeep(
    { statusCode: status, headers, body },
    { 'Check request': { method, keep }, Settings: settingsIn(stripe) },
  );

const list = (data: readonly unknown[]) => ({ object: 'list', data, has_more: true, url: '/v1/charges' });

describe('what a Stripe gateway gives the bot', () => {
  const all = leaves();
  const marked = mainStore(now);
  markStripe(marked, all, true);
  const { charges, customers, coupons, promotionCodes, balance } = marked;
  const kinds = { charge: charges, customer: customers, coupon: coupons, promotion_code: promotionCodes };

  for (const [kind, objects] of Object.entries({ ...kinds, balance: [balance] })) {
    it(`is of a ${kind} no leaf that is kept back, and no masked one whole`, () => {
      const keep = { gives: kind, codes: 'masked' };
      const answer = kind === 'balance' ? given(balance, { keep }) : given(list(objects), { keep });
      const [sent, kept] = [JSON.stringify(objects), JSON.stringify(answer)];
      const hidden = all.filter(({ treatment, path }) => treatment !== 'show' && !/last4$/.test(path));
      const found = (text: string) =>
        hidden.filter(({ marker }) => marker !== null && text.includes(marker)).map(({ path }) => path);
      if (kind !== 'coupon') expect(found(sent).length).to.be.above(0);
      expect(sent).to.include(unknownMarker);
      expect(found(kept)).to.deep.equal([]);
      expect(kept).to.not.include(unknownMarker);
      expect(kept).to.include(`"object":"${kind}"`);
    });
  }

  const store = mainStore(now);

  it('is for every charge and customer of the demo what the bot takes itself, masked the same', () => {
    const masked = (facts: { name: string | null; email: string | null }) => ({
      ...facts,
      name: initials(facts.name),
      email: maskEmail(facts.email),
    });
    const through = (raw: unknown, gives: string) => given(raw, { keep: { gives, codes: 'masked' } }).body;
    for (const raw of store.charges)
      expect(masked(charge.parse(through(raw, 'charge')))).to.deep.equal(masked(charge.parse(raw)));
    for (const raw of store.customers)
      expect(masked(customer.parse(through(raw, 'customer')))).to.deep.equal(masked(customer.parse(raw)));
    expect(store.charges.length).to.be.above(100);
  });

  it('is masked as the bot masks, and the bot makes the same of it, whatever the name, the address and the code', () => {
    const word = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.emailAddress(),
      fc.string({ unit: fc.constantFrom(...'aZ9 .@ßİ·ٱx') }),
    );
    const raw = { object: 'customer', livemode: false, id: 'cus_1' };
    fc.assert(
      fc.property(word, word, fc.string(), (name, email, code) => {
        const { body } = given({ ...raw, name, email }, { keep: { gives: 'customer', codes: 'masked' } });
        const kept = customer.parse(body);
        expect(kept.email).to.equal(maskEmail(email));
        expect(kept.name).to.equal(initials(name));
        expect(maskEmail(kept.email)).to.equal(maskEmail(email));
        expect(initials(kept.name)).to.equal(initials(name));
        const bound = { object: 'promotion_code', livemode: false, code, customer: 'cus_1' };
        const one = given(bound, { keep: { gives: 'promotion_code', codes: 'masked' } });
        const { code: short } = z.object({ code: z.string() }).parse(one.body);
        expect(maskCode(short, true)).to.equal(maskCode(code, true));
        if (code.length > 6) expect(short).to.not.include(code);
      }),
      { numRuns: 200 },
    );
  });

  it('is a code whole where everybody may have it, where it was asked for, and where it was just made', () => {
    const raw = { object: 'promotion_code', livemode: false, code: 'SPRING-2026' };
    const codeIn = (customer: string | null, codes: string) =>
      given({ ...raw, customer }, { keep: { gives: 'promotion_code', codes } }).body;
    expect(codeIn(null, 'masked')).to.include({ code: 'SPRING-2026' });
    expect(codeIn('cus_1', 'whole')).to.include({ code: 'SPRING-2026' });
    expect(codeIn('cus_1', 'masked')).to.include({ code: 'SP••••' });
  });

  it('is of an object that was not asked for its kind alone', () => {
    const raw = { object: 'customer', id: 'cus_1', email: 'jane@example.com', livemode: false };
    expect(given(raw).body).to.deep.equal({ object: 'customer' });
    expect(given(list([raw])).body).to.deep.equal({
      object: 'list',
      data: [{ object: 'customer' }],
      has_more: true,
    });
  });

  it('is of a check the mode, and whose the key is', () => {
    const check = { gives: 'check' };
    const account = { object: 'account', id: 'acct_1', email: 'owner@example.com' };
    expect(given(account, { keep: check }).body).to.deep.equal({ object: 'account', id: 'acct_1' });
    const live = { object: 'charge', id: 'ch_1', livemode: true, amount: 100 };
    expect(given(list([live]), { keep: check }).body).to.deep.equal({
      object: 'list',
      data: [{ object: 'charge', livemode: true }],
      has_more: true,
    });
  });

  it('is nothing of the other mode, unless it has just been made', () => {
    const live = { object: 'charge', id: 'ch_1', livemode: true };
    expect(given(live)).to.deep.equal(refusedAs('wrong_mode'));
    expect(given(list([live]))).to.deep.equal(refusedAs('wrong_mode'));
    const made = given(
      { object: 'coupon', id: couponId, livemode: true },
      { method: 'POST', keep: { gives: 'coupon', codes: 'whole' } },
    );
    expect(made.body).to.deep.equal({ object: 'coupon', id: couponId, livemode: true });
  });

  it('is of an error its words of one word, never a sentence', () => {
    const error = {
      type: 'card_error',
      code: 'card_declined',
      decline_code: 'fraudulent',
      param: 'source',
      message: 'The card of jane@example.com was declined.',
      charge: 'ch_1',
    };
    const headers = {
      'Request-Id': 'req_1',
      'retry-after': '2',
      'set-cookie': 'x',
      'stripe-should-retry': 'true',
    };
    expect(given({ error }, { status: 402, headers })).to.deep.equal({
      gateway: 'n8n',
      v: 1,
      status: 402,
      headers: { 'request-id': 'req_1', 'retry-after': '2', 'stripe-should-retry': 'true' },
      body: {
        error: { type: 'card_error', code: 'card_declined', decline_code: 'fraudulent', param: 'source' },
      },
    });
    expect(
      given({ error: { type: 'a b', code: 7, param: 'x'.repeat(200) } }, { status: 400 }).body,
    ).to.deep.equal({
      error: {},
    });
  });

  const odd: readonly (readonly [string, unknown])[] = [
    ['a page', '<html>jane@example.com</html>'],
    ['nothing', undefined],
    ['a list', [{ email: 'jane@example.com' }]],
    ['a number', 7],
  ];
  for (const [what, body] of odd) {
    it(`is nothing of an answer that is ${what}`, () => {
      expect(given(body).body).to.deep.equal({});
      expect(given(body, { status: 502 }))
        .to.include({ status: 502 })
        .and.to.have.property('body')
        .deep.equal({});
    });
  }
});

describe('the OpenRouter gateway', () => {
  for (const [what, code, request] of modelRefusals) {
    it(`refuses ${what}: ${code}`, () => {
      expect(modelChecked(request)).to.deep.equal(refusedAs(code));
    });
  }

  it('hands on what the bot asks, on its own terms', () => {
    const { body } = modelAsk();
    const { request } = z.object({ request: z.record(z.string(), z.unknown()) }).parse(body);
    const asked = modelAsk({ max_tokens: 100_000, provider: { data_collection: 'allow' } });
    const expected = { url: 'https://openrouter.ai/api/v1/chat/completions', request };
    expect(modelChecked(modelAsk())).to.deep.equal(expected);
    expect(modelChecked(asked)).to.deep.equal(expected);
  });

  const answers: readonly (readonly [string, unknown])[] = [
    [
      'a plan',
      {
        id: 'gen-1',
        provider: 'Somebody',
        model: 'openai/gpt-4.1-mini',
        choices: [
          { index: 0, finish_reason: 'stop', message: { role: 'assistant', content: '{"steps": []}' } },
        ],
        usage: { prompt_tokens: 1500, completion_tokens: 40, total_tokens: 1540, cost: 0.0001 },
      },
    ],
    ['one that was cut off', { choices: [{ finish_reason: 'length', message: { content: '{' } }] }],
    ['one that was declined', { choices: [{ message: { content: null, refusal: 'No.' } }] }],
    ['an error', { error: { code: 402, message: 'jane@example.com' } }],
    [
      'an error of a choice',
      { choices: [{ error: { code: 502, message: 'x' }, message: { content: 'y' } }] },
    ],
    ['no choice', { choices: [] }],
    ['nothing', {}],
  ];
  for (const [what, body] of answers) {
    it(`gives the bot ${what} as if it had asked itself`, () => {
      const kept = modelKeep({ statusCode: 200, headers: { 'retry-after': '3', 'cf-ray': 'x' }, body });
      expect(readCompletion(kept.body)).to.deep.equal(readCompletion(body));
      expect(kept).to.include({ gateway: 'n8n', v: 1, status: 200 });
      expect(kept.headers).to.deep.equal({ 'retry-after': '3' });
      expect(JSON.stringify(kept)).to.not.include('jane@example.com').and.to.not.include('Somebody');
    });
  }
});

describe('a delivery to the bot', () => {
  const more = { $execution: { id: '71' }, $workflow: { id: 'tk1' }, ...clock };
  const daily = shipped('tillkeeper-daily-summary.json');
  const onDemand = shipped('tillkeeper-on-demand.json');
  const another = 'Called by another workflow';
  const demanded = (item: unknown) =>
    codeOf(onDemand, 'Delivery')({}, { Settings: settingsIn(onDemand), [another]: item }, more);

  it('is what the bot takes, signed over name, time and body', () => {
    const settings = settingsIn(daily);
    const made = z
      .object({ url: z.string(), timestamp: z.string(), body: z.string(), signed: z.string() })
      .parse(codeOf(daily, 'Delivery')({}, { Settings: settings }, more));
    expect(triggerAsk.parse(JSON.parse(made.body))).to.deep.equal({
      v: 1,
      id: `n8n-tk1-71-0-${now}`,
      task: 'balance_summary',
      account: 'main',
      conversation: 'finance-team',
    });
    expect(made.url).to.equal('https://tillkeeper.example/api/triggers/daily-summary');
    expect(made.signed).to.equal(`daily-summary.${made.timestamp}.${made.body}`);
    expect(createHmac('sha256', 'a secret').update(made.signed).digest('hex')).to.have.length(64);
  });

  it('asks for what another workflow wants', () => {
    const item = { task: 'coupons_ending_soon', account: '', conversation: null, days: 14, count: null };
    const { body } = z.object({ body: z.string() }).parse(demanded(item));
    expect(triggerAsk.parse(JSON.parse(body))).to.include({
      task: 'coupons_ending_soon',
      account: 'main',
      days: 14,
    });
  });

  for (const task of ['create_coupon', '', 'show me everything']) {
    it(`fails for the task ${JSON.stringify(task)}, so that an error workflow hears of it`, () => {
      expect(() => demanded({ task })).to.throw('There is no such task');
    });
  }
});
