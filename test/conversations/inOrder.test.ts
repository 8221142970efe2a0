import { expect } from 'chai';
import { inEachDatabase, inPostgres, makeSchema } from '../store/databases.js';
import { openChannel } from './connectorTalk.js';
import { openHouse } from './house.js';
import { answeredInOrder } from './inOrder.js';
import { startReplica } from './replica.js';

inEachDatabase('messages that come while others wait', ({ make }) => {
  it('are answered in order, and none is lost', async () => {
    const place = await make();
    const [house, channel] = await Promise.all([openHouse(place), openChannel()]);
    const rounds = await answeredInOrder({ channel, replicas: [house], rounds: 2, together: 50 });
    await Promise.all([house.close(), channel.close()]);
    await place.drop();
    for (const { sent, answered } of rounds) expect(answered).to.deep.equal(sent);
  });
});

inPostgres('messages that come to two processes in turns', (server) => {
  it('are answered in order, and none is lost', async () => {
    const schema = await makeSchema(server);
    const variables = { DATABASE_URL: schema.url, TILLKEEPER_SECRET: 'a secret of these tests, long enough' };
    const [house, channel] = await Promise.all([openHouse({ variables }), openChannel()]);
    const at = { stripe: house.stripe.url, openRouter: house.openRouter.url };
    const other = await startReplica({ variables, at });
    const rounds = await answeredInOrder({ channel, replicas: [house, other], rounds: 1, together: 40 });
    await other.close();
    await Promise.all([house.close(), channel.close()]);
    await schema.drop();
    for (const { sent, answered } of rounds) expect(answered).to.deep.equal(sent);
  }).timeout(60_000);
});
