import { expect } from 'chai';
import { listedApprovers } from '../../src/access/listedApprovers.js';
import { keyOf } from '../../src/access/personKey.js';

describe('the people who are named one by one as approvers', () => {
  it('are those of Entra and of portals with a role that may, not groups, triggers or others', () => {
    const roles = { approver: { may: ['coupons.approve' as const] }, support: { may: [] } };
    const grant = { roles: ['support', 'approver'], accounts: ['main'] };
    const people = [
      { tenant: 't', user: 'U', ...grant },
      { tenant: 't', group: 'g', ...grant },
      { portal: 'p', user: 'a', ...grant },
      { portal: 'p', user: 'b', roles: ['support'], accounts: ['main'] },
      { trigger: 'x', ...grant },
    ];
    expect(listedApprovers({ people, roles })).to.deep.equal([
      keyOf({ kind: 'entra', tenant: 't', user: 'u' }),
      keyOf({ kind: 'portal', portal: 'p', user: 'a' }),
    ]);
  });
});
