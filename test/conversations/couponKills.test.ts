import { expect } from 'chai';
import { inEachDatabase } from '../store/databases.js';
import { type Channel, openChannel } from './connectorTalk.js';
import { killAtEachPoint, type Outcome, points } from './couponKills.js';
import { type Ground, openGround } from './ground.js';
import { type House, openHouse } from './house.js';

inEachDatabase('a coupon whose process is killed', (kind) => {
  let ground: Ground;
  let house: House;
  let channel: Channel;
  let outcomes: Outcome[];

  before(async function () {
    this.timeout(60_000);
    [ground, house, channel] = await Promise.all([openGround(kind), openHouse(), openChannel()]);
    outcomes = await killAtEachPoint({ ground, house, channel, round: 0, each: 2, restartAfter: 15_000 });
  });
  after(async () => {
    await Promise.all([house.close(), channel.close()]);
    await ground.drop();
  });

  for (const point of points)
    it(`${point} exists once with one code, or not at all; it is settled, on record and told`, () => {
      const here = outcomes.filter((one) => one.point === point);
      expect(here).to.have.lengthOf(2);
      for (const { coupons, codes, state, trail, proved, told } of here) {
        const never = point === 'before Stripe does anything';
        expect([coupons, codes, state, proved], told).to.deep.equal(
          never ? [0, 0, 'failed interrupted', false] : [1, 1, 'created', true],
        );
        expect(told).to.match(never ? /nothing was created\. Show it again/ : /^Already created at /);
        if (never) expect(trail).to.equal('failed interrupted');
      }
    });
});
