import { expect } from 'chai';
import { demoSettings } from '../../src/demo/settings.js';
import { startProcess } from '../startedProcess.js';
import { accountWith, faultsOf, fileWith } from './faults.js';

type Variables = Readonly<Record<string, string>>;

const real = { KEY: 'rk_test_reads' };
const live = { KEY: 'rk_live_reads' };
const bot = { MicrosoftAppId: 'an-id', MicrosoftAppPassword: 'a-password' };
const single = { ...bot, MicrosoftAppType: 'SingleTenant', MicrosoftAppTenantId: 't-1' };
const inLive = fileWith({ accounts: [accountWith({ mode: 'live' })] });
const grant = { roles: ['analyst'], accounts: ['main'] };
const inTeams = [{ tenant: 't-1', user: 'u-1', ...grant }];

const readable =
  'NODE_TLS_REJECT_UNAUTHORIZED is 0: whoever sits on the way could read keys and payments. Remove it; name a certificate of your own in NODE_EXTRA_CA_CERTS.';
const logged =
  'OPENAI_LOG is debug: that asks for what people write to be put into the output, where it must not be. Remove it.';
const guessed =
  'TILLKEEPER_SECRET can be guessed: whoever guesses it can speak as anybody. Put 16 random characters or more in .env.';
const plain = (name: string) =>
  `${name} is an http address of another machine: whoever sits on the way could read the key. Write an https address.`;
const another =
  'OPENROUTER_BASE_URL names another service than OpenRouter beside a live Stripe account: nobody knows what that one keeps. Remove it.';
const nobody =
  'settings file: tenants is empty beside an app id: it says whose people may come in by Teams. Name your Entra tenant there.';
const missing = (name: string, type = 'MultiTenant') =>
  `${name} is missing: MicrosoftAppType ${type} needs it. Put it in .env.`;
const full =
  'accounts.main.key: a full live key may do everything in Stripe. Make a restricted key (rk_live_…), or set ALLOW_FULL_KEY=true.';
const away =
  'accounts.main.key: a live key goes to Stripe only, and STRIPE_API_BASE names another address. Remove STRIPE_API_BASE.';

