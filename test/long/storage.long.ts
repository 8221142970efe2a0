import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import { inEachDatabase, type Place } from '../store/databases.js';
import { countTogether, killWriters } from '../store/durability.js';

inEachDatabase('the storage, at length', ({ make }) => {
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

  it('loses none of 2 × 1,000 updates of two processes', async () => {
    expect(await countTogether(where(), { processes: 2, rounds: 1000 })).to.equal(2000);
  });

  it('loses no acknowledged write in 100 × kill -9', async () => {
    const { kept, lost } = await killWriters(where(), 100);
    console.log(`      ${kept} acknowledged, ${lost} lost`);
    expect(kept).to.be.at.least(2000);
    expect(lost).to.equal(0);
  });
});
