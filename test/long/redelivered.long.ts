import { expect } from 'chai';
import { openChannel } from '../conversations/connectorTalk.js';
import { openGround } from '../conversations/ground.js';
import { openHouse } from '../conversations/house.js';
import { deliverAll, isDoneOnce } from '../conversations/redelivered.js';
import { inEachDatabase } from '../store/databases.js';

const activities = Number(process.env.TEST_ACTIVITIES ?? 500);

inEachDatabase(`${activities} activities, each delivered four times, with restarts in between`, (kind) => {
  it('are done once', async () => {
    const [ground, house, channel] = await Promise.all([openGround(kind), openHouse(), openChannel()]);
    const delivered = await deliverAll({ ground, house, channel, activities, together: 50 });
    await Promise.all([house.close(), channel.close()]);
    await ground.drop();
    const sum = (counted: (one: (typeof delivered)[number]) => number) =>
      delivered.reduce((before, one) => before + counted(one), 0);
    console.log(
      `      ${sum(({ executions }) => executions)} done, ${delivered.filter(({ executions }) => executions === 0).length} honestly failed, ` +
        `${delivered.filter(({ replies }) => replies > 1).length} shown twice`,
    );
    expect(delivered).to.have.lengthOf(activities);
    expect(delivered.filter((one) => !isDoneOnce(one))).to.deep.equal([]);
  });
});
