import { once } from 'node:events';
import { createServer } from 'node:net';
import { performance } from 'node:perf_hooks';
import { setTimeout as passing } from 'node:timers/promises';
import { expect } from 'chai';
import { z } from 'zod';
import { openRouterGateway } from '../../../scripts/n8n/openRouterGateway.js';
import { stripeGateway } from '../../../scripts/n8n/stripeGateway.js';
import { dailySummary, onDemand } from '../../../scripts/n8n/triggerWorkflows.js';
import { demoRoles } from '../../../src/demo/people.js';
import { canariesOf } from '../../../src/demo/stripe/canaries.js';
import { noKey } from '../../../src/n8n/gateway.js';
import { type Claims, gatewayToken } from '../../../src/n8n/token.js';
import type { Settings } from '../../../src/settings.js';
import { talkOverDirectLine } from '../../conversations/directLineTalk.js';
import { type House, openHouse } from '../../conversations/house.js';
import { names, only } from '../../conversations/talk.js';
import { couponForm, couponId } from '../asks.js';
import { stripeRefusals } from '../refusals.js';
import { type Between, openBetween } from './between.js';
import { callerOf } from './caller.js';
import { installedN8n, n8nVersion } from './install.js';
import { type Credential, type RealN8n, startN8n, withCredentials } from './server.js';

const secret = 'the secret of the bot and a real n8n';
const triggerSecret = 'the secret of a trigger, for tests';
const stripeKey = (account: string): string => `rk_test_n8nOnly_${account}`;
const openRouterKey = 'sk-or-n8nOnly';

const credential = (id: string, type: string, data: Credential['data']): Credential => ({
  id,
  name: id,
  type,
  data,
});
const jwt = credential('tkCredJwt0000001', 'jwtAuth', { keyType: 'passphrase', secret, algorithm: 'HS256' });
const hmac = credential('tkCredHmac000001', 'crypto', { hmacSecret: triggerSecret });

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** The demo with every key in n8n, and a trigger that may read the balance and charges. */
const withN8n =
  (url: string) =>
  (demo: Settings): Settings => {
    const gateway = { url: `${url}/webhook`, secret };
    return {
      ...demo,
      accounts: demo.accounts.map((one) => ({ ...one, key: noKey, couponKey: noKey, base: null, gateway })),
      model: demo.model && { ...demo.model, key: noKey, gateway },
      triggers: [
        { name: 'daily-summary', secret: triggerSecret, tasks: ['balance_summary', 'last_charges'] },
      ],
      people: [...demo.people, { trigger: 'daily-summary', roles: ['analyst'], accounts: ['main'] }],
    };
  };

