import { expect } from 'chai';
import { openChannel } from '../conversations/connectorTalk.js';
import { killAtEachPoint, type Outcome, points } from '../conversations/couponKills.js';
import { openGround } from '../conversations/ground.js';
import { openHouse } from '../conversations/house.js';
import { inEachDatabase } from '../store/databases.js';

const rounds = Number(process.env.TEST_ROUNDS ?? 25);

/** Created once, proved and told; or not at all, settled and told. */
function isWhole({ coupons, codes, state, trail, proved, told }: Outcome): boolean {
  if (coupons === 1) return codes === 1 && state === 'created' && proved && /Already created/.test(told);
  const settled = state === 'failed interrupted' && trail === 'failed interrupted';
  return coupons === 0 && codes === 0 && settled && /nothing was created/.test(told);
}

inEachDatabase(`kill -9 at ${points.length} points of a coupon, ${rounds} times`, (kind) => {
  it('makes no coupon twice and leaves none unexplained', async () => {
    const outcomes: Outcome[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const [ground, house, channel] = await Promise.all([openGround(kind), openHouse(), openChannel()]);
      // Every other time the turn is run again; else the worker finds out.
      const restartAfter = round % 2 === 0 ? 15_000 : 70_000;
      outcomes.push(...(await killAtEachPoint({ ground, house, channel, round, each: 1, restartAfter })));
      await Promise.all([house.close(), channel.close()]);
      await ground.drop();
    }
    const made = outcomes.filter(({ coupons }) => coupons === 1).length;
    console.log(
      `      ${outcomes.length} interruptions: ${made} coupons, ${outcomes.length - made} times none`,
    );
    expect(outcomes).to.have.lengthOf(rounds * points.length);
    expect(outcomes.filter((one) => !isWhole(one))).to.deep.equal([]);
  });
});
