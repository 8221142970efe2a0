import { generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { expect } from 'chai';
import fc from 'fast-check';
import { laterNames } from '../src/environment.js';
import { environment, environmentFaults, readSettings } from '../src/settings.js';
import { faultsOf, fileWith } from './settings/faults.js';

const key = { STRIPE_SECRET_KEY: 'rk_test_reads' };
const read = (name: string) => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8');

describe('the environment', () => {
  it('leaves everything but a key to the defaults', () => {
    const settings = readSettings(key, null);
    expect(settings).to.deep.include({
      port: 3978,
      host: '127.0.0.1',
      dataDir: './data',
      logLevel: 'info',
      secrets: null,
      bot: null,
      model: null,
      recognition: 'model-first',
      timeZone: 'UTC',
      lapseAfterMinutes: 10,
      page: null,
      loopback: null,
    });
  });

  it('without a settings file knows one account, and nobody', () => {
    const { accounts, roles, people, portals, tenants } = readSettings(key, null);
    expect(
      accounts.map(({ id, mode, key: held, couponKey, base }) => [id, mode, held, couponKey, base]),
    ).to.deep.equal([['main', 'test', 'rk_test_reads', null, null]]);
    expect({ roles, people, portals, tenants }).to.deep.equal({
      roles: {},
      people: [],
      portals: [],
      tenants: [],
    });
  });

  for (const [reads, mode] of [
    ['rk_live_reads', 'live'],
    ['rk_test_live_reads', 'test'],
  ] as const)
    it(`reads the mode of the only account off its key: ${reads}`, () => {
      const { accounts } = readSettings({ STRIPE_SECRET_KEY: reads, STRIPE_COUPON_KEY: `${reads}Too` }, null);
      expect(accounts[0]).to.deep.include({ mode, key: reads, couponKey: `${reads}Too` });
    });

  const taken: [name: string, value: string, part: object][] = [
    ['PORT', '0', { port: 0 }],
    ['PORT', ' 8080 ', { port: 8080 }],
    ['HOST', '0.0.0.0', { host: '0.0.0.0' }],
    ['DATA_DIR', '/var/lib/till', { dataDir: '/var/lib/till' }],
    ['DATABASE_URL', '', { databaseUrl: null }],
    ['LOG_LEVEL', 'silent', { logLevel: 'silent' }],
    ['RECOGNITION', 'built-in-first', { recognition: 'built-in-first' }],
    [
      'TILLKEEPER_SECRET',
      'the new one of all, the old one of all',
      { secrets: ['the new one of all', 'the old one of all'] },
    ],
    [
      'OPENROUTER_API_KEY',
      'a-key',
      {
        model: {
          key: 'a-key',
          baseUrl: 'https://openrouter.ai/api/v1',
          models: ['openai/gpt-4.1-mini', 'google/gemini-2.5-flash'],
        },
      },
    ],
    ['MicrosoftAppId', '', { bot: null }],
  ];
  for (const [name, value, part] of taken)
    it(`takes ${name}=${value}`, () => {
      expect(readSettings({ ...key, [name]: value }, null)).to.deep.include(part);
    });

  for (const databaseUrl of [
    'postgres://till:s%40fe@db.example:5433/till?sslmode=verify-full',
    'postgresql:///till?host=/var/run/postgresql',
  ])
    it(`takes ${databaseUrl} beside a secret`, () => {
      const given = { ...key, DATABASE_URL: databaseUrl, TILLKEEPER_SECRET: 'one for all replicas' };
      expect(readSettings(given, null)).to.deep.include({ databaseUrl });
    });

  it('takes OpenRouter’s address and models beside its key', () => {
    const { model } = readSettings(
      {
        ...key,
        OPENROUTER_API_KEY: 'a-key',
        OPENROUTER_BASE_URL: 'http://127.0.0.1:9',
        OPENROUTER_MODELS: 'one, two,',
      },
      null,
    );
    expect(model).to.deep.equal({ key: 'a-key', baseUrl: 'http://127.0.0.1:9', models: ['one', 'two'] });
  });

  it('asks the public Graph unless another is named, over https or on this machine', () => {
    expect(readSettings(key, null).graphBase).to.equal('https://graph.microsoft.com');
    for (const address of [
      'https://graph.microsoft.us',
      'https://graph.microsoft.us/',
      'http://127.0.0.1:8',
      'http://[::1]:8',
    ])
      expect(readSettings({ ...key, GRAPH_API_BASE: address }, null).graphBase).to.equal(address);
  });

  const port = 'PORT: write a port number, 0 to 65535.';
  const address = 'write an address such as https://host.';
  const graph = 'GRAPH_API_BASE: write https:// and a host, such as https://graph.microsoft.us, and no path.';
  const database =
    'DATABASE_URL: write postgres://user:password@host/database, with %40 for an @ in the password and so on.';
  const bad: [name: string, value: string, says: string][] = [
    ['PORT', 'canary', port],
    ['PORT', '-1', port],
    ['PORT', '65536', port],
    ['PORT', '80.5', port],
    ['LOG_LEVEL', 'canary', 'LOG_LEVEL: write one of fatal, error, warn, info, debug, silent.'],
    [
      'MicrosoftAppType',
      'canary',
      'MicrosoftAppType: write one of MultiTenant, SingleTenant, UserAssignedMSI.',
    ],
    ['STRIPE_API_BASE', 'canary', `STRIPE_API_BASE: ${address}`],
    ['DATABASE_URL', 'canary', database],
    ['DATABASE_URL', 'mysql://canary', database],
    ['DATABASE_URL', 'postgres://canary:p@ss#word@db/canary', database],
    ['STRIPE_API_BASE', 'ftp://canary', `STRIPE_API_BASE: ${address}`],
    ['OPENROUTER_BASE_URL', 'canary', `OPENROUTER_BASE_URL: ${address}`],
    ['GRAPH_API_BASE', 'canary', graph],
    ['GRAPH_API_BASE', 'http://graph.canary', graph],
    ['GRAPH_API_BASE', 'http://127.0.0.1.canary', graph],
    ['GRAPH_API_BASE', 'https://graph.canary/v1.0', graph],
    ['GRAPH_API_BASE', 'https://canary@graph.microsoft.com', graph],
    ['GRAPH_API_BASE', 'https://graph.canary?x', graph],
    ['OPENROUTER_MODELS', ' , ', 'OPENROUTER_MODELS: write one or more, with commas between.'],
    ['TILLKEEPER_SECRET', ',', 'TILLKEEPER_SECRET: write one or more, with commas between.'],
    ['ALLOW_FULL_KEY', 'canary', 'ALLOW_FULL_KEY: write one of true, false.'],
    ['RECOGNITION', 'canary', 'RECOGNITION: write one of model-first, built-in-first.'],
  ];
  for (const [name, value, says] of bad)
    it(`says what to put into ${name} instead of ${value}`, () => {
      expect(faultsOf({ ...key, [name]: value })).to.deep.equal([`${says} See .env.example.`]);
    });

  it('tells every fault at once: of variables, pairs and later names', () => {
    const later = laterNames.map((name) => [name, 'canary']);
    const faulty = Object.fromEntries([...bad.map(([name, value]) => [name, value]), ...later]);
    const pairs = { STRIPE_COUPON_KEY: 'rk_test_canary', MicrosoftAppPassword: 'canary' };
    const names = [...Object.keys(faulty), 'STRIPE_SECRET_KEY', 'MicrosoftAppId'];
    const faults = faultsOf({ ...faulty, ...pairs });
    expect(names.filter((name) => !faults.some((fault) => fault.startsWith(name)))).to.deep.equal([]);
    expect(faults.join()).to.not.include('canary');
    expect(new Set(faults)).to.have.lengthOf(faults.length);
  });

  it('tells faults of the settings file beside those of variables', () => {
    const file = fileWith({ surprise: 1 });
    expect(faultsOf({ PORT: 'x', KEY: 'rk_test_x' }, file).map((fault) => fault.split(':')[0])).to.deep.equal(
      ['PORT', 'settings file'],
    );
    expect(faultsOf({ PORT: 'x' }, fileWith())).to.deep.equal([
      `${port} See .env.example.`,
      'accounts.main.key: KEY is empty. Put its value in .env; see .env.example.',
    ]);
  });

  it('tells its own faults where there is no settings file to look at', () => {
    expect(environmentFaults({ PORT: 'x', MicrosoftAppPassword: 'canary' })).to.deep.equal([
      `${port} See .env.example.`,
      'MicrosoftAppId is missing beside MicrosoftAppPassword. Put the bot’s app id in .env.',
    ]);
    expect(environmentFaults({})).to.deep.equal([]);
  });

  for (const name of laterNames)
    it(`refuses ${name}, which does nothing yet`, () => {
      expect(faultsOf({ ...key, [name]: 'canary' })).to.deep.equal([
        `${name} is set, but this version does not use it yet. Remove it.`,
      ]);
      expect(faultsOf({ ...key, [name]: '  ' })).to.deep.equal([]);
    });

  it('never repeats what a variable holds', () => {
    const names = [...Object.keys(environment.shape), ...laterNames];
    const canary = fc.stringMatching(/^[0-9a-f]{16}$/).map((tail) => `canary${tail}`);
    const variables = fc.dictionary(fc.constantFrom(...names), canary);
    fc.assert(
      fc.property(variables, (given) => {
        expect(faultsOf(given).join()).to.not.match(/canary/i);
      }),
    );
  });
});

const thumbprint = '0123456789ABCDEF0123456789ABCDEF01234567';
const { privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
});
const certificate = { CertificateThumbprint: thumbprint, CertificatePrivateKey: privateKey };