describe(`a real n8n ${n8nVersion} with the workflows that are shipped`, () => {
  const told: string[] = [];
  let house: House;
  let between: Between;
  let n8n: RealN8n;
  let canaries: string[];
  let settings: Settings | undefined;

  before(async () => {
    const installed = await installedN8n((line) => process.stdout.write(`    ${line}\n`));
    const port = await freePort();
    between = await openBetween(`http://127.0.0.1:${port}`);
    house = await openHouse({
      via: 'direct',
      settings: (demo) => {
        settings = withN8n(between.url)(demo);
        return settings;
      },
    });
    const data = house.stripe.data('acct_demo_main');
    canaries = data ? canariesOf(data).filter((text) => text.length > 3) : [];
    const made = workflowsFor(house);
    const from = performance.now();
    n8n = await startN8n({ installed, port, ...made });
    for (const account of ['main', 'eu']) await stripeAsked(account, {});
    told.push(
      `import of 6 workflows, publishing and start: ${((performance.now() - from) / 1000).toFixed(0)} s`,
    );
  });

  after(async () => {
    for (const line of told) process.stdout.write(`    ${line}\n`);
    await n8n?.stop();
    await house?.close();
    await between?.close();
  });

  const coupons = () => house.stripe.data('acct_demo_main')?.coupons.length ?? 0;
  const talkAs = async (person: string) => await talkOverDirectLine(house, person);

  it('lists charges, customers, coupons and the balance, in both accounts', async () => {
    const talk = await talkAs('admin');
    for (const [text, card] of [
      ['show me the last 10 charges', 'charges'],
      ['the latest customers', 'customers'],
      ['list coupons', 'coupons'],
      ['what is our balance?', 'balance'],
    ] as const)
      expect(names(await talk.say(text)), text).to.deep.equal([card]);
    expect(between.passed.filter(({ path }) => path.endsWith('tillkeeper-stripe-main')).length).to.be.above(
      3,
    );
    const eu = await stripeAsked('eu', { path: '/v1/balance' }, { ability: 'balance.read' });
    expect(envelope.parse(eu.body).status).to.equal(200);
  });

  it('plays the scenario with a lost answer in the middle: one coupon, one code', async () => {
    const before = coupons();
    const talk = await talkAs('admin');
    const cards = await talk.say(
      'show me the last 10 charges and create a 15% off coupon for first-time customers, expiring in 30 days',
    );
    expect(names(cards)).to.deep.equal(['charges', 'couponReview']);
    expect(coupons()).to.equal(before);
    between.lose('"path":"/v1/coupons"');
    const made = await talk.press(only('couponReview', cards), 'Create coupon');
    expect(names(made)).to.deep.equal(['couponRecord']);
    expect(coupons()).to.equal(before + 1);
    const asked = between.passed.filter(({ body }) => body.includes('"method":"POST","path":"/v1/coupons"'));
    const keys = asked.map(
      ({ body }) => z.object({ idempotencyKey: z.string() }).parse(JSON.parse(body)).idempotencyKey,
    );
    expect(keys).to.have.length(2);
    expect(new Set(keys).size).to.equal(1);
    told.push(
      `coupon with a lost answer: ${keys.length} requests with one idempotency key, ${coupons() - before} coupon`,
    );
  });

  const envelope = z.object({
    gateway: z.literal('n8n'),
    v: z.literal(1),
    status: z.number(),
    body: z.unknown(),
  });

  async function posted(path: string, body: unknown, claims: Claims, signedWith = secret) {
    const token = await gatewayToken(signedWith, claims, 'j-1');
    const answer = await fetch(`${n8n.url}/webhook/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify(body),
    });
    const text = await answer.text();
    return {
      status: answer.status,
      text,
      body: answer.status === 200 ? z.unknown().parse(JSON.parse(text)) : null,
    };
  }

  async function stripeAsked(account: string, own: object, by: Partial<Claims> = {}, signedWith?: string) {
    const claims: Claims = { ability: 'charges.read', account, roles: ['analyst'], use: 'read', ...by };
    const usual = { v: 1, account, mode: 'test', method: 'GET', path: '/v1/charges?limit=10', body: '' };
    const body = { ...usual, idempotencyKey: '', stripeVersion: '2026-10-28.endive', ...own };
    return await posted(`tillkeeper-stripe-${account}`, body, claims, signedWith);
  }

  for (const [status, own] of [
    [402, { type: 'card_error', code: 'card_declined' }],
    [404, {}],
    [429, { type: 'rate_limit_error', code: 'rate_limit' }],
    [500, { type: 'api_error' }],
  ] as const) {
    it(`hands on Stripe's own ${status}`, async () => {
      house.stripe.queueFault({ kind: 'refuse', status, path: '/v1/charges', ...own });
      const { body } = await stripeAsked('main', {});
      expect(envelope.parse(body).status).to.equal(status);
      expect(JSON.stringify(body)).to.not.include('message');
    });
  }

  it('refuses whoever has no token or another secret', async () => {
    expect((await stripeAsked('main', {}, {}, 'another secret, that is as long')).status).to.equal(403);
    const none = await fetch(`${n8n.url}/webhook/tillkeeper-stripe-main`, { method: 'POST' });
    expect(none.status).to.equal(401);
    expect((await stripeAsked('nobody', {})).status).to.equal(404);
  });

  it('refuses every kind that the unit tests refuse, before anything reaches Stripe', async () => {
    const before = house.stripe.requests.length;
    const kinds = stripeRefusals.filter(
      ([, code, { body }]) => code !== 'bad_token' && typeof body === 'object' && !Array.isArray(body),
    );
    let tried = 0;
    for (const [what, code, { body, jwtPayload = {} }] of kinds) {
      const { iat: _iat, exp: _exp, iss: _iss, aud: _aud, jti: _jti, ...claims } = jwtPayload;
      const answer = await posted('tillkeeper-stripe-main', body, z.custom<Claims>().parse(claims));
      expect(answer.body, what).to.deep.equal({ gateway: 'n8n', v: 1, refused: code });
      tried += 1;
    }
    expect(house.stripe.requests.length).to.equal(before);
    told.push(`${tried} kinds of requests refused, 0 of them at Stripe`);
  });

  it('repeats a write for the same idempotency key as the same one', async () => {
    const own = { method: 'POST', path: '/v1/coupons', body: couponForm, idempotencyKey: 'till-real-0001' };
    const by = { ability: 'coupons.create', roles: ['marketing'], use: 'write' } as const;
    const before = coupons();
    const [first, second] = [await stripeAsked('main', own, by), await stripeAsked('main', own, by)];
    expect(coupons()).to.equal(before + 1);
    expect(envelope.parse(first.body).body)
      .to.deep.equal(envelope.parse(second.body).body)
      .and.include({ id: couponId });
    expect(second.body).to.have.nested.property('headers.idempotent-replayed', 'true');
  });

  it('asks OpenRouter on n8n’s terms, with n8n’s key', async () => {
    const before = house.openRouter.bodies.length;
    const talk = await talkAs('analyst');
    await talk.say('could you perhaps tell me which of our payments did not work out since Tuesday');
    const { bodies, headers } = house.openRouter;
    expect(bodies.length).to.be.above(before);
    const provider = { data_collection: 'deny', zdr: true, require_parameters: true };
    expect(JSON.parse(bodies.at(-1) ?? '{}').provider).to.deep.equal(provider);
    expect(headers.at(-1)?.authorization).to.equal(`Bearer ${openRouterKey}`);
    expect(between.passed.at(-1)?.status).to.equal(200);
  });

  it('asks for a summary on its schedule, signed', async () => {
    const balances = () => house.stripe.requests.filter(({ path }) => path === '/v1/balance').length;
    const before = balances();
    for (let waited = 0; waited < 130 && balances() === before; waited += 1) await passing(1000);
    expect(balances()).to.be.above(before);
    told.push('the schedule asked for the balance within its minute, and the bot believed the signature');
  });

  it('asks for what another workflow wants, and gives it the masked summary', async () => {
    const asked = { task: 'last_charges', account: 'main', count: 5 };
    const answer = await fetch(`${n8n.url}/webhook/caller`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(asked),
    });
    const summary = z.object({
      task: z.literal('last_charges'),
      summary: z.string(),
      lines: z.array(z.string()),
    });
    const text = await answer.text();
    expect(summary.parse(JSON.parse(text)).lines).to.have.length.above(4);
    expect(canaries.filter((each) => text.includes(each))).to.deep.equal([]);
  });

  it('costs so much time', async () => {
    const times = async (ask: () => Promise<unknown>, count: number): Promise<number[]> => {
      const all: number[] = [];
      for (let at = 0; at < count + 5; at += 1) {
        const from = performance.now();
        await ask();
        if (at >= 5) all.push(performance.now() - from);
      }
      return all.sort((one, other) => one - other);
    };
    const headers = { authorization: `Bearer ${stripeKey('main')}`, 'stripe-version': '2026-10-28.endive' };
    const direct = await times(async () => {
      const answer = await fetch(`${house.stripe.url}/v1/charges?limit=10`, { headers });
      expect(answer.status).to.equal(200);
      await answer.text();
    }, 50);
    const hop = await times(async () => {
      expect(envelope.parse((await stripeAsked('main', {})).body).status).to.equal(200);
    }, 50);
    const line = (all: number[]) =>
      `median ${all[Math.floor(all.length / 2)]?.toFixed(0)} ms, p95 ${all[Math.floor(all.length * 0.95)]?.toFixed(0)} ms`;
    told.push(`10 charges, 50 in a row: direct ${line(direct)}; through n8n ${line(hop)}`);
    expect(hop[25] ?? Infinity).to.be.below(4000);
  });

  it('gave the bot nothing whole of a person, and the bot had no key', async () => {
    const answers = between.passed.map(({ answer }) => answer);
    expect(answers.length).to.be.above(10);
    const spoken = canaries.filter((each) =>
      answers.some((text) => text.includes(JSON.stringify(each).slice(1, -1))),
    );
    expect(spoken).to.deep.equal([]);
    const heard = between.passed.map(({ body }) => body).join('\n');
    for (const text of [heard, answers.join('\n')]) {
      expect(text).to.not.match(/\b[rs]k_(?:test|live)_|sk-or-/);
    }
    expect(JSON.stringify(settings))
      .to.include(noKey)
      .and.to.not.match(/\b[rs]k_(?:test|live)_|sk-or-/);
    told.push(`${answers.length} answers left n8n: 0 of ${canaries.length} customer texts, 0 keys`);
  });

  it('keeps no answer of Stripe’s', async () => {
    const kept = n8n.kept();
    expect(kept.length).to.be.above(100_000);
    const found = canaries.filter(
      (each) => each.length > 6 && kept.includes(Buffer.from(each).toString('latin1')),
    );
    expect(found).to.deep.equal([]);
    expect(kept)
      .to.not.include(stripeKey('main'))
      .and.to.not.include(openRouterKey)
      .and.to.not.include(secret);
    expect(n8n.log()).to.not.include(stripeKey('main'));
    told.push(`n8n's database and logs, ${(kept.length / 1e6).toFixed(1)} MB: 0 customer texts, 0 keys`);
  });
});

