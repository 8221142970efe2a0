import { expect } from 'chai';
import fc from 'fast-check';
import { createDirectory } from '../../src/access/caller.js';
import { type Permission, permissions } from '../../src/access/permission.js';
import { createPermits } from '../../src/access/permit.js';
import { demoPeople, demoRoles } from '../../src/demo/people.js';
import { demoSettings } from '../../src/demo/settings.js';

const settings = demoSettings({}, { stripe: 'http://127.0.0.1:1', openRouter: 'http://127.0.0.1:2' });
const permits = createPermits(settings.roles);
const { signal } = new AbortController();
const directory = createDirectory(settings.people, settings.tenants);
const callerOf = async (id: string) => await directory({ kind: 'portal', portal: 'demo', user: id }, signal);

/** What each demo person may do where: `+` permitted, `r` no role has it, `a` not in this account, `?` unknown. */
const table = `
                    analyst  support  marketing  approver  compliance  admin  guest
charges.read   main    +        +         r         r          r         +      ?
charges.read   eu      +        a         r         r          r         +      ?
customers.read main    +        +         r         r          r         +      ?
customers.read eu      +        a         r         r          r         +      ?
coupons.read   main    +        +         +         +          r         +      ?
coupons.read   eu      +        a         a         a          r         +      ?
balance.read   main    +        r         r         r          r         +      ?
balance.read   eu      +        r         r         r          r         +      ?
coupons.create main    r        r         +         r          r         +      ?
coupons.create eu      r        r         a         r          r         +      ?
coupons.approve main   r        r         r         +          r         +      ?
coupons.approve eu     r        r         r         a          r         +      ?
audit.read     main    r        r         r         r          +         +      ?
audit.read     eu      r        r         r         r          a         +      ?
audit.resolve  main    r        r         r         r          r         +      ?
audit.resolve  eu      r        r         r         r          r         +      ?
settings.bind  main    r        r         r         r          r         +      ?
settings.bind  eu      r        r         r         r          r         +      ?
`
  .trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/));
const [people = [], ...lines] = table;
const signs = { role: 'r', account: 'a', unknown: '?', unsure: 'u' };

describe('a permit', () => {
  it('has a cell for every demo person, permission and account', () => {
    expect([...people].sort()).to.deep.equal(demoPeople.map(({ id }) => id).sort());
    const rows = permissions.flatMap((name) => settings.accounts.map(({ id }) => `${name} ${id}`));
    expect(lines.map(([name, account]) => `${name} ${account}`)).to.deep.equal(rows);
  });

  for (const permission of permissions)
    for (const [, account = '', ...cells] of lines.filter(([name]) => name === permission))
      it(`for ${permission} in ${account} is given or refused as the table says`, async () => {
        const found = people.map(async (id) => {
          const decision = permits(await callerOf(id), permission, account);
          return decision.kind === 'permitted' ? '+' : signs[decision.reason];
        });
        expect(await Promise.all(found)).to.deep.equal(cells);
      });

  it('names what it is for and the roles it rests on, and nothing else', async () => {
    const decision = permits(await callerOf('marketing'), 'coupons.create', 'main');
    expect(decision).to.deep.equal({
      kind: 'permitted',
      permit: { account: 'main', permission: 'coupons.create', roles: ['marketing'] },
    });
  });

  it('is refused with the roles that may, never with people', async () => {
    const decision = permits(await callerOf('support'), 'balance.read', 'main');
    expect(decision).to.deep.equal({
      kind: 'refused',
      reason: 'role',
      permission: 'balance.read',
      rolesThatMay: ['analyst'],
    });
  });

  it('is refused for one reason only while somebody’s groups are not known, and given for what they hold', async () => {
    const caller = { ...(await callerOf('support')), uncertain: true as const };
    const found = (['charges.read', 'balance.read'] as const).flatMap((permission) =>
      ['main', 'eu'].map((account) => {
        const decision = permits(caller, permission, account);
        return decision.kind === 'permitted' ? '+' : decision.reason;
      }),
    );
    expect(found).to.deep.equal(['+', 'unsure', 'unsure', 'unsure']);
    const nobody = { key: 'k', roles: [], accounts: [], uncertain: true as const };
    expect(permits(nobody, 'charges.read', 'main')).to.deep.include({ kind: 'refused', reason: 'unsure' });
  });

  it('is not given for an account by an entry for another one', async () => {
    const both = await createDirectory(
      [
        { portal: 'demo', user: 'two', roles: ['analyst'], accounts: ['main'] },
        { portal: 'demo', user: 'two', roles: ['marketing'], accounts: ['eu'] },
      ],
      [],
    )({ kind: 'portal', portal: 'demo', user: 'two' }, signal);
    const found = (['charges.read', 'coupons.create'] as const).map((permission) =>
      ['main', 'eu', 'us', ''].map((account) => permits(both, permission, account).kind),
    );
    expect(found).to.deep.equal([
      ['permitted', 'refused', 'refused', 'refused'],
      ['refused', 'permitted', 'refused', 'refused'],
    ]);
  });

  it('is never given for what no entry of the caller gives, and always for what one gives', async () => {
    const names = Object.keys(demoRoles);
    const ids = ['main', 'eu', 'us'];
    const grant = fc.record({
      portal: fc.constantFrom('demo', 'intranet'),
      user: fc.constantFrom('u-1', 'u-2'),
      roles: fc.subarray([...names, 'ghost'], { minLength: 1 }),
      accounts: fc.subarray(ids, { minLength: 1 }),
    });
    const asked = fc.record({
      permission: fc.constantFrom(...permissions),
      account: fc.constantFrom(...ids, '', 'toString'),
      portal: fc.constantFrom('demo', 'intranet', 'extranet'),
    });
    const gives = (roles: readonly string[], permission: Permission) =>
      Object.entries(demoRoles).some(
        ([name, may]) => roles.includes(name) && may.some((each) => each === permission),
      );
    await fc.assert(
      fc.asyncProperty(
        fc.array(grant, { maxLength: 6 }),
        asked,
        async (entries, { permission, account, portal }) => {
          const caller = await createDirectory(entries, [])({ kind: 'portal', portal, user: 'u-1' }, signal);
          const due = entries.some(
            (one) =>
              one.portal === portal &&
              one.user === 'u-1' &&
              one.accounts.includes(account) &&
              gives(one.roles, permission),
          );
          expect(permits(caller, permission, account).kind).to.equal(due ? 'permitted' : 'refused');
        },
      ),
      { numRuns: 1000 },
    );
  });
});
