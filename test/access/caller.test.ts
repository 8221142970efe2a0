import { expect } from 'chai';
import { type Caller, createDirectory, inAccount } from '../../src/access/caller.js';
import type { GroupsOf, Membership } from '../../src/access/groups.js';
import type { Identity } from '../../src/access/identity.js';

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
const { signal } = new AbortController();
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
    ['a trigger', { kind: 'trigger', name: 'daily' }, ['analyst'], ['main']],
    ['a trigger in capitals, which is another one', { kind: 'trigger', name: 'Daily' }, [], []],
    ['a portal’s user of a trigger’s name', portal('intranet', 'daily'), [], []],
    ['a tenant’s user of a trigger’s name', entra(tenant, 'daily'), [], []],
    ['a trigger of a portal user’s name', { kind: 'trigger', name: 'u-1' }, [], []],
    ['nobody', { kind: 'unknown' }, [], []],
  ];
  for (const [what, identity, roles, accounts] of cases)
    it(`finds what the settings grant: ${what}`, async () => {
      const caller = await directory(identity, signal);
      expect([caller.roles, caller.accounts]).to.deep.equal([roles, accounts]);
    });

  it('lets nobody in from Entra while no tenant is on the list', async () => {
    const { roles } = await createDirectory(people, [])(entra(tenant, user), signal);
    expect(roles).to.deep.equal([]);
  });

  it('has one key for a person, whatever the case of Entra’s ids, and never one for two', async () => {
    const key = async (identity: Identity) => (await directory(identity, signal)).key;
    expect(await key(entra(tenant.toUpperCase(), user))).to.equal(
      await key(entra(tenant, user.toUpperCase())),
    );
    const identities = [...cases.filter(([what]) => what !== 'the same ids in capitals')].map(
      ([, identity]) => identity,
    );
    expect(new Set(await Promise.all(identities.map(key))).size).to.equal(identities.length);
    expect(await key(portal('a', 'b:c'))).to.not.equal(await key(portal('a:b', 'c')));
  });
});

describe('the directory with groups', () => {
  const group = '5e0f6a7b-0000-4000-8000-00000000000d';
  const entries = [
    { tenant, user, ...analyst },
    { tenant, group: group.toUpperCase(), ...marketing },
    { tenant: other, group, roles: ['keeper'], accounts: ['main'] },
  ];
  const find = async (groupsOf: GroupsOf, identity = entra(tenant, user)) =>
    await createDirectory(entries, [tenant], groupsOf)(identity, signal);
  const known =
    (...groups: string[]): GroupsOf =>
    async () => ({ kind: 'known', groups: new Set(groups) });
  const unsure: GroupsOf = async (): Promise<Membership> => ({ kind: 'unsure' });

  it('grants what a person’s groups and the person’s own entries give, each in its own accounts', async () => {
    expect(await find(known(group))).to.deep.include({
      grants: [analyst, marketing],
      accounts: ['main', 'eu'],
    });
    expect(await find(known())).to.deep.include({ grants: [analyst] });
    expect((await find(known(group), entra(tenant, other))).grants).to.deep.equal([marketing]);
  });

  it('grants by a group of the person’s own tenant only, and only of one on the list', async () => {
    expect((await find(known(group), entra(other, user))).grants).to.deep.equal([]);
    expect((await find(known(group), portal(tenant, user))).grants).to.deep.equal([]);
    expect((await find(known(group), { kind: 'unknown' })).grants).to.deep.equal([]);
  });

  it('asks for nobody’s groups but those of people of a tenant on the list', async () => {
    const asked: string[] = [];
    const groupsOf: GroupsOf = async (of, who) => {
      asked.push(`${of} ${who}`);
      return { kind: 'known', groups: new Set() };
    };
    for (const identity of [entra(other, user), portal(tenant, user), { kind: 'unknown' } as const])
      await find(groupsOf, identity);
    await find(groupsOf, entra(tenant.toUpperCase(), other.toUpperCase()));
    expect(asked).to.deep.equal([`${tenant} ${other}`]);
  });

  it('says that it is not certain, and grants the person’s own entries alone, when groups are not known', async () => {
    const caller = await find(unsure);
    expect(caller).to.deep.include({ grants: [analyst], uncertain: true });
    expect(inAccount(caller, 'main')).to.deep.include({ roles: ['analyst'], uncertain: true });
    expect(await find(unsure, entra(tenant, other))).to.deep.include({ roles: [], uncertain: true });
    expect(await find(known())).to.not.have.property('uncertain');
  });
});

describe('a caller in one account', () => {
  let caller: Caller;
  before(async () => {
    caller = await directory(portal('intranet', 'u-1'), signal);
  });

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
