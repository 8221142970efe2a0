import { expect } from 'chai';
import { reaches, tokenTenant } from '../../src/graph/reach.js';

const many = { type: 'MultiTenant', tenantId: undefined } as const;
const cases: [what: string, bot: Parameters<typeof reaches>[0], tenant: string, reached: boolean][] = [
  ['an app of many tenants, any', many, 't-1', true],
  ['an app of many tenants that names its own, any', { ...many, tenantId: 't-2' }, 'T-1', true],
  ['an app of one tenant, its own', { type: 'SingleTenant', tenantId: 'T-1' }, 't-1', true],
  ['an app of one tenant, another', { type: 'SingleTenant', tenantId: 't-2' }, 't-1', false],
  ['a managed identity, its own', { type: 'UserAssignedMSI', tenantId: 't-1' }, 'T-1', true],
  ['a managed identity, another', { type: 'UserAssignedMSI', tenantId: 't-2' }, 't-1', false],
  ['no app, none', null, 't-1', false],
];

describe('whose directory an app can ask', () => {
  for (const [what, bot, tenant, reached] of cases)
    it(`${what}: ${reached ? 'yes' : 'no'}`, () => {
      expect(reaches(bot, tenant)).to.equal(reached);
    });

  it('is told by the tenant that its tokens are of', () => {
    expect(tokenTenant(many, 't-1')).to.equal('t-1');
    expect(tokenTenant({ type: 'SingleTenant', tenantId: 'T-2' }, 't-1')).to.equal('t-2');
  });
});
