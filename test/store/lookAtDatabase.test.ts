import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import { openDatabase } from '../../src/store/database.js';
import { lookAtDatabase } from '../../src/store/lookAtDatabase.js';
import { migrations } from '../../src/store/migrations.js';
import { inPostgres, makeSchema } from './databases.js';

const steps = migrations.length;

describe('a look at the database, in SQLite', () => {
  it('makes nothing where there is none, and counts the steps where there is one', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'tillkeeper-look-'));
    const settings = { dataDir: folder, databaseUrl: null };
    expect(await lookAtDatabase(settings)).to.deep.equal({ kind: 'none' });
    expect(readdirSync(folder)).to.deep.equal([]);
    const database = openDatabase(settings);
    await database.ready;
    await database.close();
    expect(await lookAtDatabase(settings)).to.deep.equal({
      kind: 'there',
      done: steps,
      steps,
      writable: true,
    });
    rmSync(folder, { recursive: true });
  });
});

inPostgres('a look at the database', (server) => {
  it('makes nothing where there is none, and counts the steps where there is one', async () => {
    const schema = await makeSchema(server);
    const settings = { dataDir: ':memory:', databaseUrl: schema.url };
    expect(await lookAtDatabase(settings)).to.deep.equal({ kind: 'none' });
    expect(await lookAtDatabase(settings)).to.deep.equal({ kind: 'none' });
    const database = openDatabase(settings);
    await database.ready;
    await database.close();
    expect(await lookAtDatabase(settings)).to.deep.equal({
      kind: 'there',
      done: steps,
      steps,
      writable: true,
    });
    await schema.drop();
  });
});
