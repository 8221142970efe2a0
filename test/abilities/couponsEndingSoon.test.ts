import { expect } from 'chai';
import { couponsEndingSoon } from '../../src/abilities/couponsEndingSoon.js';
import { endOfDay } from '../../src/calendar.js';
import { reading } from '../masking/facts.js';
import { leaveFor, openRoom, type Room } from '../stripe/room.js';
import { askingIn } from './asking.js';

const by = '2026-12-20';
const last = endOfDay(by, reading.zone);

describe('coupons that end soon', () => {
  let room: Room;

  /** Coupons of these ends, in unix seconds; the others of the account never end. */
  const withEnds = (ends: Readonly<Record<string, { redeem_by: number; valid?: boolean }>>) => {
    const [template] = room.data.coupons;
    if (!template) throw new Error('no coupon');
    for (const coupon of room.data.coupons) coupon.redeem_by = null;
    for (const [name, { redeem_by, valid = true }] of Object.entries(ends))
      room.data.coupons.push({ ...template, id: name, name, redeem_by, valid });
  };
  const view = async () => {
    if (couponsEndingSoon.permission === null) throw new Error('it needs a permission');
    const leave = leaveFor(couponsEndingSoon.permission);
    const step = { do: 'coupons_ending_soon', by };
    return (await couponsEndingSoon.answer(step, askingIn(room.account), leave)).views[0];
  };

  beforeEach(async () => {
    room = await openRoom();
  });
  afterEach(async () => {
    await room.close();
  });

  it('are those that work and end by the day, the soonest first', async () => {
    withEnds({
      ends_then: { redeem_by: last },
      ends_later: { redeem_by: last + 1 },
      ends_sooner: { redeem_by: last - 86_400 },
    });
    const found = await view();
    expect(found?.summary).to.match(/^Coupons that end soon: 2 coupons end by 20 December/);
    expect(
      found?.card === 'coupons' && found.rows.map(({ lines }) => lines[0]?.split(' · ')[1]),
    ).to.deep.equal(['ends_sooner', 'ends_then']);
  });

  it('are told to be none', async () => {
    withEnds({});
    expect((await view())?.summary).to.match(/^No coupon ends by 20 December.*, in Main store\.$/);
  });

  it('are one', async () => {
    withEnds({ one: { redeem_by: last } });
    expect((await view())?.summary).to.match(/: 1 coupon ends by /);
  });
});
