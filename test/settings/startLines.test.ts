import { expect } from 'chai';
import { demoSettings } from '../../src/demo/settings.js';
import { startLines } from '../../src/settings/startLines.js';
import { readSettings } from '../../src/settings.js';
import { fileWith } from './faults.js';

const bare = [
  'No app id is set: /api/messages answers callers on this machine only.',
  'No OpenRouter key is set: the built-in recogniser reads every sentence.',
];
const full = {
  KEY: 'rk_test_reads',
  SECRET: 'portal-canary',
  MicrosoftAppId: 'id',
  MicrosoftAppPassword: 'app-canary',
  OPENROUTER_API_KEY: 'model-canary',
};
const grant = { roles: ['analyst'], accounts: ['main'] };
const known = {
  tenants: ['t-1'],
  portals: [{ id: 'intranet', secret: 'env:SECRET' }],
  people: [
    { tenant: 'T-1', user: 'u', ...grant },
    { portal: 'intranet', user: 'u', ...grant },
  ],
};
const linesWith = (more: Record<string, unknown>, variables: Record<string, string> = full) =>
  startLines(readSettings(variables, fileWith({ ...known, ...more })), 3978);

describe('what the process says at its start', () => {
  it('in the demo: that it is one, and the address to open', () => {
    const settings = demoSettings({}, { stripe: 'http://127.0.0.1:1', openRouter: 'http://127.0.0.1:2' });
    expect(startLines(settings, 4000)).to.deep.equal([
      'Tillkeeper, the demo: test data, nothing here is real.',
      'Open http://127.0.0.1:4000',
      bare[0],
    ]);
  });

  it('with nothing but a key: what is left out, and that everyone is refused', () => {
    expect(startLines(readSettings({ STRIPE_SECRET_KEY: 'rk_test_x' }, null), 3978)).to.deep.equal([
      'Tillkeeper listens on http://127.0.0.1:3978',
      ...bare,
      'Nobody is in the settings: everyone is refused. See settings.example.json.',
    ]);
  });

  it('with everything set: where it listens, and no more', () => {
    expect(linesWith({})).to.deep.equal(['Tillkeeper listens on http://127.0.0.1:3978']);
  });

  const hosts = {
    '0.0.0.0': '127.0.0.1',
    '::': '127.0.0.1',
    '::1': '[::1]',
    localhost: 'localhost',
    '10.0.0.5': '10.0.0.5',
  };
  for (const [host, shown] of Object.entries(hosts))
    it(`names an address that can be opened for HOST=${host}`, () => {
      expect(linesWith({}, { ...full, HOST: host })).to.deep.equal([
        `Tillkeeper listens on http://${shown}:3978`,
      ]);
    });

  const idle: [who: object, why: string][] = [
    [{ tenant: 't-2', user: 'u' }, 'its tenant does not stand under tenants. Add it there.'],
    [{ tenant: 't-1', group: 'g' }, 'groups are not looked up yet. Name the person as user.'],
    [{ portal: 'extranet', user: 'u' }, 'no portal is called extranet. Name one that stands under portals.'],
    [{ trigger: 'daily' }, 'triggers are not used yet.'],
  ];
  for (const [who, why] of idle)
    it(`names an entry that lets nobody in: ${JSON.stringify(who)}`, () => {
      const people = [...known.people, { ...who, ...grant }];
      expect(linesWith({ people }).slice(1)).to.deep.equal([
        `people.2 in the settings lets nobody in: ${why}`,
      ]);
    });

  it('names the keys of the file that nothing acts on yet, and only those that it sets', () => {
    expect(linesWith({ trail: { keepDays: 30 } }).slice(1)).to.deep.equal([
      'trail stands in the settings, but this version does not use it yet.',
    ]);
  });

  it('warns of a secret that can be guessed', () => {
    const lines = (secrets: string) => linesWith({}, { ...full, TILLKEEPER_SECRET: secrets }).slice(1);
    expect(lines('0123456789abcdef')).to.deep.equal([]);
    for (const secrets of ['canary', '0123456789abcdef,canary'])
      expect(lines(secrets)).to.deep.equal([
        'TILLKEEPER_SECRET can be guessed. Put 16 random characters or more in .env.',
      ]);
  });

  it('never tells a secret', () => {
    const people = idle.map(([who]) => ({ ...who, ...grant }));
    const lines = linesWith({ people, trail: { keepDays: 1 } }, { ...full, TILLKEEPER_SECRET: 'canary' });
    expect(lines.join()).to.not.include('canary');
    expect(lines.join()).to.not.include('rk_test');
  });
});
