import { expect } from 'chai';
import { openHouse } from '../conversations/house.js';
import { talkThrough } from '../conversations/outage.js';
import { findPostgres, startCluster } from '../store/cluster.js';

describe('a PostgreSQL that is stopped and started again', () => {
  it('is told in a sentence, in time, shows nothing, and is back without a restart of ours', async () => {
    const programs = findPostgres();
    if (programs === null) return expect.fail('there is no PostgreSQL to start: apt-get install postgresql');
    const cluster = await startCluster(programs);
    const house = await openHouse({ databaseUrl: cluster.url });
    for (let time = 0; time < 5; time += 1)
      await talkThrough(house, { begin: async () => cluster.stop(), end: async () => cluster.start() });
    await house.close();
    cluster.close();
  });
});
