import { expect } from 'chai';
import { createDirectory, type Identity, inAccount } from '../../src/access/caller.js';

const tenant = '1f0c9d2e-0000-4000-8000-00000000000a';
const user = '2a7b3c4d-0000-4000-8000-00000000000b';
const other = '3c8d4e5f-0000-4000-8000-00000000000c';
const analyst = { roles: ['analyst'], accounts: ['main'] };
const marketing = { roles: ['marketing'], accounts: ['eu'] };

const people = [
  { tenant, user, ...analyst },
  { tenant: other, user, ...marketing },
  { tenant, group: user, roles: ['keeper'], accounts: ['main'] },
  { portal: 'intranet', user: 'u-1', ...analyst },
  { portal: 'intranet', user: 'u-1', ...marketing },
  { portal: 'intranet', user: 'u-1', roles: ['analyst', 'support'], accounts: ['main'] },
  { portal: 'extranet', user: 'u-1', ...marketing },
  { portal: tenant, user, ...marketing },
  { trigger: 'daily', ...analyst },
];
const directory = createDirectory(people, [tenant.toUpperCase()]);
const entra = (of: string, who: string): Identity => ({ kind: 'entra', tenant: of, user: who });
const portal = (of: string, who: string): Identity => ({ kind: 'portal', portal: of, user: who });

describe('the directory', () => {
  const cases: [what: string, identity: Identity, roles: string[], accounts: string[]][] = [
    ['a tenant’s user', entra(tenant, user), ['analyst'], ['main']],
    ['the same ids in capitals', entra(tenant.toUpperCase(), user.toUpperCase()), ['analyst'], ['main']],
    ['another user of the tenant', entra(tenant, other), [], []],
    ['a user of a tenant that is not on the list', entra(other, user), [], []],
    ['the same user of a tenant nobody knows', entra('', user), [], []],
    ['a group’s id as user', entra(tenant, 'keeper'), [], []],
    [
      'a portal’s user with several entries',
      portal('intranet', 'u-1'),
      ['analyst', 'marketing', 'support'],
      ['main', 'eu'],
    ],
    ['the same user id at another portal', portal('extranet', 'u-1'), ['marketing'], ['eu']],
    ['a portal’s user in capitals, who is somebody else', portal('intranet', 'U-1'), [], []],
    ['a portal that is called as a tenant is', portal(tenant, user), ['marketing'], ['eu']],
    ['a tenant’s user who says to be a portal’s', entra('intranet', 'u-1'), [], []],
    ['nobody', { kind: 'unknown' }, [], []],
  ];
  for (const [what, identity, roles, accounts] of cases)
    it(`finds what the settings grant: ${what}`, () => {
      const caller = directory(identity);
      expect([caller.roles, caller.accounts]).to.deep.equal([roles, accounts]);
    });

  it('lets nobody in from Entra while no tenant is on the list', () => {
    expect(createDirectory(people, [])(entra(tenant, user)).roles).to.deep.equal([]);
  });

  it('has one key for a person, whatever the case of Entra’s ids, and never one for two', () => {
    const key = (identity: Identity) => directory(identity).key;
    expect(key(entra(tenant.toUpperCase(), user))).to.equal(key(entra(tenant, user.toUpperCase())));
    const identities = [...cases.filter(([what]) => what !== 'the same ids in capitals')].map(
      ([, identity]) => identity,
    );
    expect(new Set(identities.map(key)).size).to.equal(identities.length);
    expect(key(portal('a', 'b:c'))).to.not.equal(key(portal('a:b', 'c')));
  });
});

describe('a caller in one account', () => {
  const caller = directory(portal('intranet', 'u-1'));
  const cases: [account: string | null, roles: string[], accounts: string[]][] = [
    ['main', ['analyst', 'support'], ['main']],
    ['eu', ['marketing'], ['eu']],
    ['us', [], []],
    ['', [], []],
    [null, [], []],
  ];
  for (const [account, roles, accounts] of cases)
    it(`has the roles of the entries for it: ${account}`, () => {
      expect(inAccount(caller, account)).to.deep.equal({ key: caller.key, roles, accounts });
    });

  it('stays so when it is asked again', () => {
    const here = inAccount(caller, 'main');
    expect(inAccount(here, 'main')).to.deep.equal(here);
    expect(inAccount(here, 'eu').roles).to.deep.equal([]);
  });
});