describe('a start that would not be safe', () => {
  const refused: [what: string, given: Variables, file: unknown, fault: string][] = [
    ['certificates that nobody checks', { ...real, NODE_TLS_REJECT_UNAUTHORIZED: '0' }, fileWith(), readable],
    ['a model’s library that logs sentences', { ...real, OPENAI_LOG: 'debug' }, fileWith(), logged],
    ['the same, in other letters', { ...real, OPENAI_LOG: ' DEBUG ' }, fileWith(), logged],
    ['a short secret', { ...real, TILLKEEPER_SECRET: 'fifteen letters' }, fileWith(), guessed],
    [
      'a short secret beside a long one',
      { ...real, TILLKEEPER_SECRET: '0123456789abcdef,short' },
      fileWith(),
      guessed,
    ],
    [
      'Stripe over http',
      { ...real, STRIPE_API_BASE: 'http://stripe.example' },
      fileWith(),
      plain('STRIPE_API_BASE'),
    ],
    [
      'a model over http',
      { ...real, OPENROUTER_API_KEY: 'k', OPENROUTER_BASE_URL: 'http://openrouter.ai/api/v1' },
      fileWith(),
      plain('OPENROUTER_BASE_URL'),
    ],
    [
      'another service’s model beside a live account',
      { ...live, OPENROUTER_API_KEY: 'k', OPENROUTER_BASE_URL: 'https://models.example/v1' },
      inLive,
      another,
    ],
    [
      'a name that only ends like OpenRouter’s',
      { ...live, OPENROUTER_API_KEY: 'k', OPENROUTER_BASE_URL: 'https://evilopenrouter.ai/v1' },
      inLive,
      another,
    ],
    ['a bot of many tenants that names none', { ...real, ...bot }, fileWith(), nobody],
    ['people of Teams without their tenant', { ...real, ...single }, fileWith({ people: inTeams }), nobody],
    [
      'an app id without what proves it',
      { ...real, MicrosoftAppId: 'an-id' },
      fileWith({ tenants: ['t-1'] }),
      missing('MicrosoftAppPassword'),
    ],
    [
      'a single tenant that is not named',
      { ...real, ...bot, MicrosoftAppType: 'SingleTenant' },
      fileWith({ tenants: ['t-1'] }),
      missing('MicrosoftAppTenantId', 'SingleTenant'),
    ],
    ['a full live key', { KEY: 'sk_live_reads' }, inLive, full],
    ['a live key for another address', { ...live, STRIPE_API_BASE: 'https://stripe.example' }, inLive, away],
  ];
  for (const [what, given, file, fault] of refused)
    it(`is refused, with the reason: ${what}`, () => {
      expect(faultsOf(given, file)).to.deep.equal([fault]);
    });

  const taken: [what: string, given: Variables, file?: unknown][] = [
    ['with nothing of that', real],
    ['with certificates that are checked', { ...real, NODE_TLS_REJECT_UNAUTHORIZED: '1' }],
    ['with a library that only warns', { ...real, OPENAI_LOG: 'warn' }],
    ['with a long secret', { ...real, TILLKEEPER_SECRET: '0123456789abcdef' }],
    ['with Stripe at a proxy of one’s own', { ...real, STRIPE_API_BASE: 'https://stripe.example' }],
    [
      'with OpenRouter in Europe',
      { ...live, OPENROUTER_API_KEY: 'k', OPENROUTER_BASE_URL: 'https://eu.openrouter.ai/api/v1' },
      inLive,
    ],
    [
      'with a model on this machine',
      { ...live, OPENROUTER_API_KEY: 'k', OPENROUTER_BASE_URL: 'http://127.0.0.1:9/v1' },
      inLive,
    ],
    [
      'with another model and test accounts',
      { ...real, OPENROUTER_API_KEY: 'k', OPENROUTER_BASE_URL: 'https://models.example/v1' },
    ],
    ['with a tenant', { ...real, ...bot }, fileWith({ tenants: ['t-1'], people: inTeams })],
    ['with a single tenant and a portal’s people only', { ...real, ...single }],
  ];
  for (const [what, given, file = fileWith()] of taken)
    it(`is not one ${what}`, () => {
      expect(faultsOf(given, file)).to.deep.equal([]);
    });

  it('is not one without a settings file: nobody may do anything', () => {
    expect(faultsOf({ STRIPE_SECRET_KEY: 'rk_test_x', ...bot })).to.deep.equal([]);
  });

  const carefree = {
    NODE_TLS_REJECT_UNAUTHORIZED: '0',
    OPENAI_LOG: 'debug',
    TILLKEEPER_SECRET: 'short',
    ...bot,
  };

  it('is none of the demo’s, which holds nothing real', () => {
    const nowhere = { stripe: 'http://127.0.0.1:1', openRouter: 'http://127.0.0.1:2' };
    expect(demoSettings(carefree, nowhere).secrets).to.deep.equal(['short']);
  });

  it('tells everything at once', () => {
    const model = { OPENROUTER_API_KEY: 'k', OPENROUTER_BASE_URL: 'http://models.example/v1' };
    const faults = faultsOf({ ...live, ...carefree, ...model, PORT: 'x' }, inLive);
    expect(faults).to.include.members([
      readable,
      logged,
      guessed,
      nobody,
      another,
      plain('OPENROUTER_BASE_URL'),
    ]);
    expect(faults.join()).to.contain('PORT: ').and.not.contain('short');
  });

  it('ends before anything listens, with every reason and code 1', async () => {
    const started = startProcess({ ...real, ...carefree }, { 'settings.json': JSON.stringify(fileWith()) });
    expect(await started.ended()).to.equal(1);
    expect(started.out()).to.equal('');
    expect(started.err().trim().split('\n').sort()).to.deep.equal([readable, logged, guessed, nobody].sort());
  });
});
