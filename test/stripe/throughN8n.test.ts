import { expect } from 'chai';
import { jwtVerify } from 'jose';
import { demoRoles } from '../../src/demo/people.js';
import { demoStripeAccounts, demoStripeKeys } from '../../src/demo/stripe/data.js';
import { type StandInStripe, startStripe } from '../../src/demo/stripe/server.js';
import type { StripeCode } from '../../src/errors.js';
import { noKey } from '../../src/n8n/gateway.js';
import { type AccountSettings, readSettings } from '../../src/settings.js';
import { createStripeAccount, type StripeAccount } from '../../src/stripe/account.js';
import { checkAccounts } from '../../src/stripe/startCheck.js';
import { gatewaySecret } from '../conversations/behindN8n.js';
import { type GatewayFault, type StandInGateway, startGateway } from '../n8n/standInGateway.js';
import { faultOf, leaveFor } from './room.js';

const random = () => 'an-id';
const latest = { size: 10 };

/** The account "main" as a settings file with `via: n8n` gives it. */
function accountAt(url: string, more: Readonly<Record<string, string>> = {}): AccountSettings {
  const main = { id: 'main', label: 'Main store', mode: 'test', via: 'n8n', ...more };
  const { accounts } = readSettings(
    { N8N_GATEWAY_URL: url, N8N_GATEWAY_SECRET: gatewaySecret },
    { accounts: [main], roles: {}, people: [] },
  );
  const [account] = accounts;
  if (!account) throw new Error('no account');
  return account;
}