describe('the bot’s certificate', () => {
  const app = { ...key, MicrosoftAppId: 'an-id' };
  const shown: [how: string, given: Record<string, string>][] = [
    ['as it is', certificate],
    [
      'with colons and in small letters',
      {
        ...certificate,
        CertificateThumbprint: '01:23:45:67:89:ab:cd:ef:01:23:45:67:89:ab:cd:ef:01:23:45:67',
      },
    ],
    [
      'with its key in one line',
      { ...certificate, CertificatePrivateKey: privateKey.replaceAll('\n', '\\n') },
    ],
    [
      'with its key as a file of variables holds it',
      definedIn(`CertificateThumbprint=${thumbprint}\nCertificatePrivateKey="${privateKey}"`),
    ],
  ];
  for (const [how, given] of shown)
    it(`is taken ${how}`, () => {
      const { bot } = readSettings({ ...app, ...given }, null);
      expect(bot?.certificate?.thumbprint).to.equal(thumbprint);
      expect(bot?.certificate?.privateKey.trim()).to.equal(privateKey.trim());
      expect(bot?.password).to.equal(undefined);
    });

  const bad: [name: string, value: string, says: string][] = [
    ['CertificateThumbprint', 'canary', 'write the 40 digits of the certificate’s SHA-1 thumbprint'],
    ['CertificateThumbprint', `${thumbprint}00`, 'write the 40 digits of the certificate’s SHA-1 thumbprint'],
    [
      'CertificatePrivateKey',
      'canary',
      'write the certificate’s private key in PEM form, without a passphrase',
    ],
    [
      'CertificatePrivateKey',
      privateKey.slice(0, 200),
      'write the certificate’s private key in PEM form, without a passphrase',
    ],
  ];
  for (const [name, value, says] of bad)
    it(`is refused with ${name} ${value.slice(0, 20)}`, () => {
      expect(faultsOf({ ...app, ...certificate, [name]: value })).to.include(
        `${name}: ${says}. See .env.example.`,
      );
    });
});