/** Every workflow that is shipped, set up as an admin does, with the addresses of the stand-ins. */
function workflowsFor(house: House) {
  const stripe = (account: string) =>
    credential(`tkCredStripe${account.padStart(4, '0')}`, 'stripeApi', { secretKey: stripeKey(account) });
  const router = credential('tkCredRouter0001', 'openRouterApi', {
    apiKey: openRouterKey,
    url: house.openRouter.url,
  });
  const gateways = ['main', 'eu'].map((account) =>
    withCredentials(
      stripeGateway({ account, mode: 'test', roles: demoRoles, stripeBaseUrl: house.stripe.url }),
      { Webhook: jwt, Stripe: stripe(account) },
    ),
  );
  const model = withCredentials(openRouterGateway({ openRouterBaseUrl: house.openRouter.url }), {
    Webhook: jwt,
    OpenRouter: router,
  });
  const trigger = { botUrl: house.url, trigger: 'daily-summary' };
  const daily = eachMinute(withCredentials(dailySummary({ ...trigger, conversation: '' }), { Sign: hmac }));
  const demanded = withCredentials(onDemand(trigger), { Sign: hmac });
  const caller = callerOf(demanded);
  const workflows = [...gateways, model, daily, demanded, caller];
  return {
    workflows,
    publish: workflows.map(({ id }) => id),
    doors: ['tillkeeper-stripe-main', 'tillkeeper-stripe-eu', 'tillkeeper-openrouter'],
    credentials: [jwt, hmac, router, stripe('main'), stripe('eu')],
  };
}

/** Nobody waits for seven in the morning. */
function eachMinute(workflow: ReturnType<typeof dailySummary>): ReturnType<typeof dailySummary> {
  const text = JSON.stringify(workflow).replace('0 7 * * 1-5', '* * * * *');
  return z.custom<ReturnType<typeof dailySummary>>().parse(JSON.parse(text));
}
