import { expect } from 'chai';
import { inEachDatabase, inPostgres, makeSchema, type Place } from '../store/databases.js';
import { type Channel, openChannel } from './connectorTalk.js';
import { raceForCoupons } from './couponRace.js';
import { type House, openHouse } from './house.js';
import { startReplica } from './replica.js';

const once = { coupons: 1, codes: 1 };

inEachDatabase('Create pressed many times at once', ({ make }) => {
  let place: Place;
  let house: House;
  let channel: Channel;
  before(async () => {
    place = await make();
    [house, channel] = await Promise.all([openHouse(place), openChannel()]);
  });
  after(async () => {
    await Promise.all([house.close(), channel.close()]);
    await place.drop();
  });

  it('makes one coupon and one code', async () => {
    const made = await raceForCoupons({
      channel,
      stripe: house.stripe,
      replicas: [house],
      rounds: 2,
      presses: 30,
    });
    expect(made).to.deep.equal([once, once]);
  });
});

inPostgres('Create pressed many times at once, by two processes', (server) => {
  it('makes one coupon and one code', async () => {
    const schema = await makeSchema(server);
    const variables = { DATABASE_URL: schema.url, TILLKEEPER_SECRET: 'a secret of these tests, long enough' };
    const [house, channel] = await Promise.all([openHouse({ variables }), openChannel()]);
    const at = { stripe: house.stripe.url, openRouter: house.openRouter.url };
    const other = await startReplica({ variables, at });
    const replicas = [house, other] as const;
    const made = await raceForCoupons({ channel, stripe: house.stripe, replicas, rounds: 3, presses: 20 });
    await other.close();
    await Promise.all([house.close(), channel.close()]);
    await schema.drop();
    expect(made).to.deep.equal([once, once, once]);
  }).timeout(60_000);
});
