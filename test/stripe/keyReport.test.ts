import { expect } from 'chai';
import type { Permission } from '../../src/access/permission.js';
import { keyReport, type Staff } from '../../src/stripe/keyReport.js';
import { openRoom } from './room.js';

const staff = (...may: Permission[]): Staff => ({
  roles: { some: { may }, other: { may: ['balance.read'] } },
  people: [
    { trigger: 't', roles: ['some', 'gone'], accounts: ['main'] },
    { trigger: 'u', roles: ['other'], accounts: ['eu'] },
  ],
});

describe('the report on an account’s keys', () => {
  const needs: readonly [Permission[], string[], string[]][] = [
    [[], [], []],
    [['charges.read'], ['charges'], []],
    [['coupons.read', 'customers.read'], ['customers', 'coupons', 'promotionCodes'], []],
    [['coupons.create'], [], ['makeCoupons', 'makePromotionCodes']],
    [['audit.read', 'audit.resolve', 'coupons.approve', 'settings.bind'], [], []],
  ];
  for (const [may, reads, writes] of needs)
    it(`says what the keys are needed for: ${may.join(', ') || 'nothing'}`, async () => {
      const room = await openRoom();
      const { needed } = await keyReport(room.settings, staff(...may), { thorough: false, within: 2000 });
      await room.close();
      expect(needed).to.deep.equal({ reads, writes });
    });

  it('asks for the permission to write only when it is to be thorough', async () => {
    const room = await openRoom();
    const asked = async (thorough: boolean) => {
      const before = room.standIn.requests.length;
      const { writes } = await keyReport(room.settings, staff(), { thorough, within: 2000 });
      const sent = room.standIn.requests.slice(before).filter(({ method }) => method === 'POST');
      return [Object.keys(writes?.rights ?? {}), sent.map(({ path, status }) => `${path} ${status}`).sort()];
    };
    const plain = await asked(false);
    const thorough = await asked(true);
    await room.close();
    expect(plain).to.deep.equal([['coupons', 'promotionCodes'], []]);
    expect(thorough).to.deep.equal([
      ['coupons', 'promotionCodes', 'makeCoupons', 'makePromotionCodes'],
      ['/v1/coupons 400', '/v1/promotion_codes 400'],
    ]);
  });

  it('says that there is no coupon key', async () => {
    const room = await openRoom({ couponKey: null });
    const { writes } = await keyReport(room.settings, staff(), { thorough: true, within: 2000 });
    await room.close();
    expect(writes).to.equal(null);
  });
});
