import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Sqlite from 'libsql';
import { inPostgres, makeSchema } from '../store/databases.js';
import { layWire } from '../store/wire.js';
import { openHouse } from './house.js';
import { talkThrough } from './outage.js';

inPostgres('a database that cannot be reached', (server) => {
  it('is told in a sentence, in time, shows nothing, and is back without a restart', async () => {
    const schema = await makeSchema(server);
    const wire = await layWire(schema.url);
    const house = await openHouse({ databaseUrl: wire.url });
    await talkThrough(house, { begin: wire.cut, end: wire.mend });
    await house.close();
    await wire.close();
    await schema.drop();
  }).timeout(40_000);
});

describe('a database file that another process holds', () => {
  it('is told in a sentence, in time, shows nothing, and is back without a restart', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'tillkeeper-'));
    const house = await openHouse({ variables: { DATA_DIR: folder } });
    const holder = new Sqlite(path.join(folder, 'tillkeeper.sqlite'));
    await talkThrough(house, {
      begin: async () => void holder.exec('begin immediate'),
      end: async () => void holder.exec('rollback'),
    });
    holder.close();
    await house.close();
    rmSync(folder, { recursive: true });
  }).timeout(40_000);
});
