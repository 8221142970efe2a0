import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import { inEachDatabase, type Place } from './databases.js';
import { countTogether, killWriters } from './durability.js';

inEachDatabase('the database of several processes', ({ make }) => {
  let place: Place;
  let dataDir: string;
  before(async () => {
    place = await make();
    dataDir = mkdtempSync(path.join(tmpdir(), 'tillkeeper-'));
  });
  after(async () => {
    await place.drop();
    rmSync(dataDir, { recursive: true });
  });
  const where = () => ({ dataDir, databaseUrl: place.databaseUrl ?? null });

  it('loses no update of two that count together', async () => {
    expect(await countTogether(where(), { processes: 2, rounds: 50 })).to.equal(100);
  }).timeout(30_000);

  it('has every write that was acknowledged before its process was killed', async () => {
    const { kept, lost } = await killWriters(where(), 3);
    expect(kept).to.be.at.least(100);
    expect(lost).to.equal(0);
  }).timeout(30_000);
});
