import { expect } from 'chai';
import { permissions } from '../src/access/permission.js';
import { readSettings } from '../src/settings.js';
import { notUsedYet } from '../src/settingsFile.js';
import { accountWith, faultsOf, fileWith } from './settings/faults.js';

const key = { KEY: 'rk_test_reads', SECRET: 'a-portal-secret' };
const readWith = (more: Readonly<Record<string, unknown>>) => readSettings(key, fileWith(more));
const person = { portal: 'intranet', user: 'u-1', roles: ['analyst'], accounts: ['main'] };
const portal = { id: 'intranet', secret: 'env:SECRET' };

describe('the settings file', () => {
  it('needs accounts, roles and people only', () => {
    expect(readWith({})).to.deep.include({
      portals: [],
      tenants: [],
      timeZone: 'UTC',
      detail: 'standard',
      lapseAfterMinutes: 10,
      trail: { keepDays: 365, checkpointEvery: 100 },
      coupons: {
        maxPercentOff: 100,
        maxAmountOff: {},
        durations: ['once', 'repeating', 'forever'],
        enabled: true,
      },
    });
  });

  it('is refused without them, each named', () => {
    expect(faultsOf(key, {})).to.deep.equal([
      'settings file: accounts: it is missing; write a list in [ ]. See settings.example.json.',
      'settings file: roles: it is missing; write an object in { }. See settings.example.json.',
      'settings file: people: it is missing; write a list in [ ]. See settings.example.json.',
    ]);
  });

  it('writes a role with and without a detail', () => {
    const roles = { analyst: ['charges.read'], support: { may: ['customers.read'], detail: 'minimal' } };
    expect(readWith({ roles }).roles).to.deep.equal({
      analyst: { may: ['charges.read'], detail: undefined },
      support: { may: ['customers.read'], detail: 'minimal' },
    });
  });

  it('takes Entra ids in any case', () => {
    const people = [{ tenant: 'AAAA-B', user: 'CCcc-D', roles: ['analyst'], accounts: ['main'] }];
    const settings = readWith({ people, tenants: ['AaAa-B'] });
    expect(settings.people[0]).to.deep.include({ tenant: 'aaaa-b', user: 'cccc-d' });
    expect(settings.tenants).to.deep.equal(['aaaa-b']);
  });

  it('takes an origin with a closing slash as the browser writes it', () => {
    const { portals } = readWith({ portals: [{ ...portal, origins: ['https://Intranet.example/'] }] });
    expect(portals[0]?.origins).to.deep.equal(['https://intranet.example']);
  });

  const secretOnly =
    'write env:NAME_OF_A_VARIABLE in capitals, or file:/path/of/a/mounted/secret, never the secret itself';
  const originOnly = 'write an origin such as https://intranet.example, without a path';
  const personForm =
    'write tenant and user, tenant and group, portal and user, or trigger; beside them only roles and accounts, each a list';
  const roleForm = `write a list of permissions, or {"may": such a list, "detail": minimal, standard or detailed}; permissions are ${permissions.join(', ')}`;
  const idForm = 'use lower-case letters, digits and dashes';
  const refused: [what: string, more: Record<string, unknown>, at: string, says: string][] = [
    ['a trail that is kept for no day', { trail: { keepDays: 0 } }, 'trail.keepDays', 'write more than 0'],
    [
      'an unknown key',
      { surprise: 1 },
      'the whole',
      'surprise is not known here; remove it or correct its name',
    ],
    [
      'two unknown keys of an account',
      { accounts: [accountWith({ kee: 1, labl: 2 })] },
      'accounts.0',
      'kee and labl are not known here; remove it or correct its name',
    ],
    [
      'an unknown key of cards',
      { cards: { colour: 1 } },
      'cards',
      'colour is not known here; remove it or correct its name',
    ],
    ['no accounts', { accounts: [] }, 'accounts', 'it is empty; put something there'],
    ['accounts that are no list', { accounts: {} }, 'accounts', 'write a list in [ ]'],
    ['an account id with capitals', { accounts: [accountWith({ id: 'Main' })] }, 'accounts.0.id', idForm],
    [
      'an account without a label',
      { accounts: [accountWith({ label: '' })] },
      'accounts.0.label',
      'it is empty; put something there',
    ],
    [
      'a long label',
      { accounts: [accountWith({ label: 'x'.repeat(41) })] },
      'accounts.0.label',
      'write 40 at most in letters',
    ],
    [
      'another mode',
      { accounts: [accountWith({ mode: 'prod' })] },
      'accounts.0.mode',
      'write one of test, live',
    ],
    [
      'a key that is the key',
      { accounts: [accountWith({ key: 'rk_live_canary' })] },
      'accounts.0.key',
      secretOnly,
    ],
    [
      'a key pasted behind env:',
      { accounts: [accountWith({ key: 'env:rk_live_canary' })] },
      'accounts.0.key',
      secretOnly,
    ],
    [
      'a reference to a file by half a path',
      { accounts: [accountWith({ key: 'file:canary' })] },
      'accounts.0.key',
      secretOnly,
    ],
    [
      'an empty reference',
      { accounts: [accountWith({ couponKey: 'env:' })] },
      'accounts.0.couponKey',
      secretOnly,
    ],
    [
      'another way to Stripe',
      { accounts: [accountWith({ via: 'post' })] },
      'accounts.0.via',
      'write direct, or n8n where n8n has the keys',
    ],
    [
      'a key beside n8n, which has it',
      { accounts: [accountWith({ via: 'n8n' })] },
      'accounts.0.key',
      'remove it; n8n has the keys of this account',
    ],
    [
      'a coupon key beside n8n',
      { accounts: [accountWith({ via: 'n8n', key: undefined, couponKey: 'env:KEY' })] },
      'accounts.0.couponKey',
      'remove it; n8n has the keys of this account',
    ],
    [
      'no key',
      { accounts: [accountWith({ key: undefined })] },
      'accounts.0.key',
      'it is missing; write env:NAME_OF_A_VARIABLE',
    ],
    [
      'a connected account by name',
      { accounts: [accountWith({ stripeAccount: 'Main' })] },
      'accounts.0.stripeAccount',
      'write an account id that begins with acct_, or null',
    ],
    [
      'two accounts of one id',
      { accounts: [accountWith(), accountWith()] },
      'accounts',
      'two accounts are called main; rename one',
    ],
    [
      'two portals of one id',
      { portals: [portal, portal] },
      'portals',
      'two portals are called intranet; rename one',
    ],
    [
      'a portal secret in plain',
      { portals: [{ ...portal, secret: 'canary' }] },
      'portals.0.secret',
      secretOnly,
    ],
    [
      'an origin with a path',
      { portals: [{ ...portal, origins: ['https://x.example/a'] }] },
      'portals.0.origins.0',
      originOnly,
    ],
    [
      'an origin that is none',
      { portals: [{ ...portal, origins: ['x.example'] }] },
      'portals.0.origins.0',
      originOnly,
    ],
    [
      'an unknown role of a person',
      { people: [{ ...person, roles: ['boss'] }] },
      'people.0.roles',
      'no role is called boss; name one that stands under roles',
    ],
    [
      'a role that every object has',
      { people: [{ ...person, roles: ['toString'] }] },
      'people.0.roles',
      'no role is called toString; name one that stands under roles',
    ],
    [
      'an unknown account of a person',
      { people: [{ ...person, accounts: ['eu'] }] },
      'people.0.accounts',
      'no account is called eu; name one that stands under accounts',
    ],
    [
      'an approval conversation that has no name',
      { coupons: { approval: { abovePercentOff: 30, conversation: 'finance' } } },
      'coupons.approval.conversation',
      'no conversation is called finance; name one that stands under conversations',
    ],
    [
      'a person without roles',
      { people: [{ ...person, roles: [] }] },
      'people.0.roles',
      'it is empty; put something there',
    ],
    [
      'a person of half a kind',
      { people: [{ tenant: 't', roles: ['analyst'], accounts: ['main'] }] },
      'people.0',
      personForm,
    ],
    ['a person of two kinds', { people: [{ ...person, tenant: 't' }] }, 'people.0', personForm],
    ['an unknown permission', { roles: { analyst: ['charge.read'] } }, 'roles.analyst', roleForm],
    [
      'an unknown detail of a role',
      { roles: { analyst: { may: [], detail: 'all' } } },
      'roles.analyst',
      roleForm,
    ],
    [
      'a time zone of nowhere',
      { timeZone: 'Mars/Base' },
      'timeZone',
      'write an IANA time zone such as Europe/Berlin',
    ],
    ['an empty time zone', { timeZone: '' }, 'timeZone', 'write an IANA time zone such as Europe/Berlin'],
    ['nothing off', { coupons: { maxPercentOff: 0 } }, 'coupons.maxPercentOff', 'write more than 0'],
    ['more than all off', { coupons: { maxPercentOff: 101 } }, 'coupons.maxPercentOff', 'write 100 at most'],
    [
      'a currency in capitals',
      { coupons: { maxAmountOff: { USD: 5 } } },
      'coupons.maxAmountOff.USD',
      'write the currency as three lower-case letters, such as usd',
    ],
    [
      'an amount its currency has not',
      { coupons: { maxAmountOff: { jpy: 1.5 } } },
      'coupons.maxAmountOff.jpy',
      'write an amount with no more decimals than JPY has',
    ],
    [
      'no duration at all',
      { coupons: { durations: [] } },
      'coupons.durations',
      'it is empty; put something there',
    ],
    [
      'an end in a thousand years',
      { coupons: { mustExpireWithinDays: 365_000 } },
      'coupons.mustExpireWithinDays',
      'write 36500 at most',
    ],
    ['half a use', { coupons: { maxRedemptions: 0.5 } }, 'coupons.maxRedemptions', 'write a whole number'],
    ['a word for a switch', { coupons: { enabled: 'yes' } }, 'coupons.enabled', 'write true or false'],
    ['a number for a name', { timeZone: 1 }, 'timeZone', 'write a text in quotes'],
    [
      'an offer that never lapses',
      { confirmation: { lapseAfterMinutes: 61 } },
      'confirmation.lapseAfterMinutes',
      'write 60 at most',
    ],
    [
      'a limit of another name',
      { limits: { perHour: 3 } },
      'limits',
      'perHour is not known here; remove it or correct its name',
    ],
  ];
  for (const [what, more, at, says] of refused)
    it(`refuses ${what}`, () => {
      expect(faultsOf(key, fileWith(more))).to.deep.equal([
        `settings file: ${at}: ${says}. See settings.example.json.`,
      ]);
    });

  it('is refused when it is no object', () => {
    expect(faultsOf(key, [])).to.deep.equal([
      'settings file: the whole: write an object in { }. See settings.example.json.',
    ]);
  });

  it('tells all of its faults at once, and no secret', () => {
    const faults = faultsOf(key, Object.assign({}, ...refused.slice(0, 30).map(([, more]) => more)));
    expect(faults.length).to.be.greaterThan(4);
    const all = refused.flatMap(([, more]) => faultsOf(key, fileWith(more))).join();
    expect(all).to.not.include('canary');
    expect(all).to.not.match(/\binvalid\b/i);
  });
});

describe('keys that are not used yet', () => {
  const values: Record<(typeof notUsedYet)[number], Record<string, unknown>> = {
    'cards.targetedMessages': { cards: { targetedMessages: false } },
  };
  for (const name of notUsedYet)
    it(`are told when the file sets ${name}`, () => {
      expect(readWith(values[name]).notUsedYet).to.deep.equal([name]);
    });

  it('are not told when the file leaves them out', () => {
    expect(readWith({ cards: { detail: 'minimal' }, limits: {} }).notUsedYet).to.deep.equal([]);
    expect(readSettings({ STRIPE_SECRET_KEY: 'rk_test_x' }, null).notUsedYet).to.deep.equal([]);
  });
});