describe('half a pair', () => {
  const app = { MicrosoftAppId: 'an-id' };
  const missing = (name: string, type: string) =>
    `${name} is missing: MicrosoftAppType ${type} needs it. Put it in .env.`;
  const noSecret = (name: string) =>
    `${name} is set, but MicrosoftAppType UserAssignedMSI has none. Remove it from .env.`;
  const cases: [what: string, given: Record<string, string>, faults: string[]][] = [
    ['an app id alone', app, [missing('MicrosoftAppPassword', 'MultiTenant')]],
    ['an app id with its password', { ...app, MicrosoftAppPassword: 'secret' }, []],
    [
      'a single tenant with its password',
      { ...app, MicrosoftAppPassword: 'secret', MicrosoftAppType: 'SingleTenant' },
      [missing('MicrosoftAppTenantId', 'SingleTenant')],
    ],
    [
      'a single tenant with nothing',
      { ...app, MicrosoftAppType: 'SingleTenant' },
      [missing('MicrosoftAppPassword', 'SingleTenant'), missing('MicrosoftAppTenantId', 'SingleTenant')],
    ],
    [
      'a managed identity without its tenant',
      { ...app, MicrosoftAppType: 'UserAssignedMSI' },
      [missing('MicrosoftAppTenantId', 'UserAssignedMSI')],
    ],
    [
      'a managed identity, which has no password',
      { ...app, MicrosoftAppType: 'UserAssignedMSI', MicrosoftAppTenantId: 'a-tenant' },
      [],
    ],
    [
      'a database of several replicas without their secret',
      { DATABASE_URL: 'postgres://db/till' },
      [
        'TILLKEEPER_SECRET is missing beside DATABASE_URL. Put the same 16 random characters or more in .env of every replica.',
      ],
    ],
    [
      'a managed identity with a password',
      { ...app, MicrosoftAppType: 'UserAssignedMSI', MicrosoftAppTenantId: 't', MicrosoftAppPassword: 's' },
      [noSecret('MicrosoftAppPassword')],
    ],
    [
      'a managed identity with a certificate',
      { ...app, MicrosoftAppType: 'UserAssignedMSI', MicrosoftAppTenantId: 't', ...certificate },
      [noSecret('CertificateThumbprint'), noSecret('CertificatePrivateKey')],
    ],
    ['a certificate', { ...app, ...certificate }, []],
    [
      'a certificate of a single tenant',
      { ...app, ...certificate, MicrosoftAppType: 'SingleTenant', MicrosoftAppTenantId: 't' },
      [],
    ],
    [
      'a certificate of a single tenant that is not named',
      { ...app, ...certificate, MicrosoftAppType: 'SingleTenant' },
      [missing('MicrosoftAppTenantId', 'SingleTenant')],
    ],
    [
      'a thumbprint alone',
      { ...app, CertificateThumbprint: thumbprint },
      ['CertificatePrivateKey is missing beside CertificateThumbprint. Put the private key in .env.'],
    ],
    [
      'a private key alone',
      { ...app, CertificatePrivateKey: privateKey },
      ['CertificateThumbprint is missing beside CertificatePrivateKey. Put the thumbprint in .env.'],
    ],
    [
      'a certificate and a password',
      { ...app, ...certificate, MicrosoftAppPassword: 'secret' },
      [
        'MicrosoftAppPassword is set beside a certificate, and only one of them is used. Remove one from .env.',
      ],
    ],
    [
      'a certificate without an app id',
      certificate,
      ['MicrosoftAppId is missing beside CertificateThumbprint. Put the bot’s app id in .env.'],
    ],
    [
      'a password alone',
      { MicrosoftAppPassword: 'secret' },
      ['MicrosoftAppId is missing beside MicrosoftAppPassword. Put the bot’s app id in .env.'],
    ],
  ];
  for (const [what, given, faults] of cases)
    it(`is told or not: ${what}`, () => {
      expect(faultsOf({ ...key, ...given })).to.deep.equal(faults);
    });

  it('is a coupon key without the key that reads', () => {
    expect(faultsOf({ STRIPE_COUPON_KEY: 'rk_test_coupons' })).to.include(
      'STRIPE_SECRET_KEY is missing beside STRIPE_COUPON_KEY. Put a restricted key that may read in .env.',
    );
  });

  it('is told though the settings file has accounts of its own', () => {
    expect(faultsOf({ STRIPE_COUPON_KEY: 'rk_test_coupons', KEY: 'rk_test_x' }, fileWith())).to.have.lengthOf(
      1,
    );
  });
});

