import { expect } from 'chai';
import { inEachDatabase } from '../store/databases.js';
import { openChannel } from './connectorTalk.js';
import { openGround } from './ground.js';
import { openHouse } from './house.js';
import { deliverAll, isDoneOnce } from './redelivered.js';

inEachDatabase('what is delivered four times, and interrupted by kill -9', (kind) => {
  it('is done once: a coupon is made once, a question answered once or honestly failed', async () => {
    const [ground, house, channel] = await Promise.all([openGround(kind), openHouse(), openChannel()]);
    const delivered = await deliverAll({ ground, house, channel, activities: 10, together: 10 });
    await Promise.all([house.close(), channel.close()]);
    await ground.drop();
    expect(delivered).to.have.lengthOf(10);
    expect(delivered.filter((one) => !isDoneOnce(one))).to.deep.equal([]);
  }).timeout(60_000);
});
