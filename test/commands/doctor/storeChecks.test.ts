import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import { databaseCheck, diskCheck } from '../../../src/commands/doctor/storeChecks.js';
import { openSqlite } from '../../../src/store/database.js';

describe('the database', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'tillkeeper-store-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });
  const look = async (at = folder) => {
    const [line] = await databaseCheck({ dataDir: at, databaseUrl: null });
    return `${line?.status} ${line?.what}`;
  };

  it('is not made where there is none', async () => {
    expect(await look()).to.equal('ok There is none yet: the first start makes it in DATA_DIR.');
    expect(await look(path.join(folder, 'a', 'b'))).to.match(/^ok There is none yet/);
    expect(readdirSync(folder)).to.deep.equal([]);
  });

  it('can be written to, also while another process has it open', async () => {
    const other = openSqlite(folder);
    expect(await look()).to.match(/^ok It can be written to, and it is of this version\.$/);
    await other.close();
  });

  it('is not brought to this version by being looked at', async () => {
    const older = openSqlite(folder);
    await older.run('delete from migration where number > 1');
    await older.close();
    const before = await look();
    expect(before).to.match(/^ok It can be written to, and the next start brings it from step 1 to \d+\.$/);
    expect(await look()).to.equal(before);
  });

  it('is said to be out of reach, without its address', async () => {
    const [line] = await databaseCheck({
      dataDir: folder,
      databaseUrl: 'postgres://somebody:canary@127.0.0.1:1/till',
    });
    expect(line).to.deep.equal({
      check: 'database',
      status: 'fail',
      what: 'DATABASE_URL: no database can be reached there.',
      todo: 'Check that it runs, the host, the port and the sslmode in it.',
    });
  });

  it('cannot be where a file stands', async () => {
    writeFileSync(path.join(folder, 'file'), '');
    expect(await look(path.join(folder, 'file'))).to.equal('fail DATA_DIR cannot be written to.');
    expect(await look(path.join(folder, 'file', 'below'))).to.equal('fail DATA_DIR cannot be written to.');
  });

  it('is no database at all', async () => {
    writeFileSync(path.join(folder, 'tillkeeper.sqlite'), 'canary'.repeat(500));
    expect(await look()).to.equal('fail The database in DATA_DIR cannot be opened.');
  });

  it('is of a newer version', async () => {
    const database = openSqlite(folder);
    await database.run('insert into migration (number) values ($1)', [9999]);
    await database.close();
    expect(await look()).to.equal('fail It is of a newer version of Tillkeeper.');
  });
});

describe('the disk', () => {
  const megabyte = 1024 * 1024;
  const cases: readonly [free: number, line: string][] = [
    [49 * megabyte, 'fail Only 49 MB are left where DATA_DIR is.'],
    [50 * megabyte, 'warn Only 50 MB are left where DATA_DIR is.'],
    [500 * megabyte, 'ok 500 MB are left where DATA_DIR is.'],
  ];
  for (const [free, line] of cases)
    it(line, async () => {
      const [found] = await diskCheck(tmpdir(), async () => free);
      expect(`${found?.status} ${found?.what}`).to.equal(line);
    });

  it('is measured where DATA_DIR will be', async () => {
    const [found] = await diskCheck(path.join(tmpdir(), 'not', 'there', 'yet'));
    expect(found?.what).to.match(/^(?:Only )?\d+ MB are left where DATA_DIR is\.$/);
    expect(existsSync(path.join(tmpdir(), 'not', 'there', 'yet'))).to.equal(false);
  });
});
