import { expect } from 'chai';
import type { Permission } from '../../src/access/permission.js';
import { detailOf, permissionsOf, type Roles, rolesThatMay } from '../../src/access/roles.js';
import type { Detail } from '../../src/masking/reading.js';

const roles: Roles = {
  plain: { may: ['charges.read', 'coupons.read'] },
  little: { may: ['charges.read'], detail: 'minimal' },
  much: { may: ['charges.read', 'balance.read'], detail: 'detailed' },
  keeper: { may: ['audit.read'], detail: 'detailed' },
  idle: { may: [] },
};
const callerIn = (...names: string[]) => ({ key: 'k', roles: names, accounts: ['main'] });

describe('the permissions of a caller', () => {
  const cases: [names: string[], may: Permission[]][] = [
    [[], []],
    [['plain'], ['charges.read', 'coupons.read']],
    [
      ['plain', 'much'],
      ['charges.read', 'coupons.read', 'balance.read'],
    ],
    [['idle'], []],
    [['ghost', 'toString', '__proto__', 'constructor'], []],
  ];
  for (const [names, may] of cases)
    it(`are those of all of their roles: ${names.join(', ') || 'none'}`, () => {
      expect([...permissionsOf(roles, callerIn(...names))]).to.deep.equal(may);
    });
});

describe('the roles that may', () => {
  const cases: [permission: Permission, names: string[]][] = [
    ['charges.read', ['plain', 'little', 'much']],
    ['audit.read', ['keeper']],
    ['coupons.create', []],
  ];
  for (const [permission, names] of cases)
    it(`${permission}: ${names.join(', ') || 'none'}`, () => {
      expect(rolesThatMay(roles, permission)).to.deep.equal(names);
    });
});

describe('how much a caller is shown', () => {
  const cases: [names: string[], permission: Permission, usual: Detail, shown: Detail][] = [
    [['plain'], 'charges.read', 'standard', 'standard'],
    [['plain'], 'charges.read', 'detailed', 'detailed'],
    [['plain'], 'charges.read', 'minimal', 'minimal'],
    [['little'], 'charges.read', 'detailed', 'minimal'],
    [['much'], 'charges.read', 'minimal', 'detailed'],
    [['plain', 'little'], 'charges.read', 'standard', 'standard'],
    [['little', 'plain', 'much'], 'charges.read', 'minimal', 'detailed'],
    // A role that shows more, but may not do this, gives nothing here.
    [['plain', 'keeper'], 'charges.read', 'standard', 'standard'],
    [['little', 'keeper'], 'charges.read', 'standard', 'minimal'],
    [['keeper'], 'charges.read', 'detailed', 'minimal'],
    [[], 'charges.read', 'detailed', 'minimal'],
  ];
  for (const [names, permission, usual, shown] of cases)
    it(`${names.join(' and ') || 'nobody'} where ${usual} is usual: ${shown}`, () => {
      expect(detailOf(roles, callerIn(...names), permission, usual)).to.equal(shown);
    });
});
