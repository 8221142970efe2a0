import { expect } from 'chai';
import fc from 'fast-check';
import { z } from 'zod';
import { CommandError } from '../../src/commands/commandError.js';
import { runDoctor } from '../../src/commands/doctor.js';
import { laterNames } from '../../src/environment.js';
import { DirectoryFault } from '../../src/errors.js';
import { environment } from '../../src/settings.js';
import { issued, refused, withMicrosoft } from '../channels/microsoft.js';
import type { TokenAnswer } from '../channels/tokenService.js';
import { guid, type StandInGraph, startGraph } from '../graph/standIn.js';
import { said } from '../stripe/wire.js';
import { examine, healthy, looseWay, type Wrong } from './doctor/clinic.js';

const router = (status: number) => ({
  key: said({ error: { code: status } }, status),
  model: said({ error: { code: status } }, status),
  zdr: said({ error: { code: status } }, status),
});
const hours = 3_600_000;
const notLooked = 'It was not looked at, for its settings cannot be used. Correct the settings first.';
const unreached = 'Check the network, STRIPE_API_BASE if it is set, and status.stripe.com.';
const lacks = (tick: string) =>
  `The key lacks it, and somebody in the settings needs it. Tick ${tick} at the restricted key.`;

/** What is wrong, how, and the line that tells it. */
const faults: readonly [what: string, wrong: Wrong, line: string][] = [
  [
    'a variable of the wrong form',
    { env: { PORT: 'canary' } },
    'fail  settings  PORT: write a port number, 0 to 65535. See .env.example.',
  ],
  [
    'a key that is missing',
    { env: { READS: '' } },
    'fail  settings  accounts.main.key: READS is empty. Put its value in .env; see .env.example.',
  ],
  ['an account whose key is missing', { env: { READS: '' } }, `warn  account main  ${notLooked}`],
  [
    'a coupon key that is missing',
    { env: { COUPONS: '' } },
    'fail  settings  accounts.main.couponKey: COUPONS is empty. Put its value in .env; see .env.example.',
  ],
  [
    'a portal secret that is missing',
    { env: { PORTAL: '' } },
    'fail  settings  portals.intranet.secret: PORTAL is empty. Put its value in .env; see .env.example.',
  ],
  ['a portal whose secret is missing', { env: { PORTAL: '' } }, `warn  portal intranet  ${notLooked}`],
  [
    'an app id without its password',
    { env: { MicrosoftAppId: 'an-id' } },
    'fail  settings  MicrosoftAppPassword is missing: MicrosoftAppType MultiTenant needs it. Put it in .env.',
  ],
  [
    'a settings file that is no JSON',
    { file: '{"accounts": [' },
    'fail  settings  SETTINGS is not a JSON object that can be read. Compare it with settings.example.json.',
  ],
  [
    'a settings file that is not there',
    { env: { SETTINGS_FILE: 'gone.json' } },
    'fail  settings  SETTINGS_FILE names gone.json, which is not there. Put a readable file there or remove the setting.',
  ],
  [
    'an address of Stripe that is none',
    { env: { STRIPE_API_BASE: 'nowhere' } },
    'fail  settings  STRIPE_API_BASE: write an address such as https://host. See .env.example.',
  ],
  ['accounts whose address is none', { env: { STRIPE_API_BASE: 'nowhere' } }, `warn  accounts  ${notLooked}`],
  ['models whose address is none', { env: { OPENROUTER_BASE_URL: 'nowhere' } }, `warn  model  ${notLooked}`],
  [
    'credentials of a type that is none',
    { env: { MicrosoftAppId: 'an-id', MicrosoftAppPassword: 'a', MicrosoftAppType: 'nothing' } },
    `warn  bot credentials  ${notLooked}`,
  ],
  ['a database whose address is none', { env: { DATABASE_URL: 'nowhere' } }, `warn  database  ${notLooked}`],
  [
    'a database where nobody is',
    { env: { DATABASE_URL: 'postgres://somebody:canary@127.0.0.1:1/till' } },
    'fail  database  DATABASE_URL: no database can be reached there. Check that it runs, the host, the port and the sslmode in it.',
  ],
  ['accounts of a settings file that cannot be read', { file: '[' }, `warn  accounts  ${notLooked}`],
  [
    'a key of the settings that is not known',
    { file: { surprise: 1 } },
    'fail  settings  settings file: the whole: surprise is not known here; remove it or correct its name. See settings.example.json.',
  ],
  [
    'settings that nobody stands in',
    { file: { people: [] } },
    'warn  settings  They can be used, but nobody stands in them, so everyone is refused. Add people; see settings.example.json.',
  ],
  [
    'an entry of people that lets nobody in',
    {
      file: {
        people: [
          {
            tenant: '00000000-0000-0000-0000-000000000001',
            user: '00000000-0000-0000-0000-000000000002',
            roles: ['all'],
            accounts: ['main'],
          },
        ],
      },
    },
    'warn  settings  people.0 in the settings lets nobody in: its tenant does not stand under tenants. Add it there.',
  ],
  [
    'a key that Stripe refuses',
    { env: { READS: 'rk_test_gone' } },
    'fail  account main  Stripe refuses the key. Put a key that works in .env.',
  ],
  [
    'a coupon key that Stripe refuses',
    { env: { COUPONS: 'rk_test_gone' } },
    'fail  account main  Stripe refuses the coupon key. Put a key that works in .env.',
  ],
  [
    'a key of the other mode',
    { env: { READS: 'rk_test_live' } },
    'fail  account main  With the key Stripe answers in live mode, the settings say test. Put the key of that mode.',
  ],
  [
    'a coupon key of another account',
    { env: { COUPONS: 'rk_test_two' }, account: { key: 'env:FULL' } },
    'fail  account main  The coupon key belongs to another Stripe account than the key. Put keys of one account.',
  ],
  [
    'a key that may not reach the account that is named',
    { account: { stripeAccount: 'acct_other', key: 'env:FULL', couponKey: undefined } },
    'fail  account main  The key may not reach the Stripe account that stripeAccount names. Correct stripeAccount, or put a key that may.',
  ],
  [
    'a key that may do everything',
    { account: { key: 'env:FULL' } },
    'warn  account main  Stripe takes the key, test mode, Stripe account acct_one, but it may do everything. Make a restricted key with the permissions below and put that.',
  ],
  ...(
    [
      ['balance', 'Balance: Read'],
      ['charge', 'Charges: Read'],
      ['customer', 'Customers: Read'],
      ['coupon', 'Coupons: Read'],
      ['promotion_code', 'Promotion Codes: Read'],
    ] as const
  ).map(([name, tick]): [string, Wrong, string] => [
    `a key without ${tick}`,
    { env: { READS: `rk_test_without_rak_${name}_read` } },
    `fail  account main, ${tick}  ${lacks(tick)}`,
  ]),
  ...(
    [
      ['coupon', 'Coupons: Write'],
      ['promotion_code', 'Promotion Codes: Write'],
    ] as const
  ).map(([name, tick]): [string, Wrong, string] => [
    `a coupon key without ${tick}`,
    { env: { COUPONS: `rk_test_without_rak_${name}_write` } },
    `fail  account main coupons, ${tick}  The coupon key lacks it, so no coupon can be made with its code. Tick ${tick} at the restricted key.`,
  ]),
  [
    'a key without a permission that nobody needs',
    {
      env: { READS: 'rk_test_without_rak_customer_read' },
      file: { roles: { all: ['charges.read'] } },
    },
    'ok  account main, Customers: Read  The key lacks it, and nobody in the settings needs it.',
  ],
  [
    'no coupon key where somebody makes coupons',
    { account: { couponKey: undefined } },
    'warn  account main coupons  There is no coupon key, so no coupon can be made. Name one as couponKey in the settings.',
  ],
  [
    'a Stripe that never answers',
    { stripe: { kind: 'hang' }, within: 300 },
    `fail  account main  Stripe did not answer in time, so the key could not be checked. ${unreached}`,
  ],
  [
    'a Stripe that fails',
    { stripe: { kind: 'refuse', status: 500 } },
    `fail  account main  Stripe cannot be reached or has a failure of its own, so the key could not be checked. ${unreached}`,
  ],
  [
    'a Stripe that breaks the connection',
    { stripe: { kind: 'drop' } },
    `fail  account main  Stripe cannot be reached or has a failure of its own, so the key could not be checked. ${unreached}`,
  ],
  [
    'a Stripe that is somebody else',
    { stripe: { kind: 'html' } },
    `fail  account main  What answers is not Stripe, or cannot be read, so the key could not be checked. ${unreached}`,
  ],
  [
    'a Stripe that is asked too much',
    { stripe: { kind: 'refuse', status: 429 } },
    'fail  account main  Stripe says that too much is asked at once, so the key could not be checked. Wait a minute, then try again.',
  ],
  [
    'an address of Stripe where nobody is',
    { env: { STRIPE_API_BASE: 'http://127.0.0.1:1' } },
    `fail  account main  Stripe cannot be reached or has a failure of its own, so the key could not be checked. ${unreached}`,
  ],
  [
    'no model key',
    { env: { OPENROUTER_API_KEY: '' } },
    'warn  model  No OpenRouter key is set, so the built-in recogniser reads every sentence. Put OPENROUTER_API_KEY in .env if a model should read what it does not understand.',
  ],
  [
    'a model key that is refused',
    { router: router(401) },
    'fail  model key  OpenRouter refuses the key. Put one that works as OPENROUTER_API_KEY in .env.',
  ],
  [
    'a model key with nothing left to spend',
    { router: { key: said({ data: { limit_remaining: 0 } }) } },
    'fail  model key  OpenRouter takes the key, but nothing is left to spend with it. Buy credits or raise the limit of the key at openrouter.ai.',
  ],
  [
    'a model key that never paid',
    { router: { key: said({ data: { limit_remaining: null, is_free_tier: true } }) } },
    'warn  model key  OpenRouter takes the key, but no credits were ever bought, so paid models refuse. Buy credits at openrouter.ai.',
  ],
  [
    'a model that is no name of one',
    { env: { OPENROUTER_MODELS: 'gpt' } },
    'fail  model gpt  This is no name of a model. Write names such as openai/gpt-4.1-mini in OPENROUTER_MODELS.',
  ],
  [
    'more models than OpenRouter takes',
    { env: { OPENROUTER_MODELS: 'a/one,a/two,a/three,a/four' } },
    'warn  models  OpenRouter takes 3 models at most, so the last one is never asked. Remove it from OPENROUTER_MODELS.',
  ],
  [
    'a model that n8n asks',
    {
      env: {
        OPENROUTER_API_KEY: '',
        N8N_GATEWAY_URL: 'http://127.0.0.1:1/webhook',
        N8N_GATEWAY_SECRET: '0123456789abcdefghij',
      },
    },
    'fail  model gateway  n8n brings no answer. Check that n8n runs, the network and N8N_GATEWAY_URL.',
  ],
  [
    'a model that is not known',
    { router: { model: said({ error: { code: 404 } }, 404) } },
    'fail  model a/model  OpenRouter knows no such model. Name another one in OPENROUTER_MODELS.',
  ],
  [
    'a model whose providers all keep something',
    { router: { zdr: said({ data: [{ ...looseWay, tag: 'else' }] }) } },
    'fail  model a/model  No provider of it promises to keep nothing, so every request is refused. Name another one in OPENROUTER_MODELS.',
  ],
  [
    'a model that cannot answer in a fixed form',
    { router: { model: said({ data: { endpoints: [looseWay] } }) } },
    'fail  model a/model  No provider of it that keeps nothing can answer in a fixed form. Name another one in OPENROUTER_MODELS.',
  ],
  [
    'an OpenRouter that is down',
    { router: router(503) },
    'fail  model a/model  OpenRouter answered with status 503. Try again in a minute.',
  ],
  [
    'an OpenRouter that never answers',
    { router: { key: 'hang', model: 'hang', zdr: 'hang' }, within: 300 },
    'fail  model key  OpenRouter did not answer in time. Check the network and, if it is set, OPENROUTER_BASE_URL.',
  ],
  [
    'an OpenRouter that is somebody else',
    { router: { key: { status: 200, body: '<html>' } } },
    'fail  model key  What answers is not OpenRouter, or cannot be read. Check the network and, if it is set, OPENROUTER_BASE_URL.',
  ],
  [
    'an address of OpenRouter where nobody is',
    { env: { OPENROUTER_BASE_URL: 'http://127.0.0.1:1' } },
    'fail  model key  OpenRouter cannot be reached. Check the network and, if it is set, OPENROUTER_BASE_URL.',
  ],
  [
    'no app id',
    {},
    'warn  bot credentials  No app id is set, so /api/messages answers callers on this machine only. Set MicrosoftAppId for Teams.',
  ],
  [
    'a portal secret that can be guessed',
    { env: { PORTAL: 'aaaaaaaaaaaaaaaaaaaaaaaa' } },
    'fail  portal intranet  Its secret can be guessed. Put 16 random characters or more there, at the portal too.',
  ],
  [
    'a portal page that is not https',
    { file: { portals: [{ id: 'intranet', secret: 'env:PORTAL', origins: ['http://intranet.example'] }] } },
    'fail  portal intranet  Pages of http://intranet.example are not sent over https, so tokens can be read on the way. Name https origins.',
  ],
  [
    'a database folder that cannot be one',
    { env: { DATA_DIR: 'package.json/data' } },
    'fail  database  DATA_DIR cannot be written to. Name a folder this process may write to in .env, or change who owns it.',
  ],
  [
    'a short TILLKEEPER_SECRET',
    { env: { TILLKEEPER_SECRET: 'short' } },
    'fail  TILLKEEPER_SECRET  It can be guessed. Put 16 random characters or more in .env, for example from: openssl rand -hex 32.',
  ],
  [
    'a clock two minutes ahead',
    { now: () => Date.now() + 120_000 },
    'warn  clock  It is 2 minutes ahead. Set it, and let a time service keep it.',
  ],
  [
    'a clock an hour behind',
    { now: () => Date.now() - hours },
    'fail  clock  It is 60 minutes behind, so tokens will be refused. Set it, and let a time service keep it.',
  ],
  [
    'nobody to compare the clock with',
    {
      env: { STRIPE_API_BASE: 'http://127.0.0.1:1', OPENROUTER_API_KEY: '' },
    },
    'warn  clock  Nobody answered whose clock it could be compared with. See the lines above.',
  ],
];

