import { expect } from 'chai';
import { openChannel } from '../conversations/connectorTalk.js';
import { openHouse } from '../conversations/house.js';
import { answeredInOrder } from '../conversations/inOrder.js';
import { startReplica } from '../conversations/replica.js';
import { inPostgres, makeSchema } from '../store/databases.js';

const rounds = Number(process.env.TEST_ROUNDS ?? 200);
const together = 50;
type Rounds = Awaited<ReturnType<typeof answeredInOrder>>;
const whole = (all: Rounds) => all.filter(({ sent, answered }) => sent.join() === answered.join()).length;

describe(`${together} messages that wait in one conversation, ${rounds} rounds`, () => {
  it('are answered in order, none lost, in SQLite with one process', async () => {
    const [house, channel] = await Promise.all([openHouse(), openChannel()]);
    const all = await answeredInOrder({ channel, replicas: [house], rounds, together });
    await Promise.all([house.close(), channel.close()]);
    expect(whole(all)).to.equal(rounds);
  });

  inPostgres('are answered in order, none lost', (server) => {
    it('with two processes', async () => {
      const schema = await makeSchema(server);
      const variables = {
        DATABASE_URL: schema.url,
        TILLKEEPER_SECRET: 'a secret of these tests, long enough',
      };
      const [house, channel] = await Promise.all([openHouse({ variables }), openChannel()]);
      const at = { stripe: house.stripe.url, openRouter: house.openRouter.url };
      const other = await startReplica({ variables, at });
      const all = await answeredInOrder({ channel, replicas: [house, other], rounds, together });
      await other.close();
      await Promise.all([house.close(), channel.close()]);
      await schema.drop();
      expect(whole(all)).to.equal(rounds);
    });
  });
});