describe('an account whose keys n8n has', () => {
  let stripe: StandInStripe;
  let n8n: StandInGateway;
  let account: StripeAccount;
  let from: number;
  const closers: (() => void)[] = [];

  const opened = (settings: AccountSettings) => {
    const made = createStripeAccount(settings, random);
    closers.push(made.close);
    return made.account;
  };

  const startN8n = async () => {
    const roles = Object.fromEntries(Object.entries(demoRoles).map(([name, may]) => [name, { may }]));
    return await startGateway({
      secret: gatewaySecret,
      accounts: [
        {
          id: 'main',
          mode: 'test',
          url: stripe.url,
          key: demoStripeKeys.main.reads,
          couponKey: demoStripeKeys.main.coupons,
          stripeAccount: null,
        },
      ],
      roles: { ...roles, all: { may: Object.values(demoRoles).flat() } },
    });
  };

  before(async () => {
    stripe = await startStripe({ accounts: demoStripeAccounts(Date.now), clock: Date.now });
  });
  after(async () => await stripe.close());

  beforeEach(async () => {
    n8n = await startN8n();
    account = opened(accountAt(n8n.url));
    from = stripe.requests.length;
  });

  afterEach(async () => {
    for (const close of closers.splice(0)) close();
    await n8n.close();
  });

  const passed = () => stripe.requests.slice(from);
  const charges = async (from = account) => await from.charges.page(latest, leaveFor('charges.read'));

  it('gives Stripe’s answers', async () => {
    const { rows, more } = await charges();
    expect([rows.length, more]).to.deep.equal([10, true]);
    expect(passed().map(({ key: by }) => by)).to.deep.equal(['reads']);
  });

  it('tells n8n what is asked, and nothing of the bot’s machine or of the SDK', async () => {
    await charges();
    const [{ path, body, headers } = { path: '', body: '{}', headers: {} }] = n8n.requests;
    expect(path).to.equal('tillkeeper-stripe-main');
    expect(JSON.parse(body)).to.deep.equal({
      v: 1,
      account: 'main',
      mode: 'test',
      method: 'GET',
      path: '/v1/charges?limit=10',
      body: '',
      idempotencyKey: '',
      stripeVersion: '2026-10-28.endive',
    });
    expect(Object.keys(headers).sort()).to.deep.equal([
      'accept',
      'authorization',
      'connection',
      'content-length',
      'content-type',
      'host',
    ]);
    expect(JSON.stringify(n8n.requests)).to.not.include(noKey);
  });

  it('signs for a minute who may: the permission, the roles that hold here, and to read', async () => {
    await charges();
    const [, token = ''] = (n8n.requests[0]?.authorization ?? '').split(' ');
    const { payload } = await jwtVerify(token, new TextEncoder().encode(gatewaySecret), {
      issuer: 'tillkeeper',
      audience: 'n8n',
    });
    const { iat = 0, exp = 0, ...claims } = payload;
    expect(exp - iat).to.equal(60);
    expect(claims).to.deep.equal({
      iss: 'tillkeeper',
      aud: 'n8n',
      jti: 'an-id',
      ability: 'charges.read',
      account: 'main',
      roles: ['all'],
      use: 'read',
    });
  });

  it('keeps apart for whom two questions at once are', async () => {
    await Promise.all([
      charges(),
      account.balance(leaveFor('balance.read')),
      account.customers.page(latest, leaveFor('customers.read')),
    ]);
    const asked = n8n.requests.map(({ claims, body }) => [
      claims.ability,
      JSON.parse(body).path.split('?')[0],
    ]);
    expect(asked.sort()).to.deep.equal([
      ['balance.read', '/v1/balance'],
      ['charges.read', '/v1/charges'],
      ['customers.read', '/v1/customers'],
    ]);
  });

  const html = '<!doctype html><title>Sign in</title>';
  const faults: readonly [what: string, fault: GatewayFault, first: StripeCode | null, times: number][] = [
    ['fails once', { answer: { status: 500, body: '{"message":"Error in workflow"}' } }, null, 2],
    ['fails', { answer: { status: 500, body: '{}' }, times: 2 }, 'gateway_down', 2],
    [
      'is behind a proxy that finds it not',
      { answer: { status: 502, body: html }, times: 2 },
      'gateway_down',
      2,
    ],
    ['has too much to do', { answer: { status: 429, body: '' }, times: 2 }, 'gateway_down', 2],
    ['breaks the connection', { answer: 'drop', times: 2 }, 'gateway_down', 2],
    ['breaks off within its answer', { stage: 'done', answer: 'cut', times: 2 }, 'gateway_down', 2],
    ['asks for another token', { answer: { status: 401, body: html } }, 'gateway_setup', 1],
    [
      'takes no such token',
      { answer: { status: 403, body: 'Authorization data is wrong!' } },
      'gateway_setup',
      1,
    ],
    ['has moved', { answer: { status: 302, body: html } }, 'gateway_setup', 1],
    ['takes no such body', { answer: { status: 413, body: html } }, 'gateway_setup', 1],
    ['shows a page', { answer: { status: 200, body: html } }, 'gateway_unreadable', 1],
    [
      'answers without an envelope',
      { answer: { status: 200, body: '{"object":"list","data":[]}' } },
      'gateway_unreadable',
      1,
    ],
    ['answers nothing', { answer: { status: 200, body: '' } }, 'gateway_unreadable', 1],
    [
      'puts a text in the envelope',
      { answer: { status: 200, body: '{"gateway":"n8n","v":1,"status":200,"body":"x"}' } },
      'gateway_unreadable',
      1,
    ],
    [
      'is of another version',
      { answer: { status: 200, body: '{"gateway":"n8n","v":2,"status":200,"body":{}}' } },
      'gateway_unreadable',
      1,
    ],
    [
      'refuses the role',
      { answer: { status: 200, body: '{"gateway":"n8n","v":1,"refused":"role"}' } },
      'gateway_role',
      1,
    ],
    [
      'is of another account',
      { answer: { status: 200, body: '{"gateway":"n8n","v":1,"refused":"wrong_account"}' } },
      'gateway_setup',
      1,
    ],
    [
      'refuses the path',
      { answer: { status: 200, body: '{"gateway":"n8n","v":1,"refused":"not_allowed_path"}' } },
      'gateway_refused',
      1,
    ],
    [
      'refuses in words',
      { answer: { status: 200, body: '{"gateway":"n8n","v":1,"refused":"No, Ann"}' } },
      'gateway_refused',
      1,
    ],
  ];
  describe('says what n8n lacks', () => {
    const played = new Map<string, { code: StripeCode | null; times: number }>();
    // All at once: the SDK waits before it tries again.
    before(async () => {
      const play = async ([what, fault]: (typeof faults)[number]) => {
        const own = await startN8n();
        const { account: at, close } = createStripeAccount(accountAt(own.url), random);
        own.queueFault(fault);
        const found = await faultOf(charges(at));
        played.set(what, { code: found?.code ?? null, times: own.requests.length });
        close();
        await own.close();
      };
      await Promise.all(faults.map(play));
    });
    for (const [what, , code, times] of faults)
      it(`where it ${what}: ${code ?? 'nothing, the second try is answered'}`, () => {
        expect(played.get(what)).to.deep.equal({ code, times });
      });
  });

  it('says where n8n is down, and is not slower for it', async () => {
    await n8n.close();
    const asked = performance.now();
    expect((await faultOf(charges()))?.code).to.equal('gateway_down');
    expect(performance.now() - asked).to.be.below(2500);
  });

  it('ends the wait for an n8n that hangs with the turn', async () => {
    n8n.queueFault({ answer: 'hang' });
    const leave = leaveFor('charges.read', 'main', AbortSignal.timeout(50));
    expect((await faultOf(account.charges.page(latest, leave)))?.code).to.equal('timeout');
  });

  it('says that n8n does not know the account, or not the secret', async () => {
    const gateway = { url: n8n.url, secret: 'another secret than n8n has' };
    const stranger = opened({ ...accountAt(n8n.url), gateway });
    expect((await faultOf(charges(stranger)))?.code).to.equal('gateway_setup');
    const unknown = opened({ ...accountAt(n8n.url, { id: 'nowhere' }) });
    const leave = leaveFor('charges.read', 'nowhere');
    expect((await faultOf(unknown.charges.page(latest, leave)))?.code).to.equal('gateway_setup');
    expect(passed()).to.deep.equal([]);
  });

  const answers: readonly [status: number, own: object, code: StripeCode][] = [
    [401, {}, 'key_refused'],
    [402, { code: 'card_declined' }, 'not_accepted'],
    [403, {}, 'no_permission'],
    [404, { code: 'resource_missing' }, 'not_found'],
    [429, { code: 'rate_limit' }, 'rate_limited'],
    [500, {}, 'unavailable'],
  ];
  for (const [status, own, code] of answers)
    it(`says a ${status} of Stripe’s as it says one that came directly: ${code}`, async () => {
      stripe.queueFault({ kind: 'refuse', status, times: status < 500 ? 1 : 2, ...own });
      const fault = await faultOf(charges());
      expect(fault?.code).to.equal(code);
      expect(fault?.requestId).to.equal(stripe.requests.at(-1)?.requestId);
    });

  it('shows nothing of another mode than the settings say', async () => {
    stripe.queueFault({ kind: 'otherMode' });
    expect((await faultOf(charges()))?.code).to.equal('wrong_mode');
    const body = { object: 'list', has_more: false, data: [{ object: 'charge', livemode: true }] };
    const envelope = JSON.stringify({ gateway: 'n8n', v: 1, status: 200, headers: {}, body });
    n8n.queueFault({ answer: { status: 200, body: envelope } });
    expect((await faultOf(charges()))?.code).to.equal('wrong_mode');
  });

  it('names no connected account: n8n’s key tells which it is', async () => {
    const named = opened(accountAt(n8n.url, { stripeAccount: 'acct_demo_main' }));
    expect((await charges(named)).rows).to.have.length(10);
    expect(passed()[0]?.stripeAccount).to.equal(null);
  });

  it('is checked at the start as any: nothing to say where all is as it should be', async () => {
    const found = await checkAccounts([accountAt(n8n.url)], undefined, { random });
    expect(found).to.deep.equal({ faults: [], said: [] });
    expect(new Set(n8n.requests.map(({ claims }) => claims.use))).to.deep.equal(new Set(['check']));
  });
});
