import { expect } from 'chai';
import { openChannel } from './connectorTalk.js';
import { talkWhileHanging } from './hanging.js';
import { openHouse } from './house.js';

describe('a Stripe that does not answer', () => {
  it('keeps no message from being acknowledged, and is told within 14 seconds', async () => {
    const [house, channel] = await Promise.all([openHouse(), openChannel()]);
    const { acknowledged, answered } = await talkWhileHanging({ house, channel, messages: 5, perSecond: 20 });
    await Promise.all([house.close(), channel.close()]);
    expect(Math.max(...acknowledged)).to.be.below(1000);
    expect(Math.max(...answered)).to.be.below(14_000);
  }).timeout(30_000);
});