describe('the examples', () => {
  const example: unknown = JSON.parse(read('settings.example.json'));
  const named = [...read('settings.example.json').matchAll(/env:(\w+)/g)].map(([, name = '']) => name);

  it('.env.example is taken as it is, and with its lines put to use', () => {
    expect(environmentFaults(definedIn(read('.env.example')))).to.deep.equal([]);
    const inUse = read('.env.example').replace(/^# (\w+=\S)/gm, '$1');
    expect(Object.keys(definedIn(inUse))).to.include.members([
      'RECOGNITION',
      'ALLOW_FULL_KEY',
      'SETTINGS_FILE',
    ]);
    expect(environmentFaults(definedIn(inUse))).to.deep.equal([]);
  });

  it('.env.example shows the defaults', () => {
    const inUse = definedIn(read('.env.example').replace(/^# (\w+=\S)/gm, '$1'));
    const { SETTINGS_FILE: _, ...shown } = environment.parse(inUse);
    expect(shown).to.deep.equal(environment.parse({}));
  });

  it('settings.example.json is taken once the names it points to are set', () => {
    expect(named).to.include.members(['STRIPE_SECRET_KEY', 'PORTAL_INTRANET_SECRET']);
    const settings = readSettings(
      Object.fromEntries(named.map((name) => [name, `rk_test_${name}`])),
      example,
    );
    expect(settings.accounts[0]).to.deep.include({
      id: 'main',
      label: 'Main store',
      key: 'rk_test_STRIPE_SECRET_KEY',
      couponKey: 'rk_test_STRIPE_COUPON_KEY',
    });
    expect(settings.portals).to.deep.equal([
      {
        id: 'intranet',
        secret: 'rk_test_PORTAL_INTRANET_SECRET',
        origins: ['https://intranet.example'],
        people: null,
      },
    ]);
    expect(settings.notUsedYet).to.deep.equal([]);
  });

  it('settings.example.json names every variable that is missing, once', () => {
    const faults = faultsOf({}, example);
    for (const name of new Set(named))
      expect(faults.filter((fault) => fault.includes(`${name} is empty`))).to.have.lengthOf(1);
  });
});

function definedIn(envFile: string): Record<string, string> {
  const defined = Object.entries(parseEnv(envFile));
  return Object.fromEntries(defined.map(([name, value]) => [name, value ?? '']));
}
