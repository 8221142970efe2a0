import { expect } from 'chai';
import { openChannel } from '../conversations/connectorTalk.js';
import { type Round, raceForCoupons } from '../conversations/couponRace.js';
import { openHouse } from '../conversations/house.js';
import { startReplica } from '../conversations/replica.js';
import { inPostgres, makeSchema } from '../store/databases.js';

const rounds = Number(process.env.TEST_ROUNDS ?? 200);
const presses = 100;
const exactlyOnce = ({ coupons, codes }: Round) => coupons === 1 && codes === 1;

describe(`${presses} presses of Create at once, ${rounds} rounds`, () => {
  it('make one coupon and one code each round, in SQLite with one process', async () => {
    const [house, channel] = await Promise.all([openHouse(), openChannel()]);
    const race = { channel, stripe: house.stripe, replicas: [house], rounds, presses } as const;
    const made = await raceForCoupons(race);
    await Promise.all([house.close(), channel.close()]);
    expect(made.filter(exactlyOnce)).to.have.lengthOf(rounds);
  });

  inPostgres('make one coupon and one code each round', (server) => {
    it('with two processes', async () => {
      const schema = await makeSchema(server);
      const variables = {
        DATABASE_URL: schema.url,
        TILLKEEPER_SECRET: 'a secret of these tests, long enough',
      };
      const [house, channel] = await Promise.all([openHouse({ variables }), openChannel()]);
      const at = { stripe: house.stripe.url, openRouter: house.openRouter.url };
      const other = await startReplica({ variables, at });
      const race = { channel, stripe: house.stripe, replicas: [house, other], rounds, presses } as const;
      const made = await raceForCoupons(race);
      await other.close();
      await Promise.all([house.close(), channel.close()]);
      await schema.drop();
      expect(made.filter(exactlyOnce)).to.have.lengthOf(rounds);
    });
  });
});
