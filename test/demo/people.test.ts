import { expect } from 'chai';
import { permissions } from '../../src/access/permission.js';
import { demoPeople, demoRoles } from '../../src/demo/people.js';

const may = (id: string) =>
  new Set<string>(
    demoPeople
      .filter((one) => one.id === id)
      .flatMap(({ roles }) => roles.flatMap((role) => demoRoles[role])),
  );

describe('the demo people', () => {
  it('are those of the contract', () => {
    const ids = ['admin', 'analyst', 'approver', 'compliance', 'guest', 'marketing', 'support'];
    expect(demoPeople.map(({ id }) => id).toSorted()).to.deep.equal(ids);
  });

  const cases = [
    { id: 'admin', has: [...permissions], hasNot: [] },
    { id: 'analyst', has: ['charges.read', 'balance.read'], hasNot: ['coupons.create'] },
    { id: 'support', has: ['charges.read', 'customers.read'], hasNot: ['balance.read', 'coupons.create'] },
    { id: 'marketing', has: ['coupons.read', 'coupons.create'], hasNot: ['charges.read', 'customers.read'] },
    { id: 'approver', has: ['coupons.approve'], hasNot: ['coupons.create'] },
    { id: 'compliance', has: ['audit.read'], hasNot: ['charges.read'] },
    { id: 'guest', has: [], hasNot: [...permissions] },
  ];
  for (const { id, has, hasNot } of cases)
    it(`let ${id} do what the name says`, () => {
      expect([...may(id)]).to.include.members(has);
      expect(hasNot.filter((one) => may(id).has(one))).to.be.empty;
    });

  it('reach the EU store as admin and analyst only', () => {
    const there = demoPeople.filter(({ accounts }) => accounts.includes('eu')).map(({ id }) => id);
    expect(there.toSorted()).to.deep.equal(['admin', 'analyst']);
  });

  it('start in the main store', () => {
    expect(
      new Set(demoPeople.filter(({ accounts }) => accounts.length > 0).map(({ accounts }) => accounts[0])),
    ).to.deep.equal(new Set(['main']));
  });
});
