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
  SECRET: 'portal-secret-canary',
  MicrosoftAppId: 'id',
  MicrosoftAppPassword: 'app-canary',
  OPENROUTER_API_KEY: 'model-canary',
};
const guid = '0b5e7c1a-3f41-4c0e-9c54-6e1b6f0b8d11';
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

  const approval = { coupons: { approval: { abovePercentOff: 30 } } };
  const roles = { analyst: ['charges.read'], boss: ['coupons.approve'], head: { may: ['coupons.approve'] } };
  const asks = 'coupons.approval in the settings asks for a second person, but';
  const unapproved: [what: string, more: Record<string, unknown>, said: string[]][] = [
    [
      'no role may be one',
      approval,
      [`${asks} no role may approve coupons. Give a role coupons.approve, or remove coupons.approval.`],
    ],
    [
      'nobody has such a role',
      { ...approval, roles },
      [`${asks} nobody under people has a role that may approve coupons. Add someone with boss or head.`],
    ],
    [
      'somebody has',
      { ...approval, roles, people: [...known.people, { ...known.people[0], roles: ['head'] }] },
      [],
    ],
  ];
  for (const [what, more, said] of unapproved)
    it(`says ${said.length > 0 ? 'that a second person is asked for' : 'nothing of a second person'} where ${what}`, () => {
      expect(linesWith(more).slice(1)).to.deep.equal(said);
    });

  const idle: [who: object, why: string][] = [
    [{ tenant: 't-2', user: 'u' }, 'its tenant does not stand under tenants. Add it there.'],
    [{ tenant: 't-2', group: guid }, 'its tenant does not stand under tenants. Add it there.'],
    [
      { tenant: 't-1', group: 'g' },
      'its group is no object id. Copy the one that Entra shows for the group.',
    ],
    [{ portal: 'extranet', user: 'u' }, 'no portal is called extranet. Name one that stands under portals.'],
    [{ trigger: 'daily' }, 'no trigger is called daily. Name one that stands under triggers.'],
  ];
  for (const [who, why] of idle)
    it(`names an entry that lets nobody in: ${JSON.stringify(who)}`, () => {
      const people = [...known.people, { ...who, ...grant }];
      expect(linesWith({ people }).slice(1)).to.deep.equal([
        `people.2 in the settings lets nobody in: ${why}`,
      ]);
    });

  it('names a trigger that nobody under people is, and is silent about one that may do something', () => {
    const triggers = [{ name: 'daily', secret: 'env:DAILY', tasks: ['last_charges'] }];
    const variables = { ...full, DAILY: 'a-secret-of-the-daily-one' };
    expect(linesWith({ triggers }, variables).slice(1)).to.deep.equal([
      'triggers.daily in the settings may do nothing: nobody under people is this trigger. Add an entry with "trigger": "daily", roles and accounts.',
    ]);
    const people = [...known.people, { trigger: 'daily', ...grant }];
    expect(linesWith({ triggers, people }, variables).slice(1)).to.deep.equal([]);
  });

  it('names a group only where the app cannot look it up', () => {
    const people = [...known.people, { tenant: 't-1', group: guid, ...grant }];
    const single = { ...full, MicrosoftAppType: 'SingleTenant', MicrosoftAppTenantId: 'T-1' };
    const { MicrosoftAppId: _, MicrosoftAppPassword: __, ...noApp } = full;
    for (const variables of [full, single])
      expect(linesWith({ people }, variables).slice(1)).to.deep.equal([]);
    expect(linesWith({ people }, { ...single, MicrosoftAppTenantId: 't-9' }).slice(1)).to.deep.equal([
      'people.2 in the settings lets nobody in: the app is of another tenant, so it cannot look up this group. Name the person as user.',
    ]);
    expect(linesWith({ people }, noApp)).to.include(
      'people.2 in the settings lets nobody in: without an app id nobody’s groups can be looked up. Set MicrosoftAppId, or name the person as user.',
    );
  });

  it('names the keys of the file that nothing acts on yet, and only those that it sets', () => {
    expect(linesWith({ cards: { targetedMessages: false }, trail: { keepDays: 30 } }).slice(1)).to.deep.equal(
      ['cards.targetedMessages stands in the settings, but this version does not use it yet.'],
    );
  });

  const near = { ...full, STRIPE_API_BASE: 'http://127.0.0.1:1' };

  it('warns of a secret that can be guessed, where only stand-ins are spoken to', () => {
    const lines = (secrets: string) => linesWith({}, { ...near, TILLKEEPER_SECRET: secrets }).slice(1);
    expect(lines('0123456789abcdef')).to.deep.equal([]);
    for (const secrets of ['canary', '0123456789abcdef,canary'])
      expect(lines(secrets)).to.deep.equal([
        'TILLKEEPER_SECRET can be guessed. Put 16 random characters or more in .env.',
      ]);
  });

  it('warns of a portal’s or trigger’s secret that can be guessed', () => {
    const triggers = [{ name: 'daily', secret: 'env:DAILY', tasks: ['last_charges'] }];
    const variables = { ...near, SECRET: 'canary', DAILY: 'canary-2' };
    expect(linesWith({ triggers }, variables)).to.include.members([
      'portals.intranet.secret can be guessed. Put 16 random characters or more there.',
      'triggers.daily.secret can be guessed. Put 16 random characters or more there.',
    ]);
  });

  it('never tells a secret', () => {
    const people = idle.map(([who]) => ({ ...who, ...grant }));
    const lines = linesWith({ people, trail: { keepDays: 1 } }, { ...near, TILLKEEPER_SECRET: 'canary' });
    expect(lines.join()).to.not.include('canary');
    expect(lines.join()).to.not.include('rk_test');
  });
});
