import { expect } from 'chai';
import { createListCoupons } from '../../src/abilities/listCoupons.js';
import { leaveFor, openRoom, type Room } from '../stripe/room.js';
import { askingIn, seal } from './asking.js';

describe('listing coupons', () => {
  let room: Room;

  beforeEach(async () => {
    room = await openRoom();
  });

  afterEach(async () => {
    await room.close();
  });

  const summaryFor = async (code: string) => {
    const ability = createListCoupons({ seal });
    if (ability.permission === null) throw new Error('it needs a permission');
    const leave = leaveFor(ability.permission);
    const { views } = await ability.answer({ do: 'list_coupons', code }, askingIn(room.account), leave);
    return views[0]?.summary;
  };

  const codes: readonly [string, string][] = [
    ['trade-show', 'trade-show is the id of a coupon, not a code that customers type.'],
    ['crew-forever', 'crew-forever is the id of a coupon, not a code that customers type.'],
    ['SPRING20', 'SPRING20 works.'],
  ];
  for (const [code, summary] of codes)
    it(`answers for ${code}: ${summary}`, async () => {
      expect(await summaryFor(code)).to.equal(summary);
    });

  it('answers for the newest of several coupons that had the same code', async () => {
    const [template] = room.data.promotionCodes.filter(({ code }) => code === 'AUTUMN15');
    if (!template) throw new Error('no AUTUMN15');
    const promotion = { coupon: 'SPRING20', type: 'coupon' as const };
    room.data.promotionCodes.push({ ...template, id: 'promo_again', promotion, expires_at: null });
    expect(await summaryFor('AUTUMN15')).to.equal('AUTUMN15 works.');
  });

  it('finds none for a code whose coupon was deleted in Stripe', async () => {
    room.data.coupons.splice(0);
    expect(await summaryFor('SPRING20')).to.match(/^No coupon in Main store has the code SPRING20\./);
  });
});