const shown = z.object({ ok: z.boolean(), checks: z.array(z.unknown()) });
const secretNamed = /KEY|SECRET|Password|TOKEN|READS|COUPONS|PORTAL|DATABASE_URL/;

describe('npm run doctor', () => {
  it('finds nothing wrong where nothing is', async () => {
    const { ok, lines } = await examine();
    expect(ok).to.equal(true);
    expect(lines.filter((line) => !line.startsWith('ok  '))).to.deep.equal([
      faults.find(([what]) => what === 'no app id')?.[2],
    ]);
    expect(lines.map((line) => line.split('  ')[1])).to.deep.equal([
      'settings',
      'account main',
      'account main, Balance: Read',
      'account main, Charges: Read',
      'account main, Customers: Read',
      'account main, Coupons: Read',
      'account main, Promotion Codes: Read',
      'account main, customer search',
      'account main coupons, Coupons: Write',
      'account main coupons, Promotion Codes: Write',
      'model key',
      'model a/model',
      'bot credentials',
      'portal intranet',
      'database',
      'disk',
      'TILLKEEPER_SECRET',
      'groups',
      'clock',
    ]);
  });

  for (const [what, wrong, line] of faults)
    it(`tells of ${what}`, async () => {
      const { ok, lines } = await examine({
        ...wrong,
        env: { FULL: 'sk_test_full', ...wrong.env },
      });
      const shown = lines.map((one) => one.replace(/\S+settings\.json is/, 'SETTINGS is'));
      expect(shown).to.include(line);
      expect(ok).to.equal(!lines.some((one) => one.startsWith('fail')));
      if (line.startsWith('fail')) expect(ok).to.equal(false);
    });

  const bot = { MicrosoftAppId: 'an-id', MicrosoftAppPassword: 'canary-password' };
  const tokens: readonly [string, TokenAnswer, string][] = [
    ['that are taken', issued, 'ok  bot credentials  Microsoft issues a token for the app id.'],
    [
      'that get no token',
      refused,
      'fail  bot credentials  Microsoft issues no token for the app id. Check MicrosoftAppId, MicrosoftAppPassword (it may have run out), MicrosoftAppType and MicrosoftAppTenantId.',
    ],
    [
      'while Microsoft cannot be reached',
      'gone',
      'fail  bot credentials  Microsoft cannot be reached, so no token could be had. Check that login.microsoftonline.com can be reached from here.',
    ],
  ];
  for (const [what, answer, line] of tokens)
    it(`tells of bot credentials ${what}`, async () => {
      const { given } = await withMicrosoft(answer, async () => await examine({ env: bot }));
      expect(given.lines).to.include(line);
      expect(given.text).to.not.include('canary');
    });

  const [tenant, group, gone] = [guid(1), guid(2), guid(3)];
  const inGroup = (...groups: string[]) => ({
    tenants: [tenant],
    people: groups.map((one) => ({ tenant, group: one, roles: ['all'], accounts: ['main'] })),
  });
  const graphs: readonly [string, (graph: StandInGraph) => Wrong, string][] = [
    [
      'that are there',
      () => ({ file: inGroup(group) }),
      `ok  groups  Graph answers for tenant ${tenant}; its groups in the settings are there: 1.`,
    ],
    [
      'of which one is not there',
      () => ({ file: inGroup(group, gone) }),
      'warn  groups  The group of people.1 is not there, so it lets nobody in. Copy the object id that Entra shows for the group.',
    ],
    [
      'without an app id',
      () => ({ file: inGroup(group), env: { MicrosoftAppId: '', MicrosoftAppPassword: '' } }),
      'fail  groups  Groups stand in the settings, but without an app id nobody’s groups can be looked up. Set MicrosoftAppId, or name people as user.',
    ],
    [
      'that the app may not ask about',
      (graph) => {
        graph.fail({ kind: 'status', status: 403 });
        return { file: inGroup(group) };
      },
      `fail  groups  The app may not ask Graph about groups in tenant ${tenant}. Give it the application permissions GroupMember.Read.All and User.Read.All, with an admin’s consent.`,
    ],
    [
      'of a Graph that fails',
      (graph) => {
        graph.fail({ kind: 'status', status: 500 });
        return { file: inGroup(group) };
      },
      `fail  groups  Microsoft Graph gave no answer for tenant ${tenant}. Check the network, and GRAPH_API_BASE if it is set.`,
    ],
    [
      'of a Graph that never answers',
      (graph) => {
        graph.fail({ kind: 'hang' });
        return { file: inGroup(group), within: 300 };
      },
      'fail  groups  There was no answer within 0.3 s. Check the network and the address, then try again.',
    ],
    [
      'whose app hears nothing from Microsoft’s login',
      () => ({
        file: inGroup(group),
        graphTokens: async () => {
          throw new DirectoryFault('login_unreachable');
        },
      }),
      'fail  groups  Microsoft’s login gave no token in time. Check the network and the app’s credentials.',
    ],
    [
      'of a Graph that the app gets no token for',
      () => ({
        file: inGroup(group),
        graphTokens: async () => {
          throw new DirectoryFault('app_refused');
        },
      }),
      `fail  groups  Microsoft issues no token for Graph in tenant ${tenant}. Check the app’s password or certificate, and that the app is known in that tenant.`,
    ],
  ];
  for (const [what, wrongWith, line] of graphs)
    it(`tells of groups ${what}`, async () => {
      const graph = await startGraph();
      graph.tenants.set(tenant, { people: [], groups: { [group]: [] } });
      const wrong = wrongWith(graph);
      const env = { ...bot, GRAPH_API_BASE: graph.url, ...wrong.env };
      const { given } = await withMicrosoft(
        issued,
        async () => await examine({ graphTokens: graph.tokenOf, ...wrong, env }),
      );
      graph.close();
      expect(given.lines).to.include(line);
    });

  it('prints the same as JSON, with what to do beside what is wrong', async () => {
    const printed: string[] = [];
    const needs = { print: (line: string) => void printed.push(line), note: () => {} };
    const env = { SETTINGS_FILE: 'gone.json', DATA_DIR: 'package.json/data' };
    const ok = await runDoctor({ args: ['--json'], env, ...needs });
    expect(ok).to.equal(false);
    const { ok: told, checks } = shown.parse(JSON.parse(printed.join('\n')));
    expect(told).to.equal(false);
    expect(checks).to.deep.include({
      check: 'database',
      status: 'fail',
      what: 'DATA_DIR cannot be written to.',
      todo: 'Name a folder this process may write to in .env, or change who owns it.',
    });
    expect(checks).to.deep.include({
      check: 'TILLKEEPER_SECRET',
      status: 'ok',
      what: 'It is not set: the first start makes one and keeps it in DATA_DIR.',
      todo: null,
    });
  });

  it('refuses options that it does not know, with the way to write them', async () => {
    const needs = { env: {}, print: () => {}, note: () => {} };
    const told = await runDoctor({ args: ['--loud'], ...needs }).catch((error: unknown) => error);
    expect(told).to.be.instanceOf(CommandError);
    expect(String(told)).to.include('usage: npm run -s doctor -- [--json]');
  });

  it('never prints what is secret, not even in part, wherever a key was put', async () => {
    const names = [...Object.keys(environment.shape), ...laterNames, 'READS', 'COUPONS', 'PORTAL'].filter(
      (name) => !['SETTINGS_FILE', 'DATA_DIR'].includes(name),
    );
    const form = fc.constantFrom('sk_test_', 'rk_live_', 'sk-or-v1-', 'whsec_', '');
    const secret = fc.tuple(form, fc.stringMatching(/^[0-9a-f]{12}$/)).map(([start, hex]) => ({
      start,
      tail: `Canary7${hex}`,
    }));
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(fc.constantFrom(...names), secret, { minKeys: 1, maxKeys: 6 }),
        fc.boolean(),
        async (given, json) => {
          // With both, Microsoft itself would be asked.
          const { MicrosoftAppPassword, ...rest } = given;
          const chosen = rest.MicrosoftAppId ? rest : given;
          const plain = chosen.PORT ?? chosen.LOG_LEVEL;
          const env = Object.fromEntries(
            Object.entries(chosen).map(([name, { start, tail }]) => [
              name,
              // What is no secret by its name is only taken out where it looks like a key.
              `${start || (secretNamed.test(name) ? '' : 'sk_test_')}${tail}`,
            ]),
          );
          const { text } = await examine({ env, args: json ? ['--json'] : [], within: 400 });
          expect(text).to.have.length.greaterThan(100);
          expect(text).to.not.match(/Canary7/i);
          expect(plain ? text : 'settings').to.include('settings');
        },
      ),
      { numRuns: 25 },
    );
  });

  it('is done in time even when nobody ever answers', async () => {
    const asked = performance.now();
    const { ok } = await examine({
      stripe: { kind: 'hang' },
      router: { ...healthy, key: 'hang', model: 'hang', zdr: 'hang' },
      within: 300,
    });
    expect(performance.now() - asked).to.be.lessThan(1500);
    expect(ok).to.equal(false);
  });
});
